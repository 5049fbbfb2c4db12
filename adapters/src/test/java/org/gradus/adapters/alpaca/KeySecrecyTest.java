package org.gradus.adapters.alpaca;

import static org.gradus.adapters.alpaca.Known.scaled;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.gradus.adapters.alpaca.AlpacaSettings.MarketFeed;
import org.gradus.adapters.alpaca.access.AlpacaAccess;
import org.gradus.adapters.alpaca.access.AlpacaEndpoints;
import org.gradus.adapters.alpaca.rest.Venue;
import org.gradus.adapters.alpaca.stream.MarketStream.Packing;
import org.gradus.adapters.wire.StreamSettings;
import org.gradus.adapters.wire.WireHttp;
import org.gradus.engine.egress.VenueConnection;
import org.gradus.engine.ingress.VenueFeed;
import org.gradus.engine.message.VenueDownReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A venue that says our keys back wherever it can, in answers, errors and streams: none of it may show.
class KeySecrecyTest {
    private static final String ECHO =
            "{\"message\":\"no " + Venue.KEY_ID + " " + Venue.SECRET + "\",\"code\":40310000}";

    private final Venue venue = new Venue();
    private final Known.Diary diary = new Known.Diary();
    private final AtomicInteger answers = new AtomicInteger();
    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord record) {
            diary.note("log " + record.getMessage() + record.getThrown());
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    };

    KeySecrecyTest() throws IOException {
    }

    @BeforeEach
    void record() {
        root.addHandler(recorder);
        root.setLevel(Level.ALL);
    }

    @AfterEach
    void close() {
        root.removeHandler(recorder);
        root.setLevel(before);
        venue.close();
    }

    private MockResponse answer(RecordedRequest request) {
        if (request.getHeaders().get("Upgrade") != null) {
            return new MockResponse.Builder().webSocketUpgrade(new WebSocketListener() {
                @Override
                public void onMessage(WebSocket socket, String text) {
                    socket.send(text);
                    socket.send("[{\"T\":\"error\",\"code\":410,\"msg\":\"" + Venue.SECRET + "\"},{\"T\":\""
                            + Venue.KEY_ID + "\"}]");
                    socket.close(1008, Venue.SECRET);
                }

                @Override
                public void onClosing(WebSocket socket, int code, String reason) {
                    socket.close(1000, null);
                }
            }).build();
        }
        return switch (answers.getAndIncrement() % 5) {
            case 0 -> new MockResponse.Builder().code(403).body(ECHO).setHeader("X-Request-ID", Venue.SECRET).build();
            case 1 -> new MockResponse.Builder().code(200).body(ECHO).build();
            case 2 -> new MockResponse.Builder().code(307).setHeader("Location", "/?k=" + Venue.SECRET).build();
            case 3 -> new MockResponse.Builder().code(200).body("<p>" + ECHO).build();
            default -> new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
        };
    }

    @Test
    void noKeyShowsInAnyOutcomeNoteFaultOrLog() throws InterruptedException {
        venue.server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        MarketFeed feed = new MarketFeed("/v1beta3/crypto/us", Packing.JSON, List.of("BTC/USD"), true, true, true, 0);
        AlpacaVenue alpaca = new AlpacaVenue(
                AlpacaAccess.paper(AlpacaEndpoints.at(venue.rest()), Venue.keys()),
                new AlpacaSettings(WireHttp.Times.USUAL, new StreamSettings(Duration.ofSeconds(5),
                    Duration.ofMillis(1), Duration.ofMillis(5)), 200, 20, scaled("0.0025"), 1, List.of(feed)),
                List.of(Known.BITCOIN), diary::note);
        List<VenueFeed> feeds = List.of(alpaca.orderFeed(1), alpaca.marketFeeds().getFirst());
        try (VenueConnection connection = alpaca.connection()) {
            feeds.forEach(each -> each.start(diary, new Quiet()));
            for (int i = 0; i < 5; i++) {
                diary.note("outcome " + connection.submit(Known.buy()) + connection.cancel(Known.buy())
                        + connection.lookUp(Known.ID) + connection.snapshot() + connection.timeNs());
            }
            diary.hears("order stream down", "FAULT");
            feeds.forEach(VenueFeed::close);
        }
        assertTrue(diary.told().contains("***"), diary::told);
        assertFalse(diary.told().contains(Venue.KEY_ID) || diary.told().contains(Venue.SECRET), diary::told);
    }

    /// Ups and downs are of no matter here.
    private static final class Quiet implements VenueFeed.State {
        @Override
        public void up() {
        }

        @Override
        public void down(VenueDownReason reason) {
        }
    }
}
