package org.gradus.engine.core;

import java.util.Arrays;
import org.gradus.engine.codec.sbe.ForeignPositionDecoder;
import org.gradus.engine.message.Input;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// What the account holds and this run does not trade, as one reconciliation lists it. Owned by the reconciler.
final class ForeignPositions implements Stateful {
    /// So many are named; the rest only counts.
    private static final int NAMED = 16;
    /// Room in a record is short; no symbol is this long.
    private static final int NAME_LETTERS = 32;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final String[] names = new String[NAMED];
    private final long[] quantities = new long[NAMED];
    private int size;
    private long print;

    ForeignPositions() {
        Arrays.fill(names, "");
    }

    void clear() {
        if (size > 0) {
            Arrays.fill(names, "");
            Arrays.fill(quantities, 0);
            size = 0;
            print = 0;
        }
    }

    void add(ForeignPositionDecoder position) {
        long quantity = position.quantity();
        add(position.symbol(), quantity);
    }

    void add(Input.ForeignPosition position) {
        add(position.symbol(), position.quantity());
    }

    private void add(String symbol, long quantity) {
        if (size < NAMED) {
            names[size] = symbol.length() <= NAME_LETTERS ? symbol : symbol.substring(0, NAME_LETTERS);
            quantities[size] = quantity;
        }
        size++;
        print += (symbol.hashCode() * MIX ^ quantity) * MIX | 1;
    }

    /// Tells one set from another, in whatever order it is listed; 0 for none.
    long print() {
        return print;
    }

    int named() {
        return Math.min(size, NAMED);
    }

    void name(DecisionLog log) {
        for (int i = 0; i < named(); i++) {
            log.foreignPosition(names[i], quantities[i]);
        }
    }

    @Override
    public void visitState(StateVisitor visitor) {
        visitor.visit(quantities);
        size = visitor.visit(size);
        print = visitor.visit(print);
    }
}
