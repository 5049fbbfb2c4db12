package org.gradus.adapters.alpaca.stream;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.gradus.adapters.alpaca.trading.AlpacaOrder;
import org.gradus.adapters.wire.WireObject;

/// What the order stream says about one order.
///
/// @param order     as it is after the event
/// @param execution of a fill
/// @param timeNs    when it happened at the venue; 0 when it does not say
/// @param eventId   sortable; empty when there is none
/// @param words     why, when the venue says so
/// @param rounded   whether a number had more digits than we keep
public record OrderEvent(Kind kind, AlpacaOrder order, Optional<Execution> execution, long timeNs, String eventId,
                         String words, boolean rounded) {

    /// One trade of an order.
    ///
    /// @param id       of its own, or made from the order and what it had filled by then
    /// @param position of the instrument afterwards, signed; 0 when it does not say
    public record Execution(UUID id, long price, long quantity, long position) {
    }

    /// The venue's words for events.
    public enum Kind {
        PENDING_NEW, ACCEPTED, NEW, FILL, PARTIAL_FILL, CANCELED, EXPIRED, REPLACED, REJECTED, DONE_FOR_DAY, STOPPED,
        SUSPENDED, CALCULATED, PENDING_CANCEL, PENDING_REPLACE, ORDER_REPLACE_REJECTED, ORDER_CANCEL_REJECTED, HELD,
        RESTATED, TRADE_BUST, TRADE_CORRECT,
        /// A word newer than this list.
        OTHER;

        static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind != OTHER && kind.name().equals(word.toUpperCase(Locale.ROOT))) {
                    return kind;
                }
            }
            return OTHER;
        }

        public boolean fills() {
            return this == FILL || this == PARTIAL_FILL;
        }
    }

    static OrderEvent of(WireObject data) {
        Kind kind = Kind.of(data.text("event"));
        AlpacaOrder order = AlpacaOrder.of(data.object("order").orElseGet(() -> WireObject.of(data.raw("order"))));
        long timeNs = data.timeNsOrZero("timestamp");
        Optional<Execution> execution = kind.fills() ? Optional.of(execution(data, order)) : Optional.empty();
        String words = data.textOr("reason", data.textOr("reject_reason", data.textOr("message", "")));
        return new OrderEvent(kind, order, execution, timeNs != 0 ? timeNs : data.timeNsOrZero("at"),
                data.textOr("event_id", ""), words, data.rounded());
    }

    private static Execution execution(WireObject data, AlpacaOrder order) {
        String id = data.textOr("execution_id", "");
        UUID named = id.length() == 36 ? data.id("execution_id") : madeUp(order.id(), order.filled());
        return new Execution(named, data.nearest("price"), data.nearest("qty"), data.nearestOr("position_qty", 0));
    }

    /// The same for the same fill, however often and from wherever it is told.
    public static UUID madeUp(UUID orderId, long cumulative) {
        long mixed = orderId.getLeastSignificantBits() ^ cumulative * 0x9E3779B97F4A7C15L;
        return new UUID(orderId.getMostSignificantBits(), mixed);
    }
}
