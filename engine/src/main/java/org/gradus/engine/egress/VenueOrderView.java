package org.gradus.engine.egress;

import java.util.List;
import java.util.Objects;
import org.gradus.engine.message.Input;

/// An order as the venue sees it. Quantities are scaled 1e-9.
///
/// @param clientOrderId 0 for an order that is not ours
/// @param idHigh        first half of the venue's own id
/// @param idLow         second half
/// @param instrumentId  -1 for an instrument that we do not trade
/// @param filled        so far
/// @param fills         each execution so far, by cumulative quantity; empty where the view came without them (in a
///                      snapshot). An execution has the same id by whichever way it is told, stream or look-up: where
///                      the venue does not see to that, the adapter derives it from order and cumulative quantity
public record VenueOrderView(long clientOrderId, long idHigh, long idLow, int instrumentId, State state, long quantity,
                             long filled, List<Input.OrderFilled> fills) {
    public VenueOrderView {
        Objects.requireNonNull(state);
        fills = List.copyOf(fills);
    }

    /// How far an order is, in our words.
    public enum State {
        /// At work, or about to be: it may trade.
        WORKING,
        /// At the venue, and not trading: held or suspended. It protects nothing.
        HELD,
        FILLED,
        CANCELLED,
        EXPIRED,
        REJECTED,
        REPLACED;

        public boolean open() {
            return this == WORKING || this == HELD;
        }
    }
}
