package org.gradus.engine.sim;

import static org.gradus.engine.domain.FixedPoint.ONE;

import java.util.Objects;

/// Every assumption of the simulated market that is a number. Immutable, checked when made; ratios and probabilities
/// are scaled 1e-9 (25 bps = 2_500_000). `docs/simulation.md` gives the reason and the pessimistic side of each.
///
/// @param seed      of every draw
/// @param latency   how long commands and reports travel
/// @param pricing   at which price and how much fills
/// @param fees      what the venue charges
/// @param mishaps   how often the venue does not do what we want
/// @param lastLook  what the sending side refuses
public record MarketModel(
        long seed, Latency latency, Pricing pricing, Fees fees, Mishaps mishaps, LastLook lastLook) {

    private static final long MILLISECOND_NS = 1_000_000L;
    private static final long BASIS_POINT = ONE / 10_000;
    /// A day: what is slower is no market. It also keeps sums of times far from overflow.
    private static final long LONGEST_NS = 86_400_000L * MILLISECOND_NS;

    public MarketModel {
        Objects.requireNonNull(latency, "latency");
        Objects.requireNonNull(pricing, "pricing");
        Objects.requireNonNull(fees, "fees");
        Objects.requireNonNull(mishaps, "mishaps");
        Objects.requireNonNull(lastLook, "lastLook");
    }

    /// The defaults of `docs/simulation.md`.
    public static MarketModel pessimistic(long seed) {
        return new MarketModel(seed,
            new Latency(50 * MILLISECOND_NS, 100 * MILLISECOND_NS, 50 * MILLISECOND_NS, 100 * MILLISECOND_NS),
            new Pricing(10 * BASIS_POINT, 10 * BASIS_POINT, ONE / 10, 5_000 * MILLISECOND_NS),
            new Fees(25 * BASIS_POINT, 25 * BASIS_POINT, 0),
            new Mishaps(ONE / 1_000, ONE / 10, ONE / 2),
            new LastLook(9, 4, 10_000 * MILLISECOND_NS));
    }

    /// The same with this probability of a fill that is smaller than it could be.
    public MarketModel withPartialFills(long probability) {
        return new MarketModel(seed, latency, pricing, fees,
            new Mishaps(mishaps.rejection(), probability, mishaps.partialAtMost()), lastLook);
    }

    /// Nothing happens to a command before `minimumNs`, which is what lets a driver look ahead by that much.
    ///
    /// @param minimumNs       from the decision to the sending, > 0; the order is reported as sent then
    /// @param jitterNs        from the sending to the venue, at most
    /// @param reportNs        from the venue back to us, at least, > 0
    /// @param reportJitterNs  on top of that, at most
    public record Latency(long minimumNs, long jitterNs, long reportNs, long reportJitterNs) {
        public Latency {
            within("minimumNs", minimumNs, 1, LONGEST_NS);
            within("jitterNs", jitterNs, 0, LONGEST_NS);
            within("reportNs", reportNs, 1, LONGEST_NS);
            within("reportJitterNs", reportJitterNs, 0, LONGEST_NS);
        }
    }

    /// @param halfSpread     what a taker pays on top of a print, or gets less, where there is no fresh quote
    /// @param slippage       what market and triggered stop orders lose further
    /// @param participation  share of a print's, quote's or bar's size that we may have, 0 < r ≤ 1
    /// @param quoteFreshNs   a quote older than this no longer says where the market is
    public record Pricing(long halfSpread, long slippage, long participation, long quoteFreshNs) {
        public Pricing {
            within("halfSpread", halfSpread, 0, ONE / 2);
            within("slippage", slippage, 0, ONE / 2 - 1);
            within("participation", participation, 1, ONE);
            within("quoteFreshNs", quoteFreshNs, 0, LONGEST_NS);
        }
    }

    /// @param taker  of crypto orders that trade on arrival, taken from what is received
    /// @param maker  of crypto orders that rested
    /// @param stock  of stock orders, in money
    public record Fees(long taker, long maker, long stock) {
        public Fees {
            within("taker", taker, 0, ONE / 2);
            within("maker", maker, 0, ONE / 2);
            within("stock", stock, 0, ONE / 2);
        }
    }

    /// @param rejection      probability that the venue rejects a good order
    /// @param partialFill    probability that a fill is smaller than it could be
    /// @param partialAtMost  such a fill's size ÷ what was left of the order, at most, 0 < r ≤ 1
    public record Mishaps(long rejection, long partialFill, long partialAtMost) {
        public Mishaps {
            within("rejection", rejection, 0, ONE);
            within("partialFill", partialFill, 0, ONE);
            within("partialAtMost", partialAtMost, 1, ONE);
        }
    }

    /// @param perMinute     submits and replaces in any rolling 60 s
    /// @param reserved      of these, kept for orders that reduce
    /// @param maximumAgeNs  an entry decided longer ago than this is not sent
    public record LastLook(int perMinute, int reserved, long maximumAgeNs) {
        public LastLook {
            within("perMinute", perMinute, 1, 10_000);
            within("reserved", reserved, 0, perMinute);
            within("maximumAgeNs", maximumAgeNs, 1, LONGEST_NS);
        }
    }

    static void within(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " " + value + " is not in " + least + ".." + most);
        }
    }
}
