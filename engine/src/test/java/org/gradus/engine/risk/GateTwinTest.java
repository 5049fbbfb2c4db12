package org.gradus.engine.risk;

import org.gradus.engine.order.OrderDraft;
import static org.gradus.engine.domain.FixedPoint.ONE;
import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.Rule;
import org.gradus.engine.domain.Side;
import org.gradus.engine.message.Verdict;
import org.junit.jupiter.api.Test;

/// The gate against [PlainGate] on desks drawn at and around every limit, and its lines against what an auditor would
/// compute from them.
class GateTwinTest {
    private static final int DESKS = 120_000;
    private static final long DAY_NS = 86_400_000_000_000L;
    /// Every answer that a draw must have reached for the test to mean something.
    private static final List<String> ANSWERS = List.of("pass", "venue deny venue-down", "venue deny phase-forbids",
        "venue deny too-many-orders", "venue deny disk-low", "stale-quote deny no-market",
        "stale-quote deny stale-quote",
        "price-collar deny price-collar", "crossed-book deny crossed-book", "tick deny off-tick", "lot deny off-lot",
        "minimum-notional deny below-minimum-notional", "buying-power deny insufficient-buying-power",
        "quantity-range deny quantity-not-positive", "quantity-range deny quantity-too-large",
        "stop-loss deny stop-missing",
        "stop-loss deny stop-wrong-side", "stop-loss deny stop-too-far", "trade-size deny trade-too-large",
        "total-exposure deny exposure-too-large", "one-asset deny asset-too-large",
        "strategy-budget deny budget-exceeded",
        "circuit-breaker deny circuit-breaker", "circuit-breaker deny circuit-breaker-latched",
        "extreme-market deny reference-missing", "extreme-market deny extreme-market",
        "extreme-market deny extreme-market-latched",
        "daily-entries deny daily-entries", "daily-loss deny daily-loss", "rate-limit deny rate-limit",
        "rate-limit deny rate-limit-reserved", "confirmation deny too-many-parked", "confirmation wait",
        "veto deny too-many-parked",
        "veto wait");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void answersLikeThePlainGateOnEveryDesk() {
        Map<String, Integer> reached = new TreeMap<>();
        for (int i = 0; i < DESKS; i++) {
            RiskDesk desk = new RiskDesk(anyLimits());
            PlainGate plain = anyDesk(desk);
            desk.check();
            String answer = answerOf(desk.checks);
            String where = "seed " + seed + ", desk " + i;
            assertEquals(plain.answer(), answer, where);
            audit(desk.checks, where);
            reached.merge(answer, 1, Integer::sum);
        }
        ANSWERS.forEach(answer -> assertTrue(reached.getOrDefault(answer, 0) > 20, answer + " in " + reached));
    }

    /// What an auditor can refute: a verdict that its own numbers contradict, or a pass that shows more than the limit.
    private static void audit(CheckList checks, String where) {
        for (int i = 0; i < checks.size(); i++) {
            Check check = checks.check(i);
            boolean holds = switch (check.op()) {
                case AT_MOST -> check.left() <= check.right();
                case BELOW -> check.left() < check.right();
                case AT_LEAST -> check.left() >= check.right();
                case ABOVE -> check.left() > check.right();
                case EQUAL -> check.left() == check.right();
            };
            assertEquals(holds, check.verdict() == Verdict.PASS, where + " " + check.rule() + " "
                + RiskDesk.text(check));
            boolean bounded = switch (check.op()) {
                case AT_MOST, BELOW -> check.value() <= check.limit();
                case AT_LEAST, ABOVE -> check.value() >= check.limit();
                case EQUAL -> true;
            };
            assertTrue(bounded || !holds, where + " " + check.rule() + " " + RiskDesk.text(check));
            assertEquals(check.verdict() == Verdict.DENY, check.reason() != DenialReason.NONE, where);
            boolean own = check.reason().rule() == check.rule() || check.rule() == Rule.VETO;
            assertTrue(own || check.reason() == DenialReason.NONE, where + " " + check.reason());
        }
    }

    private static String answerOf(CheckList checks) {
        Check last = checks.last();
        return switch (last.verdict()) {
            case PASS -> "pass";
            case DENY -> last.rule().label() + " deny " + last.reason().label();
            case WAIT -> last.rule().label() + " wait";
        };
    }

