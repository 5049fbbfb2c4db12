package org.gradus.engine.egress;

import org.gradus.engine.message.UnknownReason;

/// Sends what one lane of the desk has, one command after the other. Its thread waits for the venue's answers; the desk
/// does not.
public final class SendingLane {
    private final SendingDesk desk;
    private final SendingDesk.Lane lane;
    private final VenueConnection connection;
    private final OrderCommand command = new OrderCommand();

    public SendingLane(SendingDesk desk, SendingDesk.Lane lane, VenueConnection connection) {
        this.desk = desk;
        this.lane = lane;
        this.connection = connection;
    }

    /// @return false when there was nothing to do
    public boolean work() {
        if (!desk.next(lane, command)) {
            return false;
        }
        desk.answered(command, send());
        return true;
    }

    /// An adapter that throws has broken its promise, and the request may have left all the same.
    private SendOutcome send() {
        try {
            return switch (command.action) {
                case SUBMIT -> connection.submit(command);
                case REPLACE -> connection.replace(command);
                case CANCEL -> connection.cancel(command);
                case PARK, REFUSE -> throw new IllegalStateException("a router hands over no " + command.action);
            };
        } catch (RuntimeException thrown) {
            return new SendOutcome.Unknown(UnknownReason.UNPARSABLE);
        }
    }
}
