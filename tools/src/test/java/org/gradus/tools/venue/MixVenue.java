package org.gradus.tools.venue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.gradus.adapters.tape.TapeSpec;
import org.gradus.adapters.venue.AccountKey;
import org.gradus.adapters.venue.Keys;
import org.gradus.adapters.venue.exchange.Account;
import org.gradus.adapters.venue.exchange.Exchange;
import org.gradus.adapters.venue.exchange.VenueRules;
import org.gradus.adapters.venue.fault.FaultScript;
import org.gradus.adapters.venue.fault.Faults;
import org.gradus.adapters.venue.market.MadeQuotes;
import org.gradus.adapters.venue.server.TradingSide;
import org.gradus.adapters.venue.server.Venue;
import org.gradus.adapters.venue.server.VenueSettings;

/// The venue of one mix: one after the other on the same port, each going on with the books and the clock of the one
/// before. The venue's time runs faster than the world's.
final class MixVenue implements AutoCloseable {
    static final AccountKey KEY = new AccountKey("PKMIXESKEYID0001", "mixes-secret-0001-never-to-be-seen");

    private final VenueSettings settings;
    private final VenueRules rules;
    private final LongSupplier time;
    private final AtomicLong struck = new AtomicLong();
    private int port;
    private Venue venue;
    private Exchange exchange;
    private Faults faults;
    private volatile boolean tapeEnded;

    MixVenue(Path folder, List<TapeSpec> tapes, double speed, LongSupplier time, long seed) {
        this.time = time;
        settings = VenueSettings.byHand(new Keys(List.of(KEY))).withState(folder.resolve("venue"))
            .with(new VenueSettings.Playback(tapes, List.of(), false, speed, MixTape.WARM_UP_S * MixTape.SECOND_NS,
                MadeQuotes.USUAL));
        VenueRules paper = VenueRules.paper(seed);
        rules = paper.with(new VenueRules.Matching(paper.matching().model(), new BigDecimal("0.3")));
    }

    synchronized void start(FaultScript script) {
        TradingSide.Maker maker = TradingSide.Maker.exchange(rules);
        tapeEnded = false;
        venue = new Venue(settings.withPort(port).with(script), (given, clock, updates, itsFaults) -> {
            TradingSide side = maker.make(given, clock, updates, itsFaults);
            exchange = (Exchange) side.market();
            faults = itsFaults;
            return side;
        }, says -> tapeEnded |= says.contains("tape has ended"), time);
        port = venue.address().getPort();
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /// Whether nothing moves any more.
    boolean tapeEnded() {
        return tapeEnded;
    }

    synchronized long nowNs() {
        return venue.clock().nowNs();
    }

    /// How often something has gone wrong on purpose.
    synchronized long struck() {
        return struck.get() + faults.struck();
    }

    /// Looks at the books, between two steps of the exchange.
    synchronized <T> T books(Function<Account, T> look) {
        return exchange.step(() -> look.apply(exchange.account(KEY.keyId())));
    }

    @Override
    public synchronized void close() {
        struck.addAndGet(faults.struck());
        venue.close();
    }
}
