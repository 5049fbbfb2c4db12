package org.gradus.adapters.taapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import mockwebserver3.RecordedRequest;
import org.gradus.adapters.service.FakeService;
import org.gradus.adapters.service.RequestLimits;
import org.gradus.adapters.service.ServiceReply;
import org.gradus.adapters.wire.HandPace;
import org.gradus.adapters.wire.Mutations;
import org.gradus.adapters.wire.Unreadable;
import org.gradus.adapters.wire.WireJson;
import org.gradus.adapters.wire.WireObject;
import org.gradus.engine.indicator.IndicatorSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TaapiClientTest {
    private static final TaapiClient.Candles BTC = new TaapiClient.Candles("binance", "BTC/USDT", "1h");
    private static final Calculation RSI = new Calculation(IndicatorSpec.rsi(14), 1);
    private static final Calculation RSI_7 = new Calculation(IndicatorSpec.rsi(7), 2);
    private static final Calculation MACD = new Calculation(IndicatorSpec.macd(5, 35, 5), 1);
    private static final List<Calculation> ALL = List.of(RSI, RSI_7, MACD);
    private static final String ANSWER = "{\"data\":[{\"id\":\"c2\",\"indicator\":\"macd\",\"result\":{\"valueMACD\":"
            + "737.4052,\"valueMACDSignal\":691.8373,\"valueMACDHist\":45.5679,\"timestamp\":1795003200},"
            + "\"errors\":[]},{\"id\":\"c0\",\"result\":{\"value\":61.2},\"errors\":[]},"
            + "{\"id\":\"c1\",\"result\":{},\"errors\":[\"no candles\"]}]}";

    private FakeService service;
    private TaapiClient client;

    @BeforeEach
    void opens() throws IOException {
        service = new FakeService();
        client = new TaapiClient(service.http, service.rest(), FakeService.key(),
                new RequestLimits(1, new RequestLimits.Window(1_000, 1)), new HandPace());
    }

    @AfterEach
    void closes() {
        service.close();
    }

    @Test
    void asksForManyInOneRequestWithTheKeyInItsBody() throws InterruptedException {
        service.answers(200, ANSWER);
        assertEquals(new ServiceReply.Given<>(List.of(Optional.of(new CalculatedValues(List.of(61.2), 0)),
                Optional.empty(), Optional.of(new CalculatedValues(List.of(737.4052, 691.8373, 45.5679),
                        1_795_003_200_000_000_000L)))), client.bulk(BTC, ALL));
        RecordedRequest request = service.seen();
        assertEquals("/bulk", request.getTarget());
        assertEquals("{\"secret\":\"" + FakeService.SECRET + "\",\"construct\":{\"exchange\":\"binance\",\"symbol\":"
                + "\"BTC/USDT\",\"interval\":\"1h\",\"indicators\":[{\"id\":\"c0\",\"indicator\":\"rsi\","
                + "\"backtrack\":1,\"addResultTimestamp\":true},"
                + "{\"id\":\"c1\",\"indicator\":\"rsi\",\"period\":7,\"backtrack\":2,"
                + "\"addResultTimestamp\":true},{\"id\":\"c2\",\"indicator\":\"macd\",\"optInFastPeriod\":5,"
                + "\"optInSlowPeriod\":35,\"optInSignalPeriod\":5,\"backtrack\":1,\"addResultTimestamp\":true}]}}",
                request.getBody().utf8());
    }

    @Test
    void asksForOneDirectly() throws InterruptedException {
        service.answers(200, "{\"value\":61.25,\"timestamp\":1795003200000}");
        assertEquals(new ServiceReply.Given<>(new CalculatedValues(List.of(61.25), 1_795_003_200_000_000_000L)),
                client.direct(BTC, RSI));
        RecordedRequest request = service.seen();
        assertEquals("rsi", request.getUrl().pathSegments().getFirst());
        assertEquals("BTC/USDT", request.getUrl().queryParameter("symbol"));
        assertEquals(FakeService.SECRET, request.getUrl().queryParameter("secret"));
    }

    @Test
    void tellsNoFailureTogetherWithTheKey() {
        service.answers(401, "bad " + FakeService.SECRET).answers(500, "<html>")
                .answers(200, "{\"value\":\"Infinity\"}");
        for (int i = 0; i < 3; i++) {
            assertFalse(assertInstanceOf(ServiceReply.Failed.class, client.direct(BTC, RSI)).toString()
                    .contains("k3y-never"));
        }
        service.server.close();
        for (ServiceReply<?> reply : List.of(client.direct(BTC, RSI), client.bulk(BTC, ALL))) {
            String failure = assertInstanceOf(ServiceReply.Failed.class, reply).toString();
            assertFalse(failure.contains("k3y-never"), failure);
        }
        assertFalse(client.toString().contains("k3y-never"));
    }

    @Test
    void goesToNoOtherHost() {
        assertThrows(IllegalArgumentException.class, () -> new TaapiClient(service.http,
                URI.create("https://taapi.example.org"), FakeService.key(), TaapiClient.spacing(1), new HandPace()));
    }

    @Test
    void survivesTenThousandHostileAnswers() {
        long seed = 20_261_127;
        Mutations hostile = Mutations.ofTexts(seed, List.of(ANSWER,
                "{\"value\":61.25,\"timestamp\":1795003200}"));
        int unreadable = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] answer = hostile.next();
            try {
                List<Optional<CalculatedValues>> read = TaapiClient.readBulk(WireJson.read(answer), ALL);
                assertEquals(ALL.size(), read.size());
                read.forEach(each -> each.ifPresent(TaapiClientTest::isFinite));
                isFinite(CalculatedValues.read(WireObject.of(WireJson.read(answer)), RSI));
            } catch (Unreadable expected) {
                unreadable++;
            } catch (RuntimeException thrown) {
                throw new AssertionError("seed " + seed + ", answer " + i, thrown);
            }
        }
        assertTrue(unreadable > 2_000, "seed " + seed);
    }

    private static void isFinite(CalculatedValues values) {
        values.values().forEach(value -> assertTrue(Math.abs(value) <= Double.MAX_VALUE));
        assertTrue(values.startNs() >= 0);
    }
}
