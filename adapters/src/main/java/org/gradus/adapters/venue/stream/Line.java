package org.gradus.adapters.venue.stream;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.websocket.api.Session;
import tools.jackson.databind.JsonNode;

/// One client's connection: how it is spelled to, and what waits to be sent. Usable from any thread.
final class Line {
    private static final long PATIENCE_S = 5;

    private final Encoding encoding;
    private final Outbox outbox;
    private final Session session;
    private final Timers timers;

    Line(Session session, Encoding encoding, int bound, Timers timers) {
        this.session = session;
        this.encoding = encoding;
        this.timers = timers;
        outbox = new Outbox(session, bound);
    }

    Encoding encoding() {
        return encoding;
    }

    /// @return false when the client is too slow to take it
    boolean send(JsonNode node) {
        return outbox.send(encoding.frame(node));
    }

    boolean send(Message message) {
        return outbox.send(message.frame(encoding));
    }

    /// Closes once everything before is sent; a client that does not take it in time is cut off.
    void close(String reason) {
        outbox.close(reason);
        timers.after(PATIENCE_S, TimeUnit.SECONDS, this::cutOff);
    }

    void giveUp(JsonNode last, String reason) {
        outbox.giveUp(encoding.frame(last), reason);
        timers.after(PATIENCE_S, TimeUnit.SECONDS, this::cutOff);
    }

    /// Ends the connection without a word.
    void cutOff() {
        session.disconnect();
    }
}
