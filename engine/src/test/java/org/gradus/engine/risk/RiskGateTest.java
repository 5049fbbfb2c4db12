package org.gradus.engine.risk;

import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.Rule;
import org.gradus.engine.message.Verdict;
import org.junit.jupiter.api.Test;

class RiskGateTest {
    private static final List<String> CONTRACT = List.of("venue", "stale-quote", "price-collar", "crossed-book", "tick",
        "lot",
        "minimum-notional", "buying-power", "quantity-range", "stop-loss", "trade-size", "total-exposure", "one-asset",
        "strategy-budget", "circuit-breaker", "extreme-market", "daily-entries", "daily-loss", "rate-limit",
        "confirmation", "veto");
    private static final List<String> OF_AN_EXIT = List.of("venue", "tick", "lot", "quantity-range", "rate-limit");

    private final RiskDesk desk = new RiskDesk();

    @Test
    void asksAnEntryEveryRuleInTheOrderOfTheContract() {
        assertEquals(CONTRACT, labels(desk.rulesAsked()));
        assertEquals(Verdict.PASS, desk.checks.verdict());
        assertEquals(42, desk.checks.clientOrderId());
    }

    @Test
    void endsWithTheFirstRefusal() {
        breakEveryRule();
        List<String> refusals = new ArrayList<>();
        List<Runnable> repairs = repairs();
        for (Runnable repair : repairs) {
            int asked = desk.rulesAsked().size();
            assertEquals(CONTRACT.subList(0, asked), labels(desk.rulesAsked()));
            refusals.add(CONTRACT.get(asked - 1) + " " + desk.checks.reason().label());
            repair.run();
        }
        assertEquals(List.of("venue venue-down", "stale-quote stale-quote", "price-collar price-collar",
            "crossed-book crossed-book",
            "tick off-tick", "lot off-lot", "minimum-notional below-minimum-notional",
            "buying-power insufficient-buying-power",
            "quantity-range quantity-too-large", "stop-loss stop-missing", "trade-size trade-too-large",
            "total-exposure exposure-too-large", "one-asset asset-too-large", "strategy-budget budget-exceeded",
            "circuit-breaker circuit-breaker", "extreme-market extreme-market", "daily-entries daily-entries",
            "daily-loss daily-loss", "rate-limit rate-limit", "confirmation none"), refusals);
        assertEquals(CONTRACT, labels(desk.rulesAsked()));
    }

    @Test
    void asksAReducingOrderOnlyForVenueShapeAndRate() {
        for (Purpose purpose : Purpose.values()) {
            desk.draft.purpose = purpose;
            assertEquals(purpose.reduces() ? OF_AN_EXIT : CONTRACT, labels(desk.rulesAsked()), purpose.label());
        }
    }

    @Test
    void neverLetsARuleForEntriesDenyAnExit() {
        breakEveryRule();
        desk.venueUp = true;
        desk.entryBlock = DenialReason.OPERATOR_HALTED;
        desk.timeNs += 60_000_000_000L;
        desk.instrument = RiskDesk.instrument("0.01", "0.0001", "10", "9000000000");
        desk.marketExit("8000000000").draft.stopPrice = 0;
        assertEquals(List.of("venue 1 = 1, 1 of 1, pass", "tick 0 <= 0, 0 of 0, pass", "lot 0 = 0, 0 of 0, pass",
            "quantity-range 8000000000 <= 9000000000, 8000000000 of 9000000000, pass",
            "rate-limit 1 <= 9, 0 of 9, pass"), lines());
    }

    @Test
    void refusesAnExitThatTheVenueCouldOnlyReject() {
        desk.marketExit("1").freeOrders = 1;
        assertEquals(Verdict.PASS, desk.check());
        desk.freeOrders = 0;
        assertEquals("venue: 0 = 1, 0 of 1, deny too-many-orders", desk.decision());
        desk.freeOrders = 1;
        desk.venueUp = false;
        assertEquals("venue: 0 = 1, 0 of 1, deny venue-down", desk.decision());
        desk.venueUp = true;
        assertEquals("lot: 0.00001 = 0, 0.00001 of 0, deny off-lot", desk.marketExit("0.00001").decision());
        assertEquals("quantity-range: 1000.1 <= 1000, 1000.1 of 1000, deny quantity-too-large",
            desk.marketExit("1000.1").decision());
    }

    @Test
    void startsEachCheckAnew() {
        desk.phase = 3;
        assertEquals(Verdict.WAIT, desk.check());
        desk.phase = 1;
        assertEquals(Verdict.PASS, desk.check());
        assertEquals(0, desk.checks.expiresNs());
        desk.venueUp = false;
        assertEquals(List.of("venue 0 = 1, 0 of 1, deny venue-down"), lines());
    }

