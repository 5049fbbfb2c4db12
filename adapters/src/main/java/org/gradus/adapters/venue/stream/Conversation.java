package org.gradus.adapters.venue.stream;

/// One client on one WebSocket. Calls come one at a time, from the connection's thread.
public interface Conversation {
    void opened();

    /// @param text  whether it came in a text frame
    void received(byte[] bytes, boolean text);

    void closed();
}
