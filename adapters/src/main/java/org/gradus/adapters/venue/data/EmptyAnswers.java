package org.gradus.adapters.venue.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.gradus.adapters.venue.Call;
import org.gradus.adapters.venue.VenueJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What a tape knows nothing of: it may be asked for, in the right words, and there is none.
final class EmptyAnswers {
    static final String AUCTIONS = "auctions";
    private static final int NEWS_USUAL = 10;
    private static final int NEWS_MAX = 50;
    private static final int ACTIONS_USUAL = 100;
    private static final int ACTIONS_MAX = 1_000;
    private static final Set<String> FLAGS = Set.of("true", "false");
    private static final Set<String> REGIONS = Set.of("us", "non_us", "all");
    private static final Set<String> ACTIONS = Set.of("reverse_split", "forward_split", "unit_split", "cash_dividend",
            "stock_dividend", "spin_off", "cash_merger", "stock_merger", "stock_and_cash_merger", "redemption",
            "name_change", "worthless_removal", "rights_distribution", "partial_call", "reorganization");

    private EmptyAnswers() {
    }

    static ObjectNode auctions(Call call, SortedSet<String> symbols, long nowNs) {
        HistoryQuery.of(call, symbols, false, nowNs);
        StockWords.check(call, StockWords.AUCTION_FEEDS);
        StockWords.checkHistory(call, false);
        ObjectNode none = VenueJson.object();
        none.putObject(AUCTIONS);
        return none.putNull("next_page_token");
    }

    static ObjectNode auctions(Call call, String symbol, SortedSet<String> alone, long nowNs) {
        ObjectNode none = auctions(call, alone, nowNs).put("symbol", symbol);
        none.putArray(AUCTIONS);
        return none;
    }

    static ObjectNode news(Call call, long nowNs) {
        HistoryQuery.limit(call.query("limit"), NEWS_USUAL, NEWS_MAX);
        HistoryQuery.descending(call);
        HistoryQuery.timeNs("start", call.query("start"), ZoneOffset.UTC, nowNs, false);
        HistoryQuery.timeNs("end", call.query("end"), ZoneOffset.UTC, nowNs, true);
        oneOf(call, "include_content", FLAGS);
        oneOf(call, "exclude_contentless", FLAGS);
        ObjectNode none = VenueJson.object();
        none.putArray("news");
        return none.putNull("next_page_token");
    }

    static ObjectNode corporateActions(Call call) {
        HistoryQuery.limit(call.query("limit"), ACTIONS_USUAL, ACTIONS_MAX);
        HistoryQuery.descending(call);
        day(call, "start");
        day(call, "end");
        oneOf(call, "region", REGIONS);
        String types = call.query("types");
        if (types != null && !ACTIONS.containsAll(List.of(types.split(",", -1)))) {
            throw new DataRefusal("invalid types: " + types);
        }
        if (call.query("ids") != null && List.of("symbols", "types", "start", "end").stream()
                .anyMatch(other -> call.query(other) != null)) {
            throw new DataRefusal("ids may not be given with other filters");
        }
        ObjectNode none = VenueJson.object();
        none.putObject("corporate_actions");
        return none.putNull("next_page_token");
    }

    private static void oneOf(Call call, String name, Set<String> words) {
        @Nullable String word = call.query(name);
        if (word != null && !words.contains(word)) {
            throw new DataRefusal("invalid " + name + ": " + word);
        }
    }

    private static void day(Call call, String name) {
        @Nullable String text = call.query(name);
        try {
            if (text != null) {
                LocalDate.parse(text);
            }
        } catch (DateTimeException notADay) {
            throw new DataRefusal("invalid " + name + ": " + text);
        }
    }
}