    private GivenLimits anyLimits() {
        GivenLimits limits = new GivenLimits();
        limits.tradeSize = ratio(10);
        limits.totalExposure = ratio(20);
        limits.oneAsset = ratio(30);
        limits.stopLoss = ratio(5);
        limits.circuitBreaker = ratio(20);
        limits.extremeMarket = ratio(30);
        limits.lossPerDay = ratio(20);
        limits.priceCollar = ratio(5);
        limits.takerFee = ratio(1);
        limits.budgets = List.of(ratio(20), ratio(10));
        limits.phase3Instruments = rarely() ? List.of() : List.of("BTC/USD", "SPY");
        return limits;
    }

    private PlainGate anyDesk(RiskDesk desk) {
        GivenLimits limits = desk.given;
        anyMarket(desk, limits);
        anyOrder(desk, limits);
        anyBooks(desk, limits);
        PlainGate plain = new PlainGate(desk);
        anyGuards(desk, limits, plain);
        return plain;
    }

    private void anyMarket(RiskDesk desk, GivenLimits limits) {
        long tick = pick(1, 1_000, 10_000_000);
        long lot = pick(1, 1_000, 100_000, ONE);
        desk.instrument = new Instrument(0, "BTC/USD", AssetClass.CRYPTO, "BTC", "USD", tick, lot,
            pick(0, ONE, 10 * ONE), lot + random.nextLong(1L << random.nextInt(40, 62)), 9);
        desk.lastPrice = rarely() ? 0 : 1 + random.nextLong(1L << random.nextInt(20, 55));
        desk.bid = rarely() ? 0 : desk.lastPrice;
        desk.ask = rarely() ? 0 : desk.bid + around(0) + (rarely() ? 0 : 1);
        desk.quoteAgeNs = rarely() ? pick(Long.MAX_VALUE, around(limits.quoteFreshNs))
            : random.nextLong(limits.quoteFreshNs);
        desk.entryBlock = rarely() ? DenialReason.DISK_LOW : DenialReason.NONE;
        desk.venueUp = !rarely();
        desk.phase = random.nextInt(1, 5);
        desk.phaseTradeCap = random.nextInt(4) == 0 ? desk.equity / 100 : Long.MAX_VALUE;
        desk.exitWorking = rarely();
        desk.foreignOrder = rarely();
        desk.freeOrders = rarely() ? random.nextInt(3) : 10;
        desk.freeParked = random.nextInt(3);
    }

    private void anyOrder(RiskDesk desk, GivenLimits limits) {
        OrderDraft draft = desk.draft;
        draft.purpose = Purpose.values()[random.nextInt(4) == 0 ? random.nextInt(Purpose.values().length) : 0];
        draft.side = random.nextInt(4) == 0 ? Side.SELL : Side.BUY;
        draft.strategyId = rarely() ? 2 : random.nextInt(2);
        draft.released = random.nextInt(5) == 0;
        long collar = part(desk.lastPrice, limits.priceCollar);
        long price = rarely() ? around(desk.lastPrice + collar) : desk.lastPrice + collar / 2;
        draft.price = Math.max(1, rarely() ? price : price - price % desk.instrument.tick());
        draft.limitPrice = random.nextInt(5) == 0 ? 0 : draft.price;
        long distance = rarely() ? around(part(draft.price, limits.stopLoss)) : part(draft.price, limits.stopLoss) / 2
            + 1;
        draft.stopPrice = rarely() ? pick(0, draft.price) : Math.max(0, draft.price - draft.side.sign() * distance);
    }

    /// Puts the order's notional, with what the books hold, at or near one of the limits.
    private void anyBooks(RiskDesk desk, GivenLimits limits) {
        desk.equity = rarely() ? -random.nextLong(2) : 1 + random.nextLong(1L << random.nextInt(30, 58));
        long target = pick(part(desk.equity, limits.tradeSize), limits.confirmAbove, limits.vetoAbove,
            desk.equity / 100, desk.equity / 1_000, desk.instrument.minimumNotional(), limits.maximumOrderNotional);
        long lots = BigDecimal.valueOf(around(target)).multiply(BigDecimal.valueOf(ONE))
            .divide(BigDecimal.valueOf(desk.draft.price), 0, RoundingMode.DOWN)
            .min(BigDecimal.valueOf(Long.MAX_VALUE / 4)).longValue();
        long whole = Math.max(0, lots) / desk.instrument.lot() * desk.instrument.lot();
        desk.draft.quantity = rarely() ? pick(around(whole), 0, -desk.instrument.lot(),
            around(desk.instrument.maximumQuantity())) : whole;
        long notional = Capped.money(desk.draft.price, desk.draft.quantity);
        desk.tradeNotional = before(part(desk.equity, limits.tradeSize), notional);
        desk.totalNotional = before(part(desk.equity, limits.totalExposure), notional);
        desk.assetNotional = before(part(desk.equity, limits.oneAsset), notional);
        desk.strategyNotional = before(part(desk.equity, limits.budgets.get(desk.draft.strategyId % 2)), notional);
        desk.buyingPower = rarely() ? around(notional + part(notional, limits.takerFee))
            : Capped.add(notional, notional);
    }

