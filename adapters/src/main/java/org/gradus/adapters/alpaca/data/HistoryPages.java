package org.gradus.adapters.alpaca.data;

import java.util.List;
import org.gradus.adapters.alpaca.rest.Answer;
import org.gradus.adapters.alpaca.rest.RestTransport;
import org.gradus.adapters.alpaca.rest.Target;
import org.gradus.adapters.alpaca.rest.Urgency;
import org.gradus.adapters.wire.WireObject;
import org.gradus.adapters.wire.WireTimes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Asks for history one page at a time.
final class HistoryPages {
    private static final String ROWS_A_PAGE = "10000";

    private final RestTransport transport;
    private final HistoryQuery query;
    private final long endNs;

    /// @param rows in the order of time
    /// @param next what the following page is asked for with; empty behind the last
    record Page(List<HistoryKind.Row> rows, String next) {
    }

    /// @param endNs the last instant asked for
    HistoryPages(RestTransport transport, HistoryQuery query, long endNs) {
        this.transport = transport;
        this.query = query;
        this.endNs = endNs;
    }

    /// @param token of the page before; empty for the first
    Page read(long startNs, String token) {
        Answer<Page> answer = transport.get(target(startNs, token), Urgency.HISTORY).map(this::page);
        if (answer instanceof Answer.Given<Page>(Page page, String _)) {
            return page;
        }
        throw new HistoryFailed(query.symbol() + ": " + answer.failure());
    }

    private Target target(long startNs, String token) {
        Target target = query.crypto() ? Target.of("v1beta3", "crypto", "us", query.kind().word())
                : Target.of("v2", "stocks", query.kind().word()).with("feed", query.feed());
        return target.with("symbols", query.symbol()).with("timeframe", query.timeframeWord())
                .with("start", WireTimes.text(startNs)).with("end", WireTimes.text(endNs))
                .with("limit", ROWS_A_PAGE).with("sort", "asc").with("page_token", token);
    }

    Page page(JsonNode body) {
        WireObject envelope = WireObject.of(body);
        JsonNode rows = envelope.object(query.kind().word()).filter(symbols -> symbols.has(query.symbol()))
                .<JsonNode>map(symbols -> symbols.raw(query.symbol())).orElse(none());
        return new Page(WireObject.each(rows).stream().map(query.kind()::row).toList(),
                envelope.textOr("next_page_token", ""));
    }

    private static ArrayNode none() {
        return JsonNodeFactory.instance.arrayNode();
    }
}
