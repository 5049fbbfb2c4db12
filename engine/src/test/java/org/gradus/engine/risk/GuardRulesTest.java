package org.gradus.engine.risk;

import static org.gradus.engine.domain.FixedPoint.parse;
import static org.gradus.engine.domain.Rule.CIRCUIT_BREAKER;
import static org.gradus.engine.domain.Rule.DAILY_ENTRIES;
import static org.gradus.engine.domain.Rule.DAILY_LOSS;
import static org.gradus.engine.domain.Rule.EXTREME_MARKET;
import static org.gradus.engine.domain.Rule.RATE_LIMIT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GuardRulesTest {
    private static final long MINUTE_NS = 60_000_000_000L;
    private final RiskDesk desk = new RiskDesk();

    @Test
    void refusesEntriesAtTheDrawdownThatTrips() {
        desk.guards.dailyCaps().onCashFlow(parse("-10000"));
        assertEquals("-0.0999999 > -0.1, -0.0999999 of -0.1, pass", desk.equity("90000.01").line(CIRCUIT_BREAKER));
        assertEquals("circuit-breaker: -0.1 > -0.1, -0.1 of -0.1, deny circuit-breaker", desk.equity("90000")
            .decision());
        assertEquals("circuit-breaker: -0.1000001 > -0.1, -0.1000001 of -0.1, deny circuit-breaker",
            desk.equity("89999.99").decision());
    }

    @Test
    void showsTheTrippedDrawdownOnceTheLossIsWonBack() {
        desk.guards.circuitBreaker().onEquity(parse("89000"));
        assertEquals("circuit-breaker: -0.11 > -0.1, -0.11 of -0.1, deny circuit-breaker-latched",
            desk.equity("99000").decision());
        desk.guards.circuitBreaker().review(parse("99000"));
        assertEquals("0 > -0.1, 0 of -0.1, pass", desk.line(CIRCUIT_BREAKER));
    }

    @Test
    void refusesEntriesInAnExtremeMarket() {
        desk.timeNs += MINUTE_NS;
        assertEquals("0.2 <= 0.2, 0.2 of 0.2, pass", desk.referenceCloses("1200").line(EXTREME_MARKET));
        desk.timeNs += MINUTE_NS;
        assertEquals("extreme-market: 0.2001 <= 0.2, 0.2001 of 0.2, deny extreme-market", desk.referenceCloses("1200.1")
            .decision());
        desk.timeNs += MINUTE_NS;
        assertEquals("extreme-market: 0.2001 <= 0.2, 0.2001 of 0.2, deny extreme-market-latched",
            desk.referenceCloses("1000").decision());
        desk.guards.extremeMarket().release();
        assertEquals("0 <= 0.2, 0 of 0.2, pass", desk.line(EXTREME_MARKET));
    }

    @Test
    void refusesEntriesWithoutAFreshReference() {
        desk.timeNs += 5 * MINUTE_NS;
        assertEquals("0 <= 0.2, 0 of 0.2, pass", desk.line(EXTREME_MARKET));
        desk.timeNs += 1;
        assertEquals("extreme-market: 300.000000001 <= 300, 300.000000001 of 300, deny reference-missing",
            desk.decision());
        assertEquals(1, desk.guards.counters().notEvaluable(EXTREME_MARKET));
    }

    @Test
    void refusesTheEntryAfterTheLastOneOfTheDay() {
        for (int i = 0; i < 19; i++) {
            desk.guards.dailyCaps().onEntrySubmitted();
        }
        assertEquals("20 <= 20, 20 of 20, pass", desk.line(DAILY_ENTRIES));
        desk.guards.dailyCaps().onEntrySubmitted();
        assertEquals("daily-entries: 21 <= 20, 21 of 20, deny daily-entries", desk.decision());
    }

    @Test
    void refusesEntriesAtTheLossOfTheDay() {
        assertEquals("0 < 0.03, 0 of 0.03, pass", desk.equity("100001").line(DAILY_LOSS));
        assertEquals("0.0299999 < 0.03, 0.0299999 of 0.03, pass", desk.equity("97000.01").line(DAILY_LOSS));
        assertEquals("daily-loss: 0.03 < 0.03, 0.03 of 0.03, deny daily-loss", desk.equity("97000").decision());
    }

    @Test
    void goesOnRefusingWhenTheLossOfTheDayIsWonBack() {
        desk.guards.dailyCaps().onTime(desk.timeNs, parse("96000"));
        assertEquals("daily-loss: 0.04 < 0.03, 0.04 of 0.03, deny daily-loss", desk.equity("99999").decision());
        desk.timeNs += 12 * 60 * MINUTE_NS;
        desk.guards.dailyCaps().onTime(desk.timeNs, desk.equity);
        assertEquals("0 < 0.03, 0 of 0.03, pass", desk.referenceCloses("1000").line(DAILY_LOSS));
    }

    @Test
    void cannotJudgeALossWithoutEquityAtTheStartOfTheDay() {
        desk.guards.dailyCaps().onCashFlow(parse("-100000"));
        assertEquals("daily-loss: 1 < 0.03, 1 of 0.03, deny daily-loss", desk.decision());
        assertEquals(1, desk.guards.counters().notEvaluable(DAILY_LOSS));
    }

    @Test
    void keepsTheReserveOfTheRateLimitFromEntries() {
        assertEquals("5 <= 9, 4 of 9, pass", desk.submitted(4).line(RATE_LIMIT));
        assertEquals("rate-limit: 6 <= 5, 5 of 9, deny rate-limit-reserved", desk.submitted(1).decision());
        assertEquals("rate-limit: 9 <= 5, 8 of 9, deny rate-limit-reserved", desk.submitted(3).decision());
        assertEquals("rate-limit: 10 <= 9, 9 of 9, deny rate-limit", desk.submitted(1).decision());
    }

    @Test
    void letsAnExitUseTheReserveOfTheRateLimit() {
        assertEquals("9 <= 9, 8 of 9, pass", desk.marketExit("1").submitted(8).line(RATE_LIMIT));
        assertEquals("rate-limit: 10 <= 9, 9 of 9, deny rate-limit", desk.submitted(1).decision());
    }
}
