package org.gradus.adapters.venue.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gradus.adapters.venue.Reply;
import org.gradus.adapters.venue.VenueJson;
import org.gradus.adapters.venue.fault.FaultScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a client sees of the faults of a script.
class VenueFaultsTest {
    private static final String AUTH = "{\"action\":\"auth\",\"key\":\"PKTEST\",\"secret\":\"the-secret\"}";
    private static final String LISTEN = "{\"action\":\"listen\",\"data\":{\"streams\":[\"trade_updates\"]}}";

    private static VenueRig rig(String script) {
        return new VenueRig(settings -> settings.with(FaultScript.parse(script)));
    }

    @ParameterizedTest
    @CsvSource({"reset,0", "reset-after,1"})
    void resetsTheConnectionBeforeOrAfterItTookEffect(String kind, int calls) {
        try (VenueRig rig = rig(kind + " on GET /v2/account first 1")) {
            assertThrows(UncheckedIOException.class, () -> rig.ask("/v2/account"));
            assertEquals(calls, rig.calls.size());
            assertEquals(200, rig.ask("/v2/account").status());
        }
    }

    @ParameterizedTest
    @CsvSource({"drop,0", "drop-after,1"})
    void leavesARequestUnansweredBeforeOrAfterItTookEffect(String kind, int calls) throws InterruptedException {
        try (VenueRig rig = rig(kind + " on GET /v2/account first 1")) {
            UncheckedIOException thrown = assertThrows(UncheckedIOException.class, () -> rig.hurriedly()
                    .ask("/v2/account"));
            assertTrue(thrown.getCause() instanceof java.net.SocketTimeoutException, thrown::toString);
            // The client may have given up before the venue has come to its question.
            for (int i = 0; i < calls; i++) {
                assertNotNull(rig.calls.poll(20, TimeUnit.SECONDS));
            }
            assertEquals(0, rig.calls.size());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"answer 429|0|429|{\"code\":42910000,\"message\":\"rate limit exceeded\"}",
            "answer 500|0|500|{\"code\":50010000,\"message\":\"internal server error\"}",
            "answer-after 503|1|503|{\"code\":50310000,\"message\":\"service unavailable\"}",
            "page 502|0|502|502 bad gateway</h1>", "page-after 504|1|504|504 gateway timeout</h1>"})
    void answersWithAnErrorBeforeOrAfterItTookEffect(String fault, int calls, int status, String body) {
        try (VenueRig rig = rig(fault + " on GET /v2/account every 2")) {
            assertEquals(200, rig.ask("/v2/account").status());
            VenueRig.Answer answer = rig.ask("/v2/account");
            assertEquals(status, answer.status());
            assertTrue(answer.body().contains(body), answer::body);
            assertEquals(1 + calls, rig.calls.size());
        }
    }

    @Test
    void answersLate() {
        try (VenueRig rig = rig("delay 200ms on GET /v2/account")) {
            long beganNs = System.nanoTime();
            assertEquals(200, rig.ask("/v2/account").status());
            assertTrue(System.nanoTime() - beganNs >= 200_000_000L);
        }
    }

    @Test
    void showsAnotherTimeThanItsOwn() {
        try (VenueRig rig = rig("skew 5m on clock every 2")) {
            rig.trading = _ -> new Reply(200, VenueJson.object().put("timestamp", "2026-11-25T16:29:58.737606720-05:00")
                    .put("is_open", false));
            OffsetDateTime right = time(rig.ask("/v2/clock"));
            OffsetDateTime wrong = time(rig.ask("/v2/clock"));
            assertEquals(Duration.ofMinutes(5), Duration.between(right, wrong));
            assertEquals(right.getOffset(), wrong.getOffset());
        }
    }

    private static OffsetDateTime time(VenueRig.Answer answer) {
        return OffsetDateTime.parse(answer.json().get("timestamp").stringValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"answer 503", "reset", "page 502"})
    void refusesTheHandshakeOfAStream(String fault) {
        try (VenueRig rig = rig(fault + " on GET /stream first 1");
                StreamClient refused = rig.stream("/stream")) {
            assertEquals("END", refused.next());
            try (StreamClient again = rig.stream("/stream")) {
                assertTrue(again.say(AUTH).next().contains("\"authorized\""));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"refuse,406,connection limit exceeded", "refuse-with 408,408,v2 not enabled",
            "refuse-with 409,409,insufficient subscription", "refuse-with 500,500,internal error"})
    void refusesAConnectionByACodeOfTheStreams(String fault, int code, String text) {
        try (VenueRig rig = rig(fault + " on /v2/iex first 1"); StreamClient client = rig.stream("/v2/iex").say(AUTH)) {
            assertTrue(client.next().contains("connected"));
            assertEquals("[{\"T\":\"error\",\"code\":" + code + ",\"msg\":\"" + text + "\"}]", client.next());
            assertEquals("END", client.next());
        }
    }

    @Test
    void swallowsWhatASilentStreamWouldSayAndCutsAnother() {
        try (VenueRig rig = rig("silence 10m on /v2/iex every 2\ncut on /v2/sip every 2");
                StreamClient silent = subscribed(rig, "/v2/iex"); StreamClient cut = subscribed(rig, "/v2/sip")) {
            for (int i = 0; i < 3; i++) {
                rig.print("AAPL", "10" + i, "1", i);
            }
            assertTrue(silent.next().contains("\"p\":100,"));
            assertTrue(silent.say("{\"action\":\"subscribe\"}").next().contains("subscription"));
            assertTrue(cut.next().contains("\"p\":100,"));
            assertEquals("END", cut.next());
        }
    }

    private static StreamClient subscribed(VenueRig rig, String path) {
        StreamClient client = rig.stream(path).say(AUTH)
                .say("{\"action\":\"subscribe\",\"trades\":[\"*\"]}");
        for (int i = 0; i < 3; i++) {
            client.next();
        }
        return client;
    }

    @ParameterizedTest
    @CsvSource({"lose on partial_fill,new fill canceled", "double on fill,new partial_fill fill fill canceled",
            "swap on new,partial_fill new fill canceled", "repeat on new,new partial_fill fill new canceled",
            "swap on canceled,new partial_fill fill canceled"})
    void losesDoublesSwapsAndRepeatsUpdates(String script, String arriving) {
        try (VenueRig rig = rig(script); StreamClient client = rig.stream("/stream").say(AUTH).say(LISTEN)) {
            client.next();
            client.next();
            rig.update(VenueRig.KEY, "new", "partial_fill", "fill", "canceled");
            List<String> heard = new ArrayList<>();
            while (heard.size() < arriving.split(" ").length) {
                heard.add(client.nextJson().get("data").get("event").stringValue());
            }
            assertEquals(List.of(arriving.split(" ")), heard);
        }
    }
}
