package org.gradus.adapters.venue.data;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.gradus.adapters.venue.MarketListener.Quote;
import org.gradus.adapters.venue.VenueJson;
import org.gradus.adapters.venue.market.Candle;
import org.gradus.adapters.venue.market.PriceBand;
import org.gradus.adapters.venue.market.Print;
import org.gradus.adapters.venue.market.SymbolMarket;
import org.gradus.adapters.venue.market.Timestamps;
import org.gradus.adapters.venue.market.TradingStatus;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Trades, quotes, bars and order books as market data spells them, in REST and streams alike. Prices and sizes are
/// numbers; sizes of stocks are whole where they can be.
public final class MarketWire {
    private static final String STOCK_EXCHANGE = "V";
    private static final String STOCK_TAPE = "C";
    private static final String REGULAR_SALE = "@";

    private MarketWire() {
    }

    public static ObjectNode trade(boolean crypto, Print print) {
        ObjectNode node = VenueJson.object().put("t", Timestamps.text(print.timeNs())).put("p", print.price());
        size(node, "s", print.size(), crypto);
        node.put("i", print.id());
        if (crypto) {
            return node.put("tks", String.valueOf(print.taker()));
        }
        conditions(node.put("x", STOCK_EXCHANGE), "c", REGULAR_SALE);
        if (print.standing() != Print.Standing.VALID) {
            node.put("u", print.standing().name().toLowerCase(Locale.ROOT));
        }
        return node.put("z", STOCK_TAPE);
    }

    public static ObjectNode status(TradingStatus status) {
        return at(status.timeNs()).put("sc", status.code()).put("sm", status.message())
                .put("rc", status.reasonCode()).put("rm", status.reason()).put("z", STOCK_TAPE);
    }

    public static ObjectNode band(PriceBand band) {
        return at(band.timeNs()).put("u", band.up()).put("d", band.down())
                .put("i", String.valueOf(band.indicator())).put("z", STOCK_TAPE);
    }

    public static ObjectNode imbalance(BigDecimal price, long timeNs) {
        return at(timeNs).put("p", price).put("z", STOCK_TAPE);
    }

    public static ObjectNode correction(Print wrong, Print right, long timeNs) {
        ObjectNode node = at(timeNs).put("x", STOCK_EXCHANGE).put("oi", wrong.id()).put("op", wrong.price());
        size(node, "os", wrong.size(), false);
        conditions(node, "oc", REGULAR_SALE);
        size(node.put("ci", right.id()).put("cp", right.price()), "cs", right.size(), false);
        conditions(node, "cc", REGULAR_SALE);
        return node.put("z", STOCK_TAPE);
    }

    public static ObjectNode cancel(Print print, long timeNs) {
        ObjectNode node = at(timeNs).put("i", print.id()).put("x", STOCK_EXCHANGE).put("p", print.price());
        size(node, "s", print.size(), false);
        return node.put("a", "C").put("z", STOCK_TAPE);
    }

    private static ObjectNode at(long timeNs) {
        return VenueJson.object().put("t", Timestamps.text(timeNs));
    }

    public static ObjectNode quote(boolean crypto, Quote quote) {
        ObjectNode node = VenueJson.object().put("t", Timestamps.text(quote.timeNs())).put("bp", quote.bid());
        size(node, "bs", quote.bidSize(), crypto);
        size(node.put("ap", quote.ask()), "as", quote.askSize(), crypto);
        if (crypto) {
            return node;
        }
        conditions(node.put("bx", STOCK_EXCHANGE).put("ax", STOCK_EXCHANGE), "c", "R");
        return node.put("z", STOCK_TAPE);
    }

    public static ObjectNode bar(boolean crypto, Candle candle) {
        ObjectNode node = VenueJson.object().put("t", Timestamps.text(candle.startNs())).put("o", candle.open())
                .put("h", candle.high()).put("l", candle.low()).put("c", candle.close());
        size(node, "v", candle.volume(), crypto);
        return node.put("n", candle.trades()).put("vw", candle.averagePrice());
    }

    /// The whole book, which is the best quote: nothing is known of what lies behind it.
    public static ObjectNode orderBook(Quote quote) {
        ObjectNode node = VenueJson.object().put("t", Timestamps.text(quote.timeNs()));
        level(node.putArray("b"), quote.bid(), quote.bidSize());
        level(node.putArray("a"), quote.ask(), quote.askSize());
        return node;
    }

    /// What has changed from one quote to the next: a level that is gone has the size 0.
    public static ObjectNode orderBookChange(Quote before, Quote quote) {
        ObjectNode node = VenueJson.object().put("t", Timestamps.text(quote.timeNs()));
        ArrayNode bids = node.putArray("b");
        change(bids, before.bid(), before.bidSize(), quote.bid(), quote.bidSize());
        change(node.putArray("a"), before.ask(), before.askSize(), quote.ask(), quote.askSize());
        return node;
    }

    private static void change(ArrayNode levels, BigDecimal oldPrice, BigDecimal oldSize, BigDecimal price,
                               BigDecimal size) {
        if (oldPrice.compareTo(price) != 0) {
            level(levels, oldPrice, BigDecimal.ZERO);
            level(levels, price, size);
        } else if (oldSize.compareTo(size) != 0) {
            level(levels, price, size);
        }
    }

    private static void level(ArrayNode levels, BigDecimal price, BigDecimal size) {
        levels.addObject().put("p", price).put("s", size);
    }

    private static void conditions(ObjectNode node, String name, String condition) {
        node.putArray(name).add(condition);
    }

    private static void size(ObjectNode node, String name, BigDecimal size, boolean crypto) {
        BigDecimal bare = size.stripTrailingZeros();
        if (!crypto && bare.scale() <= 0) {
            node.put(name, bare.longValue());
        } else {
            node.put(name, bare);
        }
    }

    /// Latest trade and quote and the bars of minute, day and day before; what there is none of is left out.
    static ObjectNode snapshot(SymbolMarket market, List<Candle> days) {
        ObjectNode node = VenueJson.object();
        boolean crypto = market.crypto();
        Print print = market.lastPrint();
        if (print != null) {
            node.set("latestTrade", trade(crypto, print));
        }
        Quote quote = market.lastQuote();
        if (quote != null) {
            node.set("latestQuote", quote(crypto, quote));
        }
        Candle minute = market.lastCandle();
        if (minute != null) {
            node.set("minuteBar", bar(crypto, minute));
        }
        if (!days.isEmpty()) {
            node.set("dailyBar", bar(crypto, days.getLast()));
        }
        if (days.size() > 1) {
            node.set("prevDailyBar", bar(crypto, days.get(days.size() - 2)));
        }
        return node;
    }
}