    @Test
    void countsWhatEachRuleAnswered() {
        desk.check();
        desk.entry("4.6", "1000", "970").check();
        desk.entry("6", "1000", "970").check();
        desk.phase = 3;
        desk.entry("1", "1000", "970").check();
        RuleCounters counters = desk.guards.counters();
        assertEquals(List.of(4L, 1L, 0L, 1L, 0L), counts(counters, Rule.TRADE_SIZE));
        assertEquals(List.of(1L, 0L, 1L, 0L, 0L), counts(counters, Rule.CONFIRMATION));
        assertEquals(List.of(0L, 0L, 0L, 0L, 0L), counts(counters, Rule.VETO));
        assertEquals(List.of(4L, 0L, 0L, 0L, 0L), counts(counters, Rule.VENUE));
    }

    @Test
    void callsItANearMissAboveNineTenthsOfTheLimit() {
        Map<String, Long> nearMisses = new TreeMap<>();
        for (String quantity : List.of("4.5", "4.5001", "5", "5.0001")) {
            desk.entry(quantity, "1000", "970").check();
            nearMisses.put(quantity, desk.guards.counters().nearMisses(Rule.TRADE_SIZE));
        }
        assertEquals(Map.of("4.5", 0L, "4.5001", 1L, "5", 2L, "5.0001", 2L), nearMisses);
        desk.entry("1", "1000", "970");
        desk.equity("91000").check();
        assertEquals(0, desk.guards.counters().nearMisses(Rule.CIRCUIT_BREAKER));
        desk.equity("90999.99").check();
        assertEquals(1, desk.guards.counters().nearMisses(Rule.CIRCUIT_BREAKER));
    }

    private void breakEveryRule() {
        desk.entry("0.00005", "2000.001", "0");
        desk.venueUp = false;
        desk.quoteAgeNs = parse("6");
        desk.bid = parse("1001");
        desk.buyingPower = 0;
        desk.equity("80000").holds("90000");
        desk.guards.circuitBreaker().onEquity(desk.equity);
        desk.guards.dailyCaps().onTime(desk.timeNs, desk.equity);
        for (int i = 0; i < 20; i++) {
            desk.guards.dailyCaps().onEntrySubmitted();
        }
        desk.submitted(9);
        desk.phase = 3;
        desk.timeNs += 1_000_000_000L;
        desk.referenceCloses("2000");
    }

    /// How to satisfy one rule after the other without touching the later ones.
    private List<Runnable> repairs() {
        return List.of(
            () -> desk.venueUp = true,
            () -> desk.quoteAgeNs = 0,
            () -> desk.entry("0.00005", "1000.001", "0"),
            () -> desk.bid = parse("1000"),
            () -> desk.entry("0.00005", "1000", "0"),
            () -> desk.entry("0.0001", "1000", "0"),
            () -> desk.entry("51", "1000", "0"),
            () -> desk.buyingPower = parse("100000"),
            () -> desk.entry("1", "1000", "0"),
            () -> desk.draft.stopPrice = parse("970"),
            () -> desk.tradeNotional = 0,
            () -> desk.totalNotional = 0,
            () -> desk.assetNotional = 0,
            () -> desk.strategyNotional = 0,
            () -> {
                desk.guards.circuitBreaker().review(desk.equity);
            },
            () -> {
                desk.timeNs += 1_000_000_000L;
                desk.referenceCloses("1000");
                desk.guards.extremeMarket().release();
            },
            () -> {
                desk.timeNs += 12 * 3_600_000_000_000L;
                desk.guards.dailyCaps().onTime(desk.timeNs, parse("100000"));
                desk.guards.dailyCaps().onTime(desk.timeNs, desk.equity);
                desk.submitted(9).referenceCloses("1000");
            },
            () -> {
                desk.timeNs += 24 * 3_600_000_000_000L;
                desk.guards.dailyCaps().onTime(desk.timeNs, desk.equity);
                desk.submitted(9).referenceCloses("1000");
            },
            () -> desk.timeNs += 60_000_000_000L,
            () -> desk.phase = 1);
    }

    private List<String> lines() {
        desk.check();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < desk.checks.size(); i++) {
            lines.add(desk.checks.check(i).rule().label() + " " + RiskDesk.text(desk.checks.check(i)));
        }
        return lines;
    }

    private static List<String> labels(List<Rule> rules) {
        return rules.stream().map(Rule::label).toList();
    }

    private static List<Long> counts(RuleCounters counters, Rule rule) {
        return List.of(counters.evaluations(rule), counters.denials(rule), counters.waits(rule),
            counters.nearMisses(rule), counters.notEvaluable(rule));
    }
}
