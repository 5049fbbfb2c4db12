package org.gradus.engine.sim;

import org.gradus.engine.domain.RiskState;
import org.gradus.engine.egress.OrderCommand;
import org.gradus.engine.egress.SendLimiter;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.UnknownReason;
import org.jspecify.annotations.Nullable;

/// Our own end of the line to the venue: holds a command for its latency, takes the last look, and tells what became of
/// it. Cancels and orders that reduce pass the look of entries. Owned by [SimulatedMarket].
final class SendingSide {
    /// An order whose answer does not come is looked up at the venue after this long.
    static final long LOOK_UP_NS = 10_000_000_000L;

    private final MarketModel model;
    private final FaultPlan faults;
    private final StatelessRandom random;
    private final StatelessRandom faultRandom;
    private final SendLimiter limiter;
    private final ReportQueue reports;
    private final OrderPath path = new OrderPath();
    private final MarketReport report = new MarketReport();
    private @Nullable NotSentReason restriction;
    private long lateCommands;

    SendingSide(MarketModel model, FaultPlan faults, ReportQueue reports) {
        this.model = model;
        this.faults = faults;
        this.random = new StatelessRandom(model.seed());
        this.faultRandom = new StatelessRandom(faults.seed());
        this.limiter = new SendLimiter(model.lastLook().perMinute(), model.lastLook().reserved());
        this.reports = reports;
    }

    OrderPath path() {
        return path;
    }

    void riskState(RiskState state) {
        restriction = NotSentReason.restricting(state);
    }

    /// Commands that were handed over after the market had passed their sending time.
    long lateCommands() {
        return lateCommands;
    }

    void take(OrderCommand command, long nowNs) {
        long sendNs = command.decidedNs + model.latency().minimumNs();
        lateCommands += sendNs < nowNs ? 1 : 0;
        path.add(command, Math.max(sendNs, nowNs));
    }

    /// Sends the command that is due, or does not.
    void send(long nowNs) {
        OrderCommand command = path.sending();
        if (command.action == OrderAction.CANCEL) {
            path.sent(nowNs + travelNs(command));
            return;
        }
        NotSentReason reason = lastLook(command, nowNs);
        if (reason != null) {
            tellNotSent(command, reason, nowNs);
            path.drop();
            return;
        }
        limiter.record(nowNs);
        if (faultRandom.chance(faults.unanswered(), command.clientOrderId, Draw.UNANSWERED.at(0))) {
            leaveUnanswered(command, nowNs);
            return;
        }
        reports.addOwn(tell(command, MarketReport.Kind.SENT, nowNs));
        path.sent(nowNs + travelNs(command));
    }

    private @Nullable NotSentReason lastLook(OrderCommand command, long nowNs) {
        if (path.withdrawn() != null) {
            return path.withdrawn();
        }
        boolean reduces = command.purpose.reduces();
        if (restriction != null && !reduces) {
            return restriction;
        }
        if (!reduces && nowNs - command.decidedNs > model.lastLook().maximumAgeNs()) {
            return NotSentReason.TOO_OLD;
        }
        return limiter.admits(reduces, nowNs) ? null : NotSentReason.RATE_LIMIT;
    }

    /// The answer is lost, and of two such orders one is lost with it. The truth waits for the look-up.
    private void leaveUnanswered(OrderCommand command, long nowNs) {
        tell(command, MarketReport.Kind.UNKNOWN, nowNs).unknownReason = UnknownReason.TIMEOUT;
        reports.addOwn(report);
        if (faultRandom.below(2, command.clientOrderId, Draw.UNANSWERED_FATE.at(0)) == 0) {
            reports.addOwn(tell(command, MarketReport.Kind.SENT, nowNs + LOOK_UP_NS));
            path.sent(nowNs + travelNs(command));
        } else {
            tellNotSent(command, NotSentReason.VENUE_DOWN, nowNs + LOOK_UP_NS);
            path.drop();
        }
    }

    /// What was not sent took its leg along.
    private void tellNotSent(OrderCommand command, NotSentReason reason, long timeNs) {
        tell(command, MarketReport.Kind.NOT_SENT, timeNs).notSentReason = reason;
        reports.addOwn(report);
        if (command.legId != 0) {
            report.clientOrderId = command.legId;
            report.side = command.side.opposite();
            reports.addOwn(report);
        }
    }

    /// A cancel may be repeated, so its draw is told apart by its time.
    private long travelNs(OrderCommand command) {
        long n = command.action == OrderAction.CANCEL ? Draw.CANCEL_LATENCY.at(command.decidedNs)
            : Draw.ORDER_LATENCY.at(0);
        return random.below(model.latency().jitterNs() + 1, command.clientOrderId, n);
    }

    private MarketReport tell(OrderCommand command, MarketReport.Kind kind, long timeNs) {
        report.of(kind, command.clientOrderId, command.instrumentId, command.side);
        report.timeNs = timeNs;
        return report;
    }
}
