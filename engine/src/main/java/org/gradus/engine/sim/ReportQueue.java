package org.gradus.engine.sim;

import java.util.Arrays;
import java.util.Objects;
import org.gradus.engine.domain.Invariant;
import org.jspecify.annotations.Nullable;

/// Reports on their way to us: a heap by time and then by creation. Here the faults of a [FaultPlan] happen. A
/// lost report comes in all the same, but only once our side has looked its order up. Entries are pooled; there are as
/// many as were ever on the way at once, and no more than a limit. Owned by [SimulatedMarket].
final class ReportQueue {
    private static final int FIRST_CAPACITY = 256;
    private static final int CAPACITY_MAX = 1 << 20;
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long NEVER = Long.MAX_VALUE;

    /// A report, whom it is about, and whether it was told before.
    private static final class Entry {
        final MarketReport report = new MarketReport();
        @Nullable VenueOrder owner;
        long sequence;
        boolean again;

        boolean before(Entry other) {
            long time = report.timeNs;
            long otherTime = other.report.timeNs;
            return time != otherTime ? time < otherTime : sequence < other.sequence;
        }
    }

    private final FaultPlan faults;
    private final StatelessRandom random;
    /// All three hold the same entries, each entry in one of them, so they have the same capacity.
    private @Nullable Entry[] free = new Entry[0];
    private @Nullable Entry[] heap = new Entry[0];
    private @Nullable Entry[] lost = new Entry[0];
    private int freeCount;
    private int size;
    private int lostCount;
    /// When the first of the lost is found.
    private long nextFoundNs = NEVER;
    private long sequence;

    ReportQueue(FaultPlan faults) {
        this.faults = faults;
        this.random = new StatelessRandom(faults.seed());
        grow(FIRST_CAPACITY);
    }

    /// When the next report is due; `Long.MAX_VALUE` when there is none.
    long firstNs() {
        return Math.min(nextFoundNs, size == 0 ? NEVER : at(heap, 0).report.timeNs);
    }

    /// A report of the venue, the index-th about its order; it is copied, and meets the faults.
    ///
    /// @param awaited our side expects an answer about the order, and looks it up when none comes
    void add(MarketReport report, @Nullable VenueOrder owner, long index, boolean awaited) {
        long key = report.clientOrderId;
        Entry entry = entry(report, owner);
        if (random.chance(faults.lost(), key, Draw.LOST.at(index))) {
            lose(entry, awaited);
            return;
        }
        if (random.chance(faults.late(), key, Draw.LATE.at(index))) {
            entry.report.timeNs += 1 + random.below(faults.latestNs(), key, Draw.LATE_DELAY.at(index));
        }
        push(entry);
        if (random.chance(faults.doubled(), key, Draw.DOUBLED.at(index))) {
            Entry second = entry(entry.report, owner);
            second.again = true;
            second.report.timeNs += random.below(faults.latestNs(), key, Draw.DOUBLED_DELAY.at(index));
            push(second);
        }
    }

    /// A report of the sending side, which meets no faults.
    void addOwn(MarketReport report) {
        push(entry(report, null));
    }

    /// Nobody misses a report that he does not wait for, until the reconciliation of the minute asks for everything.
    private void lose(Entry entry, boolean awaited) {
        long timeNs = entry.report.timeNs;
        long minuteNs = timeNs - Math.floorMod(timeNs, MINUTE_NS) + MINUTE_NS;
        entry.report.timeNs = Math.min(awaited ? timeNs + SendingSide.LOOK_UP_NS : NEVER, minuteNs - 1);
        lost[lostCount++] = entry;
        nextFoundNs = Math.min(nextFoundNs, entry.report.timeNs);
    }

    /// Our side looks an order up: what was lost of it is found, under the same execution ids.
    void lookUp(long clientOrderId, long foundNs) {
        for (int i = 0; i < lostCount; i++) {
            MarketReport report = at(lost, i).report;
            if (report.clientOrderId == clientOrderId && report.timeNs > foundNs) {
                report.timeNs = foundNs;
                nextFoundNs = Math.min(nextFoundNs, foundNs);
            }
        }
    }

    /// A leg was filled, so all of its entry was before: our side asks for what is lost or late of that, and hears of
    /// it first.
    void hasten(long clientOrderId, long foundNs) {
        lookUp(clientOrderId, foundNs);
        for (int i = 0; i < size; i++) {
            Entry entry = at(heap, i);
            if (entry.report.clientOrderId == clientOrderId && entry.report.timeNs > foundNs) {
                entry.report.timeNs = foundNs;
                rise(entry, i);
                i = -1;
            }
        }
    }

    /// What is found by then goes on its way; the rest stays lost.
    private void find(long untilNs) {
        int left = 0;
        nextFoundNs = NEVER;
        for (int i = 0; i < lostCount; i++) {
            Entry entry = at(lost, i);
            if (entry.report.timeNs <= untilNs) {
                push(entry);
            } else {
                nextFoundNs = Math.min(nextFoundNs, entry.report.timeNs);
                lost[left++] = entry;
            }
        }
        Arrays.fill(lost, left, lostCount, null);
        lostCount = left;
    }

    /// Takes the first report out; the delivered ledger and the order hear of it, unless it was told before.
    void poll(MarketReport out, Ledger delivered, VenueOrders orders) {
        if (nextFoundNs <= firstNs()) {
            find(nextFoundNs);
        }
        Entry entry = pop();
        VenueOrder owner = entry.owner;
        out.copyFrom(entry.report);
        if (owner != null) {
            if (!entry.again && out.kind == MarketReport.Kind.FILLED) {
                delivered.book(out);
            }
            orders.delivered(owner, out, entry.again);
        }
        entry.owner = null;
        free[freeCount++] = entry;
    }

    private Entry entry(MarketReport report, @Nullable VenueOrder owner) {
        if (freeCount == 0) {
            grow(heap.length * 2);
        }
        Entry entry = at(free, --freeCount);
        entry.report.copyFrom(report);
        entry.owner = owner;
        entry.again = false;
        entry.sequence = sequence++;
        if (owner != null) {
            owner.undelivered++;
        }
        return entry;
    }

    private void push(Entry entry) {
        rise(entry, size++);
    }

    /// From a place that is its own or free, to where it belongs.
    private void rise(Entry entry, int from) {
        int child = from;
        while (child > 0 && entry.before(at(heap, child - 1 >>> 1))) {
            heap[child] = heap[child - 1 >>> 1];
            child = child - 1 >>> 1;
        }
        heap[child] = entry;
    }

    private Entry pop() {
        Entry first = at(heap, 0);
        Entry moved = at(heap, --size);
        heap[size] = null;
        int hole = 0;
        while (2 * hole + 1 < size) {
            int child = 2 * hole + 1;
            child += child + 1 < size && at(heap, child + 1).before(at(heap, child)) ? 1 : 0;
            if (!at(heap, child).before(moved)) {
                break;
            }
            heap[hole] = heap[child];
            hole = child;
        }
        if (size > 0) {
            heap[hole] = moved;
        }
        return first;
    }

    private void grow(int capacity) {
        Invariant.hold(capacity <= CAPACITY_MAX, "reports on their way have a limit", capacity);
        int before = heap.length;
        free = Arrays.copyOf(free, capacity);
        heap = Arrays.copyOf(heap, capacity);
        lost = Arrays.copyOf(lost, capacity);
        for (int i = before; i < capacity; i++) {
            free[freeCount++] = new Entry();
        }
    }

    private static Entry at(@Nullable Entry[] entries, int index) {
        return Objects.requireNonNull(entries[index]);
    }
}
