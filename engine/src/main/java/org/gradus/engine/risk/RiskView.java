package org.gradus.engine.risk;

import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.Instrument;

/// What the gate reads of the books and the market at the moment of a decision. Implemented by the core; owned by the
/// decision stage. Money, prices and quantities are scaled 1e-9. No method allocates.
public interface RiskView {
    long timeNs();

    int phase();

    /// The largest notional of a trade that the phase lets through right now: the present step of phase 3's
    /// micro-trades. `Long.MAX_VALUE` where the phase sets none.
    default long phaseTradeCap() {
        return Long.MAX_VALUE;
    }

    /// `NONE` when the strategy may enter; else why not: nobody may (venue down, halted by the operator,
    /// reconciliation, …), or it is disabled itself.
    DenialReason entryBlock(int strategyId);

    /// `NONE` when the instrument is traded now and not about to close; else why no entry may start.
    DenialReason hoursBlock(int instrumentId);

    /// Whether an order of ours that sells at the market is not at its end yet; stops that rest make way by themselves.
    boolean exitWorking(int instrumentId);

    /// Whether an order of somebody else's rests in it: the venue would call our stop, and an exit, a wash trade.
    boolean foreignOrder(int instrumentId);

    /// True while the venue takes orders at all; exits need only this.
    boolean venueUp();

    Instrument instrument(int instrumentId);

    /// The last accepted trade, 0 when none was seen.
    long lastPrice(int instrumentId);

    /// Best bid and ask, 0 when no quote was ever seen.
    long bid(int instrumentId);

    long ask(int instrumentId);

    /// Age of the quote, or of the last accepted trade where the instrument has no quotes; Long.MAX_VALUE when there is
    /// neither.
    long quoteAgeNs(int instrumentId);

    /// The price positions are valued at: fresh bid, else the last accepted trade.
    long mark(int instrumentId);

    /// cash + Σ quantity × mark.
    long equity();

    /// Cash less what working and parked entries hold, fees included.
    long buyingPower();

    /// Notional of one strategy's trade in one instrument: position at mark + working and parked entries. This and the
    /// sums below never contain the order that is being checked: a parked order is taken out of [ParkedOrders] before
    /// it is checked again.
    long tradeNotional(int strategyId, int instrumentId);

    /// Σ |position| × mark + working and parked entries, over all instruments.
    long totalNotional();

    long assetNotional(int instrumentId);

    long strategyNotional(int strategyId);

    /// Free order slots in the table, 0 = full. An entry needs two: one for itself, one for its stop.
    int freeOrders();

    int freeParked();
}
