package org.gradus.adapters.venue.stream;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.jetty.websocket.api.Session;
import org.gradus.adapters.venue.Keys;
import org.gradus.adapters.venue.MarketListener.Quote;
import org.gradus.adapters.venue.VenueJson;
import org.gradus.adapters.venue.data.MarketWire;
import org.gradus.adapters.venue.market.Candle;
import org.gradus.adapters.venue.market.Market;
import org.gradus.adapters.venue.market.MarketFeed;
import org.gradus.adapters.venue.market.PriceBand;
import org.gradus.adapters.venue.market.Print;
import org.gradus.adapters.venue.market.SymbolMarket;
import org.gradus.adapters.venue.market.TradingStatus;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// One data stream of the venue and its clients. Usable from any thread.
public final class DataStream implements MarketFeed {
    private final FeedKind kind;
    private final Market market;
    private final Keys keys;
    private final StreamRules rules;
    private final Timers timers;
    private final StreamFaults faults;
    private final Set<DataConversation> conversations = ConcurrentHashMap.newKeySet();
    private final Map<String, DataConversation> admitted = new ConcurrentHashMap<>();

    /// @param faults  what goes wrong with it
    public DataStream(FeedKind kind, Market market, Keys keys, StreamRules rules, Timers timers,
                      StreamFaults faults) {
        this.kind = kind;
        this.market = market;
        this.keys = keys;
        this.rules = rules;
        this.timers = timers;
        this.faults = faults;
    }

    /// A client has connected.
    ///
    /// @param contentType     of the upgrade request
    /// @param upgradeAccount  the account that the upgrade's headers opened, if they did
    /// @param upgradeRefused  whether there were headers that opened nothing
    public Conversation connected(Session session, @Nullable String contentType, @Nullable String upgradeAccount,
                                  boolean upgradeRefused) {
        Encoding encoding = Encoding.of(contentType, Encoding.JSON_TEXT);
        Line line = new Line(session, encoding, Outbox.USUAL_BOUND, timers);
        DataConversation conversation = new DataConversation(this, line, upgradeAccount, upgradeRefused);
        conversations.add(conversation);
        return conversation;
    }

    FeedKind kind() {
        return kind;
    }

    Keys keys() {
        return keys;
    }

    StreamRules rules() {
        return rules;
    }

    Timers timers() {
        return timers;
    }

    /// @return why the account gets no connection; null when it has one now
    @Nullable StreamError admit(String account, DataConversation conversation) {
        StreamError refusal = faults.refusal();
        if (refusal != null) {
            return refusal;
        }
        if (!rules.plan().streams(faults.path())) {
            return StreamError.INSUFFICIENT_SUBSCRIPTION;
        }
        boolean first = !rules.connectionLimit() || admitted.putIfAbsent(account, conversation) == null;
        return first ? null : StreamError.CONNECTION_LIMIT_EXCEEDED;
    }

    void leave(@Nullable String account, DataConversation conversation) {
        conversations.remove(conversation);
        if (account != null) {
            admitted.remove(account, conversation);
        }
    }

    /// The quotes whose books a subscription begins with.
    List<Quote> books(String symbol) {
        Collection<SymbolMarket> asked = symbol.equals(Subscriptions.ALL) ? market.symbols()
                : market.symbol(symbol) == null ? List.of() : List.of(market.symbol(symbol));
        return asked.stream().filter(SymbolMarket::crypto).map(SymbolMarket::lastQuote)
                .filter(quote -> quote != null).toList();
    }

    static ObjectNode wholeBook(Quote quote) {
        return named("o", quote.symbol(), MarketWire.orderBook(quote)).put("r", true);
    }

    static ObjectNode bookChange(Quote before, Quote quote) {
        return named("o", quote.symbol(), MarketWire.orderBookChange(before, quote));
    }

    @Override
    public void onQuote(SymbolMarket about, Quote quote) {
        if (!listened(about)) {
            return;
        }
        tell("quotes", about, () -> named("q", about.symbol(), MarketWire.quote(about.crypto(), quote)));
        if (about.crypto()) {
            conversations.forEach(each -> each.tellBook(quote));
        }
    }

    @Override
    public void onPrint(SymbolMarket about, Print print) {
        tell("trades", "t", about, () -> MarketWire.trade(about.crypto(), print));
    }

    @Override
    public void onCandle(SymbolMarket about, Candle candle, Candle day) {
        if (listened(about)) {
            tell("bars", about, () -> named("b", about.symbol(), MarketWire.bar(about.crypto(), candle)));
            tell("dailyBars", about, () -> named("d", about.symbol(), MarketWire.bar(about.crypto(), day)));
        }
    }

    @Override
    public void onUpdatedCandle(SymbolMarket about, Candle candle) {
        tell("updatedBars", "u", about, () -> MarketWire.bar(about.crypto(), candle));
    }

    @Override
    public void onStatus(SymbolMarket about, TradingStatus status) {
        tell("statuses", "s", about, () -> MarketWire.status(status));
    }

    @Override
    public void onBand(SymbolMarket about, PriceBand band) {
        tell("lulds", "l", about, () -> MarketWire.band(band));
    }

    @Override
    public void onImbalance(SymbolMarket about, BigDecimal price, long timeNs) {
        tell("imbalances", "i", about, () -> MarketWire.imbalance(price, timeNs));
    }

    @Override
    public void onCorrection(SymbolMarket about, Print wrong, Print right, long timeNs) {
        tell("corrections", "c", about, () -> MarketWire.correction(wrong, right, timeNs));
    }

    @Override
    public void onCancel(SymbolMarket about, Print print, long timeNs) {
        tell("cancelErrors", "x", about, () -> MarketWire.cancel(print, timeNs));
    }

    private void tell(String channel, String type, SymbolMarket about, Supplier<ObjectNode> fields) {
        if (listened(about)) {
            tell(channel, about, () -> named(type, about.symbol(), fields.get()));
        }
    }

    /// Whether anybody may hear of it, and nothing goes wrong on the way.
    private boolean listened(SymbolMarket about) {
        if (conversations.isEmpty() || about.crypto() != (kind == FeedKind.CRYPTO)) {
            return false;
        }
        if (faults.cuts()) {
            conversations.forEach(DataConversation::cutOff);
        }
        return !faults.swallows();
    }

    private void tell(String channel, SymbolMarket about, Supplier<ObjectNode> node) {
        Message message = new Message(DataConversation.array(node.get()));
        conversations.forEach(each -> each.tell(channel, about.symbol(), message));
    }

    private static ObjectNode named(String type, String symbol, ObjectNode fields) {
        ObjectNode node = VenueJson.object().put("T", type).put("S", symbol);
        node.setAll(fields);
        return node;
    }
}
