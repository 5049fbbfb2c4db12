package org.gradus.engine.risk;

import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// Everything the guardrails remember, and the gate that asks it. One instance per core, owned by the decision stage,
/// which tells the guards what happened (marks, minutes, submissions, cash flows) and asks the gate before an order may
/// leave.
public final class Guardrails implements Stateful {
    private final RateLimiter rateLimiter;
    private final CircuitBreaker circuitBreaker;
    private final ExtremeMarket extremeMarket;
    private final DailyCaps dailyCaps;
    private final ParkedOrders parkedOrders;
    private final RuleCounters counters = new RuleCounters();
    private final RiskGate gate;
    private final PositionSizer sizer;

    public Guardrails(RiskLimits limits, int parkedCapacity) {
        rateLimiter = new RateLimiter(limits.ratePerMinute(), limits.rateReserved());
        circuitBreaker = new CircuitBreaker(limits.circuitBreaker());
        extremeMarket = new ExtremeMarket(limits.extremeMarket(), limits.referenceFreshNs());
        dailyCaps = new DailyCaps(limits.entriesPerDay(), limits.lossPerDay());
        parkedOrders = new ParkedOrders(parkedCapacity);
        gate = new RiskGate(limits, this);
        sizer = new PositionSizer(limits);
    }

    public RiskGate gate() {
        return gate;
    }

    public PositionSizer sizer() {
        return sizer;
    }

    public RateLimiter rateLimiter() {
        return rateLimiter;
    }

    public CircuitBreaker circuitBreaker() {
        return circuitBreaker;
    }

    public ExtremeMarket extremeMarket() {
        return extremeMarket;
    }

    public DailyCaps dailyCaps() {
        return dailyCaps;
    }

    public ParkedOrders parkedOrders() {
        return parkedOrders;
    }

    public RuleCounters counters() {
        return counters;
    }

    /// Money came in (positive) or went out: neither gain nor loss. The next mark already contains it.
    public void onCashFlow(long amount) {
        circuitBreaker.onCashFlow(amount);
        dailyCaps.onCashFlow(amount);
    }

    @Override
    public void visitState(StateVisitor visitor) {
        rateLimiter.visitState(visitor);
        circuitBreaker.visitState(visitor);
        extremeMarket.visitState(visitor);
        dailyCaps.visitState(visitor);
        parkedOrders.visitState(visitor);
        counters.visitState(visitor);
    }
}
