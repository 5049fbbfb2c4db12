package org.gradus.tools.run;

import java.util.HashMap;
import java.util.Map;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.StopAction;

/// How far below their price stops were filled: what gaps have cost. Ratios are scaled by 1e-9.
final class StopFigures {
    private final Map<Integer, Long> triggeredAt = new HashMap<>();
    private final Map<Long, Long> stopOfOrder = new HashMap<>();
    private int triggered;
    private double worst;

    void add(Decision.StopDecision stop) {
        if (stop.action() == StopAction.TRIGGER) {
            triggered++;
            triggeredAt.put(stop.instrument(), stop.stopPrice());
        }
    }

    void add(Decision.OrderDecision order) {
        if (order.action() != OrderAction.SUBMIT && order.action() != OrderAction.REPLACE) {
            return;
        }
        if (order.purpose() == Purpose.PROTECTIVE_STOP) {
            stopOfOrder.put(order.clientOrderId(), order.stopPrice());
        } else if (order.purpose() == Purpose.STOP_ESCALATION && triggeredAt.containsKey(order.instrument())) {
            stopOfOrder.put(order.clientOrderId(), triggeredAt.get(order.instrument()));
        }
    }

    void add(Input.OrderFilled fill) {
        Long stop = stopOfOrder.get(fill.clientOrderId());
        if (stop != null && stop > 0) {
            worst = Math.max(worst, 1 - (double) fill.price() / stop);
        }
    }

    int triggered() {
        return triggered;
    }

    /// The worst fill of a stop or of the market exit that followed it, below the stop's price, as a ratio of it.
    double worst() {
        return worst;
    }
}
