package org.gradus.tools.config;

import static org.gradus.tools.config.Unit.DURATION;
import static org.gradus.tools.config.Unit.MONEY;
import static org.gradus.tools.config.Unit.RATIO;

import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.risk.RiskLimits;
import org.gradus.engine.sim.MarketModel;
import org.gradus.engine.sim.MarketModel.Fees;
import org.gradus.engine.sim.MarketModel.LastLook;
import org.gradus.engine.sim.MarketModel.Latency;
import org.gradus.engine.sim.MarketModel.Mishaps;
import org.gradus.engine.sim.MarketModel.Pricing;

/// Reads `market`, the assumptions of the simulated market. The limiter of the sending side and the taker's fee are
/// those of the limits: two numbers for one rule would drift apart.
record MarketSettings(Report report, long seed, RiskLimits limits) {
    private static final long DAY_NS = Timeframe.D1.nanos();
    static final long LARGEST_COST = FixedPoint.ONE / 10;

    MarketModel read(Section top) {
        Section market = top.section("market");
        Section latency = market.section("latency");
        long minimumNs = duration(latency, "minimum", 1);
        long jitterNs = duration(latency, "jitter", 0);
        long reportNs = duration(latency, "report", 1);
        long reportJitterNs = duration(latency, "report-jitter", 0);
        Section pricing = market.section("pricing");
        long halfSpread = cost(pricing, "half-spread");
        long slippage = cost(pricing, "slippage");
        long participation = pricing.number("participation", RATIO, 1, FixedPoint.ONE);
        long quoteFreshNs = duration(pricing, "quote-fresh", 0);
        Section fees = market.section("fees");
        long maker = cost(fees, "maker");
        long stock = fees.number("stock", MONEY, 0, FixedPoint.ONE / 2);
        Section mishaps = market.section("mishaps");
        long rejection = mishaps.number("rejection", RATIO, 0, FixedPoint.ONE);
        long partialFill = mishaps.number("partial-fill", RATIO, 0, FixedPoint.ONE);
        long partialAtMost = mishaps.number("partial-at-most", RATIO, 1, FixedPoint.ONE);
        long maximumAgeNs = duration(market.section("last-look"), "maximum-age", 1);
        if (!report.clean()) {
            return MarketModel.pessimistic(seed);
        }
        return new MarketModel(seed,
                new Latency(minimumNs, jitterNs, reportNs, reportJitterNs),
                new Pricing(halfSpread, slippage, participation, quoteFreshNs),
                new Fees(limits.takerFee(), maker, stock),
                new Mishaps(rejection, partialFill, partialAtMost),
                new LastLook(limits.ratePerMinute(), limits.rateReserved(), maximumAgeNs));
    }

    private static long duration(Section section, String key, long least) {
        return section.number(key, DURATION, least, DAY_NS);
    }

    private static long cost(Section section, String key) {
        return section.number(key, RATIO, 0, LARGEST_COST);
    }
}
