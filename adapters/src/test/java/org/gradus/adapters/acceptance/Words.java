package org.gradus.adapters.acceptance;

import static org.gradus.engine.domain.FixedPoint.format;

import org.gradus.engine.domain.ClientOrderId;
import org.gradus.engine.message.Input;
import org.gradus.engine.sim.MarketReport;

/// Reports in the words of the cards.
final class Words {
    private Words() {
    }

    static String of(MarketReport report) {
        return ClientOrderId.text(report.clientOrderId) + ' ' + switch (report.kind) {
            case SENT -> "sent";
            case NOT_SENT -> "not-sent " + report.notSentReason.label();
            case UNKNOWN -> "unknown";
            case HELD -> "held";
            case ACCEPTED -> "accepted";
            case REJECTED -> "rejected " + report.rejectReason.label();
            case FILLED -> filled(report.quantity, report.price, report.fee, report.feeInBase);
            case CANCELLED -> "cancelled " + format(report.cumulative);
            case EXPIRED -> "expired " + format(report.cumulative);
            case REPLACED -> "replaced by " + ClientOrderId.text(report.replacedBy);
        };
    }

    /// @return empty for what is no report about an order
    static String of(Input input) {
        return switch (input) {
            case Input.OrderSent it -> id(it.clientOrderId()) + "sent";
            case Input.OrderNotSent it -> id(it.clientOrderId()) + "not-sent " + it.reason().label();
            case Input.OrderUnknown it -> id(it.clientOrderId()) + "unknown";
            case Input.OrderHeld it -> id(it.clientOrderId()) + "held";
            case Input.OrderAccepted it -> id(it.clientOrderId()) + "accepted";
            case Input.OrderRejected it -> id(it.clientOrderId()) + "rejected " + it.reason().label();
            case Input.OrderFilled it -> id(it.clientOrderId())
                + filled(it.quantity(), it.price(), it.fee(), it.feeInBase());
            case Input.OrderCancelled it -> id(it.clientOrderId()) + "cancelled " + format(it.cumulative());
            case Input.OrderExpired it -> id(it.clientOrderId()) + "expired " + format(it.cumulative());
            case Input.OrderReplaced it -> id(it.clientOrderId()) + "replaced by "
                + ClientOrderId.text(it.replacedBy());
            default -> "";
        };
    }

    /// An order whose answer is lost is proven there by the venue's own words. That we called it sent or unknown in
    /// between is our business, and depends on who was faster.
    static boolean inBetween(String words) {
        return words.endsWith(" sent") || words.endsWith(" unknown");
    }

    private static String id(long clientOrderId) {
        return ClientOrderId.text(clientOrderId) + ' ';
    }

    private static String filled(long quantity, long price, long fee, boolean inBase) {
        return "filled " + format(quantity) + " at " + format(price) + " fee " + format(fee)
            + (inBase ? " coin" : " usd");
    }
}
