package org.gradus.adapters.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.gradus.adapters.checks.FeedRules;
import org.gradus.adapters.finnhub.FinnhubEndpoints;
import org.gradus.engine.domain.FeedFault;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.VenueDownReason;
import org.gradus.engine.runtime.LiveVenue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A live engine at a venue that holds still, with Finnhub beside it.
class SecondOpinionsTest {
    private static final String SECRET = "f1nnhub-never-shown";
    private static final long SECOND_NS = 1_000_000_000L;

    private final MockWebServer server = new MockWebServer();
    private final BlockingQueue<WebSocket> sockets = new LinkedBlockingQueue<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final StillVenue venue = new StillVenue();

    @BeforeEach
    void serves() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return request.getUrl().encodedPath().equals("/quote")
                        ? new MockResponse.Builder().code(401).body("{\"error\":\"" + SECRET + "\"}").build()
                        : new MockResponse.Builder().webSocketUpgrade(new WebSocketListener() {
                            @Override
                            public void onOpen(WebSocket socket, Response response) {
                                sockets.add(socket);
                            }

                            @Override
                            public void onClosing(WebSocket socket, int code, String reason) {
                                socket.close(code, reason);
                            }
                        }).build();
            }
        });
        server.start(InetAddress.getByName("127.0.0.1"), 0);
    }

    @AfterEach
    void closes() {
        server.close();
    }

    private FeedsPlan feeds(boolean enabled, List<String> fed) {
        String address = "127.0.0.1:" + server.getPort();
        return new FeedsPlan(new FeedRules(FixedPoint.parse("0.01"), SECOND_NS / 20, 60 * SECOND_NS),
                new FeedsPlan.FinnhubPlan(enabled, new FinnhubEndpoints(URI.create("http://" + address),
                        URI.create("ws://" + address)), fed, Map.of(), SECOND_NS, 60 * SECOND_NS),
                new FeedsPlan.TaapiPlan(false, URI.create("http://" + address), "binance", Map.of(),
                        List.of(Timeframe.H1), 1, true, 15 * SECOND_NS, 5, 1));
    }

    private SecondOpinions opinions(FeedsPlan feeds) {
        return new SecondOpinions(feeds, Map.of("FINNHUB_KEY", SECRET), told::add);
    }

    private WebSocket finnhub() throws InterruptedException {
        WebSocket socket = sockets.poll(20, TimeUnit.SECONDS);
        assertTrue(socket != null, "Finnhub is connected to");
        return socket;
    }

    private static String trade(String price) {
        return "{\"type\":\"trade\",\"data\":[{\"s\":\"BINANCE:BTCUSDT\",\"p\":" + price + ",\"t\":"
                + System.currentTimeMillis() + ",\"v\":0.5}]}";
    }

    @Test
    void journalsADisagreementAndComesUpAgainBehindACleanReconciliation() throws InterruptedException {
        try (SecondOpinions opinions = opinions(feeds(true, List.of()));
             StillRun run = new StillRun(opinions.around(venue.maker(), 1, StillVenue::nowNs))) {
            WebSocket finnhub = finnhub();
            run.until(inputs -> inputs.contains(new Input.VenueUp()));
            venue.quote("50000", "50010");
            finnhub.send(trade("50020"));
            run.until(inputs -> inputs.stream().anyMatch(Input.Quote.class::isInstance));
            finnhub.send(trade("51000.5"));
            Input.VenueDown disagree = new Input.VenueDown(VenueDownReason.FEEDS_DISAGREE);
            run.until(inputs -> inputs.contains(disagree));
            assertTrue(run.inputs().stream().anyMatch(input -> input instanceof Input.FeedFault fault
                    && fault.fault() == FeedFault.DISPUTED_PRICE && fault.detail().equals(
                    "the venue says 50005, Finnhub says 51000.5")), "the prices are journaled");
            finnhub.send(trade("50005"));
            run.until(inputs -> inputs.lastIndexOf(new Input.VenueUp()) > inputs.indexOf(disagree));
            List<Input> behind = run.inputs().subList(run.inputs().indexOf(disagree), run.inputs().size());
            assertTrue(behind.stream().anyMatch(Input.Reconciled.class::isInstance));
            assertTrue(run.inputs().stream().noneMatch(Input.Trade.class::isInstance), "it only has an opinion");
            assertFalse((told + run.text()).contains(SECRET));
            assertEquals(List.of("venue", "finnhub"), opinions.sources(List.of("venue")));
        }
    }

    @Test
    void feedsAnInstrumentInTheVenuesStead() throws InterruptedException {
        try (SecondOpinions opinions = opinions(feeds(true, List.of("BTC/USD")));
             StillRun run = new StillRun(opinions.around(venue.maker(), 1, StillVenue::nowNs))) {
            WebSocket finnhub = finnhub();
            run.until(inputs -> inputs.contains(new Input.VenueUp()));
            venue.quote("50000", "50010");
            finnhub.send(trade("50020"));
            run.until(inputs -> inputs.stream().anyMatch(Input.Trade.class::isInstance));
            assertTrue(run.inputs().stream().noneMatch(Input.Quote.class::isInstance), "the venue's is kept back");
            finnhub.close(1001, "going away");
            run.until(inputs -> inputs.contains(new Input.VenueDown(VenueDownReason.STREAM_DROPPED))
                    && inputs.lastIndexOf(new Input.VenueUp()) > inputs.indexOf(new Input.VenueUp()));
        }
    }

    @Test
    void changesNothingWhereItIsNotAskedForOrHasNoKey() {
        LiveVenue.Maker maker = venue.maker();
        List<Instrument> none = List.of();
        try (SecondOpinions off = opinions(feeds(false, List.of()))) {
            assertEquals(List.of(venue), off.around(maker, 1, StillVenue::nowNs).open(none).feeds());
            assertEquals(List.of("venue"), off.sources(List.of("venue")));
        }
        assertEquals(List.of(), told);
        try (SecondOpinions keyless = new SecondOpinions(feeds(true, List.of()), Map.of(), told::add)) {
            assertEquals(List.of(venue), keyless.around(maker, 1, StillVenue::nowNs).open(none).feeds());
        }
        assertEquals(List.of("Finnhub is enabled, but there is no key in FINNHUB_KEY: it is not asked"), told);
    }

    @Test
    void doesNotStartARunWhoseFeedHasNoKey() {
        assertThrows(IllegalArgumentException.class, () -> new SecondOpinions(feeds(true, List.of("BTC/USD")),
                Map.of(), told::add));
    }
}
