package org.gradus.engine.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The whole matrix of moves, written out a second time: every pair of states is either listed here or forbidden.
class OrderStateTest {

    private static final List<String> MOVES = List.of(
        "created -> sent accepted partially-filled pending-cancel unknown filled cancelled rejected expired not-sent",
        "sent -> accepted partially-filled pending-cancel unknown filled cancelled rejected expired replaced",
        "accepted -> partially-filled pending-cancel unknown filled cancelled rejected expired replaced",
        "partially-filled -> partially-filled pending-cancel unknown filled cancelled expired replaced",
        "pending-cancel -> accepted partially-filled unknown filled cancelled rejected expired replaced not-sent",
        "unknown -> sent accepted partially-filled pending-cancel filled cancelled rejected expired replaced not-sent",
        "parked -> created refused",
        "filled ->",
        "cancelled ->",
        "rejected ->",
        "expired ->",
        "replaced ->",
        "not-sent ->",
        "refused ->");

    @Test
    void makesOnlyTheMovesOfTheTable() {
        assertEquals(MOVES, Arrays.stream(OrderState.values()).map(OrderStateTest::moves).toList());
    }

    @Test
    void endsInSevenStates() {
        assertEquals(
            List.of(OrderState.FILLED, OrderState.CANCELLED, OrderState.REJECTED, OrderState.EXPIRED,
                    OrderState.REPLACED, OrderState.NOT_SENT, OrderState.REFUSED),
            Arrays.stream(OrderState.values()).filter(OrderState::terminal).toList());
    }

    @Test
    void appliesALateFillAfterEachEndButItsOwnRefusal() {
        assertEquals(
            List.of(OrderState.FILLED, OrderState.CANCELLED, OrderState.REJECTED, OrderState.EXPIRED,
                    OrderState.REPLACED, OrderState.NOT_SENT),
            Arrays.stream(OrderState.values()).filter(OrderState::acceptsLateFill).toList());
    }

    private static String moves(OrderState from) {
        StringBuilder line = new StringBuilder(from.label()).append(" ->");
        for (OrderState next : OrderState.values()) {
            line.append(from.mayBecome(next) ? " " + next.label() : "");
        }
        return line.toString();
    }
}
