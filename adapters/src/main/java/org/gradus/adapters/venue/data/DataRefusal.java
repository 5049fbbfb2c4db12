package org.gradus.adapters.venue.data;

/// What a client asked for cannot be answered; it is told this message with status 400.
final class DataRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DataRefusal(String message) {
        super(message, null, false, false);
    }
}
