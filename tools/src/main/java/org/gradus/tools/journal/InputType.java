package org.gradus.tools.journal;

import java.util.List;
import org.gradus.engine.message.Input;

/// The contract's name of each input.
final class InputType {
    static final String FEED_FAULT = "feed-fault";
    static final List<String> NAMES = List.of(
            "time", "continued", "trade", "quote", "bar", "bar-close", "late-trade", "feed-fault", "feed-gap",
            "order-sent", "order-not-sent", "order-accepted", "order-rejected", "order-filled",
            "order-cancelled", "order-expired", "order-replaced", "order-unknown", "order-held", "account",
            "position", "venue-order", "reconciled", "cash-flow", "corporate-action", "venue-up", "venue-down",
            "phase-approved", "seal", "stopped", "alert-delivered", "journal-health", "started",
            "unrecognised", "operator-halt", "operator-resume", "operator-flatten", "operator-approve",
            "operator-veto");

    private InputType() {
    }

    static String of(Input input) {
        return switch (input) {
            case Input.TimeTick _ -> "time";
            case Input.Continued _ -> "continued";
            case Input.Trade _ -> "trade";
            case Input.TradeAggregate _ -> "trade";
            case Input.Quote _ -> "quote";
            case Input.FeedBar _ -> "bar";
            case Input.BarClose _ -> "bar-close";
            case Input.LateTrade _ -> "late-trade";
            case Input.FeedFault _ -> FEED_FAULT;
            case Input.FeedGap _ -> "feed-gap";
            case Input.OrderSent _ -> "order-sent";
            case Input.OrderNotSent _ -> "order-not-sent";
            case Input.OrderAccepted _ -> "order-accepted";
            case Input.OrderRejected _ -> "order-rejected";
            case Input.OrderFilled _ -> "order-filled";
            case Input.OrderCancelled _ -> "order-cancelled";
            case Input.OrderExpired _ -> "order-expired";
            case Input.OrderReplaced _ -> "order-replaced";
            case Input.OrderUnknown _ -> "order-unknown";
            case Input.OrderHeld _ -> "order-held";
            case Input.Account _ -> "account";
            case Input.VenuePosition _ -> "position";
            case Input.VenueOrder _ -> "venue-order";
            case Input.ForeignPosition _ -> "foreign-position";
            case Input.TradingStatus _ -> "trading-status";
            case Input.Reconciled _ -> "reconciled";
            case Input.CashFlow _ -> "cash-flow";
            case Input.CorporateAction _ -> "corporate-action";
            case Input.VenueUp _ -> "venue-up";
            case Input.VenueDown _ -> "venue-down";
            case Input.OperatorCommand command -> operator(command);
            case Input.PhaseApproved _ -> "phase-approved";
            case Input.Seal _ -> "seal";
            case Input.Stopped _ -> "stopped";
            case Input.AlertDelivered _ -> "alert-delivered";
            case Input.JournalHealth _ -> "journal-health";
            case Input.Started _ -> "started";
            case Input.Unrecognised _ -> "unrecognised";
        };
    }

    private static String operator(Input.OperatorCommand command) {
        return switch (command.action()) {
            case HALT -> "operator-halt";
            case RESUME -> "operator-resume";
            case FLATTEN -> "operator-flatten";
            case APPROVE -> "operator-approve";
            case VETO -> "operator-veto";
        };
    }
}
