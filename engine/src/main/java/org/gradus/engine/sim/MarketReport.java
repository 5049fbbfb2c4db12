package org.gradus.engine.sim;

import org.gradus.engine.domain.Side;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.message.RejectReason;
import org.gradus.engine.message.UnknownReason;
import org.jspecify.annotations.Nullable;

/// What the market tells about one order. Mutable and reused by its owner; only the fields of its kind have a meaning,
/// the others are 0. Prices, quantities and fees are scaled 1e-9.
public final class MarketReport {
    /// What happened. `SENT`, `NOT_SENT` and `UNKNOWN` are told by the sending side, the rest by the venue: `HELD` of a
    /// leg that sleeps, which is `ACCEPTED` when it wakes.
    public enum Kind { SENT, NOT_SENT, UNKNOWN, HELD, ACCEPTED, REJECTED, FILLED, CANCELLED, EXPIRED, REPLACED }

    public Kind kind = Kind.SENT;
    /// When the report reaches us.
    public long timeNs;
    public long clientOrderId;
    public long venueOrderIdHigh;
    public long venueOrderIdLow;
    public long executionIdHigh;
    public long executionIdLow;
    public int instrumentId;
    public Side side = Side.BUY;
    /// Of this execution.
    public long price;
    /// Of this execution.
    public long quantity;
    /// Filled of the order so far, this execution included.
    public long cumulative;
    public long fee;
    /// True when the fee is in the bought asset, else it is in the quote currency.
    public boolean feeInBase;
    /// The order that took the place of this one.
    public long replacedBy;
    public @Nullable RejectReason rejectReason;
    public @Nullable NotSentReason notSentReason;
    public @Nullable UnknownReason unknownReason;

    public void copyFrom(MarketReport other) {
        kind = other.kind;
        timeNs = other.timeNs;
        clientOrderId = other.clientOrderId;
        venueOrderIdHigh = other.venueOrderIdHigh;
        venueOrderIdLow = other.venueOrderIdLow;
        executionIdHigh = other.executionIdHigh;
        executionIdLow = other.executionIdLow;
        instrumentId = other.instrumentId;
        side = other.side;
        price = other.price;
        quantity = other.quantity;
        cumulative = other.cumulative;
        fee = other.fee;
        feeInBase = other.feeInBase;
        replacedBy = other.replacedBy;
        rejectReason = other.rejectReason;
        notSentReason = other.notSentReason;
        unknownReason = other.unknownReason;
    }

    /// Starts a report anew, with nothing left of the one before.
    MarketReport of(Kind kind, long clientOrderId, int instrumentId, Side side) {
        copyFrom(BLANK);
        this.kind = kind;
        this.clientOrderId = clientOrderId;
        this.instrumentId = instrumentId;
        this.side = side;
        return this;
    }

    private static final MarketReport BLANK = new MarketReport();

    /// All that has a meaning, in scaled integers: for tests and messages, the same on every machine.
    @Override
    public String toString() {
        String detail = switch (kind) {
            case SENT, HELD -> "";
            case NOT_SENT -> " " + notSentReason;
            case UNKNOWN -> " " + unknownReason;
            case ACCEPTED -> " venue=" + Long.toHexString(venueOrderIdHigh) + Long.toHexString(venueOrderIdLow);
            case REJECTED -> " " + rejectReason;
            case FILLED -> " " + side + " price=" + price + " quantity=" + quantity + " cumulative=" + cumulative
                + " fee=" + fee + (feeInBase ? " in base" : " in quote")
                + " execution=" + Long.toHexString(executionIdHigh) + Long.toHexString(executionIdLow);
            case CANCELLED, EXPIRED -> " cumulative=" + cumulative;
            case REPLACED -> " cumulative=" + cumulative + " by=" + replacedBy;
        };
        return timeNs + " " + kind + " order=" + clientOrderId + " instrument=" + instrumentId + detail;
    }
}
