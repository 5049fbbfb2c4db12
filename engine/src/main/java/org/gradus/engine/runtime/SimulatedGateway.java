package org.gradus.engine.runtime;

import org.gradus.engine.domain.Invariant;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.egress.OpenEntries;
import org.gradus.engine.egress.OrderCommand;
import org.gradus.engine.ingress.Ingress;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.sim.MarketReport;
import org.gradus.engine.sim.SimulatedMarket;

/// Hands over to the simulated market what the stages decided, and keeps a list of open entries, as a gateway to a
/// venue outside would. Owned by the publishing thread.
final class SimulatedGateway implements GatewayQueue.Receiver {
    private static final long NOTHING = Long.MAX_VALUE;
    private static final int MOST_ENTRIES = 1_024;

    private final SimulatedMarket market;
    private final Ingress ingress;
    private final Housekeeping housekeeping;
    private final long leastLatencyNs;
    private final OpenEntries entries = new OpenEntries(MOST_ENTRIES);
    private final OrderCommand cancel = new OrderCommand();
    private RiskState newState = RiskState.ACTIVE;
    private long newStateNs = NOTHING;

    SimulatedGateway(SimulatedMarket market, Ingress ingress, Housekeeping housekeeping) {
        this.market = market;
        this.ingress = ingress;
        this.housekeeping = housekeeping;
        leastLatencyNs = market.minimumLatencyNs();
    }

    @Override
    public void command(OrderCommand command) {
        inTime(command.decidedNs);
        entries.handedOver(command);
        market.submit(command);
    }

    @Override
    public void journalFault(long timeNs) {
        housekeeping.journalFault();
    }

    /// The market is rebuilt from the journal at the next start, and finds this there: what a gateway outside would
    /// have done when the engine stopped.
    @Override
    public void ourFault(long timeNs) {
        withdrawEntries(NotSentReason.OUR_FAULT, timeNs);
        for (int i = 0; i < entries.size(); i++) {
            entries.cancelOf(i, timeNs, cancel);
            market.submit(cancel);
        }
    }

    @Override
    public void riskState(RiskState state, long timeNs) {
        inTime(timeNs);
        newStateNs = timeNs + leastLatencyNs;
        newState = state;
        housekeeping.riskState(state, timeNs);
    }

    /// The source must not have run past the moment at which a decision is felt: a quiet core would have decided after
    /// all, and the topologies would part.
    private void inTime(long decidedNs) {
        Invariant.hold(ingress.nowNs() <= decidedNs + leastLatencyNs, "a decision is felt in time", decidedNs,
            ingress.nowNs());
    }

    /// A halt or a reduction reaches the market's last look as late as any command would, so that it is felt alike
    /// however far the source ran ahead.
    void applyRiskState(long nextNs) {
        if (nextNs >= newStateNs) {
            market.riskState(newState, newStateNs);
            newStateNs = NOTHING;
        }
    }

    /// Entries handed over until now and not sent yet do not leave. Everything decided until now must have been taken
    /// over.
    void withdrawEntries(NotSentReason reason, long timeNs) {
        applyRiskState(timeNs);
        market.withdrawEntries(reason, timeNs);
    }

    /// Takes note of what became of an order.
    void note(MarketReport report) {
        switch (report.kind) {
            case NOT_SENT, REJECTED, CANCELLED, EXPIRED, REPLACED -> entries.ended(report.clientOrderId);
            case FILLED -> entries.filled(report.clientOrderId, report.cumulative);
            case SENT, UNKNOWN, HELD, ACCEPTED -> {
                // May still trade.
            }
        }
    }
}
