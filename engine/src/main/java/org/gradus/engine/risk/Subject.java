package org.gradus.engine.risk;

import org.gradus.engine.domain.Instrument;
import org.gradus.engine.order.OrderDraft;
import org.jspecify.annotations.NullUnmarked;

/// The order under check with what several rules need to know of it, computed once a check. Owned and reused by
/// [RiskGate], which fills it before any rule reads it; that is why its fields start empty.
@NullUnmarked
final class Subject {
    OrderDraft draft;
    RiskView view;
    Instrument instrument;
    long nowNs;
    /// Price times quantity; the largest long when no long can hold it.
    long notional;
    long equity;

    void of(OrderDraft order, RiskView books) {
        draft = order;
        view = books;
        instrument = books.instrument(order.instrumentId);
        nowNs = books.timeNs();
        notional = Capped.money(order.price, order.quantity);
        equity = books.equity();
    }

    /// Notional of the whole trade once this order is in it.
    long tradeAfter() {
        return Capped.add(view.tradeNotional(draft.strategyId, draft.instrumentId), notional);
    }
}
