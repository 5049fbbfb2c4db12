package org.gradus.adapters.venue.stream;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/// What waits to be sent to one client, in order and up to a bound. Whoever puts something in never waits: one frame is
/// on its way at a time, and its completion sends the next. Usable from any thread.
final class Outbox {
    static final int USUAL_BOUND = 8_192;
    private static final int NORMAL_CLOSE = 1000;

    private final Session session;
    private final int bound;
    private final Deque<Encoding.Frame> waiting = new ArrayDeque<>();
    private boolean onItsWay;
    private boolean sending;
    private boolean closing;
    private @Nullable String closeReason;

    Outbox(Session session, int bound) {
        this.session = session;
        this.bound = bound;
    }

    /// @return false when there was no room for it
    boolean send(Encoding.Frame frame) {
        synchronized (this) {
            if (closing) {
                return true;
            }
            if (waiting.size() >= bound) {
                return false;
            }
            waiting.add(frame);
        }
        sendWaiting();
        return true;
    }

    /// Closes once everything before is sent.
    void close(String reason) {
        synchronized (this) {
            if (closing) {
                return;
            }
            closing = true;
            closeReason = reason;
        }
        sendWaiting();
    }

    /// Says one last thing instead of all that waits, and closes.
    void giveUp(Encoding.Frame last, String reason) {
        synchronized (this) {
            waiting.clear();
        }
        send(last);
        close(reason);
    }

    private void sendWaiting() {
        synchronized (this) {
            if (sending) {
                return;
            }
            sending = true;
        }
        while (true) {
            Encoding.Frame next;
            String reason;
            synchronized (this) {
                next = onItsWay ? null : waiting.poll();
                reason = next == null && !onItsWay && closing ? closeReason : null;
                onItsWay |= next != null;
                closeReason = reason == null ? closeReason : null;
                if (next == null) {
                    sending = false;
                }
            }
            if (next == null) {
                if (reason != null) {
                    session.close(NORMAL_CLOSE, reason, Callback.NOOP);
                }
                return;
            }
            transmit(next);
        }
    }

    private void transmit(Encoding.Frame frame) {
        Callback done = Callback.from(this::sent, _ -> session.disconnect());
        if (frame.text()) {
            session.sendText(frame.string(), done);
        } else {
            session.sendBinary(ByteBuffer.wrap(frame.bytes()), done);
        }
    }

    private void sent() {
        synchronized (this) {
            onItsWay = false;
        }
        sendWaiting();
    }
}
