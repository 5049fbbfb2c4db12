package org.gradus.adapters.feeds;

import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.egress.LookUp;
import org.gradus.engine.egress.OrderCommand;
import org.gradus.engine.egress.SendOutcome;
import org.gradus.engine.egress.VenueConnection;
import org.gradus.engine.egress.VenueSnapshot;
import org.gradus.engine.ingress.Arrivals;
import org.gradus.engine.ingress.EngineClock;
import org.gradus.engine.ingress.VenueFeed;
import org.gradus.engine.runtime.LiveVenue;
import org.gradus.engine.tape.TapeEvent;

/// A venue where nothing is ordered and whose books never change; its market is what a test says.
final class StillVenue implements VenueConnection, VenueFeed {
    private final long cash = FixedPoint.parse("100000");
    private final EngineClock clock;
    private int instruments;
    private volatile Arrivals arrivals;

    StillVenue() {
        this(StillVenue::nowNs);
    }

    StillVenue(EngineClock clock) {
        this.clock = clock;
    }

    LiveVenue.Maker maker() {
        return traded -> {
            instruments = traded.size();
            return new LiveVenue(this, List.of(this), note -> { });
        };
    }

    /// By this machine's clock.
    static long nowNs() {
        return System.currentTimeMillis() * 1_000_000;
    }

    void quote(String bid, String ask) {
        arrivals.market(new TapeEvent().from(0, 1, 0).at(nowNs(), nowNs())
                .quote(FixedPoint.parse(bid), 1, FixedPoint.parse(ask), 1));
    }

    void trade(double price, long timeNs) {
        arrivals.market(new TapeEvent().from(0, 1, 0).at(timeNs, timeNs)
                .trade(FixedPoint.fromDouble(price), 1, TapeEvent.AGGRESSOR_UNKNOWN));
    }

    @Override
    public void start(Arrivals arrivals, State state) {
        this.arrivals = arrivals;
        state.up();
    }

    @Override
    public SendOutcome submit(OrderCommand command) {
        throw new AssertionError("nothing is ordered");
    }

    @Override
    public SendOutcome replace(OrderCommand command) {
        throw new AssertionError("nothing is ordered");
    }

    @Override
    public SendOutcome cancel(OrderCommand command) {
        throw new AssertionError("nothing is ordered");
    }

    @Override
    public LookUp lookUp(long clientOrderId) {
        throw new AssertionError("nothing is ordered");
    }

    @Override
    public VenueSnapshot snapshot() {
        return new VenueSnapshot.Taken(cash, cash, Collections.nCopies(instruments, 0L), List.of(), List.of());
    }

    @Override
    public OptionalLong timeNs() {
        return OptionalLong.of(clock.nowNs());
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
