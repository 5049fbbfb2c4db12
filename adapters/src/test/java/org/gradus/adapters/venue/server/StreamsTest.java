package org.gradus.adapters.venue.server;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.stream.IntStream;
import org.gradus.adapters.venue.DataPlan;
import org.gradus.adapters.venue.stream.StreamRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.msgpack.core.MessagePack;

/// The streams as a client sees them on the wire.
class StreamsTest {
    private static final String CRYPTO = "/v1beta3/crypto/us";
    private static final String AUTH = "{\"action\":\"auth\",\"key\":\"PKTEST\",\"secret\":\"the-secret\"}";
    private static final String CONNECTED = "[{\"T\":\"success\",\"msg\":\"connected\"}]";
    private static final String AUTHENTICATED = "[{\"T\":\"success\",\"msg\":\"authenticated\"}]";
    private static final long T = 1_700_000_000_123_000_000L;

    private static StreamClient authenticated(VenueRig rig, String path) {
        StreamClient client = rig.stream(path).say(AUTH);
        assertEquals(CONNECTED, client.next());
        assertEquals(AUTHENTICATED, client.next());
        return client;
    }

    private static String error(int code, String text) {
        return "[{\"T\":\"error\",\"code\":" + code + ",\"msg\":\"" + text + "\"}]";
    }

    @ParameterizedTest
    @ValueSource(strings = {CRYPTO, "/v1beta3/crypto/us-1", "/v1beta3/crypto/eu-1", "/v1beta2/crypto"})
    void tellsQuotesTradesAndBooksOfCoins(String path) {
        try (VenueRig rig = new VenueRig(); StreamClient client = authenticated(rig, path)) {
            rig.quote("BTC/USD", "100", "101", T);
            client.say("{\"action\":\"subscribe\",\"quotes\":[\"BTC/USD\"],\"trades\":[\"*\"]}");
            assertEquals("[{\"T\":\"subscription\",\"trades\":[\"*\"],\"quotes\":[\"BTC/USD\"],\"orderbooks\":[],"
                    + "\"bars\":[],\"updatedBars\":[],\"dailyBars\":[]}]", client.next());
            client.say("{\"action\":\"subscribe\",\"orderbooks\":[\"BTC/USD\"]}");
            assertTrue(client.next().contains("\"orderbooks\":[\"BTC/USD\"]"));
            assertEquals("[{\"T\":\"o\",\"S\":\"BTC/USD\",\"t\":\"2023-11-14T22:13:20.123Z\","
                    + "\"b\":[{\"p\":100,\"s\":1}],\"a\":[{\"p\":101,\"s\":2}],\"r\":true}]", client.next());

            rig.quote("BTC/USD", "100.5", "101", T + 1);
            assertEquals("[{\"T\":\"q\",\"S\":\"BTC/USD\",\"t\":\"2023-11-14T22:13:20.123000001Z\",\"bp\":100.5,"
                    + "\"bs\":1,\"ap\":101,\"as\":2}]", client.next());
            assertEquals("[{\"T\":\"o\",\"S\":\"BTC/USD\",\"t\":\"2023-11-14T22:13:20.123000001Z\",\"b\":["
                    + "{\"p\":100,\"s\":0},{\"p\":100.5,\"s\":1}],\"a\":[]}]", client.next());
            rig.print("ETH/USD", "3", "0.25", T + 2);
            assertEquals("[{\"T\":\"t\",\"S\":\"ETH/USD\",\"t\":\"2023-11-14T22:13:20.123000002Z\",\"p\":3,"
                    + "\"s\":0.25,\"i\":3000000000000000001,\"tks\":\"S\"}]", client.next());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CRYPTO, "/stream"})
    void beginsNoSessionOfTheBrowsersKind(String path) {
        try (VenueRig rig = new VenueRig(); StreamClient client = rig.stream(path)) {
            assertEquals(101, client.handshake().code());
            assertNull(client.handshake().header("Set-Cookie"));
            assertNull(client.handshake().header("Expires"));
        }
    }

