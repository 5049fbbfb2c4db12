package org.gradus.engine.egress;

import java.util.List;
import java.util.OptionalLong;

/// A venue that takes everything, and writes down what it is asked for.
class TakingVenue implements VenueConnection {
    private final List<String> requests;

    TakingVenue(List<String> requests) {
        this.requests = requests;
    }

    @Override
    public SendOutcome submit(OrderCommand command) {
        requests.add("submit " + command.clientOrderId);
        return new SendOutcome.Accepted(1, command.clientOrderId);
    }

    @Override
    public SendOutcome replace(OrderCommand command) {
        return submit(command);
    }

    @Override
    public SendOutcome cancel(OrderCommand command) {
        requests.add("cancel " + command.clientOrderId);
        return new SendOutcome.Accepted(0, 0);
    }

    @Override
    public LookUp lookUp(long clientOrderId) {
        return new LookUp.NotFound();
    }

    @Override
    public VenueSnapshot snapshot() {
        return new VenueSnapshot.Failed("none");
    }

    @Override
    public OptionalLong timeNs() {
        return OptionalLong.empty();
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
