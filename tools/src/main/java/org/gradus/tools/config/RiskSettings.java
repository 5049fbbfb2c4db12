package org.gradus.tools.config;

import static org.gradus.tools.config.Unit.DURATION;
import static org.gradus.tools.config.Unit.MONEY;
import static org.gradus.tools.config.Unit.RATIO;

import java.math.BigInteger;
import java.util.List;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.risk.RiskLimits;
import org.gradus.engine.runtime.StrategyConfig;

/// Reads `risk`, the guardrails, and checks them against each other and against the strategies' budgets.
record RiskSettings(InstrumentSettings instruments, List<StrategyConfig> strategies) {
    private static final long DAY_NS = Timeframe.D1.nanos();
    /// Longer than an entry may rest with its stop asleep, or one refused stop waits to be placed again.
    private static final long LEAST_PLACE_NS = 2 * Timeframe.M1.nanos();
    private static final long MOST_MONEY = FixedPoint.parse("1000000000");
    private static final long MOVE_MOST = 10 * FixedPoint.ONE;

    RiskLimits read(Section top) {
        Section risk = top.section("risk");
        Section rate = risk.section("rate");
        Section daily = risk.section("daily");
        Section price = risk.section("price");
        Section confirmation = risk.section("confirmation");
        Section veto = risk.section("veto");
        Section stops = risk.section("stops");
        RiskLimits limits = new RiskLimits(
                ratio(risk, "trade-size"), ratio(risk, "total-exposure"), ratio(risk, "one-asset"),
                ratio(risk, "stop-loss"), ratio(risk, "circuit-breaker"), risk.number("extreme-market", RATIO, 1,
                MOVE_MOST), rate.whole("per-minute", 1, 200), rate.whole("reserved", 0, 200),
                daily.whole("entries", 0, 1_000_000), ratio(daily, "loss"),
                ratio(price, "collar"), ratio(price, "print-collar"), ratio(price, "print-agreement"),
                duration(price, "print-wait"), duration(price, "quote-fresh"), duration(price, "reference-fresh"),
                money(risk, "maximum-order-notional"), takerFee(top),
                money(confirmation, "above"), duration(confirmation, "wait"),
                money(veto, "above"), duration(veto, "window"), veto.flag("goes-without-alert"),
                duration(stops, "cover"), duration(stops, "fill"), stops.number("place", DURATION, LEAST_PLACE_NS,
                30 * DAY_NS),
                ratio(stops, "limit-offset"),
                strategies.stream().map(StrategyConfig::budget).toList(),
                risk.texts("phase3-instruments", "symbols of instruments"));
        checkRate(rate, limits);
        checkBudgets(top, risk, limits);
        checkPhase3(risk, limits);
        return limits;
    }

    private static void checkRate(Section rate, RiskLimits limits) {
        if (rate.good("per-minute", "reserved") && limits.rateReserved() >= limits.ratePerMinute()) {
            rate.refuse("reserved", "leaves nothing for entries: expected less than per-minute, which is "
                    + limits.ratePerMinute());
        }
    }

    private static void checkBudgets(Section top, Section risk, RiskLimits limits) {
        BigInteger sum = BigInteger.ZERO;
        for (long budget : limits.strategyBudgets()) {
            sum = sum.add(BigInteger.valueOf(budget));
        }
        if (risk.good("total-exposure") && sum.compareTo(BigInteger.valueOf(limits.totalExposure())) > 0) {
            top.refuse("strategies", "the budgets sum to " + RATIO.show(sum.longValueExact())
                    + ", expected at most risk.total-exposure, which is "
                    + RATIO.show(limits.totalExposure()));
        }
    }

    private void checkPhase3(Section risk, RiskLimits limits) {
        for (String symbol : limits.phase3Instruments()) {
            if (instruments.id(symbol) < 0) {
                risk.refuse("phase3-instruments", "no instrument " + symbol + ", expected some of "
                        + String.join(", ", instruments.symbols()));
            }
        }
    }

    /// Part of the market, and of what an order costs at most: read once, here.
    private static long takerFee(Section top) {
        return top.section("market").section("fees").number("taker", RATIO, 1, MarketSettings.LARGEST_COST);
    }

    private static long ratio(Section section, String key) {
        return section.number(key, RATIO, 1, FixedPoint.ONE);
    }

    private static long money(Section section, String key) {
        return section.number(key, MONEY, 0, MOST_MONEY);
    }

    private static long duration(Section section, String key) {
        return section.number(key, DURATION, 0, 30 * DAY_NS);
    }
}
