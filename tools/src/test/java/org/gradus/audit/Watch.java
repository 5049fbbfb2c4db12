package org.gradus.audit;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the guards must remember, kept independently of what the export says of it: the breaker's peak and the lowest
/// equity, the day's loss, and which causes hold the risk state.
final class Watch {
    static final long DAY_NS = 86_400_000_000_000L;
    private static final Set<String> HALTING = Set.of("operator-halt", "extreme-market");

    /// What an operator may release, and the cause it stands for.
    private enum Releasable {
        HALT("halt", "operator-halt"), BREAKER("circuit-breaker", "circuit-breaker"),
        EXTREME("extreme-market", "extreme-market"), RECONCILIATION("reconciliation", "reconciliation"),
        JOURNAL("journal-fault", "journal-fault");

        private final String release;
        private final String cause;

        Releasable(String release, String cause) {
            this.release = release;
            this.cause = cause;
        }
    }

    BigDecimal peak;
    private @Nullable BigDecimal low;
    private BigDecimal dayBase;
    private long nextDayNs;
    private boolean dayPaused;
    private final Set<String> causes = new HashSet<>();
    String state = "active";

    Watch(BigDecimal peakBefore) {
        peak = peakBefore;
        low = peakBefore;
        dayBase = peakBefore;
    }

    /// A new mark, fill or cash flow.
    void onEquity(BigDecimal equity, Terms terms) {
        low = low == null ? equity : low.min(equity);
        peak = peak.max(equity);
        dayPaused |= loss(equity).compareTo(terms.limit("loss_per_day")) >= 0;
    }

    void onCashFlow(BigDecimal amount) {
        peak = peak.add(amount);
        dayBase = dayBase.add(amount);
    }

    void onTime(long nowNs, BigDecimal equity) {
        if (nowNs >= nextDayNs) {
            nextDayNs = dayOf(nowNs) + DAY_NS;
            dayBase = equity;
            dayPaused = false;
        }
    }

    static long dayOf(long nowNs) {
        return nowNs - Math.floorMod(nowNs, DAY_NS);
    }

    /// The lowest equity since the last `equity` line.
    BigDecimal low(BigDecimal equity) {
        return low == null ? equity : low.min(equity);
    }

    /// An `equity` line was written.
    void told() {
        low = null;
    }

    BigDecimal drawdown(BigDecimal equity) {
        return equity.compareTo(peak) >= 0 ? BigDecimal.ZERO : Money.ratioDown(equity.subtract(peak), peak);
    }

    boolean breaches(BigDecimal equity, Terms terms) {
        return equity.compareTo(peak.multiply(BigDecimal.ONE.subtract(terms.limit("circuit_breaker")))) <= 0;
    }

    BigDecimal loss(BigDecimal equity) {
        return equity.compareTo(dayBase) >= 0 ? BigDecimal.ZERO : Money.ratioUp(dayBase.subtract(equity), dayBase);
    }

    boolean dayPaused() {
        return dayPaused;
    }

    boolean latched(String cause) {
        return causes.contains(cause);
    }

    boolean entriesBlocked() {
        return !causes.isEmpty();
    }

    /// A change of the risk state; what a resume lets go is told by its record.
    void riskState(Fact change) {
        state = change.text("to");
        if (!change.is("reason", "operator-resume")) {
            causes.add(change.text("reason"));
        }
    }

    /// The operator has looked at these; a review of the breaker measures from the equity of that moment.
    void release(List<String> releases, BigDecimal equity) {
        for (Releasable each : Releasable.values()) {
            boolean held = releases.contains(each.release) && causes.remove(each.cause);
            peak = held && each == Releasable.BREAKER ? equity : peak;
        }
    }

    /// The strictest of what is latched.
    String stateOfCauses() {
        if (causes.isEmpty()) {
            return "active";
        }
        return causes.stream().anyMatch(HALTING::contains) ? "halted" : "reducing";
    }
}
