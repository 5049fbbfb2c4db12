package org.gradus.adapters.venue;

import tools.jackson.databind.node.ObjectNode;

/// Hears every event of every order, in order, while the exchange is locked: it must not block, nor call back.
@FunctionalInterface
public interface OrderUpdates {
    /// @param account  the key id of the account whose order it is
    /// @param data     the `data` of a `trade_updates` message; not touched again by the exchange
    void onUpdate(String account, ObjectNode data);
}
