package org.gradus.engine.egress;

import org.gradus.engine.domain.RiskState;

/// Port to whatever takes orders. Called by the router after the record that holds the order was journaled (and forced,
/// where the design says); an implementation hands the command to its own sending thread and returns at once. Results
/// come back as inputs.
public interface OrderGateway {
    /// Hands over a submit, replace or cancel. The command is reused by the caller: copy what is kept.
    void send(OrderCommand command);

    /// The risk state changed in a journaled record; the last look before sending obeys it.
    void riskState(RiskState state, long timeNs);

    /// The record of this time could not be forced to disk: no entry that is still here may be sent. Exits may.
    void journalFault(long timeNs);

    /// A fault of our own stops the engine: entries that are still here are not sent, and those at the venue are
    /// cancelled, by the gateway's own list of them, since nobody behind it can be asked any more.
    void ourFault(long timeNs);
}
