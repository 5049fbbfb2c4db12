package org.gradus.adapters.venue.server;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.gradus.adapters.venue.data.DataEndpoints;
import org.gradus.adapters.venue.fault.Faults;
import org.gradus.adapters.venue.fault.ScriptedMarketFaults;
import org.gradus.adapters.venue.market.FakeMarket;
import org.gradus.adapters.venue.market.MadeQuotes;
import org.gradus.adapters.venue.market.Market;
import org.gradus.adapters.venue.market.MarketClock;
import org.gradus.adapters.venue.market.Reel;
import org.gradus.adapters.venue.market.TapePump;
import org.gradus.adapters.venue.market.TapeTime;
import org.gradus.adapters.venue.market.Timestamps;
import org.gradus.adapters.venue.stream.DataStream;
import org.gradus.adapters.venue.stream.FeedKind;
import org.gradus.adapters.venue.stream.OrderStream;
import org.gradus.adapters.venue.stream.StreamFaults;
import org.gradus.adapters.venue.stream.Timers;
import org.jspecify.annotations.Nullable;

/// A whole venue, wired from top to bottom: clock, market, exchange, streams, server. It serves from its making on.
public final class Venue implements AutoCloseable {
    private final Timers timers = new Timers();
    private final Market market;
    private final MarketClock clock;
    private final @Nullable TapePump pump;
    private final Faults faults;
    private final VenueServer server;
    private final List<String> symbols;

    /// @param says  hears what people should know while it runs
    public Venue(VenueSettings settings, TradingSide.Maker maker, Consumer<String> says) {
        this(settings, maker, says, machine());
    }

    /// @param realNs  the world's time, ns since 1970, of which only how it goes on must be right
    public Venue(VenueSettings settings, TradingSide.Maker maker, Consumer<String> says, LongSupplier realNs) {
        VenueSettings.Playback playback = settings.playback();
        @Nullable Reel reel = playback.tapes().isEmpty() ? null : Reel.of(playback.tapes());
        List<Reel> history = playback.history().isEmpty() ? List.of() : List.of(Reel.of(playback.history()));
        @Nullable KeptTime before = KeptTime.read(settings.state());
        KeptTime began = before != null ? before : beginning(reel, playback, realNs.getAsLong());
        TapeTime time = began.time();
        symbols = reel == null ? List.of() : reel.symbols();
        market = new Market(playback.madeQuotes());
        pump = reel == null ? null : new TapePump(reel, market, time.shiftNs(), says);
        MarketClock running = new MarketClock(realNs, began.realNs(), time.presentNs(), playback.speed());
        if (pump != null) {
            pump.warmUp(history, time.shiftNs(), before == null ? time.presentNs() : running.nowNs());
        }
        // Now does not wait until the past of a tape is played; a tape that nothing shall be missed of does.
        boolean runs = before != null || playback.wall() && playback.warmUpNs() != 0;
        clock = runs ? running : new MarketClock(realNs, time.presentNs(), playback.speed());
        new KeptTime(time, clock.startedNs()).keep(settings.state());
        faults = new Faults(settings.faults(), realNs);
        OrderStream orders = new OrderStream(settings.keys(), settings.streams(), timers, faults);
        TradingSide trading = maker.make(settings, clock, orders, faults);
        market.listen(trading.market());
        market.beset(new ScriptedMarketFaults(faults));
        Map<String, DataStream> streams = streams(settings);
        server = new VenueServer(new VenueServer.Parts(settings.keys(), trading.api(),
                new DataEndpoints(market, clock, settings.streams().plan()), orders, streams, faults, timers),
                settings.requestsPerMinute(), playback.speed(), says);
        server.start(settings.port());
        if (pump != null) {
            pump.start(clock);
        }
    }

    private static LongSupplier machine() {
        long originNs = Timestamps.epochNs(Instant.now()) - System.nanoTime();
        return () -> originNs + System.nanoTime();
    }

    private static KeptTime beginning(@Nullable Reel reel, VenueSettings.Playback playback, long nowNs) {
        return new KeptTime(time(reel, playback, nowNs), nowNs);
    }

    private static TapeTime time(@Nullable Reel reel, VenueSettings.Playback playback, long nowNs) {
        if (reel == null) {
            return new TapeTime(nowNs, 0);
        }
        return playback.wall() ? TapeTime.ofWall(reel, playback.warmUpNs(), nowNs)
                : TapeTime.ofTape(reel, playback.warmUpNs());
    }

    private Map<String, DataStream> streams(VenueSettings settings) {
        Map<String, FeedKind> kinds = new LinkedHashMap<>();
        for (String path : List.of("/v1beta3/crypto/us", "/v1beta3/crypto/us-1", "/v1beta3/crypto/eu-1",
                "/v1beta2/crypto")) {
            kinds.put(path, FeedKind.CRYPTO);
        }
        for (String path : List.of("/v2/iex", "/v2/sip", "/v2/delayed_sip", "/v1beta1/boats", "/v1beta1/overnight")) {
            kinds.put(path, FeedKind.STOCKS);
        }
        kinds.put("/v2/test", FeedKind.TEST);
        kinds.put("/v1beta1/news", FeedKind.NEWS);
        Map<String, DataStream> streams = new LinkedHashMap<>();
        Market fake = new Market(MadeQuotes.USUAL);
        kinds.forEach((path, kind) -> {
            Market shown = kind == FeedKind.TEST ? fake : market;
            DataStream stream = new DataStream(kind, shown, settings.keys(), settings.streams(), timers,
                    new StreamFaults(faults, path));
            shown.listen(stream);
            streams.put(path, stream);
        });
        timers.every(1, TimeUnit.SECONDS, new FakeMarket(fake, clock)::step);
        return streams;
    }

    /// Where it serves: `http://127.0.0.1:PORT`.
    public URI address() {
        return server.address();
    }

    /// What is or will be traded on its tapes, by name.
    public List<String> symbols() {
        return symbols;
    }

    /// To be moved by hand, when no tape does.
    public Market market() {
        return market;
    }

    public MarketClock clock() {
        return clock;
    }

    @Override
    public void close() {
        if (pump != null) {
            pump.close();
        }
        server.close();
        timers.close();
    }
}
