package org.gradus.engine.order;

import java.util.Arrays;

/// Notional that working and parked entries may still add to the book, summed by strategy and instrument. Kept by
/// [OpenOrders] as orders change; derived from them, so it is no state.
final class EntryNotional {
    private final int instruments;
    /// By strategy (the supervisor first), then by instrument.
    private final long[] cells;
    private final long[] byStrategy;
    private final long[] byInstrument;
    private long total;

    EntryNotional(int strategies, int instruments) {
        this.instruments = instruments;
        this.cells = new long[(strategies + 1) * instruments];
        this.byStrategy = new long[strategies + 1];
        this.byInstrument = new long[instruments];
    }

    void change(int strategyId, int instrumentId, long by) {
        int row = strategyId + 1;
        int cell = row * instruments + instrumentId;
        total = Math.addExact(total, by);
        cells[cell] += by;
        byStrategy[row] += by;
        byInstrument[instrumentId] += by;
    }

    void clear() {
        Arrays.fill(cells, 0);
        Arrays.fill(byStrategy, 0);
        Arrays.fill(byInstrument, 0);
        total = 0;
    }

    long of(int strategyId, int instrumentId) {
        return cells[(strategyId + 1) * instruments + instrumentId];
    }

    long ofStrategy(int strategyId) {
        return byStrategy[strategyId + 1];
    }

    long ofInstrument(int instrumentId) {
        return byInstrument[instrumentId];
    }

    long total() {
        return total;
    }
}
