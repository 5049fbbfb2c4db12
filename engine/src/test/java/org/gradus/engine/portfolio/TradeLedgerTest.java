package org.gradus.engine.portfolio;

import static org.gradus.engine.portfolio.Fills.buy;
import static org.gradus.engine.portfolio.Fills.buyWithFeeInBase;
import static org.gradus.engine.portfolio.Fills.of;
import static org.gradus.engine.portfolio.Fills.sell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TradeLedgerTest {
    private final Portfolio portfolio = new Portfolio(2, 1, of("100000"));
    private final TradeLedger ledger = new TradeLedger(2, 1, new long[] {of("0.01")});

    @Test
    void cutsDealingsIntoTradesFromFlatToFlat() {
        assertFalse(trade(buy("1", "100", "1")));
        assertTrue(ledger.open(0, 0));
        assertFalse(trade(buy("1", "110", "1")));
        assertFalse(trade(sell("0.5", "120", "1")));
        assertTrue(trade(sell("1.5", "120", "1")));
        assertFalse(ledger.open(0, 0));
        assertEquals(List.of(1L, 1L, 0L, 1L, of("26"), of("26"), of("26"), of("26"), of("210")), figures(0));
        trade(buy("1", "100", "0"));
        trade(sell("1", "90", "0"));
        assertEquals(List.of(2L, 1L, 1L, 0L, of("16"), of("26"), of("-10"), of("-10"), of("100")), figures(0));
        assertEquals(List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L), figures(1));
    }

    @Test
    void countsNothingForATradeThatComesToNothing() {
        trade(buy("1", "100", "0"));
        trade(sell("1", "100", "0"));
        assertEquals(List.of(1L, 0L, 0L, 0L), figures(0).subList(0, 4));
    }

    @Test
    void takesDustBelowTheSmallestTradableForFlat() {
        trade(buyWithFeeInBase("1", "100", "0.005"));
        assertTrue(trade(sell("0.99", "100", "0")));
        assertEquals(of("0.005"), portfolio.position(0, 0).quantity());
        assertEquals(of("-0.5"), ledger.of(0).net());
        trade(buy("1", "100", "0"));
        assertTrue(trade(sell("1.005", "200", "0")));
        assertEquals(List.of(of("100.5"), of("100")), List.of(ledger.of(0).lastNet(), ledger.of(0).net()));
    }

    @Test
    void goesOnAfterARestart() {
        trade(buy("1", "100", "0"));
        TradeLedger restarted = StateCopy.into(new TradeLedger(2, 1, new long[] {of("0.01")}), ledger);
        portfolio.applyFill(0, sell("1", "107", "0"));
        assertTrue(restarted.changed(0, 0, portfolio.position(0, 0)));
        assertEquals(of("7"), restarted.of(0).net());
    }

    private boolean trade(Fill fill) {
        portfolio.applyFill(0, fill);
        return ledger.changed(0, 0, portfolio.position(0, 0));
    }

    private List<Long> figures(int strategyId) {
        TradeTally tally = ledger.of(strategyId);
        return List.of(tally.finished(), tally.wins(), tally.losses(), tally.winsInARow(), tally.net(), tally.best(),
            tally.worst(), tally.lastNet(), tally.lastInvested());
    }
}