    @Test
    void beginsEachBookWholeAndGoesOnFromWhatTheClientKnows() {
        String subscribe = "{\"action\":\"subscribe\",\"orderbooks\":[\"BTC/USD\"]}";
        try (VenueRig rig = new VenueRig(); StreamClient early = authenticated(rig, CRYPTO)) {
            early.say(subscribe).next();
            rig.quote("BTC/USD", "100", "101", T);
            assertEquals("[{\"T\":\"o\",\"S\":\"BTC/USD\",\"t\":\"2023-11-14T22:13:20.123Z\","
                    + "\"b\":[{\"p\":100,\"s\":1}],\"a\":[{\"p\":101,\"s\":2}],\"r\":true}]", early.next());
            early.say(subscribe.replace("subscribe", "unsubscribe")).next();

            rig.quote("BTC/USD", "102", "103", T + 1);
            assertTrue(early.say(subscribe).next().contains("\"orderbooks\":[\"BTC/USD\"]"));
            assertTrue(early.next().contains("\"b\":[{\"p\":102,\"s\":1}]"));
            rig.quote("BTC/USD", "102", "103", T + 2);
            rig.quote("BTC/USD", "101", "103", T + 3);
            assertEquals("[{\"T\":\"o\",\"S\":\"BTC/USD\",\"t\":\"2023-11-14T22:13:20.123000003Z\",\"b\":["
                    + "{\"p\":102,\"s\":0},{\"p\":101,\"s\":1}],\"a\":[]}]", early.next());
        }
    }

    @Test
    void tellsStocksWithTheirConditions() {
        try (VenueRig rig = new VenueRig(); StreamClient client = authenticated(rig, "/v2/iex")) {
            client.say("{\"action\":\"subscribe\",\"trades\":[\"AAPL\"],\"quotes\":[\"AAPL\"]}");
            assertTrue(client.next().contains("\"corrections\":[\"AAPL\"],\"cancelErrors\":[\"AAPL\"]"));
            rig.print("AAPL", "150.25", "100", T);
            assertEquals("[{\"T\":\"t\",\"S\":\"AAPL\",\"t\":\"2023-11-14T22:13:20.123Z\",\"p\":150.25,\"s\":100,"
                    + "\"i\":1,\"x\":\"V\",\"c\":[\"@\"],\"z\":\"C\"}]", client.next());
            rig.quote("AAPL", "150", "151", T);
            assertEquals("[{\"T\":\"q\",\"S\":\"AAPL\",\"t\":\"2023-11-14T22:13:20.123Z\",\"bp\":150,\"bs\":1,"
                    + "\"ap\":151,\"as\":2,\"bx\":\"V\",\"ax\":\"V\",\"c\":[\"R\"],\"z\":\"C\"}]", client.next());
        }
    }

    @Test
    void tellsABarWhenItsMinuteIsOverAndTheDaySoFar() {
        try (VenueRig rig = new VenueRig(); StreamClient client = authenticated(rig, CRYPTO)) {
            client.say("{\"action\":\"subscribe\",\"bars\":[\"BTC/USD\"],\"dailyBars\":[\"BTC/USD\"]}").next();
            rig.print("BTC/USD", "100", "2", T);
            rig.print("BTC/USD", "90", "1", T + 1);
            rig.venue.market().time(T + 60_000_000_000L);
            String fields = "\"o\":100,\"h\":100,\"l\":90,\"c\":90,\"v\":3,\"n\":2,\"vw\":96.666666667}]";
            assertEquals("[{\"T\":\"b\",\"S\":\"BTC/USD\",\"t\":\"2023-11-14T22:13:00Z\"," + fields, client.next());
            assertEquals("[{\"T\":\"d\",\"S\":\"BTC/USD\",\"t\":\"2023-11-14T00:00:00Z\"," + fields, client.next());
        }
    }

