package org.gradus.engine.risk;

import static org.gradus.engine.domain.FixedPoint.ONE;
import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.agrona.ExpandableArrayBuffer;
import org.gradus.engine.domain.Rule;
import org.gradus.engine.domain.Side;
import org.gradus.engine.state.StateHasher;
import org.gradus.engine.state.StateReader;
import org.gradus.engine.state.StateWriter;
import org.junit.jupiter.api.Test;

class GuardrailsTest {
    private static final int CHECKS = 1_000_000;
    /// The measuring itself may allocate a little; one byte a check would be a million.
    private static final long NOISE_BYTES = 10_000;

    @Test
    void goesOnAfterARestoreAsIfNothingHadHappened() {
        long seed = System.nanoTime();
        RiskDesk original = new RiskDesk();
        live(original, new Random(seed), 4_000);
        ExpandableArrayBuffer bytes = new ExpandableArrayBuffer();
        StateWriter writer = new StateWriter(bytes);
        original.guards.visitState(writer);

        RiskDesk restored = new RiskDesk();
        restored.timeNs = original.timeNs;
        restored.equity = original.equity;
        StateReader reader = new StateReader(bytes, 0, writer.length());
        restored.guards.visitState(reader);
        reader.finish();

        assertEquals(hash(original), hash(restored), "seed " + seed);
        assertEquals(live(original, new Random(seed + 1), 3_000), live(restored, new Random(seed + 1), 3_000), "seed "
            + seed);
        assertEquals(hash(original), hash(restored), "seed " + seed);
    }

    @Test
    void showsEveryChangeInItsState() {
        List<Runnable> changes = new ArrayList<>();
        RiskDesk desk = new RiskDesk();
        Guardrails guards = desk.guards;
        changes.add(() -> guards.rateLimiter().record(desk.timeNs));
        changes.add(() -> guards.circuitBreaker().onEquity(parse("120000")));
        changes.add(() -> guards.circuitBreaker().takeLow());
        changes.add(() -> guards.circuitBreaker().onEquity(parse("100000")));
        changes.add(() -> guards.circuitBreaker().review(parse("100000")));
        changes.add(() -> guards.extremeMarket().onMinute(desk.timeNs + 60 * ONE, parse("2000")));
        changes.add(() -> guards.extremeMarket().release());
        changes.add(() -> guards.dailyCaps().onEntrySubmitted());
        changes.add(() -> guards.dailyCaps().onTime(desk.timeNs, parse("90000")));
        changes.add(() -> guards.onCashFlow(1));
        changes.add(() -> guards.parkedOrders().park(desk.draft, Rule.VETO, 1, 1));
        changes.add(() -> guards.parkedOrders().at(0).markAlertDelivered());
        changes.add(() -> guards.parkedOrders().drop(desk.draft.clientOrderId));
        changes.add(desk::check);
        for (int i = 0; i < changes.size(); i++) {
            long before = hash(desk);
            changes.get(i).run();
            assertNotEquals(before, hash(desk), "change " + i);
        }
    }

    @Test
    void showsTwoTablesThatHoldTheSameOrdersAsTheSame() {
        RiskDesk straight = new RiskDesk();
        RiskDesk detour = new RiskDesk();
        detour.draft.clientOrderId = 1;
        detour.guards.parkedOrders().park(detour.draft, Rule.VETO, 5, 5);
        detour.draft.clientOrderId = 42;
        straight.guards.parkedOrders().park(straight.draft, Rule.VETO, 7, 7);
        detour.guards.parkedOrders().park(detour.draft, Rule.VETO, 7, 7);
        detour.guards.parkedOrders().drop(1);
        assertEquals(hash(straight), hash(detour));
    }

    @Test
    void movesPeakAndDayTogetherWithTheCash() {
        RiskDesk desk = new RiskDesk();
        desk.guards.onCashFlow(parse("-50000"));
        desk.equity("50000");
        assertEquals("0 > -0.1, 0 of -0.1, pass", desk.line(Rule.CIRCUIT_BREAKER));
        assertEquals("0 < 0.03, 0 of 0.03, pass", desk.line(Rule.DAILY_LOSS));
    }

    @Test
    void allocatesNothingOverAMillionChecks() {
        RiskDesk desk = new RiskDesk();
        work(desk, 30_000);
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work(desk, CHECKS);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertEquals(0, allocated / NOISE_BYTES, allocated + " bytes");
    }

    /// Checks that pass, are denied and wait, and everything that moves the guards.
    private static void work(RiskDesk desk, int checks) {
        Guardrails guards = desk.guards;
        for (int i = 0; i < checks; i++) {
            desk.timeNs += 7 * ONE;
            desk.phase = 1 + (i & 3);
            desk.draft.side = (i & 31) == 0 ? Side.SELL : Side.BUY;
            desk.draft.clientOrderId = i;
            desk.draft.quantity = guards.sizer().quantity(desk.draft, desk) - (i % 3) * 100_000L;
            guards.gate().check(desk.draft, desk, desk.checks);
            guards.rateLimiter().record(desk.timeNs);
            guards.circuitBreaker().onEquity(desk.equity - i % 1_000);
            guards.dailyCaps().onTime(desk.timeNs, desk.equity);
            guards.extremeMarket().onMinute(desk.timeNs / (60 * ONE) * 60 * ONE, desk.lastPrice + i % 100);
            guards.parkedOrders().park(desk.draft, Rule.VETO, i, i);
            guards.parkedOrders().drop(i - 2);
        }
    }

    /// A desk that lives through random events; what it answered at each step.
    private static List<String> live(RiskDesk desk, Random random, int steps) {
        List<String> answers = new ArrayList<>();
        Guardrails guards = desk.guards;
        for (int i = 0; i < steps; i++) {
            desk.timeNs += random.nextLong(90 * ONE);
            desk.equity += random.nextLong(-parse("600"), parse("600"));
            desk.phase = 1 + random.nextInt(4);
            desk.draft.clientOrderId = i;
            desk.draft.quantity = desk.instrument.lot() * random.nextLong(1, 40_000);
            answers.add(guards.circuitBreaker().onEquity(desk.equity) + " " + guards.dailyCaps()
                .onTime(desk.timeNs, desk.equity) + " "
                + guards.extremeMarket().onMinute(desk.timeNs / (60 * ONE) * 60 * ONE, parse("1000")
                + random.nextLong(parse("170")))
                + " " + desk.decision());
            switch (random.nextInt(20)) {
                case 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 -> guards.rateLimiter().record(desk.timeNs);
                case 10 -> guards.dailyCaps().onEntrySubmitted();
                case 11 -> guards.circuitBreaker().review(desk.equity);
                case 12 -> guards.extremeMarket().release();
                case 13, 14 -> guards.parkedOrders().park(desk.draft, Rule.CONFIRMATION, desk.timeNs,
                    desk.draft.quantity);
                case 15 -> guards.parkedOrders().drop(random.nextInt(steps));
                default -> answers.add(guards.parkedOrders().notional() + " " + guards.circuitBreaker().takeLow());
            }
        }
        return answers;
    }

    private static long hash(RiskDesk desk) {
        StateHasher hasher = new StateHasher();
        desk.guards.visitState(hasher);
        return hasher.hash();
    }
}
