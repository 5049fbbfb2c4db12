package org.gradus.engine.risk;

import static org.gradus.engine.domain.FixedPoint.format;
import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Rule;
import org.gradus.engine.message.Verdict;
import org.junit.jupiter.api.Test;

class PositionSizerTest {
    private static final Set<Rule> SIZE_RULES = EnumSet.of(Rule.BUYING_POWER, Rule.QUANTITY_RANGE, Rule.TRADE_SIZE,
        Rule.TOTAL_EXPOSURE, Rule.ONE_ASSET, Rule.STRATEGY_BUDGET);

    private final RiskDesk desk = new RiskDesk();

    @Test
    void takesTheWholeTradeSizeWhenNothingElseIsTighter() {
        assertEquals("5", size());
    }

    @Test
    void takesTheTightestLimit() {
        desk.totalNotional = parse("16000");
        assertEquals("4", size());
        desk.assetNotional = parse("27000");
        assertEquals("3", size());
        desk.strategyNotional = parse("18000");
        assertEquals("2", size());
        desk.buyingPower = parse("1002.5");
        assertEquals("1", size());
        desk.phaseTradeCap = parse("500");
        assertEquals("0.5", size());
        desk.tradeNotional = parse("499");
        assertEquals("0", size());
    }

    @Test
    void staysBelowTheLargestOrder() {
        GivenLimits limits = new GivenLimits();
        limits.maximumOrderNotional = parse("1234.5");
        RiskDesk bounded = new RiskDesk(limits);
        assertEquals("1.2345", format(bounded.guards.sizer().quantity(bounded.draft, bounded)));
        desk.instrument = RiskDesk.instrument("0.01", "0.0001", "10", "0.7");
        assertEquals("0.7", size());
    }

    @Test
    void keepsTheWorstFeeInTheAccount() {
        desk.buyingPower = parse("1000");
        assertEquals("0.9975", size());
        desk.draft.quantity = parse("0.9975");
        assertEquals("999.99375 <= 1000, 999.99375 of 1000, pass", desk.line(Rule.BUYING_POWER));
    }

    @Test
    void findsNothingWhereNothingFits() {
        assertEquals("0", format(sized(desk.equity("0"))));
        assertEquals("0", format(sized(desk.equity("-100"))));
        desk.equity("100000").buyingPower = -1;
        assertEquals("0", size());
        desk.buyingPower = parse("9.99");
        assertEquals("0", size());
        desk.buyingPower = parse("100000");
        desk.draft.price = 0;
        assertEquals("0", size());
    }

    @Test
    void findsEveryLotOfTheCheapestInstrument() {
        desk.instrument = RiskDesk.instrument("0.000000001", "0.000000001", "0", "9000000000");
        desk.entry("1", "0.000000003", "0.000000002");
        desk.phaseTradeCap = 2;
        // Two units of money: half a unit more still rounds down to them.
        assertEquals("0.833333333", size());
    }

    @Test
    void passesTheGateWhileOneLotMoreDoesNot() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int sized = 0;
        for (int i = 0; i < 50_000; i++) {
            RiskDesk any = anyDesk(random);
            any.draft.quantity = sized(any);
            if (any.draft.quantity > 0) {
                sized++;
                assertEquals(Verdict.PASS, any.check(), () -> "seed " + seed + ": " + any.decision());
                any.draft.quantity += any.instrument.lot();
                assertEquals(Verdict.DENY, any.check(), "seed " + seed);
                assertTrue(SIZE_RULES.contains(any.checks.last().rule()), () -> "seed " + seed + ": " + any.decision());
            }
        }
        assertTrue(sized > 10_000, "most desks have room, this many had: " + sized);
    }

    private static RiskDesk anyDesk(Random random) {
        GivenLimits limits = new GivenLimits();
        limits.maximumOrderNotional = amount(random);
        limits.stopLoss = parse("1");
        RiskDesk any = new RiskDesk(limits);
        long lot = pick(random, 1, 10, 100_000, 100_000_000, 1_000_000_000);
        any.instrument = new Instrument(0, "BTC/USD", AssetClass.CRYPTO, "BTC", "USD", 1, lot, 0,
            Math.max(lot, random.nextLong(1L << random.nextInt(30, 63))), 9);
        long price = random.nextLong(2, 1L << random.nextInt(3, 50));
        any.entry("1", "1", "1").draft.price = price;
        any.draft.limitPrice = price;
        any.draft.stopPrice = price - 1;
        any.lastPrice = price;
        any.equity = amount(random);
        any.guards.circuitBreaker().review(any.equity);
        any.guards.dailyCaps().onTime(any.timeNs + 86_400_000_000_000L, any.equity);
        any.buyingPower = amount(random);
        any.tradeNotional = random.nextLong(any.equity / 20 + 1);
        any.totalNotional = random.nextLong(any.equity / 6 + 1);
        any.assetNotional = random.nextLong(any.equity / 4 + 1);
        any.strategyNotional = random.nextLong(any.equity / 6 + 1);
        return any;
    }

    private static long amount(Random random) {
        return random.nextLong(1, 1L << random.nextInt(10, 62));
    }

    private static long pick(Random random, long... from) {
        return from[random.nextInt(from.length)];
    }

    private static long sized(RiskDesk desk) {
        return desk.guards.sizer().quantity(desk.draft, desk);
    }

    private String size() {
        return format(sized(desk));
    }
}
