package org.gradus.engine.egress;

import org.agrona.DirectBuffer;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordCursor;
import org.gradus.engine.codec.Stage;
import org.gradus.engine.codec.sbe.OrderDecisionDecoder;
import org.gradus.engine.codec.sbe.RiskStateChangeDecoder;
import org.gradus.engine.domain.Invariant;
import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.TimeInForce;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.state.StateVisitor;

/// Last stage: hands the orders of a journaled record to the gateway. It decides nothing and keeps nothing. An entry
/// and the leg behind it are one command.
public final class RouterStage implements Stage {
    private final OrderGateway gateway;
    private final RecordCursor cursor = new RecordCursor();
    private final OrderDecisionDecoder order = new OrderDecisionDecoder();
    private final RiskStateChangeDecoder riskState = new RiskStateChangeDecoder();
    private final OrderCommand command = new OrderCommand();
    /// Whether the command still waits for a leg that may follow.
    private boolean waits;

    public RouterStage(OrderGateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public void onSlot(EventSlot slot) {
        if (slot.unforced()) {
            gateway.journalFault(slot.timeNs());
        }
        if (!slot.inputOnly()) {
            route(slot);
        }
    }

    private void route(EventSlot slot) {
        cursor.wrap(slot.buffer(), 0);
        while (cursor.advance()) {
            DirectBuffer buffer = cursor.buffer();
            if (cursor.templateId() == OrderDecisionDecoder.TEMPLATE_ID) {
                order.wrap(buffer, cursor.body(), cursor.blockLength(), cursor.version());
                route(slot.timeNs());
            } else if (cursor.templateId() == RiskStateChangeDecoder.TEMPLATE_ID) {
                riskState.wrap(buffer, cursor.body(), cursor.blockLength(), cursor.version());
                handOver();
                gateway.riskState(RiskState.of(riskState.toState()), slot.timeNs());
            }
        }
        handOver();
    }

    @Override
    public void onFailed(EventSlot slot) {
        gateway.ourFault(slot.timeNs());
    }

    private void route(long timeNs) {
        OrderAction action = OrderAction.of(order.action());
        switch (action) {
            case SUBMIT, REPLACE, CANCEL -> {
                if (action == OrderAction.SUBMIT && order.parent() != 0) {
                    attachLeg();
                    return;
                }
                handOver();
                fill(action, timeNs);
                waits = true;
            }
            case PARK, REFUSE -> {
                // Stays inside.
            }
        }
    }

    private void attachLeg() {
        Invariant.hold(waits && command.clientOrderId == order.parent(), "a leg stands right behind its entry",
            order.clientOrderId());
        command.legId = order.clientOrderId();
        command.legTrigger = order.stopPrice();
    }

    private void handOver() {
        if (waits) {
            waits = false;
            gateway.send(command);
        }
    }

    private void fill(OrderAction action, long timeNs) {
        command.action = action;
        command.clientOrderId = order.clientOrderId();
        command.replaces = order.replaces();
        command.instrumentId = order.instrument();
        command.purpose = Purpose.of(order.purpose());
        command.side = Side.of(order.side());
        command.orderType = OrderType.of(order.orderType());
        command.timeInForce = TimeInForce.of(order.timeInForce());
        command.quantity = order.quantity();
        command.limitPrice = order.limitPrice();
        command.triggerPrice = triggered(command.orderType) ? order.stopPrice() : 0;
        command.decidedNs = timeNs;
        command.legId = 0;
        command.legTrigger = 0;
        command.parent = action == OrderAction.CANCEL ? order.parent() : 0;
    }

    private static boolean triggered(OrderType type) {
        return type == OrderType.STOP || type == OrderType.STOP_LIMIT;
    }

    @Override
    public void visitState(StateVisitor visitor) {
        // Stateless.
    }
}
