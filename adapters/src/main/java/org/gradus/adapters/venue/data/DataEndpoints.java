package org.gradus.adapters.venue.data;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.gradus.adapters.venue.Call;
import org.gradus.adapters.venue.DataPlan;
import org.gradus.adapters.venue.MarketListener.Quote;
import org.gradus.adapters.venue.Reply;
import org.gradus.adapters.venue.VenueClock;
import org.gradus.adapters.venue.VenueJson;
import org.gradus.adapters.venue.market.BarFrame;
import org.gradus.adapters.venue.market.Candle;
import org.gradus.adapters.venue.market.Market;
import org.gradus.adapters.venue.market.Print;
import org.gradus.adapters.venue.market.SymbolMarket;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Answers what clients ask of the market data API. Usable from any thread.
public final class DataEndpoints {
    private static final Pattern PAIR = Pattern.compile("[A-Z0-9]+x?/[A-Z]+");
    private static final Pattern TICKER = Pattern.compile("[A-Z0-9.]{1,12}");
    private static final Set<String> LOCATIONS = Set.of("us", "us-1", "us-2", "eu-1", "bs-1");
    private static final Set<String> HISTORY = Set.of("bars", "trades", "quotes");
    /// A daily bar and the one before it, over a long week-end.
    private static final long DAYS_BACK_NS = 10L * 86_400 * 1_000_000_000;
    private static final Set<String> SEVERAL = Set.of("bars", "trades", "quotes", "snapshots", EmptyAnswers.AUCTIONS);
    private static final String SIP = "sip";
    private static final String CORPORATE_ACTIONS = "/v1/corporate-actions";
    /// Where an older client still asks for them.
    private static final String OLDER_CORPORATE_ACTIONS = "/v1beta1/corporate-actions";

    private final Market market;
    private final VenueClock clock;
    private final DataPlan plan;
    private final History history;

    public DataEndpoints(Market market, VenueClock clock, DataPlan plan) {
        this.market = market;
        this.clock = clock;
        this.plan = plan;
        history = new History(market);
    }

    /// Whether this path belongs to the market data API rather than to trading.
    public static boolean owns(String path) {
        return path.startsWith("/v2/stocks/") || path.startsWith("/v1beta1/") || path.startsWith("/v1beta2/")
                || path.startsWith("/v1beta3/") || path.equals(CORPORATE_ACTIONS);
    }

    /// Whether it may be asked without a key.
    public static boolean keyless(String path) {
        return path.startsWith("/v1beta3/crypto/");
    }

    public Reply handle(Call call) {
        String[] parts = call.path().substring(1).split("/", -1);
        Reply reply = null;
        if (call.method().equals("GET") || call.method().equals("HEAD")) {
            try {
                reply = answer(call, parts);
            } catch (DataRefusal refusal) {
                return refusal.reply();
            }
        }
        return reply == null ? new Reply(404, VenueJson.message("endpoint not found.")) : reply;
    }

    private @Nullable Reply answer(Call call, String[] parts) {
        if (call.path().startsWith("/v2/stocks/")) {
            return stocks(call, Arrays.copyOfRange(parts, 2, parts.length));
        }
        if (call.path().startsWith("/v1beta3/crypto/") && parts.length > 3) {
            if (!LOCATIONS.contains(parts[2])) {
                throw new DataRefusal("invalid location: " + parts[2]);
            }
            return crypto(call, Arrays.copyOfRange(parts, 3, parts.length));
        }
        return switch (call.path()) {
            case "/v1beta1/news" -> ok(EmptyAnswers.news(call, clock.nowNs()));
            case CORPORATE_ACTIONS, OLDER_CORPORATE_ACTIONS -> ok(EmptyAnswers.corporateActions(call));
            default -> null;
        };
    }

    private @Nullable Reply crypto(Call call, String[] parts) {
        if (parts.length == 1 && HISTORY.contains(parts[0])) {
            SortedSet<String> symbols = symbols(call, true);
            return ok(history.multi(parts[0], HistoryQuery.of(call, symbols, true, clock.nowNs())));
        }
        if (parts.length == 1 && parts[0].equals("snapshots")) {
            ObjectNode answer = VenueJson.object();
            answer.set("snapshots", each(symbols(call, true), this::snapshot));
            return ok(answer);
        }
        return parts.length == 2 && parts[0].equals("latest") ? latest(parts[1], symbols(call, true)) : null;
    }

    private @Nullable Reply stocks(Call call, String[] parts) {
        if (parts[0].equals("meta")) {
            return meta(call, Arrays.copyOfRange(parts, 1, parts.length));
        }
        boolean several = SEVERAL.contains(parts[0]);
        if (!several && parts.length == 1) {
            return null;
        }
        Reply reply = several ? severalStocks(call, symbols(call, false), parts)
                : stock(call, checked(parts[0], false), Arrays.copyOfRange(parts, 1, parts.length));
        // Snapshots of several stocks have nothing but stocks on their first level.
        boolean envelope = !several || !parts[0].equals("snapshots");
        if (reply != null && envelope && call.query(StockWords.CURRENCY) != null
                && reply.body() instanceof ObjectNode body) {
            body.put(StockWords.CURRENCY, call.query(StockWords.CURRENCY));
        }
        return reply;
    }

    private static @Nullable Reply meta(Call call, String[] parts) {
        if (parts.length == 2 && parts[0].equals("conditions")) {
            return ok(StockMeta.conditions(call, parts[1]));
        }
        return parts.length == 1 && parts[0].equals("exchanges") ? ok(StockMeta.exchanges()) : null;
    }

