package org.gradus.adapters.alpaca.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import okhttp3.WebSocket;
import okio.ByteString;
import org.gradus.adapters.alpaca.rest.Venue;
import org.gradus.adapters.alpaca.stream.MarketStream.Packing;
import org.gradus.adapters.wire.StreamSettings;
import org.gradus.adapters.wire.WireJson;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.tape.TapeEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarketStreamTest {
    private static final String CONNECTED = "[{\"T\":\"success\",\"msg\":\"connected\"}]";
    private static final String AUTHENTICATED = "[{\"T\":\"success\",\"msg\":\"authenticated\"}]";
    private static final String SUBSCRIBED = "[{\"T\":\"subscription\",\"trades\":[\"BTC/USD\"],\"quotes\":"
            + "[\"BTC/USD\"],\"bars\":[\"BTC/USD\"]}]";
    private static final String TRADE = "[{\"T\":\"t\",\"S\":\"BTC/USD\",\"p\":60123.4,\"s\":0.25,\"t\":"
            + "\"2026-11-23T15:00:00.118442917Z\",\"i\":9007199254740993,\"tks\":\"S\"}]";
    private static final Instrument BITCOIN = new Instrument(3, "BTC/USD", AssetClass.CRYPTO, "BTC", "USD", 1, 1, 0,
            Long.MAX_VALUE / FixedPoint.ONE, 8);

    private final StreamVenue venue = new StreamVenue();
    private MarketStream stream;

    MarketStreamTest() throws IOException {
    }

    @AfterEach
    void close() {
        if (stream != null) {
            stream.close();
        }
        venue.close();
    }

    private static void send(WebSocket socket, Packing packing, String message) {
        if (packing == Packing.MESSAGE_PACK) {
            socket.send(ByteString.of(PackedSamples.pack(WireJson.read(message))));
        } else {
            socket.send(message);
        }
    }

    private BiConsumer<WebSocket, String> usual(Packing packing, String... then) {
        return (socket, text) -> {
            venue.write("server got " + text);
            if (text.contains("\"auth\"")) {
                send(socket, packing, AUTHENTICATED);
            } else {
                send(socket, packing, SUBSCRIBED);
                List.of(then).forEach(message -> send(socket, packing, message));
            }
        };
    }

    private final class Told extends StreamVenue.Watcher implements MarketStream.Listener {
        Told() {
            super(venue);
        }

        @Override
        public void market(TapeEvent event) {
            venue.write("market " + event);
        }

        @Override
        public void trading(Instrument instrument, boolean halted, String words, long timeNs) {
            venue.write((halted ? "halted " : "trades ") + instrument.symbol());
        }
    }

    private void start(StreamSettings settings, Packing packing) {
        MarketStream.Feed feed = new MarketStream.Feed("/v1beta3/crypto/us", packing,
                List.of(new Subscription(BITCOIN, true, true, true)), 2);
        stream = new MarketStream(venue.http, venue.access(), feed, settings, venue.pace, new Told());
        stream.start();
    }

    @ParameterizedTest
    @EnumSource
    void authenticatesSubscribesAndTellsTheMarket(Packing packing) throws InterruptedException {
        String greeting = packing == Packing.JSON ? CONNECTED : "";
        BiConsumer<WebSocket, String> script = usual(packing, TRADE);
        venue.connects(greeting, script);
        if (packing == Packing.MESSAGE_PACK) {
            venue.greetsPacked(PackedSamples.pack(WireJson.read(CONNECTED)));
        }
        start(StreamVenue.QUICK, packing);
        assertEquals("server got {\"action\":\"auth\",\"key\":\"" + Venue.KEY_ID + "\",\"secret\":\"" + Venue.SECRET
                + "\"}", venue.hears("server got"));
        assertEquals("server got {\"action\":\"subscribe\",\"trades\":[\"BTC/USD\"],\"quotes\":[\"BTC/USD\"],"
                + "\"bars\":[\"BTC/USD\"]}", venue.hears("server got"));
        assertEquals("market TRADE 2:4 instrument=3 time=1795446000118442917 venueTime=1795446000118442917 "
                + "price=60123400000000 size=25000000 aggressor=2", venue.hears("market"));
        var request = venue.server.takeRequest();
        assertEquals("/v1beta3/crypto/us", request.getTarget());
        assertEquals(packing == Packing.MESSAGE_PACK ? "application/msgpack" : null,
                request.getHeaders().get("Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(ints = {402, 408, 409})
    void givesUpWhereTryingAgainChangesNothing(int code) throws InterruptedException {
        venue.connects(CONNECTED, (socket, text) -> socket.send("[{\"T\":\"error\",\"code\":" + code
                + ",\"msg\":\"no: " + Venue.SECRET + "\"}]"));
        start(StreamVenue.QUICK, Packing.JSON);
        assertTrue(venue.hears("ended").endsWith("error " + code + ": no: ***"));
        assertEquals(1, venue.server.getRequestCount());
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 406, 407, 500})
    void comesBackWhenTheVenueMayHaveChangedItsMind(int code) throws InterruptedException {
        venue.connects(CONNECTED, (socket, text) -> socket.send("[{\"T\":\"error\",\"code\":" + code
                + ",\"msg\":\"not now\"}]")).connects(CONNECTED, usual(Packing.JSON));
        start(StreamVenue.QUICK, Packing.JSON);
        assertEquals("down stream-dropped error " + code + ": not now", venue.hears("down"));
        venue.hears("up");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 405, 410, 499})
    void goesOnAfterOtherErrorsAndTellsThem(int code) throws InterruptedException {
        venue.connects(CONNECTED, usual(Packing.JSON, "[{\"T\":\"error\",\"code\":" + code + ",\"msg\":\"hm\"}]",
                TRADE));
        start(StreamVenue.QUICK, Packing.JSON);
        venue.hearsAll("market TRADE", "note error " + code + ": hm");
    }

    @Test
    void subscribesToEverythingAgainAfterAReconnection() throws InterruptedException {
        venue.connects(CONNECTED, (socket, text) -> {
            usual(Packing.JSON).accept(socket, text);
            if (text.contains("subscribe")) {
                socket.close(1006 - 5, null);
            }
        }).refuses(403).connects(CONNECTED, usual(Packing.JSON, TRADE));
        start(StreamVenue.QUICK, Packing.JSON);
        for (int i = 0; i < 2; i++) {
            assertTrue(venue.hears("server got {\"action\":\"subscribe\"").contains("\"bars\":[\"BTC/USD\"]"));
        }
        venue.hears("market TRADE");
    }

    @Test
    void takesSilenceForADisconnection() throws InterruptedException {
        venue.connects(CONNECTED, (socket, text) -> venue.write("server got " + text))
                .connects(CONNECTED, usual(Packing.JSON));
        start(StreamVenue.QUICK, Packing.JSON);
        venue.hears("server got");
        venue.quietFor(1.1);
        assertEquals("down stream-silent no message for PT0.2S", venue.hears("down"));
        venue.hears("up");
    }

    @Test
    void asksForNoSignOfLifeBeforeItIsUp() throws InterruptedException {
        List<String> said = new CopyOnWriteArrayList<>();
        venue.connects(CONNECTED, (socket, text) -> {
            said.add(text);
            venue.write("server got " + text);
        }).connects(CONNECTED, usual(Packing.JSON));
        start(StreamVenue.QUICK, Packing.JSON);
        venue.hears("server got");
        venue.quietFor(0.6);
        venue.quietFor(0.6);
        venue.hears("down stream-silent");
        assertEquals(1, said.size(), said::toString);
        venue.hears("up");
    }

    @Test
    void keepsAQuietMarketByAskingForASignOfLife() throws InterruptedException {
        venue.connects(CONNECTED, usual(Packing.JSON, TRADE));
        start(StreamVenue.QUICK, Packing.JSON);
        for (int i = 0; i < 3; i++) {
            venue.hears("server got {\"action\":\"subscribe\"");
            venue.hears("market TRADE");
            venue.quietFor(0.6);
        }
        assertEquals(1, venue.server.getRequestCount());
    }

    @Test
    void tellsWhenTheVenueStreamsLessThanItWasAskedFor() throws InterruptedException {
        venue.connects(CONNECTED, (socket, text) -> socket.send(text.contains("\"auth\"") ? AUTHENTICATED
                : "[{\"T\":\"subscription\",\"trades\":[\"*\"],\"quotes\":[],\"bars\":[\"BTC/USD\"]}]"));
        start(StreamVenue.QUICK, Packing.JSON);
        assertEquals("note the venue does not stream all we asked for of BTC/USD", venue.hears("note"));
        venue.hears("up");
    }

    @Test
    void showsNoKeyThatAFaultyMessageHolds() throws InterruptedException {
        venue.connects(CONNECTED, usual(Packing.JSON, "[{\"T\":\"t\"," + Venue.SECRET, "{\"a\":\"" + Venue.KEY_ID
                + "\"}", "[{\"T\":\"t\",\"x\":\"" + Venue.SECRET + Venue.KEY_ID + "\"}]", TRADE));
        start(StreamVenue.QUICK, Packing.JSON);
        for (int i = 0; i < 3; i++) {
            String fault = venue.hears("market FAULT");
            assertTrue(fault.contains("***") && !fault.contains(Venue.SECRET) && !fault.contains(Venue.KEY_ID), fault);
        }
        venue.hears("market TRADE");
    }
}
