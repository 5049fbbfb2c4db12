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
}
