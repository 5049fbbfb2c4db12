package org.gradus.engine.market;

import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Rounding;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// Holds back prints too far from the mark until a second print agrees or enough time passes without contradiction, so
/// that one absurd print moves no mark, triggers no stop and enters no bar. One pending print an instrument. Owned by
/// the market stage.
final class PrintFilter implements Stateful {
    /// What is to be done with the print just looked at.
    enum Answer { ACCEPT, ACCEPT_BOTH, ACCEPT_AND_REFUSE_PENDING, HOLD, HOLD_AND_REFUSE_PENDING }

    private final long collarLow;
    private final long collarHigh;
    private final long agreementLow;
    private final long agreementHigh;
    private final long waitNs;
    private final long[] price;
    private final long[] size;
    private final long[] timeNs;
    private int pending;

    PrintFilter(int instruments, long collar, long agreement, long waitNs) {
        collarLow = FixedPoint.ONE - collar;
        collarHigh = FixedPoint.ONE + collar;
        agreementLow = FixedPoint.ONE - agreement;
        agreementHigh = FixedPoint.ONE + agreement;
        this.waitNs = waitNs;
        price = new long[instruments];
        size = new long[instruments];
        timeNs = new long[instruments];
    }

    /// Judges a print against the mark (0 = none yet: the first print is taken as it is).
    Answer judge(int instrumentId, long printPrice, long mark) {
        boolean held = price[instrumentId] != 0;
        if (!held) {
            return near(printPrice, mark) ? Answer.ACCEPT : Answer.HOLD;
        }
        if (within(printPrice, price[instrumentId], agreementLow, agreementHigh)) {
            return Answer.ACCEPT_BOTH;
        }
        return near(printPrice, mark) ? Answer.ACCEPT_AND_REFUSE_PENDING : Answer.HOLD_AND_REFUSE_PENDING;
    }

    /// Whether a print at this price would be taken without waiting.
    boolean near(long printPrice, long mark) {
        return mark == 0 || within(printPrice, mark, collarLow, collarHigh);
    }

    private static boolean within(long price, long reference, long low, long high) {
        return Rounding.productAtMost(reference, low, price, FixedPoint.ONE)
                && Rounding.productAtMost(price, FixedPoint.ONE, reference, high);
    }

    void hold(int instrumentId, long printPrice, long printSize, long nowNs) {
        if (price[instrumentId] == 0) {
            pending++;
        }
        price[instrumentId] = printPrice;
        size[instrumentId] = printSize;
        timeNs[instrumentId] = nowNs;
    }

    void clear(int instrumentId) {
        if (price[instrumentId] != 0) {
            pending--;
            price[instrumentId] = 0;
        }
    }

    /// A corporate action made `ratio` units of one; a print that waits was for the old unit.
    void split(int instrumentId, long ratio) {
        price[instrumentId] = Rounding.perNewUnit(price[instrumentId], ratio);
    }

    boolean anyPending() {
        return pending != 0;
    }

    /// True when the instrument's pending print has stood long enough without contradiction.
    boolean lapsed(int instrumentId, long nowNs) {
        return price[instrumentId] != 0 && nowNs - timeNs[instrumentId] >= waitNs;
    }

    long price(int instrumentId) {
        return price[instrumentId];
    }

    long size(int instrumentId) {
        return size[instrumentId];
    }

    long heldSinceNs(int instrumentId) {
        return timeNs[instrumentId];
    }

    @Override
    public void visitState(StateVisitor visitor) {
        visitor.visit(price);
        visitor.visit(size);
        visitor.visit(timeNs);
        pending = visitor.visit(pending);
    }
}
