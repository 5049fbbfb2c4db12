package org.gradus.tools.run;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gradus.adapters.alpaca.AlpacaSettings;
import org.gradus.adapters.alpaca.AlpacaVenue;
import org.gradus.adapters.alpaca.access.AlpacaAccess;
import org.gradus.adapters.alpaca.access.AlpacaEndpoints;
import org.gradus.adapters.alpaca.access.Credentials;
import org.gradus.adapters.alpaca.stream.MarketStream.Packing;
import org.gradus.adapters.wire.StreamSettings;
import org.gradus.adapters.wire.TrustedAddress;
import org.gradus.adapters.wire.WireHttp;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Mode;
import org.gradus.engine.egress.VenueConnection;
import org.gradus.engine.egress.VenueSnapshot;
import org.gradus.engine.ingress.EngineClock;
import org.gradus.engine.ingress.VenueFeed;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.EngineConfig.InstrumentConfig;
import org.gradus.engine.runtime.LiveVenue;
import org.gradus.tools.config.AlpacaRun;
import org.gradus.tools.config.RunConfig;

/// The line of one run to Alpaca: which address, which keys, which streams. Keys come from the environment and leave it
/// for nowhere but the wire.
public final class AlpacaLine {
    static final String TRADING_URL = "ALPACA_TRADING_URL";
    static final String DATA_URL = "ALPACA_DATA_URL";

    private final EngineConfig engine;
    private final AlpacaRun alpaca;
    private final AlpacaAccess access;
    /// Where its address comes from, if not from the configuration.
    private final String whence;
    private final double speed;
    private final Consumer<String> notes;

    /// @param speed times real time at which the venue's clock runs: its budgets are of its minutes
    /// @throws IllegalArgumentException when keys are missing, or an address is none that they may go to
    public AlpacaLine(RunConfig config, double speed, Map<String, String> environment, Consumer<String> notes) {
        this.speed = speed;
        engine = config.engine();
        alpaca = config.alpaca();
        this.notes = notes;
        whence = environment.getOrDefault(TRADING_URL, "").isBlank() ? "" : " (by " + TRADING_URL + ")";
        AlpacaEndpoints endpoints = endpoints(environment);
        access = engine.mode() == Mode.LIVE
            ? AlpacaAccess.live(endpoints, Credentials.Live.from(environment).orElseThrow(missing("LIVE")))
            : AlpacaAccess.paper(endpoints, Credentials.Paper.from(environment).orElseThrow(missing("PAPER")));
    }

    private static Supplier<IllegalArgumentException> missing(String kind) {
        return () -> new IllegalArgumentException("keys are missing: set ALPACA_" + kind + "_KEY_ID and ALPACA_" + kind
            + "_SECRET_KEY in the environment");
    }

    private AlpacaEndpoints endpoints(Map<String, String> environment) {
        String trading = environment.getOrDefault(TRADING_URL, alpaca.trading()).strip();
        String data = environment.getOrDefault(DATA_URL, alpaca.data()).strip();
        AlpacaEndpoints own = engine.mode() == Mode.LIVE ? AlpacaEndpoints.LIVE : AlpacaEndpoints.PAPER;
        if (!trading.isEmpty()) {
            own = own.withTradingAt(address(TRADING_URL, trading));
        }
        if (!data.isEmpty()) {
            URI address = address(DATA_URL, data);
            own = own.withData(address);
            own = TrustedAddress.loopback(address) ? own.withDataStreams(AlpacaEndpoints.at(address).dataStreams())
                : own;
        }
        return alpaca.streams().isEmpty() ? own : own.withDataStreams(URI.create(alpaca.streams()));
    }

