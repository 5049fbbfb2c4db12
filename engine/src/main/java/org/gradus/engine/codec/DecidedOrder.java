package org.gradus.engine.codec;

import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.domain.Rule;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.TimeInForce;
import org.gradus.engine.message.OrderAction;
import org.jspecify.annotations.Nullable;

/// An order decision on its way into a slot; mutable and reused by the decision stage. What the fields mean is told by
/// `Decision.OrderDecision`.
public final class DecidedOrder {
    public long clientOrderId;
    public @Nullable OrderAction action;
    public @Nullable Purpose purpose;
    public @Nullable Side side;
    public @Nullable OrderType orderType;
    public @Nullable TimeInForce timeInForce;
    public boolean reduces;
    public @Nullable RiskState riskState;
    public int phase;
    public @Nullable Rule rule;
    public DenialReason reason = DenialReason.NONE;
    public int strategy = -1;
    public int instrument = -1;
    public long quantity;
    public long limitPrice;
    public long stopPrice;
    public long price;
    public long notional;
    public long equity;
    public long exposureAfter;
    public long replaces;
    public long parent;
    public long expiresNs;

    /// Makes every field not applicable, so that a caller sets only what it has.
    public DecidedOrder reset() {
        clientOrderId = 0;
        action = null;
        purpose = null;
        side = null;
        orderType = null;
        timeInForce = null;
        reduces = false;
        riskState = null;
        phase = 0;
        rule = null;
        reason = DenialReason.NONE;
        strategy = -1;
        instrument = -1;
        resetNumbers();
        return this;
    }

    private void resetNumbers() {
        quantity = 0;
        limitPrice = 0;
        stopPrice = 0;
        price = 0;
        notional = 0;
        equity = 0;
        exposureAfter = 0;
        replaces = 0;
        parent = 0;
        expiresNs = 0;
    }
}