    private @Nullable Reply severalStocks(Call call, SortedSet<String> symbols, String[] parts) {
        if (parts.length == 1 && HISTORY.contains(parts[0])) {
            return ok(history.multi(parts[0], past(call, symbols, parts[0])));
        }
        if (parts.length == 1 && parts[0].equals(EmptyAnswers.AUCTIONS)) {
            return ok(EmptyAnswers.auctions(call, symbols, clock.nowNs()));
        }
        checkLatest(call);
        if (parts.length == 1 && parts[0].equals("snapshots")) {
            return ok(each(symbols, this::snapshot));
        }
        return parts.length == 2 && parts[1].equals("latest") ? latest(parts[0], symbols) : null;
    }

    private @Nullable Reply stock(Call call, String symbol, String[] parts) {
        SortedSet<String> alone = new TreeSet<>(List.of(symbol));
        if (parts.length == 1 && HISTORY.contains(parts[0])) {
            return ok(history.single(parts[0], past(call, alone, parts[0])));
        }
        if (parts.length == 1 && parts[0].equals(EmptyAnswers.AUCTIONS)) {
            return ok(EmptyAnswers.auctions(call, symbol, alone, clock.nowNs()));
        }
        checkLatest(call);
        if (parts.length == 2 && parts[1].equals("latest") && HISTORY.contains(parts[0])) {
            String name = parts[0].substring(0, parts[0].length() - 1);
            return one(symbol, name, latest(parts[0]));
        }
        if (parts.length == 1 && parts[0].equals("snapshot")) {
            SymbolMarket known = market.symbol(symbol);
            return known == null ? unknown(symbol) : ok(snapshot(known).put("symbol", symbol));
        }
        return null;
    }

    private HistoryQuery past(Call call, SortedSet<String> symbols, String kind) {
        StockWords.check(call, StockWords.HISTORICAL_FEEDS);
        StockWords.checkHistory(call, kind.equals("bars"));
        String feed = StockWords.feed(call);
        long delayNs = feed == null || feed.equals(SIP) ? plan.sipDelayNs() : 0;
        long latestNs = clock.nowNs() - delayNs;
        HistoryQuery query = HistoryQuery.of(call, symbols, false, latestNs);
        if (delayNs > 0 && query.endNs() > latestNs) {
            throw DataRefusal.recentSip();
        }
        return query;
    }

    private void checkLatest(Call call) {
        StockWords.check(call, StockWords.LATEST_FEEDS);
        if (SIP.equals(StockWords.feed(call)) && plan.sipDelayNs() > 0) {
            throw DataRefusal.recentSip();
        }
    }

    private Reply one(String symbol, String name, Function<SymbolMarket, @Nullable ObjectNode> look) {
        SymbolMarket known = market.symbol(symbol);
        ObjectNode found = known == null ? null : look.apply(known);
        if (found == null) {
            return unknown(symbol);
        }
        ObjectNode answer = VenueJson.object().put("symbol", symbol);
        answer.set(name, found);
        return ok(answer);
    }

    private static Reply unknown(String symbol) {
        return new Reply(404, VenueJson.message("no data found for " + symbol));
    }

    private @Nullable Reply latest(String kind, SortedSet<String> symbols) {
        if (!HISTORY.contains(kind) && !kind.equals("orderbooks")) {
            return null;
        }
        ObjectNode answer = VenueJson.object();
        answer.set(kind, each(symbols, latest(kind)));
        return ok(answer);
    }

    private static Function<SymbolMarket, @Nullable ObjectNode> latest(String kind) {
        return switch (kind) {
            case "bars" -> market -> {
                Candle candle = market.lastCandle();
                return candle == null ? null : MarketWire.bar(market.crypto(), candle);
            };
            case "trades" -> market -> {
                Print print = market.lastPrint();
                return print == null ? null : MarketWire.trade(market.crypto(), print);
            };
            default -> market -> {
                Quote quote = market.lastQuote();
                return quote == null ? null : kind.equals("quotes") ? MarketWire.quote(market.crypto(), quote)
                        : MarketWire.orderBook(quote);
            };
        };
    }

    private ObjectNode snapshot(SymbolMarket known) {
        BarFrame days = new BarFrame(1, BarFrame.Unit.DAY, known.zone());
        long nowNs = clock.nowNs();
        return MarketWire.snapshot(known, known.candles(days, nowNs - DAYS_BACK_NS, nowNs, Integer.MAX_VALUE));
    }

    /// What there is of each symbol; one that is not known, or has none of it, is left out.
    private ObjectNode each(SortedSet<String> symbols, Function<SymbolMarket, @Nullable ObjectNode> look) {
        ObjectNode found = VenueJson.object();
        for (String symbol : symbols) {
            SymbolMarket known = market.symbol(symbol);
            ObjectNode node = known == null ? null : look.apply(known);
            if (node != null) {
                found.set(symbol, node);
            }
        }
        return found;
    }

    private static SortedSet<String> symbols(Call call, boolean crypto) {
        String text = call.query("symbols");
        if (text == null) {
            throw new DataRefusal("symbols is required");
        }
        SortedSet<String> symbols = new TreeSet<>();
        for (String symbol : text.split(",", -1)) {
            symbols.add(checked(symbol.strip(), crypto));
        }
        return symbols;
    }

    private static String checked(String symbol, boolean crypto) {
        if (crypto && !PAIR.matcher(symbol).matches()) {
            throw new DataRefusal("invalid symbol: " + symbol + " does not match ^[A-Z]+x?/[A-Z]+$");
        }
        if (!crypto && !TICKER.matcher(symbol).matches()) {
            throw new DataRefusal("invalid symbol: " + symbol);
        }
        return symbol;
    }

    private static Reply ok(ObjectNode body) {
        return new Reply(200, body);
    }
}