    private static URI address(String name, String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(name + " is no address: expected https://HOST or http://127.0.0.1:PORT");
        }
    }

    @Override
    public String toString() {
        return engine.mode().label() + " trading with " + access;
    }

    /// Names of the streams, by source number.
    public List<String> sources() {
        List<String> names = new ArrayList<>(List.of("alpaca orders"));
        marketFeeds(instruments(engine)).forEach(feed -> names.add("alpaca " + feed.endpoint()));
        return names;
    }

    private static List<Instrument> instruments(EngineConfig config) {
        return config.instruments().stream().map(InstrumentConfig::instrument).toList();
    }

    private List<AlpacaSettings.MarketFeed> marketFeeds(List<Instrument> instruments) {
        List<AlpacaSettings.MarketFeed> feeds = new ArrayList<>();
        for (AssetClass each : AssetClass.values()) {
            List<String> symbols = instruments.stream().filter(instrument -> instrument.assetClass() == each)
                .map(Instrument::symbol).toList();
            if (!symbols.isEmpty()) {
                String endpoint = each == AssetClass.CRYPTO ? "/v1beta3/crypto/" + alpaca.cryptoFeed()
                    : "/v2/" + alpaca.stockFeed();
                Packing packing = alpaca.messagePack() ? Packing.MESSAGE_PACK : Packing.JSON;
                feeds.add(new AlpacaSettings.MarketFeed(endpoint, packing, symbols, true, true, anyBars(symbols),
                    1 + feeds.size()));
            }
        }
        return feeds;
    }

    private boolean anyBars(List<String> symbols) {
        return engine.instruments().stream().anyMatch(each -> symbols.contains(each.instrument().symbol())
            && !each.barsFromFeed().isEmpty());
    }

    private AlpacaVenue venue(List<Instrument> instruments) {
        AlpacaRun.Times times = alpaca.times();
        WireHttp.Times http = new WireHttp.Times(Duration.ofNanos(times.connectNs()),
            Duration.ofNanos(times.requestNs()), Duration.ofNanos(times.requestNs()),
            Duration.ofNanos(times.silenceNs() / 2));
        StreamSettings streams = new StreamSettings(Duration.ofNanos(times.silenceNs()),
            Duration.ofNanos(times.firstPauseNs()), Duration.ofNanos(times.longestPauseNs()));
        return new AlpacaVenue(access, new AlpacaSettings(http, streams, alpaca.requests().perMinute(),
            alpaca.requests().reserved(), engine.limits().takerFee(), speed, marketFeeds(instruments)), instruments,
            notes);
    }

    /// Everything for an engine, its instruments as the journal numbers them.
    public LiveVenue open(List<Instrument> instruments, EngineClock clock) {
        AlpacaVenue venue = venue(instruments);
        List<VenueFeed> feeds = new ArrayList<>(List.of(venue.orderFeed(0)));
        feeds.addAll(venue.marketFeeds());
        venue.hours(clock, alpaca.entryMarginNs()).ifPresent(feeds::add);
        return new LiveVenue(venue.connection(), feeds, notes);
    }

    /// The account's cash, for the first start.
    ///
    /// @throws IllegalStateException when the venue does not tell
    String cash() {
        try (VenueConnection connection = venue(instruments(engine)).connection()) {
            return switch (connection.snapshot()) {
                case VenueSnapshot.Taken books -> FixedPoint.format(books.cash());
                case VenueSnapshot.Failed(String detail) ->
                    throw new IllegalStateException("the account of the " + access + whence + " cannot be read: "
                        + detail);
            };
        }
    }

    /// What the venue's clock says; empty when it does not, and then somebody is told why.
    OptionalLong timeNs(Consumer<String> unreadable) {
        try (VenueConnection connection = venue(instruments(engine)).connection()) {
            OptionalLong time = connection.timeNs();
            if (time.isEmpty()) {
                String why = connection.snapshot() instanceof VenueSnapshot.Failed(String detail) ? ": " + detail : "";
                unreadable.accept("the clock at " + access.endpoints().trading() + whence + " cannot be read" + why);
            }
            return time;
        }
    }
}
