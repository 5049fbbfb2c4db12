package org.gradus.engine.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.gradus.engine.egress.Inquiries;
import org.gradus.engine.egress.SendingDesk;
import org.gradus.engine.egress.SendingDesk.Lane;
import org.gradus.engine.egress.SendingLane;
import org.gradus.engine.egress.VenueConnection;
import org.jspecify.annotations.Nullable;

/// The threads of a live engine that talk to the venue: one for each lane, so that a request that hangs is in nobody's
/// way, one for look-ups, one for the venue's books and clock.
final class LiveThreads implements AutoCloseable {
    /// A sending thread is woken; the nap only bounds what a lost wake-up or a pause costs.
    private static final long NAP_NS = 5_000_000L;
    private static final long LONG_NAP_NS = 20_000_000L;
    private static final long LONGEST_WAIT_NS = 10_000_000_000L;
    /// For each: whoever stops the engine does not wait for ever, and must find the journal sealed.
    private static final Duration LONGEST_END = Duration.ofSeconds(2);

    private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();
    private final List<DutyThread> threads = new ArrayList<>();
    private final List<DutyThread.Duty> duties = new ArrayList<>();
    private final SendingDesk desk;
    private boolean started;

    LiveThreads(SendingDesk desk, Inquiries inquiries, VenueWatch watch, VenueConnection connection) {
        this.desk = desk;
        for (Lane lane : Lane.values()) {
            SendingLane sends = new SendingLane(desk, lane, connection);
            add("gradus-send-" + lane.name().toLowerCase(Locale.ROOT), sends::work, NAP_NS);
        }
        add("gradus-look-up", inquiries::work, LONG_NAP_NS);
        add("gradus-venue", watch::work, LONG_NAP_NS);
    }

    private void add(String name, DutyThread.Duty duty, long napNs) {
        duties.add(duty);
        threads.add(new DutyThread(name, duty, napNs, fault));
    }

    void start() {
        started = true;
        threads.forEach(DutyThread::start);
        desk.wakes(() -> threads.forEach(DutyThread::wake));
    }

    /// Lets the threads work as long as this holds, but not for ever: a venue may not answer.
    void awaitNo(BooleanSupplier work) {
        long naps = LONGEST_WAIT_NS / NAP_NS;
        for (long i = 0; started && i < naps && work.getAsBoolean(); i++) {
            LockSupport.parkNanos(this, NAP_NS);
        }
    }

    void throwIfOneFailed() {
        Throwable thrown = fault.get();
        if (thrown != null) {
            throw new IllegalStateException("a thread of the gateway has failed", thrown);
        }
    }

    List<DutyThread.Duty> duties() {
        return duties;
    }

    @Override
    public void close() {
        if (started) {
            started = false;
            threads.forEach(DutyThread::ask);
            threads.forEach(thread -> thread.await(LONGEST_END));
        }
    }
}
