package org.gradus.adapters.alpaca.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.function.BiConsumer;
import okhttp3.WebSocket;
import okio.ByteString;
import org.gradus.adapters.alpaca.rest.Venue;
import org.gradus.adapters.alpaca.trading.Samples;
import org.gradus.adapters.wire.StreamSettings;
import org.gradus.engine.domain.FeedFault;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.message.VenueDownReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderStreamTest {
    private static final String AUTHORIZED =
            "{\"stream\":\"authorization\",\"data\":{\"status\":\"authorized\",\"action\":\"authenticate\"}}";
    private static final String LISTENING =
            "{\"stream\":\"listening\",\"data\":{\"streams\":[\"trade_updates\"]}}";

    private final StreamVenue venue = new StreamVenue();
    private OrderStream stream;

    OrderStreamTest() throws IOException {
    }

    @AfterEach
    void close() {
        if (stream != null) {
            stream.close();
        }
        venue.close();
    }

    static String update(String event, String extra) {
        return "{\"stream\":\"trade_updates\",\"data\":{\"event\":\"" + event + "\",\"at\":\"2026-11-23T15:00:00.12Z\","
                + "\"event_id\":\"01KARZ0000000000000000000A\",\"timestamp\":\"2026-11-23T15:00:00.118442917Z\"" + extra
                + ",\"order\":" + Samples.ORDER + "}}";
    }

    static final String FILL = update("partial_fill", ",\"execution_id\":\"5d0c7a4e-0f57-4a53-9d3e-1f6f2d6c9b11\","
            + "\"price\":\"60123.4\",\"qty\":\"0.004\",\"position_qty\":\"0.00399\",\"swap_rate\":\"1\"");

    /// Takes the keys, then listens, then sends this.
    private static BiConsumer<WebSocket, String> usual(String... then) {
        return (socket, text) -> {
            if (text.contains("\"auth\"")) {
                socket.send(AUTHORIZED);
            } else {
                socket.send(LISTENING);
                for (String message : then) {
                    socket.send(message);
                }
            }
        };
    }

    private class Told extends StreamVenue.Watcher implements OrderStream.Listener {
        Told() {
            super(venue);
        }

        @Override
        public void event(OrderEvent event) {
            venue.write("event " + event.kind() + " " + event.order().clientOrderId() + event.execution()
                    .map(fill -> " " + FixedPoint.format(fill.price()) + " " + FixedPoint.format(fill.quantity())
                            + " " + fill.id()).orElse(""));
        }

        @Override
        public void fault(FeedFault fault, String detail) {
            venue.write("fault " + fault + " " + detail);
        }
    }

    private void start(StreamSettings settings) {
        start(settings, new Told());
    }

    private void start(StreamSettings settings, Told told) {
        stream = new OrderStream(venue.http, venue.access(), settings, venue.pace, told);
        stream.start();
    }

    @Test
    void authenticatesListensAndTellsEachEvent() throws InterruptedException {
        venue.connects("", usual(update("new", ""), FILL, update("canceled", "")));
        start(StreamVenue.QUICK);
        assertEquals("event NEW k7-42", venue.hears("event"));
        assertEquals("event PARTIAL_FILL k7-42 60123.4 0.004 5d0c7a4e-0f57-4a53-9d3e-1f6f2d6c9b11",
                venue.hears("event"));
        assertEquals("event CANCELED k7-42", venue.hears("event"));
        assertEquals("/stream", venue.server.takeRequest().getTarget());
    }

    @Test
    void readsBinaryFramesThatHoldJson() throws InterruptedException {
        venue.connects("", (socket, text) -> socket.send(ByteString.encodeUtf8(
                text.contains("\"auth\"") ? AUTHORIZED : text.contains("listen") ? LISTENING : "")));
        start(StreamVenue.QUICK);
        venue.hears("up");
    }

    @Test
    void givesUpOnKeysThatAreRefused() throws InterruptedException {
        venue.connects("", (socket, text) -> socket.send("{\"stream\":\"authorization\",\"data\":{\"status\":"
                + "\"unauthorized\",\"action\":\"authenticate\",\"message\":\"no such key " + Venue.KEY_ID + "\"}}"));
        start(StreamVenue.QUICK);
        assertEquals("ended the paper keys, read from ALPACA_PAPER_KEY_ID and ALPACA_PAPER_SECRET_KEY, are refused at "
                + "a venue on this machine, ws://127.0.0.1:" + venue.server.getPort() + "/stream: no such key ***",
                venue.hears("ended"));
        assertEquals(1, venue.server.getRequestCount());
    }

    @Test
    void comesBackAfterADropAndListensAgain() throws InterruptedException {
        venue.connects("", (socket, text) -> {
            usual(update("new", "")).accept(socket, text);
            if (text.contains("listen")) {
                socket.close(1001, "going away");
            }
        }).refuses(503).refuses(429).connects("", usual(FILL));
        start(StreamVenue.QUICK);
        venue.hears("event NEW");
        assertTrue(venue.hears("down").startsWith("down stream-dropped"));
        assertEquals("note handshake refused with 503", venue.hears("note"));
        assertEquals("note handshake refused with 429", venue.hears("note"));
        venue.hears("event PARTIAL_FILL");
    }

    @Test
    void comesBackThoughWhoeverHearsOfTheDropThrows() throws InterruptedException {
        venue.refuses(503).connects("", usual());
        start(StreamVenue.QUICK, new Told() {
            @Override
            public void down(VenueDownReason reason, String detail) {
                super.down(reason, detail);
                throw new IllegalStateException("on purpose");
            }
        });
        venue.hears("down stream-dropped");
        venue.hears("up");
    }

    @Test
    void takesSilenceForADisconnection() throws InterruptedException {
        venue.connects("", (socket, text) -> venue.write("server got " + text)).connects("", usual());
        start(StreamVenue.QUICK);
        venue.hears("server got");
        venue.quietFor(1.1);
        assertEquals("down stream-silent no message for PT0.2S", venue.hears("down"));
        venue.hears("up");
    }

    @Test
    void asksAQuietVenueForASignOfLife() throws InterruptedException {
        venue.connects("", (socket, text) -> {
            venue.write("server got " + text);
            usual(FILL).accept(socket, text);
        });
        start(StreamVenue.QUICK);
        for (int i = 0; i < 3; i++) {
            venue.hears("server got {\"action\":\"listen\"");
            venue.hears("event PARTIAL_FILL");
            venue.quietFor(0.6);
        }
        assertEquals(1, venue.server.getRequestCount());
    }

    @Test
    void handsOnWhatItCannotRead() throws InterruptedException {
        venue.connects("", usual("{\"stream\":\"trade_updates\",\"data\":{\"event\":\"fill\",\"order\":"
                + Samples.ORDER + "}}", "<html>", "{\"stream\":\"trade_updates\"}", "[]", update("new", "")));
        start(StreamVenue.QUICK);
        assertTrue(venue.hears("fault").startsWith("fault MALFORMED {\"stream\":\"trade_updates\",\"data\""));
        assertEquals("fault MALFORMED <html>", venue.hears("fault"));
        assertEquals("fault MALFORMED {\"stream\":\"trade_updates\"}", venue.hears("fault"));
        assertEquals("fault MALFORMED []", venue.hears("fault"));
        venue.hears("event NEW");
    }

    @Test
    void tellsWhatTheVenueReportsBeforeItCloses() throws InterruptedException {
        venue.connects("", usual("{\"action\":\"error\",\"data\":{\"error_message\":\"slow\"}}",
                "{\"stream\":\"weather\",\"data\":{}}"));
        start(StreamVenue.QUICK);
        assertEquals("note the venue reports: slow", venue.hears("note"));
        assertEquals("note a message of stream weather", venue.hears("note"));
    }

    @Test
    void endsItsConnectionWhenClosed() throws InterruptedException {
        venue.connects("", usual());
        start(StreamVenue.QUICK);
        venue.hears("up");
        stream.close();
        stream.close();
        assertFalse(venue.diary.stream().anyMatch(entry -> entry.startsWith("down")));
    }
}
