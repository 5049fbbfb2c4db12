package org.gradus.adapters.alpaca.stream;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.gradus.adapters.alpaca.access.AlpacaAccess;
import org.gradus.adapters.alpaca.access.AlpacaEndpoints;
import org.gradus.adapters.alpaca.rest.Sending;
import org.gradus.adapters.alpaca.rest.Venue;
import org.gradus.adapters.wire.StandingPace;
import org.gradus.adapters.wire.StreamSettings;
import org.gradus.adapters.wire.StreamWatch;
import org.gradus.adapters.wire.WireHttp;
import org.gradus.engine.message.VenueDownReason;

/// A server of one scripted stream after another, and a diary of what the client's watcher heard, in order.
final class StreamVenue implements AutoCloseable {
    static final StreamSettings QUICK =
            new StreamSettings(Duration.ofMillis(200), Duration.ofMillis(1), Duration.ofMillis(5));

    final MockWebServer server = new MockWebServer();
    final OkHttpClient http = WireHttp.client(WireHttp.Times.USUAL, Sending.watch());
    final StandingPace pace = new StandingPace();
    final BlockingQueue<String> diary = new LinkedBlockingQueue<>();
    private static final long DEADLINE_NS = TimeUnit.SECONDS.toNanos(20);

    private final List<WebSocket> sockets = new ArrayList<>();
    private volatile byte[] packedGreeting = {};

    StreamVenue() throws IOException {
        server.start(InetAddress.getByName("127.0.0.1"), 0);
    }

    AlpacaAccess access() {
        return AlpacaAccess.paper(AlpacaEndpoints.at(URI.create("http://127.0.0.1:" + server.getPort())),
                Venue.keys());
    }

    /// The next connection: greets with this, then answers each message as scripted.
    StreamVenue connects(String greeting, BiConsumer<WebSocket, String> script) {
        server.enqueue(new MockResponse.Builder().webSocketUpgrade(new WebSocketListener() {
            @Override
            public void onOpen(WebSocket socket, Response response) {
                synchronized (sockets) {
                    sockets.add(socket);
                }
                if (!greeting.isEmpty()) {
                    socket.send(greeting);
                }
                if (packedGreeting.length > 0) {
                    socket.send(ByteString.of(packedGreeting));
                }
            }

            @Override
            public void onMessage(WebSocket socket, String text) {
                script.accept(socket, text);
            }

            @Override
            public void onMessage(WebSocket socket, ByteString bytes) {
                script.accept(socket, MessagePack.read(bytes.toByteArray()).toString());
            }

            @Override
            public void onClosing(WebSocket socket, int code, String reason) {
                socket.close(1000, null);
            }
        }).build());
        return this;
    }

    void greetsPacked(byte[] greeting) {
        packedGreeting = greeting;
    }

    StreamVenue refuses(int status) {
        server.enqueue(new MockResponse.Builder().code(status).body("<html>no</html>").build());
        return this;
    }

    /// Nothing has been said for so much of the time that counts as a silence.
    void quietFor(double silences) throws InterruptedException {
        pace.awaitLook();
        pace.pass((long) (silences * QUICK.silence().toNanos()));
    }

    /// The next entry that begins like this; what comes before is passed over.
    String hears(String beginning) throws InterruptedException {
        List<String> passed = new ArrayList<>();
        long untilNs = System.nanoTime() + DEADLINE_NS;
        for (String entry = poll(untilNs); entry != null; entry = poll(untilNs)) {
            if (entry.startsWith(beginning)) {
                return entry;
            }
            passed.add(entry);
        }
        throw new AssertionError("never heard '" + beginning + "', but " + passed);
    }

    /// Each of these, in whatever order: two threads write.
    void hearsAll(String... beginnings) throws InterruptedException {
        List<String> missing = new ArrayList<>(List.of(beginnings));
        long untilNs = System.nanoTime() + DEADLINE_NS;
        while (!missing.isEmpty()) {
            String entry = poll(untilNs);
            if (entry == null) {
                throw new AssertionError("never heard " + missing);
            }
            missing.removeIf(entry::startsWith);
        }
    }

    private String poll(long untilNs) throws InterruptedException {
        return diary.poll(untilNs - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    void write(String entry) {
        diary.add(entry);
    }

    /// What both kinds of listener write down alike.
    abstract static class Watcher implements StreamWatch {
        private final StreamVenue venue;

        Watcher(StreamVenue venue) {
            this.venue = venue;
        }

        @Override
        public void up() {
            venue.write("up");
        }

        @Override
        public void down(VenueDownReason reason, String detail) {
            venue.write("down " + reason.label() + " " + detail);
        }

        @Override
        public void ended(String why) {
            venue.write("ended " + why);
        }

        @Override
        public void note(String what) {
            venue.write("note " + what);
        }
    }

    @Override
    public void close() {
        synchronized (sockets) {
            sockets.forEach(socket -> socket.close(1001, null));
        }
        WireHttp.close(http);
        server.close();
    }
}
