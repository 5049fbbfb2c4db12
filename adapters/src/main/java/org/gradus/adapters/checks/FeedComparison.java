package org.gradus.adapters.checks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.gradus.engine.domain.FeedFault;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.ingress.Arrivals;
import org.gradus.engine.ingress.EngineClock;
import org.gradus.engine.ingress.Source;
import org.gradus.engine.ingress.VenueFeed;
import org.gradus.engine.message.VenueDownReason;
import org.gradus.engine.tape.TapeEvent;
import org.jspecify.annotations.Nullable;

/// Watches two sources of prices, and is down while they disagree: so nothing is entered then, and when they agree
/// again the venue's books are compared first, as after any interruption. The prices themselves are journaled as a
/// disputed price. A thread of its own looks a few times a second.
public final class FeedComparison implements VenueFeed {
    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Disagreements disagreements;
    private final EngineClock clock;
    private final Consumer<String> tell;
    private final TapeEvent event = new TapeEvent();
    private final Thread thread = new Thread(this::watch, "feed-comparison");
    private long position;
    private boolean disagree;
    private @Nullable Arrivals arrivals;
    private @Nullable State state;
    private volatile boolean closed;

    /// @param first what the engine is fed with
    /// @param tell  takes what a person should know
    public FeedComparison(List<Instrument> compared, PriceCheck first, PriceCheck second, FeedRules rules,
                          EngineClock clock, Consumer<String> tell) {
        this.clock = clock;
        this.tell = tell;
        disagreements = new Disagreements(compared, first, second, rules, new Words());
        thread.setDaemon(true);
    }

    @Override
    public void start(Arrivals arrivals, State state) {
        begin(arrivals, state);
        thread.start();
    }

    /// Without the thread, for whoever looks by hand.
    void begin(Arrivals arrivals, State state) {
        this.arrivals = arrivals;
        this.state = state;
        state.up();
    }

    private void watch() {
        while (!closed) {
            look();
            LockSupport.parkNanos(LOOK_NS);
        }
    }

    void look() {
        boolean now = disagreements.look(clock.nowNs());
        if (now != disagree && state != null) {
            disagree = now;
            if (now) {
                state.down(VenueDownReason.FEEDS_DISAGREE);
            } else {
                state.up();
            }
        }
    }

    /// What is found, for people and for the journal.
    private final class Words implements Disagreements.Told {
        @Override
        public void disagree(Instrument instrument, String what) {
            tell.accept("feeds disagree about " + instrument.symbol() + ": " + what);
            long nowNs = clock.nowNs();
            if (arrivals != null) {
                arrivals.market(event.from(Source.ENGINE, ++position, instrument.id()).at(nowNs, nowNs)
                        .fault(FeedFault.DISPUTED_PRICE, what));
            }
        }

        @Override
        public void agree(Instrument instrument) {
            tell.accept("feeds agree again about " + instrument.symbol());
        }

        @Override
        public void notCompared(Instrument instrument, String source) {
            tell.accept(source + " has no fresh price of " + instrument.symbol() + ": it is not compared");
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
