package org.gradus.adapters.venue.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultScriptTest {
    private final AtomicLong nowNs = new AtomicLong();

    private Faults faults(String script) {
        return new Faults(FaultScript.parse(script), nowNs::get);
    }

    private static String strikes(Faults faults, FaultKind kind, String subject, int times) {
        return IntStream.range(0, times).mapToObj(_ -> faults.strike(kind, subject).isPresent() ? "x" : ".")
                .reduce("", String::concat);
    }

    @Test
    void strikesEveryNthTimeTheFirstTimesAndAsLongAsItIsTold() {
        assertEquals("..x..x..", strikes(faults("drop on GET /v2/account every 3"), FaultKind.DROP, "GET /v2/account",
                8));
        assertEquals("xx....", strikes(faults("drop on GET /v2/account first 2"), FaultKind.DROP, "GET /v2/account",
                6));
        Faults later = faults("silence 3s on /stream from 2s to 4s");
        assertEquals("...", strikes(later, FaultKind.SILENCE, "/stream", 3));
        nowNs.set(2_000_000_000L);
        assertEquals(3_000_000_000L, later.strike(FaultKind.SILENCE, "/stream").orElseThrow().argument());
        nowNs.set(4_000_000_000L);
        assertEquals("..", strikes(later, FaultKind.SILENCE, "/stream", 2));
    }

    @Test
    void drawsFromItsSeedAlone() {
        String script = "seed 9\ndouble on fill chance 30%";
        String first = strikes(faults(script), FaultKind.DOUBLE, "fill", 1_000);
        assertEquals(first, strikes(faults(script), FaultKind.DOUBLE, "fill", 1_000));
        long struck = first.chars().filter(each -> each == 'x').count();
        assertTrue(struck > 250 && struck < 350, () -> struck + " of 1000");
        assertTrue(!first.equals(strikes(faults(script.replace('9', '8')), FaultKind.DOUBLE, "fill", 1_000)));
    }

    @ParameterizedTest
    @CsvSource({"POST /v2/orders,POST /v2/orders,true", "POST /v2/orders,POST /v2/orders/1,false",
            "* /v2/orders/*,DELETE /v2/orders/1,true", "* /v2/orders/*,DELETE /v2/orders/1/2,false",
            "GET /v2/**,GET /v2/assets/BTC/USD,true", "GET /v2/**,POST /v2/assets,false", "* /**,GET /,true",
            "GET /v2/a.b,GET /v2/axb,false"})
    void isAboutWhatItsStarsStandFor(String where, String subject, boolean about) {
        assertEquals(about, faults("drop on " + where).strike(FaultKind.DROP, subject).isPresent());
    }

    @Test
    void countsOnlyWhatItIsAbout() {
        Faults faults = faults("drop on POST /v2/orders every 2\nreset on POST /v2/orders every 2");
        for (int i = 0; i < 5; i++) {
            assertTrue(faults.strike(FaultKind.DROP, "GET /v2/orders").isEmpty());
        }
        assertEquals(".x", strikes(faults, FaultKind.DROP, "POST /v2/orders", 2));
        assertEquals(".x", strikes(faults, FaultKind.RESET, "POST /v2/orders", 2));
    }

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void readsEveryKind(FaultKind kind) {
        String argument = switch (kind.argument()) {
            case NONE -> "";
            case DURATION -> " 250ms";
            case STATUS -> " 503";
        };
        String where = kind.place() == FaultKind.Place.REQUEST ? "* **" : "**";
        FaultRule rule = FaultScript.parse("  " + kind.word() + argument + " on " + where + " every 2 # and so on")
                .rules().getFirst();
        assertEquals(kind, rule.kind());
        assertEquals(switch (kind.argument()) {
            case NONE -> 0;
            case DURATION -> 250_000_000L;
            case STATUS -> 503;
        }, rule.argument());
    }

    @Test
    void readsCommentsEmptyLinesAndNothing() {
        assertEquals(List.of(), FaultScript.parse("").rules());
        assertEquals(2, FaultScript.parse("# all\n\n   \r\nseed 3\r\ncut on /stream\nlose on *\n").rules().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"explode on GET /|line 1: \"explode\" is no fault",
            "\\nanswer 200 on GET /|line 2: \"200\": expected a status",
            "delay on GET /|line 1: \"on\": expected a duration", "drop|line 1: expected \"on\"",
            "drop on|line 1: expected what it is about", "drop on GET|line 1: expected a method and a path",
            "lose on fill every 0|line 1: \"0\": expected a whole number",
            "lose on fill often 3|line 1: \"often\": expected every",
            "lose on fill chance 10|line 1: \"10\": expected a chance",
            "lose on fill every|line 1: expected something behind every", "seed x|line 1: \"x\": expected a whole"})
    void saysWhatIsWrongInWhichLine(String script, String message) {
        String told = assertThrows(IllegalArgumentException.class, () -> FaultScript.parse(script.replace("\\n", "\n")))
                .getMessage();
        assertTrue(told.startsWith(message), told);
    }
}
