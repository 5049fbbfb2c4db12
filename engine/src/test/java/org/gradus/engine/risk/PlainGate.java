package org.gradus.engine.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.Side;

/// The obvious gate: the contract's rules in decimals of any length, written without a look at the fast one. It knows
/// what happened to the guards from plain fields, not from the guards. It answers with `pass`, `rule deny reason` or
/// `rule wait`.
final class PlainGate {
    private static final BigDecimal HUGE = BigDecimal.valueOf(Long.MAX_VALUE, 9);

    private final RiskDesk desk;
    private final GivenLimits limits;
    private final BigDecimal notional;
    private final BigDecimal equity;
    BigDecimal peak;
    /// Null while the breaker is not latched.
    BigDecimal trippedDrawdown;
    BigDecimal move;
    boolean extremeLatched;
    BigDecimal referenceAge;
    int entriesToday;
    BigDecimal dayStart;
    BigDecimal pausedLoss = BigDecimal.ZERO;
    int submissions;

    PlainGate(RiskDesk desk) {
        this.desk = desk;
        this.limits = desk.given;
        this.notional = number(desk.draft.price).multiply(number(desk.draft.quantity))
            .setScale(9, RoundingMode.HALF_EVEN).min(HUGE);
        this.equity = number(desk.equity);
    }

    static BigDecimal number(long scaled) {
        return BigDecimal.valueOf(scaled, 9);
    }

    String answer() {
        String shape = first(List.of(venue(), desk.draft.reduces() ? "" : market(), shape()));
        if (desk.draft.reduces()) {
            return orPass(first(List.of(shape, rate(limits.ratePerMinute, limits.ratePerMinute))));
        }
        return orPass(first(List.of(shape, stop(), exposure(), guards(),
            rate(limits.ratePerMinute - limits.rateReserved, limits.ratePerMinute), waiting())));
    }

    private String venue() {
        boolean reduces = desk.draft.reduces();
        if (!reduces && desk.entryBlock != DenialReason.NONE) {
            return "venue deny " + desk.entryBlock.label();
        }
        boolean forbidden = !reduces && desk.phase == 3 && !limits.phase3Instruments.contains(desk.instrument.symbol());
        return first(List.of(when(!desk.venueUp, "venue deny venue-down"), when(forbidden, "venue deny phase-forbids"),
            when(!reduces && desk.exitWorking, "venue deny exit-working"),
            when(!reduces && desk.foreignOrder, "venue deny foreign-order"),
            when(desk.freeOrders < (reduces ? 1 : 2), "venue deny too-many-orders")));
    }

    private String market() {
        BigDecimal last = number(desk.lastPrice);
        BigDecimal price = number(desk.draft.limitPrice == 0 ? desk.draft.price : desk.draft.limitPrice);
        boolean far = price.subtract(last).abs().compareTo(last.multiply(number(limits.priceCollar))) > 0
            || last.signum() <= 0;
        boolean crossed = desk.bid != 0 && desk.ask != 0 && desk.bid > desk.ask;
        return first(List.of(when(desk.quoteAgeNs == Long.MAX_VALUE, "stale-quote deny no-market"),
            when(desk.quoteAgeNs > limits.quoteFreshNs, "stale-quote deny stale-quote"),
            when(far, "price-collar deny price-collar"), when(crossed, "crossed-book deny crossed-book")));
    }

    private String shape() {
        boolean offTick = number(desk.draft.limitPrice).remainder(number(desk.instrument.tick())).signum() != 0;
        boolean offLot = number(desk.draft.quantity).remainder(number(desk.instrument.lot())).signum() != 0;
        boolean small = notional.compareTo(number(desk.instrument.minimumNotional())) < 0;
        BigDecimal fee = notional.multiply(number(limits.takerFee)).setScale(9, RoundingMode.CEILING);
        boolean unpaid = notional.equals(HUGE) || notional.add(fee).compareTo(number(desk.buyingPower)) > 0;
        boolean large = desk.draft.quantity > desk.instrument.maximumQuantity();
        boolean bulky = notional.compareTo(number(limits.maximumOrderNotional)) > 0;
        boolean entry = !desk.draft.reduces();
        return first(List.of(when(offTick, "tick deny off-tick"), when(offLot, "lot deny off-lot"),
            when(entry && small, "minimum-notional deny below-minimum-notional"),
            when(entry && unpaid, "buying-power deny insufficient-buying-power"),
            when(desk.draft.quantity <= 0, "quantity-range deny quantity-not-positive"),
            when(large || entry && bulky, "quantity-range deny quantity-too-large")));
    }

