package org.gradus.adapters.finnhub;

import java.net.URI;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.gradus.adapters.alpaca.rest.Pace;
import org.gradus.adapters.alpaca.wire.WireJson;
import org.gradus.adapters.service.Backoff;
import org.gradus.adapters.service.ServiceKey;
import org.gradus.engine.message.VenueDownReason;
import org.jspecify.annotations.Nullable;

/// Keeps one connection to Finnhub's stream, for a key may have only one: it connects, subscribes to everything, and
/// when the connection ends, is silent for too long or is told an error, begins again after a pause. The key has to
/// stand in the address; so the address is in no message of ours. A thread of its own; what comes is told from the
/// HTTP client's.
final class FinnhubStream implements AutoCloseable {
    private static final int NORMAL_CLOSURE = 1000;
    private static final int WORDS_MAX = 160;

    private final OkHttpClient http;
    private final Request request;
    private final ServiceKey key;
    private final List<String> symbols;
    private final StreamTimes times;
    private final Pace pace;
    private final Backoff backoff;
    private final Listener listener;
    private final Thread thread = new Thread(this::keepConnected, "finnhub-stream");
    private volatile boolean closed;

    /// Whom it tells; one call at a time for one connection, and none of a connection that is down.
    interface Listener {
        /// Connected, and asked for every symbol; Finnhub does not confirm that.
        void subscribed();

        /// @param text one message
        /// @return why this connection is of no use any more, null when it is
        @Nullable String message(String text);

        /// @param why in words, without a key
        void down(VenueDownReason reason, String why);
    }

    FinnhubStream(OkHttpClient http, URI address, ServiceKey key, List<String> symbols, StreamTimes times, Pace pace,
                  Listener listener) {
        this.http = http;
        this.key = key;
        this.symbols = List.copyOf(symbols);
        this.times = times;
        this.pace = pace;
        this.listener = listener;
        HttpUrl url = HttpUrl.get(address.toString().replaceFirst("^ws", "http"));
        request = new Request.Builder().url(url.newBuilder().addQueryParameter("token", key.secret()).build()).build();
        backoff = new Backoff(times.firstPause().toNanos(), times.longestPause().toNanos());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void keepConnected() {
        while (!closed) {
            long beganNs = pace.nowNs();
            Connection connection = new Connection();
            WebSocket socket = http.newWebSocket(request, connection);
            try {
                connection.awaitEnd();
            } finally {
                socket.cancel();
            }
            if (!closed) {
                backoff.worked(pace.nowNs() - beganNs);
                pace.pause(backoff.nextNs(pace.draw()));
            }
        }
    }

    /// One connection, from its first byte to its end. Its monitor is held while the listener is told, so that nothing
    /// is told after its end.
    private final class Connection extends WebSocketListener {
        private boolean ended;
        private volatile long heardNs = pace.nowNs();

        synchronized void awaitEnd() {
            while (!ended && !closed) {
                long leftNs = times.silence().toNanos() - (pace.nowNs() - heardNs);
                if (leftNs <= 0) {
                    end(VenueDownReason.STREAM_SILENT, "silent for " + times.silence().toSeconds() + " s");
                } else {
                    waitFor(leftNs);
                }
            }
            ended = true;
        }

        private void waitFor(long ns) {
            try {
                wait(ns / 1_000_000, (int) (ns % 1_000_000));
            } catch (InterruptedException e) {
                // Only closing interrupts.
                ended = true;
            }
        }

        @Override
        public synchronized void onOpen(WebSocket socket, Response response) {
            heardNs = pace.nowNs();
            for (String symbol : symbols) {
                socket.send(WireJson.object().put("type", "subscribe").put("symbol", symbol).toString());
            }
            if (!ended) {
                listener.subscribed();
            }
        }

        @Override
        public void onMessage(WebSocket socket, String text) {
            heardNs = pace.nowNs();
            synchronized (this) {
                String useless = ended ? null : listener.message(text);
                // The engine may have taken its time: that was no silence.
                heardNs = pace.nowNs();
                if (useless != null) {
                    end(VenueDownReason.STREAM_DROPPED, useless);
                }
            }
        }

        @Override
        public void onMessage(WebSocket socket, ByteString bytes) {
            onMessage(socket, bytes.utf8());
        }

        @Override
        public void onClosing(WebSocket socket, int code, String reason) {
            socket.close(NORMAL_CLOSURE, null);
            end(VenueDownReason.STREAM_DROPPED, "closed with code " + code + ", " + reason);
        }

        @Override
        public void onFailure(WebSocket socket, Throwable failure, @Nullable Response response) {
            String status = response == null ? "" : "status " + response.code() + ", ";
            end(VenueDownReason.STREAM_DROPPED,
                    status + failure.getClass().getSimpleName() + ", " + failure.getMessage());
        }

        private synchronized void end(VenueDownReason reason, String why) {
            if (!ended) {
                ended = true;
                notifyAll();
                listener.down(reason, words(why));
            }
        }
    }

    /// Without the key, whoever quoted it, and short.
    String words(String text) {
        String plain = key.scrub(text).replaceAll("\\p{Cntrl}+", " ");
        return plain.length() <= WORDS_MAX ? plain : plain.substring(0, WORDS_MAX) + "…";
    }

    /// Ends the connection; nothing is told any more when this returns.
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return "Finnhub's stream of " + symbols;
    }
}