    @Test
    void speaksMessagePackBothWays() throws IOException {
        try (VenueRig rig = new VenueRig();
                StreamClient client = rig.stream(CRYPTO, "Content-Type", "application/msgpack")) {
            assertEquals(CONNECTED, client.nextPacked());
            client.sayBinary(packed("action", "auth", "key", "PKTEST", "secret", "the-secret"));
            assertEquals(AUTHENTICATED, client.nextPacked());
            try (var packer = MessagePack.newDefaultBufferPacker()) {
                packer.packMapHeader(2).packString("action").packString("subscribe").packString("trades")
                        .packArrayHeader(1).packString("BTC/USD");
                client.sayBinary(packer.toByteArray());
            }
            assertTrue(client.nextPacked().contains("\"trades\":[\"BTC/USD\"]"));
            rig.print("BTC/USD", "100.5", "2", T);
            try (var unpacker = MessagePack.newDefaultUnpacker(client.frame().binary().toByteArray())) {
                var trade = unpacker.unpackValue().asArrayValue().get(0).asMapValue().map();
                var time = trade.get(org.msgpack.value.ValueFactory.newString("t"));
                assertEquals(1_700_000_000L, time.asTimestampValue().getEpochSecond());
                assertEquals(123_000_000, time.asTimestampValue().getNano());
                assertEquals(3_000_000_000_000_000_001L, trade.get(org.msgpack.value.ValueFactory.newString("i"))
                        .asIntegerValue().toLong());
                assertEquals(100.5, trade.get(org.msgpack.value.ValueFactory.newString("p")).asFloatValue()
                        .toDouble());
            }
        }
    }

    private static byte[] packed(String... fields) throws IOException {
        try (var packer = MessagePack.newDefaultBufferPacker()) {
            packer.packMapHeader(fields.length / 2);
            for (String field : fields) {
                packer.packString(field);
            }
            return packer.toByteArray();
        }
    }

    @Test
    void ignoresFieldsOfASubscriptionThatItDoesNotKnow() {
        try (VenueRig rig = new VenueRig(); StreamClient client = authenticated(rig, CRYPTO)) {
            client.say("{\"action\":\"subscribe\",\"id\":7,\"dances\":[\"BTC/USD\"],\"quotes\":[\"BTC/USD\"]}");
            assertTrue(client.next().contains("\"quotes\":[\"BTC/USD\"],\"orderbooks\":[]"));
        }
    }

    @Test
    void takesKeysOfTheUpgrade() {
        try (VenueRig rig = new VenueRig(); StreamClient client = rig.stream(CRYPTO, "APCA-API-KEY-ID", "PKTEST",
                "APCA-API-SECRET-KEY", "the-secret")) {
            assertEquals(CONNECTED, client.next());
            assertEquals(AUTHENTICATED, client.next());
            assertEquals(error(403, "already authenticated"), client.say(AUTH).next());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"nonsense|400|invalid syntax", "[]|400|invalid syntax",
            "{\"action\":\"dance\"}|400|invalid syntax", "{\"action\":\"subscribe\",\"trades\":[\"BTC/USD\"]}"
            + "|401|not authenticated", "{\"action\":\"auth\",\"key\":\"PKTEST\",\"secret\":\"x\"}|402|auth failed",
            "{\"action\":\"auth\"}|402|auth failed", "{\"action\":\"auth\",\"key\":{},\"secret\":[]}|402|auth failed"})
    void refusesByCodeBeforeAuthentication(String said, int code, String text) {
        try (VenueRig rig = new VenueRig(); StreamClient client = rig.stream(CRYPTO)) {
            assertEquals(CONNECTED, client.next());
            assertEquals(error(code, text), client.say(said).next());
            assertEquals(AUTHENTICATED, client.say(AUTH).next());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"action\":\"subscribe\",\"trades\":\"BTC/USD\"}|400|invalid syntax",
            "{\"action\":\"subscribe\",\"trades\":[1]}|400|invalid syntax",
            "{\"action\":\"subscribe\",\"trades\":[\"BTCUSD\"]}|400|invalid syntax",
            "{\"action\":\"subscribe\",\"lulds\":[\"BTC/USD\"]}|410|invalid subscribe action for this feed",
            "{\"action\":\"subscribe\",\"trades\":[\"A/B\",\"C/D\"],\"quotes\":[\"E/F\"]}|405|symbol limit exceeded"})
    void refusesASubscriptionWholeAndKeepsTheOldOne(String said, int code, String text) {
        StreamRules twoSymbols = new StreamRules(true, 2, 10_000, false, DataPlan.PLUS);
        try (VenueRig rig = new VenueRig(settings -> settings.with(twoSymbols));
                StreamClient client = authenticated(rig, CRYPTO)) {
            client.say("{\"action\":\"subscribe\",\"quotes\":[\"ETH/USD\"]}").next();
            assertEquals(error(code, text), client.say(said).next());
            assertTrue(client.say("{\"action\":\"unsubscribe\"}").next().contains(
                    "\"trades\":[],\"quotes\":[\"ETH/USD\"],\"orderbooks\":[]"));
        }
    }

