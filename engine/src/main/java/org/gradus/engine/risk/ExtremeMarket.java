package org.gradus.engine.risk;

import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Invariant;
import org.gradus.engine.domain.Rounding;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// Watches the reference instrument on the closes of its 1-minute bars and trips when it has moved by more than the
/// limit, either way, against its mark 24 hours ago or its mark at 00:00 UTC. Latched until a person releases it. Owned
/// by the decision stage.
///
/// The mark 24 hours ago is the last one at or before that moment; a minute without a bar leaves a gap and nothing is
/// filled in. While the history is younger than 24 hours, or than the day, the oldest known mark stands in for the
/// missing one.
public final class ExtremeMarket implements Stateful {
    /// What [#ageNs] answers when no mark is known.
    public static final long NO_MARK = Long.MAX_VALUE;

    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long DAY_NS = 1_440 * MINUTE_NS;
    /// Ratios are shown in steps of 1e-8.
    private static final long RATIO_STEP = 10;
    /// A day of minutes, and the one mark at or before its beginning.
    private static final int CAPACITY = 1_441;

    private final long limit;
    private final long freshNs;
    /// Ends and marks of the minutes of the last 24 hours, oldest first from `head`; its first is the mark 24 hours
    /// ago.
    private final long[] endsNs = new long[CAPACITY];
    private final long[] marks = new long[CAPACITY];
    private int head;
    private int size;
    private long midnightMark;
    private boolean latched;
    private long trippedMove;

    /// @param limit   the move that is still allowed, as a ratio
    /// @param freshNs a last mark older than this is stale
    public ExtremeMarket(long limit, long freshNs) {
        this.limit = limit;
        this.freshNs = freshNs;
    }

    /// A minute of the reference has closed. Minutes out of order and marks that are no price are ignored.
    ///
    /// @return true at the moment the guard trips
    public boolean onMinute(long minuteEndNs, long mark) {
        if (mark <= 0 || size > 0 && minuteEndNs <= lastEndNs()) {
            return false;
        }
        keepMidnight(minuteEndNs, mark);
        dropOlderThan(minuteEndNs - DAY_NS);
        append(minuteEndNs, mark);
        if (latched || !breaches()) {
            return false;
        }
        latched = true;
        trippedMove = move();
        return true;
    }

    /// A corporate action made `ratio` units of one: what was marked before is for the new unit too.
    public void split(long ratio) {
        for (int i = 0; i < size; i++) {
            marks[index(i)] = Rounding.perNewUnit(marks[index(i)], ratio);
        }
        midnightMark = Rounding.perNewUnit(midnightMark, ratio);
    }

    /// A person has looked at the market. The next minute trips again if it is still beyond the limit.
    public void release() {
        latched = false;
        trippedMove = 0;
    }

    /// Takes over what a journal says: a trip under other limits stands until it is released, and one that was not
    /// recorded did not happen.
    public void restoreTrip(boolean tripped) {
        latched = tripped;
        trippedMove = tripped ? Math.max(move(), limit + RATIO_STEP) : 0;
    }

    public boolean latched() {
        return latched;
    }

    /// The move that tripped the guard; 0 while it is not latched.
    public long trippedMove() {
        return trippedMove;
    }

    /// The larger of the two moves as a positive ratio, rounded up to 1e-8; 0 without marks.
    public long move() {
        return size == 0 ? 0 : Math.max(move(marks[head]), move(midnightMark));
    }

    /// How old the last mark is; [#NO_MARK] without any.
    public long ageNs(long nowNs) {
        return size == 0 ? NO_MARK : nowNs - lastEndNs();
    }

    public long freshNs() {
        return freshNs;
    }

    /// Whether the reference cannot be judged by.
    public boolean missing(long nowNs) {
        return ageNs(nowNs) > freshNs;
    }

    @Override
    public void visitState(StateVisitor visitor) {
        int visited = visitor.visit(size);
        Invariant.hold(visited >= 0 && visited <= CAPACITY, "a day has this many minutes at most", visited);
        for (int i = 0; i < visited; i++) {
            int index = index(i);
            endsNs[index] = visitor.visit(endsNs[index]);
            marks[index] = visitor.visit(marks[index]);
        }
        size = visited;
        midnightMark = visitor.visit(midnightMark);
        latched = visitor.visit(latched);
        trippedMove = visitor.visit(trippedMove);
    }

    /// The mark at 00:00 is that of the minute that ends there, or else of the last minute before.
    private void keepMidnight(long minuteEndNs, long mark) {
        if (size == 0) {
            midnightMark = mark;
            return;
        }
        long day = Math.floorDiv(minuteEndNs, DAY_NS);
        if (day > Math.floorDiv(lastEndNs(), DAY_NS)) {
            midnightMark = minuteEndNs == day * DAY_NS ? mark : lastMark();
        }
    }

    private void append(long minuteEndNs, long mark) {
        if (size == CAPACITY) {
            // Only ends that are no whole minutes can fill the ring; then the oldest makes room.
            head = index(1);
            size--;
        }
        int index = index(size++);
        endsNs[index] = minuteEndNs;
        marks[index] = mark;
    }

    private void dropOlderThan(long dayAgoNs) {
        while (size > 1 && endsNs[index(1)] <= dayAgoNs) {
            head = index(1);
            size--;
        }
    }

    private boolean breaches() {
        return breaches(marks[head]) || breaches(midnightMark);
    }

    private boolean breaches(long from) {
        return !Rounding.productAtMost(Math.abs(lastMark() - from), FixedPoint.ONE, from, limit);
    }

    private long move(long from) {
        return Rounding.ratioUp(Math.abs(lastMark() - from), from);
    }

    private long lastEndNs() {
        return endsNs[index(size - 1)];
    }

    private long lastMark() {
        return marks[index(size - 1)];
    }

    private int index(int fromHead) {
        int index = head + fromHead;
        return index >= CAPACITY ? index - CAPACITY : index;
    }
}