    private String stop() {
        BigDecimal price = number(desk.draft.price);
        BigDecimal stop = number(desk.draft.stopPrice);
        boolean wrong = desk.draft.side == Side.BUY ? stop.compareTo(price) >= 0 : stop.compareTo(price) <= 0;
        boolean far = price.subtract(stop).abs().compareTo(price.multiply(number(limits.stopLoss))) > 0;
        return first(List.of(when(stop.signum() == 0, "stop-loss deny stop-missing"),
            when(wrong, "stop-loss deny stop-wrong-side"),
            when(far, "stop-loss deny stop-too-far")));
    }

    private String exposure() {
        int strategy = desk.draft.strategyId;
        long budget = strategy < limits.budgets.size() ? limits.budgets.get(strategy) : 0;
        boolean capped = after(desk.tradeNotional).compareTo(number(desk.phaseTradeCap)) > 0;
        return first(List.of(when(capped || above(desk.tradeNotional, limits.tradeSize),
            "trade-size deny trade-too-large"),
            when(above(desk.totalNotional, limits.totalExposure), "total-exposure deny exposure-too-large"),
            when(above(desk.assetNotional, limits.oneAsset), "one-asset deny asset-too-large"),
            when(above(desk.strategyNotional, budget), "strategy-budget deny budget-exceeded")));
    }

    private String guards() {
        BigDecimal drawdown = equity.subtract(peak).min(BigDecimal.ZERO).divide(peak, 8, RoundingMode.FLOOR);
        boolean down = drawdown.compareTo(number(limits.circuitBreaker).negate()) <= 0;
        boolean extreme = move.compareTo(number(limits.extremeMarket)) > 0;
        boolean missing = !extremeLatched && referenceAge.compareTo(number(limits.referenceFreshNs)) > 0;
        BigDecimal loss = dayStart.subtract(equity).max(BigDecimal.ZERO).divide(dayStart, 8, RoundingMode.CEILING)
            .max(pausedLoss);
        return first(List.of(when(down, "circuit-breaker deny circuit-breaker"),
            when(trippedDrawdown != null, "circuit-breaker deny circuit-breaker-latched"),
            when(missing, "extreme-market deny reference-missing"), when(extreme, "extreme-market deny extreme-market"),
            when(extremeLatched, "extreme-market deny extreme-market-latched"),
            when(entriesToday + 1 > limits.entriesPerDay, "daily-entries deny daily-entries"),
            when(loss.compareTo(number(limits.lossPerDay)) >= 0, "daily-loss deny daily-loss")));
    }

    private String rate(int allowed, int limit) {
        return first(List.of(when(submissions + 1 > limit, "rate-limit deny rate-limit"),
            when(submissions + 1 > allowed, "rate-limit deny rate-limit-reserved")));
    }

    private String waiting() {
        BigDecimal trade = after(desk.tradeNotional);
        boolean confirm = desk.phase == 3 && trade.compareTo(number(limits.confirmAbove)) > 0;
        boolean announce = desk.phase == 4 && trade.compareTo(number(limits.vetoAbove)) > 0;
        String end = desk.freeParked == 0 ? " deny too-many-parked" : " wait";
        return desk.draft.released ? ""
            : first(List.of(when(confirm, "confirmation" + end), when(announce, "veto" + end)));
    }

    private boolean above(long before, long limit) {
        return equity.signum() <= 0 || after(before).compareTo(equity.multiply(number(limit))) > 0;
    }

    private BigDecimal after(long before) {
        return number(before).add(notional);
    }

    private static String when(boolean refused, String answer) {
        return refused ? answer : "";
    }

    private static String first(List<String> answers) {
        return answers.stream().filter(answer -> !answer.isEmpty()).findFirst().orElse("");
    }

    private static String orPass(String answer) {
        return answer.isEmpty() ? "pass" : answer;
    }
}
