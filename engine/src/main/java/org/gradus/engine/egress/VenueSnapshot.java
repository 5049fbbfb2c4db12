package org.gradus.engine.egress;

import java.util.List;
import java.util.Objects;
import org.gradus.engine.message.Input;

/// The venue's books at one moment, or why they could not be read.
public sealed interface VenueSnapshot {
    /// @param cash        what our books call cash: what open orders keep back is part of it, scaled 1e-9
    /// @param buyingPower cash less what open orders keep back
    /// @param quantities  by instrument id, 0 where nothing is held, scaled 1e-9
    /// @param foreign     what else is held: instruments that we do not trade
    /// @param openOrders  every order that has not ended, ours or not
    record Taken(long cash, long buyingPower, List<Long> quantities, List<Input.ForeignPosition> foreign,
                 List<VenueOrderView> openOrders) implements VenueSnapshot {
        public Taken {
            quantities = List.copyOf(quantities);
            foreign = List.copyOf(foreign);
            openOrders = List.copyOf(openOrders);
        }
    }

    /// @param detail for people
    record Failed(String detail) implements VenueSnapshot {
        public Failed {
            Objects.requireNonNull(detail);
        }
    }
}
