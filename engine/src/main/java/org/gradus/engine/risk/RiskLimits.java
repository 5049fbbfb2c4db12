package org.gradus.engine.risk;

import java.util.List;
import java.util.Objects;
import org.gradus.engine.domain.FixedPoint;

/// Every threshold in force; immutable for an epoch, recorded whole in its `started` record. Ratios are scaled 1e-9
/// (5 % = 50_000_000), money 1e-9, times nanoseconds.
///
/// @param tradeSize           largest notional of a strategy's trade ÷ equity, 0 < r ≤ 1
/// @param totalExposure       largest Σ |position notional|, working and parked entries included, ÷ equity
/// @param oneAsset            largest notional in one asset ÷ equity
/// @param stopLoss            largest |entry price − stop| ÷ entry price
/// @param circuitBreaker      fall of equity below its peak that trips the breaker, positive (10 % = 100_000_000)
/// @param extremeMarket       move of the reference that halts
/// @param ratePerMinute       submits, replaces and retries in any rolling 60 s
/// @param rateReserved        of these, kept for exits and stops
/// @param entriesPerDay       submitted entries a UTC day
/// @param lossPerDay          loss since 00:00 UTC ÷ equity at 00:00 UTC
/// @param priceCollar         largest |limit − last| ÷ last of an entry
/// @param printCollar         a print further than this from the mark waits for confirmation
/// @param printAgreement      a second print this near confirms it
/// @param printWaitNs         or this long without contradiction
/// @param quoteFreshNs        a quote older than this is stale
/// @param referenceFreshNs    a reference mark older than this is stale
/// @param maximumOrderNotional  largest notional of one order, money
/// @param takerFee            worst fee of an entry ÷ its notional, held back from buying power
/// @param confirmAbove        phase 3: trade notional above this waits for the operator
/// @param confirmWaitNs       how long it waits before it lapses
/// @param vetoAbove           phase 4: trade notional above this is announced and held
/// @param vetoWindowNs        how long the operator may veto
/// @param vetoGoesWithoutAlert  false: no trade when the alert was not delivered
/// @param stopCoverNs         longest time a position may stand without a working or supervised stop
/// @param stopFillNs          longest time from a venue stop's trigger to its fill before it escalates
/// @param stopPlaceNs         longest time until the venue, up and open, works a stop; then the position is sold
/// @param stopLimitOffset     how far below its trigger a protective stop-limit's limit stands, ratio
/// @param strategyBudgets     by strategy id: largest notional ÷ equity
/// @param phase3Instruments   symbols allowed in phase 3
public record RiskLimits(
        long tradeSize, long totalExposure, long oneAsset, long stopLoss, long circuitBreaker, long extremeMarket,
        int ratePerMinute, int rateReserved, int entriesPerDay, long lossPerDay,
        long priceCollar, long printCollar, long printAgreement, long printWaitNs, long quoteFreshNs,
        long referenceFreshNs, long maximumOrderNotional, long takerFee, long confirmAbove, long confirmWaitNs,
        long vetoAbove, long vetoWindowNs, boolean vetoGoesWithoutAlert, long stopCoverNs, long stopFillNs,
        long stopPlaceNs, long stopLimitOffset, List<Long> strategyBudgets, List<String> phase3Instruments) {

    /// 25 basis points: the dearest taker tier of the venue.
    public static final long DEFAULT_TAKER_FEE = 2_500_000L;

    /// Ratios are shown in steps of 1e-8. A threshold between two steps could be shown as kept by an order that breaks
    /// it.
    private static final long RATIO_STEP = 10;

    public RiskLimits {
        strategyBudgets = List.copyOf(Objects.requireNonNull(strategyBudgets));
        phase3Instruments = List.copyOf(Objects.requireNonNull(phase3Instruments));
        part("trade size", tradeSize);
        part("total exposure", totalExposure);
        part("one asset", oneAsset);
        part("stop loss", stopLoss);
        part("circuit breaker", circuitBreaker);
        part("loss per day", lossPerDay);
        part("price collar", priceCollar);
        part("taker fee", takerFee);
        strategyBudgets.forEach(budget -> part("strategy budget", budget));
        check("extreme market", extremeMarket, extremeMarket >= 0 && extremeMarket % RATIO_STEP == 0);
        check("reserved of the rate limit", rateReserved, rateReserved >= 0 && rateReserved <= ratePerMinute);
        check("entries per day", entriesPerDay, entriesPerDay >= 0);
    }

    /// The same limits with other strategy budgets.
    public RiskLimits withBudgets(List<Long> budgets) {
        return new RiskLimits(tradeSize, totalExposure, oneAsset, stopLoss, circuitBreaker, extremeMarket,
                ratePerMinute, rateReserved, entriesPerDay, lossPerDay, priceCollar, printCollar, printAgreement,
                printWaitNs, quoteFreshNs, referenceFreshNs, maximumOrderNotional, takerFee, confirmAbove,
                confirmWaitNs, vetoAbove, vetoWindowNs, vetoGoesWithoutAlert, stopCoverNs,
                stopFillNs, stopPlaceNs, stopLimitOffset, budgets, phase3Instruments);
    }

    private static void part(String name, long ratio) {
        check(name, ratio, ratio >= 0 && ratio <= FixedPoint.ONE && ratio % RATIO_STEP == 0);
    }

    private static void check(String name, long value, boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException(name + " is out of range: " + value);
        }
    }
}
