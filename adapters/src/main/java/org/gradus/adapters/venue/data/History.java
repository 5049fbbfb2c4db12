package org.gradus.adapters.venue.data;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.gradus.adapters.venue.MarketListener.Quote;
import org.gradus.adapters.venue.VenueJson;
import org.gradus.adapters.venue.market.Candle;
import org.gradus.adapters.venue.market.Market;
import org.gradus.adapters.venue.market.Print;
import org.gradus.adapters.venue.market.SymbolMarket;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Bars, trades and quotes of the past, in pages: by symbol, then by time, as many as the limit over all symbols.
final class History {
    private final Market market;

    History(Market market) {
        this.market = market;
    }

    /// What history there is of one symbol.
    private record Series<T>(List<T> items, ToLongFunction<T> timeNs, Function<T, ObjectNode> node) {
    }

    /// A page under construction.
    private static final class Page {
        private final ObjectNode bySymbol = VenueJson.object();
        private int room;
        private @Nullable PageToken last;
        private boolean full;

        Page(int room) {
            this.room = room;
        }
    }

    ObjectNode multi(String kind, HistoryQuery query) {
        Page page = page(kind, query);
        ObjectNode answer = VenueJson.object();
        answer.set(kind, page.bySymbol);
        return answer.put("next_page_token", token(page));
    }

    ObjectNode single(String kind, HistoryQuery query) {
        String symbol = query.symbols().first();
        Page page = page(kind, query);
        ObjectNode answer = VenueJson.object();
        answer.set(kind, page.bySymbol.has(symbol) ? page.bySymbol.get(symbol) : VenueJson.object().arrayNode());
        return answer.put("symbol", symbol).put("next_page_token", token(page));
    }

    private static @Nullable String token(Page page) {
        return page.full && page.last != null ? page.last.text() : null;
    }

    private Page page(String kind, HistoryQuery query) {
        Page page = new Page(query.limit());
        PageToken after = query.after();
        for (String symbol : query.symbols()) {
            SymbolMarket known = market.symbol(symbol);
            if (known == null || page.full || after != null && symbol.compareTo(after.symbol()) < 0) {
                continue;
            }
            boolean resumed = after != null && symbol.equals(after.symbol());
            HistoryQuery rest = resumed ? behind(query, after) : query;
            fill(page, symbol, series(kind, known, rest, page.room), rest, resumed ? after : null);
        }
        return page;
    }

    private static HistoryQuery behind(HistoryQuery query, PageToken after) {
        return new HistoryQuery(query.symbols(), query.frame(),
                query.descending() ? query.startNs() : Math.max(query.startNs(), after.timeNs()),
                query.descending() ? Math.min(query.endNs(), after.timeNs()) : query.endNs(),
                query.limit(), query.descending(), after);
    }

    private static Series<?> series(String kind, SymbolMarket market, HistoryQuery query, int room) {
        boolean crypto = market.crypto();
        return switch (kind) {
            // One more than the page holds shows that there is another, and one was given before.
            case "bars" -> new Series<>(market.candles(query.frame(), query.startNs(), query.endNs(),
                    query.descending() ? Integer.MAX_VALUE : room + 2), Candle::startNs,
                    candle -> MarketWire.bar(crypto, candle));
            case "trades" -> new Series<>(market.prints(query.startNs(), query.endNs()), Print::timeNs,
                    print -> MarketWire.trade(crypto, print));
            case "quotes" -> new Series<>(market.quotes(query.startNs(), query.endNs()), Quote::timeNs,
                    quote -> MarketWire.quote(crypto, quote));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static <T> void fill(Page page, String symbol, Series<T> series, HistoryQuery query,
                                 @Nullable PageToken after) {
        List<T> items = query.descending() ? series.items.reversed() : series.items;
        ArrayNode array = null;
        int sameTime = 0;
        long lastNs = 0;
        for (T item : items) {
            long timeNs = series.timeNs.applyAsLong(item);
            sameTime = sameTime > 0 && timeNs == lastNs ? sameTime + 1 : 1;
            lastNs = timeNs;
            if (after != null && timeNs == after.timeNs() && sameTime <= after.given()) {
                continue;
            }
            if (page.room == 0) {
                page.full = true;
                return;
            }
            array = array == null ? page.bySymbol.putArray(symbol) : array;
            array.add(series.node.apply(item));
            page.room--;
            page.last = new PageToken(symbol, timeNs, sameTime);
        }
    }
}
