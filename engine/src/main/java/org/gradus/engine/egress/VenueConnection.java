package org.gradus.engine.egress;

import java.util.OptionalLong;

/// Port to a venue's trading calls, which the engine makes from threads of its own and an adapter implements. What an
/// implementation owes:
///
/// - Every call blocks until there is an answer or its own time-out passes; none hangs longer, for cancels may wait
///   behind it.
/// - Calls come from several threads at once (entries, exits, cancels, look-ups), and one must not wait for another's
///   answer. Where requests are budgeted, room is kept for cancels and exits.
/// - What can be expected to go wrong is a value; nothing of it is thrown. No request that could act is repeated.
/// - Words of the venue in `detail` are for people, and free of secrets.
public interface VenueConnection extends AutoCloseable {
    /// Asks for a new order, and for its leg where it has one. Called once for each client order id.
    SendOutcome submit(OrderCommand command);

    /// Asks for an order that takes the place of `command.replaces`.
    SendOutcome replace(OrderCommand command);

    /// Asks for the end of `command.clientOrderId`; accepted says that the wish was taken, not that the order has
    /// ended. [SendOutcome.Refused] where there is nothing left to cancel, or the venue will not: the order is looked
    /// up then. May be called again for the same order.
    SendOutcome cancel(OrderCommand command);

    /// What the venue knows of an order of ours, its fills included.
    LookUp lookUp(long clientOrderId);

    /// The same of the leg of an entry, for which a venue may have an id of its own.
    default LookUp lookUpLeg(long clientOrderId, long parent) {
        return lookUp(clientOrderId);
    }

    /// The account, all positions and all open orders, read one behind the other.
    VenueSnapshot snapshot();

    /// What the venue's clock says, ns since 1970, as of the answer; empty when it cannot be read. It is asked now and
    /// then, and also tells whether the venue answers at all.
    OptionalLong timeNs();

    @Override
    void close();
}