    @Test
    void keepsTheFreePlanToItsStreamsAndNumbers() {
        StreamRules free = new StreamRules(true, Integer.MAX_VALUE, 10_000, false, DataPlan.BASIC);
        try (VenueRig rig = new VenueRig(settings -> settings.with(free));
                StreamClient refused = rig.stream("/v2/sip").say(AUTH);
                StreamClient client = authenticated(rig, "/v2/iex")) {
            assertEquals(CONNECTED, refused.next());
            assertEquals(error(409, "insufficient subscription"), refused.next());
            assertEquals("END", refused.next());
            String tooMany = error(405, "symbol limit exceeded");
            assertEquals(tooMany, client.say("{\"action\":\"subscribe\",\"quotes\":[\"*\"]}").next());
            String thirty = IntStream.range(0, 30).mapToObj(i -> "\"A" + i + "\"").collect(joining(","));
            String subscribe = "{\"action\":\"subscribe\",\"bars\":[\"*\"],\"trades\":[" + thirty + "]}";
            assertTrue(client.say(subscribe).next().contains("\"bars\":[\"*\"]"));
            assertEquals(tooMany, client.say("{\"action\":\"subscribe\",\"quotes\":[\"A1\"]}").next());
        }
    }

    @Test
    void lastsWithOneConnectionAKeyAndEndpoint() {
        try (VenueRig rig = new VenueRig(); StreamClient first = authenticated(rig, CRYPTO);
                StreamClient second = rig.stream(CRYPTO).say(AUTH)) {
            assertEquals(CONNECTED, second.next());
            assertEquals(error(406, "connection limit exceeded"), second.next());
            assertEquals("END", second.next());
            authenticated(rig, "/v2/iex").close();
            assertTrue(first.say("{\"action\":\"subscribe\",\"bars\":[\"*\"]}").next().contains("subscription"));
        }
    }

    @Test
    void endsAConnectionThatDoesNotAuthenticateInTime() {
        StreamRules hasty = new StreamRules(true, 30, 200, false, DataPlan.PLUS);
        try (VenueRig rig = new VenueRig(settings -> settings.with(hasty)); StreamClient client = rig.stream(CRYPTO)) {
            assertEquals(CONNECTED, client.next());
            assertEquals(error(404, "auth timeout"), client.next());
            assertEquals("END", client.next());
        }
    }

