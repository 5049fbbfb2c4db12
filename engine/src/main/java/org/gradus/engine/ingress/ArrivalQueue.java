package org.gradus.engine.ingress;

import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.gradus.engine.domain.Invariant;
import org.gradus.engine.message.Input;
import org.gradus.engine.tape.TapeEvent;
import org.jspecify.annotations.Nullable;

/// Where the threads of feeds and gateway leave what the publishing thread takes in. Bounded: a feed waits while there
/// is no room. What the engine's own gateway reports never waits, for its orders are few and the publishing thread may
/// be waiting for it. Any thread adds; the publishing thread takes.
public final class ArrivalQueue implements Arrivals {
    private final EngineClock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final TapeEvent[] market;
    private final ArrayDeque<Report> reports;
    private final int reportRoom;
    private int firstMarket;
    private int waitingMarket;
    private long reportsArrived;
    private boolean ending;
    private boolean closed;

    /// A report that waits, with its stamps.
    public record Report(Input input, long timeNs, long venueTimeNs) {
    }

    /// @param marketRoom market events that may wait
    /// @param reportRoom reports of feeds that may wait; as many again of our own gateway's
    public ArrivalQueue(EngineClock clock, int marketRoom, int reportRoom) {
        this.clock = clock;
        this.reportRoom = reportRoom;
        market = new TapeEvent[marketRoom];
        for (int i = 0; i < marketRoom; i++) {
            market[i] = new TapeEvent();
        }
        reports = new ArrayDeque<>(2 * reportRoom);
    }

    @Override
    public void market(TapeEvent event) {
        lock.lock();
        try {
            while (waitingMarket == market.length && !ending) {
                room.awaitUninterruptibly();
            }
            if (!ending) {
                TapeEvent place = market[(firstMarket + waitingMarket++) % market.length];
                place.copyFrom(event);
                place.at(clock.nowNs(), event.venueTimeNs());
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void report(Input report, long venueTimeNs) {
        lock.lock();
        try {
            while (reports.size() >= reportRoom && !ending) {
                room.awaitUninterruptibly();
            }
            if (!closed && reports.size() < 2 * reportRoom) {
                add(report, venueTimeNs);
            }
        } finally {
            lock.unlock();
        }
    }

    /// A report of our own gateway; never waits.
    public void own(Input report) {
        lock.lock();
        try {
            if (!closed) {
                Invariant.hold(reports.size() < 2 * reportRoom, "the gateway's own reports find room", reports.size());
                add(report, clock.nowNs());
            }
        } finally {
            lock.unlock();
        }
    }

    private void add(Input report, long venueTimeNs) {
        reports.addLast(new Report(report, clock.nowNs(), venueTimeNs));
        reportsArrived++;
    }

    /// The oldest report; null when none waits.
    public @Nullable Report firstReport() {
        lock.lock();
        try {
            return reports.peekFirst();
        } finally {
            lock.unlock();
        }
    }

    public void removeReport() {
        lock.lock();
        try {
            reports.removeFirst();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Takes the oldest market event.
    ///
    /// @return false when none waits
    public boolean takeMarket(TapeEvent into) {
        lock.lock();
        try {
            if (waitingMarket == 0) {
                return false;
            }
            into.copyFrom(market[firstMarket]);
            firstMarket = (firstMarket + 1) % market.length;
            waitingMarket--;
            room.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// How many reports have arrived so far; whoever reads the venue's books compares two of these.
    public long reportsArrived() {
        lock.lock();
        try {
            return reportsArrived;
        } finally {
            lock.unlock();
        }
    }

    public boolean reportsWait() {
        return firstReport() != null;
    }

    /// Lets no feed wait any more, so that each can end: its market events are dropped, its reports still taken as far
    /// as there is room. What finds none is found out at the next start.
    public void end() {
        lock.lock();
        try {
            ending = true;
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Nothing is taken any more.
    public void close() {
        end();
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
    }
}
