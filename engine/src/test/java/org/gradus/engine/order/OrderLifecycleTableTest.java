package org.gradus.engine.order;

import static org.gradus.engine.order.OrderRig.TEN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.OrderState;
import org.junit.jupiter.api.Test;

/// Every report in every state: what it comes to, and where the order stands then.
class OrderLifecycleTableTest {
    private static final String[] REPORTS = {"sent", "not-sent", "accepted", "rejected", "part", "full", "cancelled",
        "expired", "replaced", "unknown"};

    /// Three words a line: state before, report, and result with the state after; `-` where the state stays.
    private static final String TABLE = """
        created            sent       applied sent
        created            not-sent   applied not-sent
        created            accepted   applied accepted
        created            rejected   applied rejected
        created            part       applied partially-filled
        created            full       applied filled
        created            cancelled  applied cancelled
        created            expired    applied expired
        created            replaced   ignored-illegal -
        created            unknown    applied unknown
        sent               sent       duplicate -
        sent               not-sent   ignored-illegal -
        sent               accepted   applied accepted
        sent               rejected   applied rejected
        sent               part       applied partially-filled
        sent               full       applied filled
        sent               cancelled  applied cancelled
        sent               expired    applied expired
        sent               replaced   applied replaced
        sent               unknown    applied unknown
        accepted           sent       duplicate -
        accepted           not-sent   ignored-illegal -
        accepted           accepted   duplicate -
        accepted           rejected   applied rejected
        accepted           part       applied partially-filled
        accepted           full       applied filled
        accepted           cancelled  applied cancelled
        accepted           expired    applied expired
        accepted           replaced   applied replaced
        accepted           unknown    applied unknown
        partially-filled   sent       duplicate -
        partially-filled   not-sent   ignored-illegal -
        partially-filled   accepted   duplicate -
        partially-filled   rejected   ignored-illegal -
        partially-filled   part       applied -
        partially-filled   full       applied filled
        partially-filled   cancelled  applied cancelled
        partially-filled   expired    applied expired
        partially-filled   replaced   applied replaced
        partially-filled   unknown    applied unknown
        pending-cancel     sent       duplicate -
        pending-cancel     not-sent   ignored-illegal -
        pending-cancel     accepted   duplicate -
        pending-cancel     rejected   applied rejected
        pending-cancel     part       applied -
        pending-cancel     full       applied filled
        pending-cancel     cancelled  applied cancelled
        pending-cancel     expired    applied expired
        pending-cancel     replaced   applied replaced
        pending-cancel     unknown    applied unknown
        unknown            sent       applied sent
        unknown            not-sent   applied not-sent
        unknown            accepted   applied accepted
        unknown            rejected   applied rejected
        unknown            part       applied partially-filled
        unknown            full       applied filled
        unknown            cancelled  applied cancelled
        unknown            expired    applied expired
        unknown            replaced   applied replaced
        unknown            unknown    duplicate -
        filled             sent       duplicate -
        filled             not-sent   ignored-illegal -
        filled             accepted   duplicate -
        filled             rejected   ignored-illegal -
        filled             part       exceeds-order -
        filled             full       exceeds-order -
        filled             cancelled  ignored-illegal -
        filled             expired    ignored-illegal -
        filled             replaced   ignored-illegal -
        filled             unknown    out-of-order -
        cancelled          sent       duplicate -
        cancelled          not-sent   ignored-illegal -
        cancelled          accepted   duplicate -
        cancelled          rejected   ignored-illegal -
        cancelled          part       out-of-order -
        cancelled          full       out-of-order -
        cancelled          cancelled  duplicate -
        cancelled          expired    ignored-illegal -
        cancelled          replaced   ignored-illegal -
        cancelled          unknown    out-of-order -
        rejected           sent       duplicate -
        rejected           not-sent   ignored-illegal -
        rejected           accepted   out-of-order -
        rejected           rejected   duplicate -
        rejected           part       out-of-order -
        rejected           full       out-of-order -
        rejected           cancelled  ignored-illegal -
        rejected           expired    ignored-illegal -
        rejected           replaced   ignored-illegal -
        rejected           unknown    out-of-order -
        expired            sent       duplicate -
        expired            not-sent   ignored-illegal -
        expired            accepted   duplicate -
        expired            rejected   ignored-illegal -
        expired            part       out-of-order -
        expired            full       out-of-order -
        expired            cancelled  ignored-illegal -
        expired            expired    duplicate -
        expired            replaced   ignored-illegal -
        expired            unknown    out-of-order -
        replaced           sent       duplicate -
        replaced           not-sent   ignored-illegal -
        replaced           accepted   duplicate -
        replaced           rejected   ignored-illegal -
        replaced           part       out-of-order -
        replaced           full       out-of-order -
        replaced           cancelled  ignored-illegal -
        replaced           expired    ignored-illegal -
        replaced           replaced   duplicate -
        replaced           unknown    out-of-order -
        not-sent           sent       ignored-illegal -
        not-sent           not-sent   duplicate -
        not-sent           accepted   ignored-illegal -
        not-sent           rejected   ignored-illegal -
        not-sent           part       out-of-order -
        not-sent           full       out-of-order -
        not-sent           cancelled  ignored-illegal -
        not-sent           expired    ignored-illegal -
        not-sent           replaced   ignored-illegal -
        not-sent           unknown    ignored-illegal -
        """;

