package org.gradus.adapters.alpaca;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import org.gradus.adapters.alpaca.access.AlpacaAccess;
import org.gradus.adapters.alpaca.rest.RequestBudget;
import org.gradus.adapters.alpaca.rest.RestTransport;
import org.gradus.adapters.alpaca.rest.Sending;
import org.gradus.adapters.alpaca.stream.MarketStream;
import org.gradus.adapters.alpaca.stream.OrderStream;
import org.gradus.adapters.alpaca.stream.Subscription;
import org.gradus.adapters.alpaca.trading.MarketClock;
import org.gradus.adapters.alpaca.trading.TradingRest;
import org.gradus.adapters.wire.Pace;
import org.gradus.adapters.wire.WireHttp;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.egress.VenueConnection;
import org.gradus.engine.ingress.EngineClock;
import org.gradus.engine.ingress.VenueFeed;
import org.jspecify.annotations.Nullable;

/// Everything one engine needs of Alpaca, wired: the page to read first. Nothing is connected before a feed is started
/// or a call is made.
public final class AlpacaVenue {
    private final OkHttpClient http;
    private final AlpacaAccess access;
    private final AlpacaSettings settings;
    private final Pace pace = Pace.system();
    private final Consumer<String> notes;
    private final Tradables tradables;
    private final FillReports fills;
    private final TradingRest trading;
    private final OrderFinder finder;
    private volatile @Nullable StockHours hours;

    /// @param instruments as the journal numbers them
    /// @param notes       takes what is worth a line in the log; free of keys
    public AlpacaVenue(AlpacaAccess access, AlpacaSettings settings, List<Instrument> instruments,
                       Consumer<String> notes) {
        this.access = access;
        this.settings = settings;
        this.notes = notes;
        http = WireHttp.client(settings.times(), Sending.watch());
        tradables = new Tradables(instruments);
        fills = new FillReports(settings.cryptoFeeRate());
        trading = new TradingRest(new RestTransport(http, access.endpoints().trading(), Optional.of(access.keys()),
                new RequestBudget(settings.requestsPerMinute(), settings.reservedRequests()),
                pace.times(settings.speed())));
        finder = new OrderFinder(trading, new OrderIds());
    }

    /// Closes everything with it; the feeds come first.
    public VenueConnection connection() {
        return new AlpacaConnection(trading, tradables, fills, finder, this::clockRead, () -> WireHttp.close(http));
    }

    private void clockRead(MarketClock clock) {
        StockHours listening = hours;
        if (listening != null) {
            listening.heard(clock);
        }
    }

    /// Tells when stocks are traded; none where no stock is.
    ///
    /// @param entryMarginNs so long before the close no entry starts
    public Optional<VenueFeed> hours(EngineClock clock, long entryMarginNs) {
        if (!tradables.anyStock()) {
            return Optional.empty();
        }
        hours = new StockHours(trading::calendar, clock, entryMarginNs, notes);
        return Optional.of(hours);
    }

    /// @param source of its faults, as the journal numbers it
    public VenueFeed orderFeed(int source) {
        AlpacaOrderReports reports = new AlpacaOrderReports(tradables, fills, finder.ids(), finder, notes);
        return new AlpacaOrderFeed(listener -> new OrderStream(http, access, settings.streams(), pace, listener),
                reports, source, notes);
    }

    /// In the order of the settings.
    public List<VenueFeed> marketFeeds() {
        List<VenueFeed> feeds = new ArrayList<>();
        for (AlpacaSettings.MarketFeed feed : settings.feeds()) {
            List<Subscription> subscriptions = tradables.all().stream()
                    .filter(instrument -> feed.symbols().contains(instrument.symbol()))
                    .map(instrument -> new Subscription(instrument, feed.trades(), feed.quotes(), feed.bars()))
                    .toList();
            MarketStream.Feed asked =
                    new MarketStream.Feed(feed.endpoint(), feed.packing(), subscriptions, feed.source());
            feeds.add(new AlpacaMarketFeed(listener -> new MarketStream(http, access, asked, settings.streams(), pace,
                    listener), "market stream " + feed.endpoint(), notes));
        }
        return feeds;
    }
}
