package org.gradus.adapters.finnhub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.gradus.adapters.checks.Instruments;
import org.gradus.adapters.checks.Recorded;
import org.gradus.adapters.checks.SeenPrice;
import org.gradus.adapters.service.FakeService;
import org.gradus.adapters.wire.StandingPace;
import org.gradus.adapters.wire.StreamSettings;
import org.gradus.engine.domain.FixedPoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FinnhubFeedTest {
    private static final String TRADE = "{\"type\":\"trade\",\"data\":[{\"s\":\"BINANCE:BTCUSDT\",\"p\":60123.4,"
            + "\"t\":1700000000123,\"v\":0.01,\"c\":null}]}";
    private static final String ENTERED = "0 at 1700000000123000000: TRADE";

    private FakeService service;
    private final Recorded recorded = new Recorded();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final BlockingQueue<WebSocket> sockets = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final StandingPace pace = new StandingPace();
    private FinnhubFeed feed;

    @BeforeEach
    void opens() throws IOException {
        service = new FakeService();
        feed = feed(true, Duration.ofSeconds(30));
    }

    @AfterEach
    void closes() {
        feed.close();
        service.close();
    }

    private FinnhubFeed feed(boolean fed, Duration silence) {
        StreamSettings settings = new StreamSettings(silence, Duration.ofMillis(1), Duration.ofMillis(20));
        return new FinnhubFeed(new FinnhubFeed.Access(service.http, new FinnhubEndpoints(service.rest(),
                service.stream()), FakeService.key(), settings, pace), List.of(
                new Subscription("BINANCE:BTCUSDT", Instruments.BTC, fed),
                new Subscription("AAPL", Instruments.AAPL, false)), 3, told::add);
    }

    /// One connection that the server accepts.
    private void accepts() {
        service.server.enqueue(new MockResponse.Builder().webSocketUpgrade(new WebSocketListener() {
            @Override
            public void onOpen(WebSocket socket, Response response) {
                sockets.add(socket);
            }

            @Override
            public void onMessage(WebSocket socket, String text) {
                received.add(text);
            }

            @Override
            public void onClosing(WebSocket socket, int code, String reason) {
                socket.close(code, reason);
                ended.countDown();
            }

            @Override
            public void onFailure(WebSocket socket, Throwable failure, @Nullable Response response) {
                ended.countDown();
            }
        }).build());
    }

    private WebSocket socket() throws InterruptedException {
        WebSocket socket = sockets.poll(20, TimeUnit.SECONDS);
        assertTrue(socket != null, "a connection");
        return socket;
    }

    private WebSocket connected() throws InterruptedException {
        accepts();
        feed.start(recorded, recorded);
        assertEquals("up", recorded.next());
        return socket();
    }

    private void subscribes() throws InterruptedException {
        assertEquals("{\"type\":\"subscribe\",\"symbol\":\"BINANCE:BTCUSDT\"}", received.poll(20, TimeUnit.SECONDS));
        assertEquals("{\"type\":\"subscribe\",\"symbol\":\"AAPL\"}", received.poll(20, TimeUnit.SECONDS));
    }

    @Test
    void entersTheTradesOfWhatItFeedsAndKnowsThePriceOfAll() throws InterruptedException {
        WebSocket socket = connected();
        subscribes();
        socket.send("{\"type\":\"trade\",\"data\":[{\"s\":\"AAPL\",\"p\":261.74,\"t\":1700000000001,\"v\":3}]}");
        socket.send("{\"type\":\"ping\"}");
        socket.send(TRADE);
        assertEquals(ENTERED + " 3:3 instrument=0 time=1700000000123000000 "
                + "venueTime=1700000000123000000 price=60123400000000 size=1000000 aggressor=0", recorded.next());
        assertEquals(new SeenPrice(FixedPoint.parse("261.74"), 1_700_000_000_001_000_000L), feed.latest(1));
        assertEquals(new SeenPrice(FixedPoint.parse("60123.4"), 1_700_000_000_123_000_000L), feed.latest(0));
    }

    @Test
    void reconnectsAndSubscribesToAllAgain() throws InterruptedException {
        WebSocket first = connected();
        subscribes();
        service.answers(503, "busy");
        accepts();
        first.close(1001, "going away");
        assertEquals("down stream-dropped", recorded.next());
        assertEquals("down stream-dropped", recorded.next());
        assertEquals("up", recorded.next());
        subscribes();
        socket().send(TRADE);
        assertTrue(recorded.next().startsWith(ENTERED));
    }

    @Test
    void takesSilenceForTheEndOfTheConnection() throws InterruptedException {
        feed = feed(true, Duration.ofMillis(200));
        connected();
        accepts();
        pace.awaitLook();
        pace.pass(201_000_000L);
        assertEquals("down stream-silent", recorded.next());
        assertEquals("up", recorded.next());
    }

    @Test
    void beginsAnewWhenSomethingItFeedsMayBeMissing() throws InterruptedException {
        WebSocket socket = connected();
        accepts();
        socket.send("{\"type\":\"error\",\"msg\":\"Invalid symbol\"}");
        assertEquals("down stream-dropped", recorded.next());
        assertEquals("up", recorded.next());
        assertEquals(1, feed.errors());
    }

    @Test
    void goesOnBehindMessagesThatCannotBeRead() throws InterruptedException {
        WebSocket socket = connected();
        socket.send("{\"type\":\"trade\",\"data\":[{\"s\":\"BINANCE:BTCUSDT\",\"p\":\"many\",\"t\":1,\"v\":1}]}");
        socket.send("<html>");
        socket.send("{\"type\":\"trade\",\"data\":[{\"s\":\"AAPL\",\"p\":1,\"t\":9000000000000,\"v\":3}]}");
        socket.send(TRADE);
        assertTrue(recorded.next().contains("FAULT 3:1 instrument=-1"));
        assertTrue(recorded.next().contains("MALFORMED"));
        assertTrue(recorded.next().contains("TIME_LEAP"));
        assertTrue(recorded.next().startsWith(ENTERED));
        assertEquals(3, feed.malformed());
        assertNull(feed.latest(1));
    }

    @Test
    void isNeverDownWhereItOnlyHasAnOpinion() throws InterruptedException {
        feed = feed(false, Duration.ofSeconds(30));
        WebSocket socket = connected();
        subscribes();
        socket.send("{\"type\":\"error\",\"msg\":\"Invalid symbol\"}");
        accepts();
        socket.send(TRADE);
        socket.close(1000, "bye");
        subscribes();
        assertEquals(List.of(), recorded.all());
        assertEquals(FixedPoint.parse("60123.4"), feed.latest(0).price());
    }

    @Test
    void tellsNothingOnceItIsClosed() throws InterruptedException {
        WebSocket socket = connected();
        subscribes();
        socket.send(TRADE);
        feed.close();
        recorded.all();
        socket.send(TRADE);
        assertTrue(ended.await(20, TimeUnit.SECONDS), "the server sees the end");
        assertEquals(List.of(), recorded.all());
    }

    @Test
    void showsTheKeyToNobodyButTheServer() throws InterruptedException {
        service.answers(401, "bad " + FakeService.SECRET);
        accepts();
        feed.start(recorded, recorded);
        assertEquals("down stream-dropped", recorded.next());
        assertEquals("up", recorded.next());
        WebSocket socket = socket();
        socket.send("{\"type\":\"" + FakeService.SECRET);
        recorded.next();
        accepts();
        socket.send("{\"type\":\"error\",\"msg\":\"key " + FakeService.SECRET + "\"}");
        recorded.next();
        recorded.next();
        accepts();
        socket().close(4000, FakeService.SECRET);
        recorded.next();
        String all = told + feed.toString() + Thread.getAllStackTraces().keySet() + recorded.all();
        assertFalse(all.contains("k3y-never"), all);
        assertEquals("/?token=k3y-never%2Bshown%2F0001", service.seen().getTarget());
    }
}