    @Test
    void answersEveryReportInEveryState() {
        List<String> lines = new ArrayList<>();
        for (OrderState state : OrderState.values()) {
            if (state != OrderState.PARKED && state != OrderState.REFUSED) {
                for (String report : REPORTS) {
                    lines.add(answer(state, report));
                }
            }
        }
        assertEquals(sorted(TABLE.lines().toList()), sorted(lines));
    }

    private static String answer(OrderState state, String report) {
        OrderRig rig = new OrderRig(4, 4);
        Order order = rig.open(1);
        bring(rig, order, state);
        assertEquals(state, order.state());
        long filledBefore = order.filled();
        ReportResult result = tell(rig, order, report);
        boolean fills = result.applied() && (report.equals("part") || report.equals("full"));
        assertEquals(fills, order.filled() != filledBefore);
        String after = order.state() == state ? "-" : order.state().label();
        String said = result.name().toLowerCase().replace('_', '-');
        return "%-18s %-10s %s %s".formatted(state.label(), report, said, after);
    }

    private static void bring(OrderRig rig, Order order, OrderState state) {
        List<String> path = switch (state) {
            case CREATED -> List.of();
            case SENT -> List.of("sent");
            case ACCEPTED -> List.of("sent", "accepted");
            case PARTIALLY_FILLED -> List.of("sent", "accepted", "part");
            case PENDING_CANCEL -> List.of("sent", "accepted", "cancel");
            case UNKNOWN -> List.of("sent", "unknown");
            case FILLED -> List.of("sent", "accepted", "full");
            case CANCELLED -> List.of("sent", "accepted", "cancelled");
            case REJECTED -> List.of("sent", "rejected");
            case EXPIRED -> List.of("sent", "accepted", "expired");
            case REPLACED -> List.of("sent", "accepted", "replaced");
            case NOT_SENT -> List.of("not-sent");
            case PARKED, REFUSED -> throw new IllegalArgumentException("not in the table: " + state);
        };
        path.forEach(report -> tell(rig, order, report));
    }

    private static ReportResult tell(OrderRig rig, Order order, String report) {
        long id = order.clientOrderId();
        long execution = order.lastChangeNs();
        return switch (report) {
            case "sent" -> rig.sent(id);
            case "not-sent" -> rig.notSent(id);
            case "accepted" -> rig.accepted(id);
            case "rejected" -> rig.rejected(id);
            case "part" -> rig.filled(order, execution, 3 * FixedPoint.ONE, 0);
            case "full" -> rig.filled(order, execution, order.remaining() == 0 ? TEN : order.remaining(), 0);
            case "cancelled" -> rig.cancelled(id, 0);
            case "expired" -> rig.expired(id, 0);
            case "replaced" -> rig.replaced(id, 2);
            case "unknown" -> rig.unknown(id);
            case "cancel" -> rig.requestCancel(order) ? ReportResult.APPLIED : ReportResult.IGNORED_ILLEGAL;
            default -> throw new IllegalArgumentException(report);
        };
    }

    private static String sorted(List<String> lines) {
        return String.join("\n", lines.stream().map(String::strip).sorted().toList());
    }
}
