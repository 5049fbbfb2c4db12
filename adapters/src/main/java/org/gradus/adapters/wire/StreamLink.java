package org.gradus.adapters.wire;

import java.io.EOFException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.gradus.engine.message.VenueDownReason;
import org.jspecify.annotations.Nullable;

/// One WebSocket, kept up: it comes back after a drop, a silence or a refused handshake, with growing pauses, until it
/// is closed or given up. At most one connection at any time, since a venue grants one an endpoint, a service a key.
/// Messages arrive on the connection's reader thread, everything else happens on one timer thread.
public final class StreamLink implements AutoCloseable {
    private static final int CLOSED_NORMALLY = 1000;
    /// Long enough for a thread of ours to have its turn on any machine.
    private static final long ENDING_S = 20;
    private static final long LAST_MESSAGE_S = 2;

    /// What is spoken over the connection.
    public interface Protocol {
        void opened();

        void text(String message);

        void binary(byte[] message);

        /// Asks for any message, where there is a way to.
        void probe();

        /// What may be shown of a text: no key, whoever quoted it. Called on any thread.
        String plain(String text);
    }

    private final OkHttpClient http;
    private final Request request;
    private final StreamSettings settings;
    private final Pace pace;
    private final Protocol protocol;
    private final StreamWatch watch;
    private final ScheduledExecutorService timer;
    private final AtomicReference<Connection> current = new AtomicReference<>();
    private final Backoff backoff;
    private volatile boolean finished;
    /// Of the timer thread, as is the next.
    private boolean toldDown;
    private boolean wasUp;

