package org.gradus.engine.risk;

import static org.gradus.engine.domain.FixedPoint.parse;
import static org.gradus.engine.domain.Rule.ONE_ASSET;
import static org.gradus.engine.domain.Rule.STRATEGY_BUDGET;
import static org.gradus.engine.domain.Rule.TOTAL_EXPOSURE;
import static org.gradus.engine.domain.Rule.TRADE_SIZE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gradus.engine.message.Verdict;
import org.junit.jupiter.api.Test;

class ExposureRulesTest {
    private final RiskDesk desk = new RiskDesk();

    @Test
    void refusesATradeAboveItsPartOfEquity() {
        assertEquals("5000 <= 5000, 0.05 of 0.05, pass", desk.entry("5", "1000", "970").line(TRADE_SIZE));
        assertEquals("4999.9 <= 5000, 0.049999 of 0.05, pass", desk.entry("4.9999", "1000", "970").line(TRADE_SIZE));
        assertEquals("trade-size: 5000.1 <= 5000, 0.050001 of 0.05, deny trade-too-large",
            desk.entry("5.0001", "1000", "970").decision());
    }

    @Test
    void showsATradeRoundedAgainstTheOrder() {
        assertEquals("4999.9 <= 5000.000000049, 0.049999 of 0.05, pass",
            desk.equity("100000.000000999").entry("4.9999", "1000", "970").line(TRADE_SIZE));
    }

    @Test
    void passesNothingThroughSlices() {
        Verdict verdict = Verdict.PASS;
        int slices = 0;
        desk.entry("0.1", "1000", "970");
        while (verdict == Verdict.PASS) {
            verdict = desk.check();
            if (verdict == Verdict.PASS) {
                slices++;
                desk.holds(slices * 100 + "");
            }
        }
        assertEquals(50, slices);
        assertEquals("trade-size: 5100 <= 5000, 0.051 of 0.05, deny trade-too-large", desk.decision());
    }

    @Test
    void passesNothingThroughSlicesThatWaitForAPerson() {
        desk.phase = 3;
        desk.holds("4900");
        assertEquals("trade-size: 5000.1 <= 5000, 0.050001 of 0.05, deny trade-too-large",
            desk.entry("0.1001", "1000", "970").decision());
    }

    @Test
    void capsATradeLowerWhereThePhaseSaysSo() {
        desk.phaseTradeCap = parse("300");
        assertEquals("300 <= 300, 0.003 of 0.003, pass", desk.entry("0.3", "1000", "970").line(TRADE_SIZE));
        assertEquals("trade-size: 300.1 <= 300, 0.003001 of 0.003, deny trade-too-large",
            desk.entry("0.3001", "1000", "970").decision());
        desk.phaseTradeCap = parse("5000");
        assertEquals("5000 <= 5000, 0.05 of 0.05, pass", desk.entry("5", "1000", "970").line(TRADE_SIZE));
    }

    @Test
    void refusesMoreThanTheTotalExposure() {
        desk.totalNotional = parse("19000");
        assertEquals("20000 <= 20000, 0.2 of 0.2, pass", desk.line(TOTAL_EXPOSURE));
        desk.totalNotional = parse("19000.000000001");
        assertEquals("total-exposure: 20000.000000001 <= 20000, 0.20000001 of 0.2, deny exposure-too-large",
            desk.decision());
        desk.totalNotional = parse("18999.999999999");
        assertEquals("19999.999999999 <= 20000, 0.2 of 0.2, pass", desk.line(TOTAL_EXPOSURE));
    }

    @Test
    void refusesTooMuchOfOneAsset() {
        desk.assetNotional = parse("29000");
        assertEquals("30000 <= 30000, 0.3 of 0.3, pass", desk.line(ONE_ASSET));
        desk.assetNotional = parse("29000.000000001");
        assertEquals("one-asset: 30000.000000001 <= 30000, 0.30000001 of 0.3, deny asset-too-large", desk.decision());
    }

    @Test
    void keepsEachStrategyToItsOwnBudget() {
        desk.strategyNotional = parse("9000");
        assertEquals("10000 <= 20000, 0.1 of 0.2, pass", desk.line(STRATEGY_BUDGET));
        desk.draft.strategyId = 1;
        assertEquals("10000 <= 10000, 0.1 of 0.1, pass", desk.line(STRATEGY_BUDGET));
        desk.strategyNotional = parse("9000.1");
        assertEquals("strategy-budget: 10000.1 <= 10000, 0.100001 of 0.1, deny budget-exceeded", desk.decision());
    }

    @Test
    void givesAStrategyWithoutABudgetNothing() {
        desk.draft.strategyId = 2;
        assertEquals("strategy-budget: 1000 <= 0, 0.01 of 0, deny budget-exceeded", desk.decision());
        desk.draft.strategyId = -1;
        assertEquals("strategy-budget: 1000 <= 0, 0.01 of 0, deny budget-exceeded", desk.decision());
    }

    @Test
    void refusesEveryTradeWithoutEquity() {
        desk.equity("0");
        assertEquals("trade-size: 1000 < 0, 9223372036.8547758 of 0.05, deny trade-too-large", desk.decision());
        desk.equity("-5");
        assertEquals("trade-size: 1000 < -5, 9223372036.8547758 of 0.05, deny trade-too-large", desk.decision());
        assertEquals(2, desk.guards.counters().notEvaluable(TRADE_SIZE));
    }

    @Test
    void refusesBooksWhoseSumNoLongCanHold() {
        desk.totalNotional = Long.MAX_VALUE - 1;
        assertEquals("total-exposure: 9223372036.854775807 <= 20000, 92233.72036855 of 0.2, deny exposure-too-large",
            desk.decision());
        desk.equity = Long.MAX_VALUE;
        GivenLimits limits = new GivenLimits();
        limits.totalExposure = parse("1");
        RiskDesk whole = new RiskDesk(limits);
        whole.totalNotional = Long.MAX_VALUE - 1;
        whole.equity = Long.MAX_VALUE;
        assertEquals("total-exposure: 9223372036.854775807 <= 9223372036.854775806, 1 of 1, deny exposure-too-large",
            whole.decision());
    }
}