    private void anyGuards(RiskDesk desk, GivenLimits limits, PlainGate plain) {
        long peak = Math.max(1, rarely() ? around(atLoss(desk.equity, limits.circuitBreaker)) : desk.equity);
        desk.guards.circuitBreaker().start(peak);
        plain.peak = PlainGate.number(peak);
        if (rarely() && desk.guards.circuitBreaker().onEquity(peak / 2)) {
            plain.trippedDrawdown = PlainGate.number(desk.guards.circuitBreaker().trippedDrawdown());
        }
        anyReference(desk, limits, plain);
        anyDay(desk, limits, plain);
        int times = rarely() ? random.nextInt(10) : random.nextInt(5);
        desk.submitted(times);
        plain.submissions = times;
    }

    private void anyReference(RiskDesk desk, GivenLimits limits, PlainGate plain) {
        long mark = 1_000 * ONE;
        boolean trips = rarely();
        if (trips) {
            desk.timeNs += 60 * ONE;
            desk.guards.extremeMarket().onMinute(desk.timeNs, 2 * mark);
        }
        desk.timeNs += 60 * ONE;
        long last = rarely() ? around(mark + part(mark, limits.extremeMarket)) : mark + 1;
        desk.guards.extremeMarket().onMinute(desk.timeNs, last);
        plain.move = PlainGate.number(Math.abs(last - mark)).divide(PlainGate.number(mark));
        plain.extremeLatched = trips || plain.move.compareTo(PlainGate.number(limits.extremeMarket)) > 0;
        long age = rarely() ? around(limits.referenceFreshNs) : random.nextLong(limits.referenceFreshNs);
        desk.timeNs += age;
        plain.referenceAge = PlainGate.number(age);
        if (rarely()) {
            desk.guards.extremeMarket().release();
            plain.extremeLatched = false;
        }
    }

    private void anyDay(RiskDesk desk, GivenLimits limits, PlainGate plain) {
        DailyCaps caps = desk.guards.dailyCaps();
        long start = Math.max(1, rarely() ? around(atLoss(desk.equity, limits.lossPerDay)) : desk.equity);
        caps.onTime(desk.timeNs + DAY_NS, start);
        plain.dayStart = PlainGate.number(start);
        if (rarely() && caps.onTime(desk.timeNs + DAY_NS, start / 2)) {
            plain.pausedLoss = PlainGate.number(start - start / 2).divide(plain.dayStart, 8, RoundingMode.CEILING);
        }
        plain.entriesToday = rarely() ? random.nextInt(19, 22) : random.nextInt(19);
        for (int i = 0; i < plain.entriesToday; i++) {
            caps.onEntrySubmitted();
        }
    }

    private long before(long bound, long notional) {
        return Math.max(0, rarely() ? around(bound - notional) : (bound - notional) / 2);
    }

    private static long atLoss(long equity, long limit) {
        return BigDecimal.valueOf(equity).divide(BigDecimal.ONE.subtract(PlainGate.number(limit)), 0,
            RoundingMode.HALF_UP).longValue();
    }

    private static long part(long amount, long ratio) {
        return BigDecimal.valueOf(amount).multiply(PlainGate.number(ratio)).setScale(0, RoundingMode.FLOOR).longValue();
    }

    private long ratio(int mostPercent) {
        return random.nextBoolean() ? random.nextInt(1, mostPercent + 1) * parse("0.01")
            : (1 + random.nextInt(mostPercent * 1_000_000)) * 10L;
    }

    private long around(long number) {
        return number + pick(-1, 0, 0, 1, random.nextInt(-1_000, 1_000));
    }

    private long pick(long... from) {
        return from[random.nextInt(from.length)];
    }

    private boolean rarely() {
        return random.nextInt(24) == 0;
    }
}