    /// @param watch called on the timer thread
    public StreamLink(OkHttpClient http, Request request, StreamSettings settings, Pace pace, Protocol protocol,
                      StreamWatch watch) {
        this.http = http;
        this.request = request;
        this.settings = settings;
        this.pace = pace;
        this.protocol = protocol;
        this.watch = watch;
        backoff = new Backoff(settings.firstPause().toNanos(), settings.longestPause().toNanos());
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("stream " + request.url().encodedPath()).factory());
    }

    public void start() {
        run(this::connect);
        long lookNs = Math.max(1_000_000L, settings.silence().toNanos() / 8);
        timer.scheduleWithFixedDelay(this::look, lookNs, lookNs, TimeUnit.NANOSECONDS);
    }

    public void send(String message) {
        Connection connection = current.get();
        WebSocket socket = connection == null ? null : connection.socket;
        if (socket != null) {
            socket.send(message);
        }
    }

    public void send(byte[] message) {
        Connection connection = current.get();
        WebSocket socket = connection == null ? null : connection.socket;
        if (socket != null) {
            socket.send(ByteString.of(message));
        }
    }

    /// The protocol has what it wanted.
    public void ready() {
        Connection connection = current.get();
        run(() -> {
            if (connection != null && connection == current.get() && !wasUp) {
                wasUp = true;
                toldDown = false;
                connection.upNs = pace.nowNs();
                watch.up();
            }
        });
    }

    public void note(String what) {
        run(() -> watch.note(protocol.plain(what)));
    }

    /// The protocol found this connection of no use.
    ///
    /// @param later to come back only after the longest pause
    public void drop(String detail, boolean later) {
        lost(current.get(), VenueDownReason.STREAM_DROPPED, detail, later);
    }

    /// The protocol found that no connection will be of use.
    public void giveUp(String why) {
        run(() -> {
            if (!finished) {
                finish();
                watch.ended(protocol.plain(why));
            }
        });
    }

    /// Nothing is heard any more when this returns. Not for the stream's own threads to call.
    @Override
    public void close() {
        Connection connection = current.get();
        try {
            timer.submit(this::finish).get(ENDING_S, TimeUnit.SECONDS);
        } catch (RejectedExecutionException closedBefore) {
            finished = true;
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("a stream that does not end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        timer.shutdownNow();
        long untilNs = pace.nowNs() + TimeUnit.SECONDS.toNanos(LAST_MESSAGE_S);
        while (connection != null && connection.busy && pace.nowNs() - untilNs < 0) {
            pace.pause(1_000_000L);
        }
    }

    private void finish() {
        finished = true;
        Connection connection = current.getAndSet(null);
        WebSocket socket = connection == null ? null : connection.socket;
        if (socket != null) {
            socket.close(CLOSED_NORMALLY, null);
        }
    }

    private void connect() {
        if (!finished) {
            Connection connection = new Connection();
            current.set(connection);
            connection.socket = http.newWebSocket(request, connection);
        }
    }

    private void lost(@Nullable Connection connection, VenueDownReason reason, String detail, boolean later) {
        if (connection != null && current.compareAndSet(connection, null)) {
            run(() -> again(connection, reason, detail, later));
        }
    }

    private void again(Connection connection, VenueDownReason reason, String detail, boolean later) {
        WebSocket socket = connection.socket;
        if (socket != null) {
            socket.cancel();
        }
        backoff.worked(wasUp ? pace.nowNs() - connection.upNs : 0);
        wasUp = false;
        if (finished) {
            return;
        }
        // First of all: whoever is told may throw, and the stream comes back all the same.
        timer.schedule(this::connect, later ? backoff.longestNs(pace.draw()) : backoff.nextNs(pace.draw()),
                TimeUnit.NANOSECONDS);
        if (toldDown) {
            watch.note(protocol.plain(detail));
        } else {
            toldDown = true;
            watch.down(reason, protocol.plain(detail));
        }
    }

    /// Whoever is in the middle of a message is not silent, however long the engine takes for it.
    private void look() {
        Connection connection = current.get();
        if (connection == null || !connection.open || connection.busy) {
            return;
        }
        long quietNs = pace.nowNs() - connection.heardNs;
        if (quietNs > settings.silence().toNanos()) {
            lost(connection, VenueDownReason.STREAM_SILENT, "no message for " + settings.silence(), false);
        } else if (quietNs > settings.silence().toNanos() / 2 && wasUp && !connection.probed) {
            connection.probed = true;
            protocol.probe();
        }
    }

    private void run(Runnable step) {
        try {
            timer.execute(step);
        } catch (RejectedExecutionException closed) {
            finished = true;
        }
    }

    /// One connection; what an earlier one still has to say is not listened to.
    private final class Connection extends WebSocketListener {
        private volatile @Nullable WebSocket socket;
        private volatile boolean open;
        private volatile boolean busy;
        private volatile boolean probed;
        private volatile long heardNs;
        private volatile long upNs;

        @Override
        public void onOpen(WebSocket webSocket, Response response) {
            socket = webSocket;
            heard();
            open = true;
            hear(protocol::opened);
        }

        @Override
        public void onMessage(WebSocket webSocket, String text) {
            hear(() -> protocol.text(text));
        }

        @Override
        public void onMessage(WebSocket webSocket, ByteString bytes) {
            hear(() -> protocol.binary(bytes.toByteArray()));
        }

        @Override
        public void onClosing(WebSocket webSocket, int code, String reason) {
            webSocket.close(CLOSED_NORMALLY, null);
            String words = reason.isEmpty() ? "" : ", " + reason;
            lost(this, VenueDownReason.STREAM_DROPPED, "closed with code " + code + words, false);
        }

        @Override
        public void onFailure(WebSocket webSocket, Throwable thrown, @Nullable Response response) {
            String detail = response != null ? "handshake refused with " + response.code()
                    : words(thrown);
            lost(this, VenueDownReason.STREAM_DROPPED, detail, false);
        }

        private static String words(Throwable thrown) {
            return thrown.getMessage() != null ? thrown.getClass().getSimpleName() + ", " + thrown.getMessage()
                    : thrown instanceof EOFException ? "the connection ended" : thrown.getClass().getSimpleName();
        }

        /// One at a time: the reader of a connection that is lost may still be in the middle of a message.
        private void hear(Runnable step) {
            busy = true;
            try {
                synchronized (StreamLink.this) {
                    if (current.get() == this) {
                        step.run();
                    }
                }
            } finally {
                heard();
                busy = false;
            }
        }

        private void heard() {
            heardNs = pace.nowNs();
            probed = false;
        }
    }
}
