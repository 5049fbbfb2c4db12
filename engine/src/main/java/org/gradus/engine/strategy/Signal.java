package org.gradus.engine.strategy;

import org.gradus.engine.message.SignalKind;

/// A strategy's answer; reused by the decision stage, reset to "hold" before each call. Not calling anything is "hold".
public final class Signal {
    /// Quantity that means: as much as the tightest limit allows.
    public static final long SIZED_BY_LIMITS = 0;

    private SignalKind kind = SignalKind.HOLD;
    private int rationale;
    private double stopFraction;
    private long quantity;
    private boolean again;

    public void reset() {
        kind = SignalKind.HOLD;
        rationale = 0;
        stopFraction = 0;
        quantity = SIZED_BY_LIMITS;
        again = false;
    }

    public void hold(int rationaleCode) {
        kind = SignalKind.HOLD;
        rationale = rationaleCode;
    }

    /// Wants to be long, sized by the tightest limit.
    ///
    /// @param stopFractionOfPrice distance of the protective stop below the entry price, as a fraction (0.02 = 2 %)
    public void enter(int rationaleCode, double stopFractionOfPrice) {
        enter(rationaleCode, stopFractionOfPrice, SIZED_BY_LIMITS);
    }

    /// Wants to buy an exact quantity (scaled 1e-9); it is denied, not shrunk, when a limit is tighter.
    public void enter(int rationaleCode, double stopFractionOfPrice, long quantityE9) {
        kind = SignalKind.ENTER;
        rationale = rationaleCode;
        stopFraction = stopFractionOfPrice;
        quantity = quantityE9;
    }

    /// Wants to be flat.
    public void exit(int rationaleCode) {
        kind = SignalKind.EXIT;
        rationale = rationaleCode;
    }

    /// Asks to be called once more for the same bar, after this answer was acted on. Bounded by the engine.
    public void again() {
        again = true;
    }

    public SignalKind kind() {
        return kind;
    }

    public int rationale() {
        return rationale;
    }

    public double stopFraction() {
        return stopFraction;
    }

    public long quantity() {
        return quantity;
    }

    public boolean wantsAgain() {
        return again;
    }
}
