package org.gradus.adapters.ta4j;

import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseTradingRecord;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.num.NumFactory;

/// When the strategy's position was seen to open and to close, from which ta4j's trading record can be made at any
/// time. Entries and exits take turns. Owned by one bridge.
final class KeptTrades implements Stateful {
    private final int[] index;
    private final double[] price;
    private final double[] amount;
    private int count;

    /// @param most as many as there are bars: a position changes at most once a bar
    KeptTrades(int most) {
        index = new int[most];
        price = new double[most];
        amount = new double[most];
    }

    boolean inPosition() {
        return count % 2 == 1;
    }

    void take(int barIndex, double tradePrice, double tradeAmount) {
        index[count] = barIndex;
        price[count] = tradePrice;
        amount[count] = tradeAmount;
        count++;
    }

    double lastAmount() {
        return amount[count - 1];
    }

    /// The oldest bars went: pairs that ended there go along, an open entry moves to the first bar that is left.
    void dropBars(int bars) {
        int dropped = 0;
        while (dropped + 1 < count && index[dropped + 1] < bars) {
            dropped += 2;
        }
        for (int i = dropped; i < count; i++) {
            index[i - dropped] = Math.max(0, index[i] - bars);
            price[i - dropped] = price[i];
            amount[i - dropped] = amount[i];
        }
        count -= dropped;
    }

    TradingRecord record(BarSeries series) {
        TradingRecord record = new BaseTradingRecord();
        for (int i = 0; i < count; i++) {
            addTo(record, series.numFactory(), i);
        }
        return record;
    }

    void addLastTo(TradingRecord record, BarSeries series) {
        addTo(record, series.numFactory(), count - 1);
    }

    private void addTo(TradingRecord record, NumFactory numbers, int trade) {
        record.operate(index[trade], numbers.numOf(price[trade]), numbers.numOf(amount[trade]));
    }

    @Override
    public void visitState(StateVisitor visitor) {
        count = visitor.visit(count);
        visitor.visit(index);
        visitor.visit(price);
        visitor.visit(amount);
    }
}
