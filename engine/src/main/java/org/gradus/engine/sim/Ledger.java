package org.gradus.engine.sim;

import org.gradus.engine.domain.Invariant;
import org.gradus.engine.domain.Rounding;

/// Cash and positions, moved by fills and by what an account has done to it from outside. The market keeps two: one
/// moves when a fill happens, the other when its report is delivered.
final class Ledger {
    private final long[] positions;
    private long cash;

    Ledger(int instruments, long cash) {
        this.positions = new long[instruments];
        this.cash = cash;
    }

    long cash() {
        return cash;
    }

    long position(int instrumentId) {
        return positions[instrumentId];
    }

    /// A fill, with the rounding that the engine's own books use; a fee comes out of what the fill brings.
    void book(MarketReport fill) {
        int sign = fill.side.sign();
        long feeInBase = fill.feeInBase ? fill.fee : 0;
        long spent = sign * Rounding.money(fill.price, fill.quantity) + fill.fee - feeInBase;
        cash = Math.subtractExact(cash, spent);
        move(fill.instrumentId, sign * fill.quantity - feeInBase);
    }

    void add(long amount) {
        cash = Math.addExact(cash, amount);
    }

    void move(int instrumentId, long quantity) {
        positions[instrumentId] = Math.addExact(positions[instrumentId], quantity);
    }

    /// A split: whole units only, rounded down.
    void multiply(int instrumentId, long ratio) {
        Invariant.hold(ratio >= 0, "a corporate action has no negative ratio", ratio);
        positions[instrumentId] = Rounding.fraction(positions[instrumentId], ratio);
    }
}
