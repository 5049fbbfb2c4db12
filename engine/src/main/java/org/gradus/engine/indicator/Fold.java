package org.gradus.engine.indicator;

import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// Sum, highest or lowest of the latest n values, in constant time a value on average and without ever subtracting:
/// a value that has left the window leaves no rounding behind, however large it was. (A running sum that adds the new
/// value and subtracts the old one still carries the rounding of 119 when the price is 0.00005.)
///
/// Values come in blocks of n. Of the last full block, the folds of its tails are kept; of the current one, the fold
/// so far. The window is always a tail of the one and all of the other. A tail is no longer needed when the value n
/// places later comes in, which takes its place; at the end of a block its values are folded into tails, n steps at
/// once.
final class Fold implements Stateful {
    /// How two values become one.
    enum By { SUM, HIGHEST, LOWEST }

    private final By by;
    private final double[] cells;
    private double head;
    private int filled;
    private boolean primed;

    Fold(By by, int size) {
        this.by = by;
        this.cells = new double[size];
    }

    /// Takes in a value and gives the fold of the latest n, or of all when there were fewer.
    double next(double value) {
        head = filled == 0 ? value : combine(head, value);
        cells[filled++] = value;
        if (filled == cells.length) {
            return endBlock();
        }
        return primed ? combine(cells[filled], head) : head;
    }

    private double endBlock() {
        for (int i = cells.length - 2; i >= 0; i--) {
            cells[i] = combine(cells[i], cells[i + 1]);
        }
        filled = 0;
        primed = true;
        return head;
    }

    private double combine(double left, double right) {
        return switch (by) {
            case SUM -> left + right;
            case HIGHEST -> Math.max(left, right);
            case LOWEST -> Math.min(left, right);
        };
    }

    @Override
    public void visitState(StateVisitor visitor) {
        visitor.visit(cells);
        head = visitor.visit(head);
        filled = visitor.visit(filled);
        primed = visitor.visit(primed);
    }
}
