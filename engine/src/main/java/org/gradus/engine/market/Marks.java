package org.gradus.engine.market;

import org.gradus.engine.domain.Rounding;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// What each instrument is worth: the bid when the quote is fresh, else the last accepted trade. Market and decision
/// stage each own one, fed alike from the slot. Prices are scaled 1e-9; 0 means never seen.
public final class Marks implements Stateful {
    private final long quoteFreshNs;
    private final long[] lastPrice;
    private final long[] lastTimeNs;
    private final long[] bid;
    private final long[] ask;
    private final long[] quoteTimeNs;

    public Marks(int instruments, long quoteFreshNs) {
        this.quoteFreshNs = quoteFreshNs;
        lastPrice = new long[instruments];
        lastTimeNs = new long[instruments];
        bid = new long[instruments];
        ask = new long[instruments];
        quoteTimeNs = new long[instruments];
    }

    public void trade(int instrumentId, long price, long timeNs) {
        lastPrice[instrumentId] = price;
        lastTimeNs[instrumentId] = timeNs;
    }

    public void quote(int instrumentId, long bidPrice, long askPrice, long timeNs) {
        bid[instrumentId] = bidPrice;
        ask[instrumentId] = askPrice;
        quoteTimeNs[instrumentId] = timeNs;
    }

    public long mark(int instrumentId, long nowNs) {
        return markAt(instrumentId, nowNs, lastPrice[instrumentId]);
    }

    /// What the mark was while the last trade stood at this price.
    public long markAt(int instrumentId, long nowNs, long price) {
        long bestBid = bid[instrumentId];
        return bestBid > 0 && nowNs - quoteTimeNs[instrumentId] <= quoteFreshNs ? bestBid : price;
    }

    /// A corporate action made `ratio` units of one: every price is for the new unit from now on.
    public void split(int instrumentId, long ratio) {
        lastPrice[instrumentId] = Rounding.perNewUnit(lastPrice[instrumentId], ratio);
        bid[instrumentId] = Rounding.perNewUnit(bid[instrumentId], ratio);
        ask[instrumentId] = Rounding.perNewUnit(ask[instrumentId], ratio);
    }

    public long last(int instrumentId) {
        return lastPrice[instrumentId];
    }

    public long timeOfLast(int instrumentId) {
        return lastTimeNs[instrumentId];
    }

    public long bid(int instrumentId) {
        return bid[instrumentId];
    }

    public long ask(int instrumentId) {
        return ask[instrumentId];
    }

    public boolean quoteFresh(int instrumentId, long nowNs) {
        return ask[instrumentId] > 0 && nowNs - quoteTimeNs[instrumentId] <= quoteFreshNs;
    }

    /// Age of the quote, or of the last accepted trade where no quote was ever seen; Long.MAX_VALUE when there is
    /// neither.
    public long ageNs(int instrumentId, long nowNs) {
        if (quoteTimeNs[instrumentId] != 0) {
            return nowNs - quoteTimeNs[instrumentId];
        }
        return lastPrice[instrumentId] == 0 ? Long.MAX_VALUE : nowNs - lastTimeNs[instrumentId];
    }

    @Override
    public void visitState(StateVisitor visitor) {
        visitor.visit(lastPrice);
        visitor.visit(lastTimeNs);
        visitor.visit(bid);
        visitor.visit(ask);
        visitor.visit(quoteTimeNs);
    }
}
