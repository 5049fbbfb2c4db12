package org.gradus.engine.risk;

import org.gradus.engine.domain.Rule;
import org.gradus.engine.order.OrderDraft;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// An order that waits for a person. Its numbers may be read as long as it is parked; then the place is reused. Owned
/// by [ParkedOrders].
public final class ParkedOrder implements Stateful {
    private final OrderDraft draft = new OrderDraft();
    private Rule rule = Rule.CONFIRMATION;
    private long expiresNs;
    private long notional;
    private boolean alertDelivered;

    void fill(OrderDraft order, Rule waitsFor, long endNs, long orderNotional) {
        draft.copyFrom(order);
        rule = waitsFor;
        expiresNs = endNs;
        notional = orderNotional;
        alertDelivered = false;
    }

    public OrderDraft draft() {
        return draft;
    }

    /// What it waits for: `CONFIRMATION` a yes, `VETO` the end of the window for a no.
    public Rule rule() {
        return rule;
    }

    public long expiresNs() {
        return expiresNs;
    }

    public long notional() {
        return notional;
    }

    /// Whether anybody can know of it: silence is consent only then.
    public boolean alertDelivered() {
        return alertDelivered;
    }

    public void markAlertDelivered() {
        alertDelivered = true;
    }

    @Override
    public void visitState(StateVisitor visitor) {
        draft.visitState(visitor);
        rule = Rule.of(visitor.visit((int) rule.code()));
        expiresNs = visitor.visit(expiresNs);
        notional = visitor.visit(notional);
        alertDelivered = visitor.visit(alertDelivered);
    }
}
