package org.gradus.adapters.venue.trading;

import java.time.LocalDate;
import java.util.Objects;
import org.gradus.adapters.venue.Call;
import org.gradus.adapters.venue.Reply;
import org.gradus.adapters.venue.exchange.Asset;
import org.gradus.adapters.venue.exchange.AssetClass;
import org.gradus.adapters.venue.exchange.Decimals;
import org.gradus.adapters.venue.exchange.Exchange;
import org.gradus.adapters.venue.exchange.NyseCalendar;
import org.gradus.adapters.venue.exchange.Refusal;
import org.gradus.adapters.venue.exchange.Sessions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What is traded and when: `/v2/assets`, `/v2/clock`, `/v2/calendar`. Within a step of the exchange.
final class AssetEndpoints {
    private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2029, 12, 31);

    /// Increments that are wrong are a hundred times too fine.
    private static final int WRONG_SHIFT = 2;

    private final Exchange exchange;

    AssetEndpoints(Exchange exchange) {
        this.exchange = exchange;
    }

    Reply assets(Call call) {
        String assetClass = Objects.requireNonNullElse(call.query("asset_class"), AssetClass.US_EQUITY.word());
        String status = call.query("status");
        @Nullable String market = call.query("exchange");
        ArrayNode array = Json.NODES.arrayNode();
        for (Asset asset : exchange.assets().all()) {
            boolean asked = asset.assetClass().word().equals(assetClass)
                && (status == null || !status.equals("inactive"))
                && (market == null || market.equals(asset.exchange()));
            if (asked) {
                array.add(json(asset));
            }
        }
        return new Reply(200, array);
    }

    Reply asset(String spelling) {
        Asset asset = exchange.assets().find(spelling);
        if (asset == null) {
            throw Refusal.notFound("asset not found for " + spelling);
        }
        return new Reply(200, json(asset));
    }

    Reply clock() {
        long nowNs = exchange.nowNs();
        Sessions sessions = exchange.sessions();
        ObjectNode node = Json.NODES.objectNode();
        node.put("timestamp", Times.newYorkExact(nowNs));
        node.put("is_open", sessions.core(nowNs));
        node.put("next_open", Times.newYork(sessions.nextOpen(nowNs)));
        node.put("next_close", Times.newYork(sessions.nextClose(nowNs)));
        return new Reply(200, node);
    }

    Reply calendar(Call call) {
        LocalDate start = Objects.requireNonNullElse(Times.parseDay("start", call.query("start")), FIRST_DAY);
        LocalDate end = Objects.requireNonNullElse(Times.parseDay("end", call.query("end")), LAST_DAY);
        NyseCalendar calendar = exchange.sessions().calendar();
        ArrayNode days = Json.NODES.arrayNode();
        LocalDate day = start.isBefore(FIRST_DAY) ? FIRST_DAY : start;
        LocalDate last = end.isAfter(LAST_DAY) ? LAST_DAY : end;
        for (; !day.isAfter(last); day = day.plusDays(1)) {
            if (calendar.trades(day)) {
                days.addObject().put("date", day.toString()).put("open", NyseCalendar.OPEN.toString())
                    .put("close", calendar.close(day).toString()).put("session_open", "0400")
                    .put("session_close", "2000").put("settlement_date", calendar.next(day).toString());
            }
        }
        return new Reply(200, days);
    }

    private ObjectNode json(Asset asset) {
        boolean stock = !asset.crypto();
        ObjectNode node = Json.NODES.objectNode();
        Json.put(node, "id", asset.id());
        node.put("class", asset.assetClass().word());
        node.put("exchange", asset.exchange());
        node.put("symbol", asset.symbol());
        node.put("name", asset.name());
        node.put("status", "active");
        node.put("tradable", true);
        node.put("marginable", stock);
        node.put("maintenance_margin_requirement", stock ? 30 : 100);
        node.put("margin_requirement_long", stock ? "30" : "100");
        node.put("margin_requirement_short", stock ? "30" : "100");
        node.put("shortable", stock);
        node.put("easy_to_borrow", stock);
        if (stock) {
            node.put("borrow_status", "easy_to_borrow");
        }
        node.put("fractionable", true);
        ArrayNode attributes = node.putArray("attributes");
        if (stock) {
            attributes.add("fractional_eh_enabled");
        } else {
            node.put("min_order_size", Decimals.text(asset.minimumSize()));
            boolean wrong = exchange.faults().showsWrongIncrements(asset.symbol());
            int shift = wrong ? WRONG_SHIFT : 0;
            Json.put(node, "min_trade_increment", Decimals.STEP.movePointLeft(shift));
            Json.put(node, "price_increment", asset.priceIncrement().movePointLeft(shift));
        }
        return node;
    }
}
