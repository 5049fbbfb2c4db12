package org.gradus.engine.portfolio;

import static org.gradus.engine.portfolio.Fills.buyWithFeeInBase;
import static org.gradus.engine.portfolio.Fills.of;
import static org.gradus.engine.portfolio.Fills.sell;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PortfolioAllocationTest {
    private static final int ROUNDS = 200_000;

    private final Portfolio portfolio = new Portfolio(3, 2, of("1000000"));
    private final TradeLedger ledger = new TradeLedger(3, 2, new long[] {1, 1});
    private final Fill buy = buyWithFeeInBase("1.5", "812.1", "0.003");
    private final Fill sell = sell("2.994", "812.3", "1.25");

    @Test
    void allocatesNothingWhileBooking() {
        assertEquals(0, AllocationMeter.bytesOf(this::book));
        assertEquals(2 * ROUNDS, ledger.of(0).finished());
    }

    /// Two buys, four marks and a shared sell of both: a million and more operations.
    private void book() {
        for (int i = 0; i < ROUNDS; i++) {
            for (int strategy = 0; strategy < 2; strategy++) {
                portfolio.applyFill(strategy, buy);
                ledger.changed(strategy, 0, portfolio.position(strategy, 0));
                portfolio.mark(0, markAt(i));
                portfolio.mark(1, markAt(i));
            }
            FillSplit split = portfolio.allocateSell(sell);
            while (split.next()) {
                portfolio.applyShare(split);
                ledger.changed(split.strategyId(), 0, portfolio.position(split.strategyId(), 0));
            }
        }
    }

    private static long markAt(int i) {
        return 812_000_000_000L + i;
    }
}