    /// Its frames are large enough to fill what the sockets hold.
    @Test
    void neverWaitsForAClientThatDoesNotReadAndCutsItOff() throws IOException {
        try (VenueRig rig = new VenueRig(); DeafClient client = new DeafClient(rig.venue.address(), "/v2/iex");
                StreamClient other = authenticated(rig, "/v2/sip")) {
            client.say(AUTH);
            client.say("{\"action\":\"subscribe\",\"trades\":[\"*\"]}");
            client.awaitText("subscription");
            other.say("{\"action\":\"subscribe\",\"trades\":[\"LAST\"]}").next();
            for (int i = 0; i < 100_000; i++) {
                rig.print("AAPL", "150.25", "100", T + i);
            }
            rig.print("LAST", "1", "1", T);
            assertTrue(other.next().contains("\"S\":\"LAST\""));
            client.awaitEnd();
        }
    }

    @Test
    void movesTheTestStreamByItself() {
        try (VenueRig rig = new VenueRig(); StreamClient client = authenticated(rig, "/v2/test")) {
            client.say("{\"action\":\"subscribe\",\"trades\":[\"FAKEPACA\"]}").next();
            assertEquals("FAKEPACA", client.nextJson().get(0).get("S").stringValue());
        }
    }

    @Test
    void acceptsSubscriptionsToNewsAndStaysSilent() {
        try (VenueRig rig = new VenueRig(); StreamClient client = authenticated(rig, "/v1beta1/news")) {
            assertEquals("[{\"T\":\"subscription\",\"news\":[\"*\"]}]",
                    client.say("{\"action\":\"subscribe\",\"news\":[\"*\"]}").next());
        }
    }

    @Test
    void tellsOrderUpdatesInBinaryFramesToTheirAccountOnly() {
        try (VenueRig rig = new VenueRig(); StreamClient client = rig.stream("/stream");
                StreamClient other = rig.stream("/stream")) {
            client.say(AUTH);
            assertEquals("{\"stream\":\"authorization\",\"data\":{\"status\":\"authorized\","
                    + "\"action\":\"authenticate\"}}", client.next());
            other.say("{\"action\":\"authenticate\",\"data\":{\"key_id\":\"PKOTHER\","
                    + "\"secret_key\":\"another-secret\"}}");
            assertEquals("authorized", other.nextJson().get("data").get("status").stringValue());
            String listening = "{\"stream\":\"listening\",\"data\":{\"streams\":[\"trade_updates\"]}}";
            for (int i = 0; i < 2; i++) {
                for (StreamClient each : java.util.List.of(client, other)) {
                    each.say("{\"action\":\"listen\",\"data\":{\"streams\":[\"trade_updates\",\"gossip\"]}}");
                    assertEquals(listening, each.next());
                }
            }
            rig.update(VenueRig.OTHER, "new");
            rig.update(VenueRig.KEY, "fill");
            var frame = client.frame();
            assertNull(frame.text());
            assertEquals("{\"stream\":\"trade_updates\",\"data\":{\"event\":\"fill\"}}", frame.binary().utf8());
            assertEquals("{\"stream\":\"trade_updates\",\"data\":{\"event\":\"new\"}}", other.next());
        }
    }

    @Test
    void refusesAStrangerOnTheOrderStream() {
        try (VenueRig rig = new VenueRig(); StreamClient client = rig.stream("/stream")) {
            assertEquals("{\"stream\":\"authorization\",\"data\":{\"status\":\"unauthorized\",\"action\":\"listen\"}}",
                    client.say("{\"action\":\"listen\",\"data\":{\"streams\":[\"trade_updates\"]}}").next());
            client.say("{\"action\":\"auth\",\"key\":\"PKTEST\",\"secret\":\"x\"}");
            assertEquals("unauthorized", client.nextJson().get("data").get("status").stringValue());
            assertEquals("END", client.next());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "{\"action\":\"dance\"}", "[1]", "\"\"", "{\"action\":{}}"})
    void endsAnOrderStreamThatMakesNoSense(String said) {
        try (VenueRig rig = new VenueRig(); StreamClient client = rig.stream("/stream")) {
            assertTrue(client.say(said).next().startsWith("{\"action\":\"error\",\"data\":{\"error_message\":"));
            assertEquals("END", client.next());
        }
    }
}
