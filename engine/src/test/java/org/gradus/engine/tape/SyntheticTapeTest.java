package org.gradus.engine.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.tape.SyntheticTape.Phase;
import org.gradus.engine.tape.SyntheticTape.Script;
import org.junit.jupiter.api.Test;

class SyntheticTapeTest {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long START_NS = 1_700_000_000_000_000_000L;
    private static final long TICK = FixedPoint.parse("0.01");
    private static final Instrument BTC = new Instrument(3, "BTC/USD", AssetClass.CRYPTO, "BTC", "USD", TICK,
            1, FixedPoint.parse("10"), FixedPoint.parse("1000"), 8);
    private static final Phase CALM = new Phase("calm", 10 * MINUTE_NS, 0, FixedPoint.parse("0.0002"), 60, 0);
    private static final Phase ABSURD = new Phase("absurd-print", MINUTE_NS, 0, 0, 60, FixedPoint.parse("-0.4"));
    private static final Phase CRASH = new Phase("crash", MINUTE_NS, FixedPoint.parse("-0.5"), 0, 600, 0);
    private static final Phase RECOVERY = new Phase("recovery", 5 * MINUTE_NS, FixedPoint.parse("0.3"), 0, 30, 0);

    @Test
    void givesTheSameTapeForTheSameSeed() {
        assertEquals(events(7, CALM, ABSURD, CRASH, RECOVERY), events(7, CALM, ABSURD, CRASH, RECOVERY));
        assertNotEquals(events(7, CALM), events(8, CALM));
    }

    @Test
    void beginsAsItHasAlwaysBegun() {
        assertEquals(List.of(
                "TRADE 2:1 instrument=3 time=1700000000959874076 venueTime=1700000000959874076"
                        + " price=50002680000000 size=13000000 aggressor=1",
                "TRADE 2:2 instrument=3 time=1700000001757321981 venueTime=1700000001757321981"
                        + " price=50000250000000 size=196000000 aggressor=2"), events(7, CALM).subList(0, 2));
    }

    @Test
    void printsNothingLargerThanTheScriptAllows() {
        long hundredth = 1_000_000;
        for (int largest : new int[] {1, 2, 30}) {
            Script script = new Script(5, START_NS, FixedPoint.parse("50000"), largest, List.of(CALM));
            try (SyntheticTape tape = new SyntheticTape(BTC, 2, script)) {
                long most = 0;
                while (tape.advance()) {
                    most = Math.max(most, tape.event().size());
                }
                assertTrue(most <= largest * 100 * hundredth && most > largest * 95 * hundredth, "largest");
            }
        }
    }

    @Test
    void printsAsOftenAsEachPhaseSays() {
        assertEquals(10 * 60 + 60 + 600 + 5 * 30, events(1, CALM, ABSURD, CRASH, RECOVERY).size());
    }

    @Test
    void keepsPricesOnTheTickAndTimeInOrderWithinThePhases() {
        long lastNs = START_NS;
        long position = 0;
        try (SyntheticTape tape = tape(11, CALM, ABSURD, CRASH, RECOVERY)) {
            while (tape.advance()) {
                TapeEvent event = tape.event();
                assertEquals(0, event.price() % TICK);
                assertTrue(event.timeNs() >= lastNs, event::toString);
                assertEquals(++position, event.position());
                assertTrue(event.size() > 0, event::toString);
                lastNs = event.timeNs();
            }
            assertFalse(tape.advance());
        }
        assertTrue(lastNs < START_NS + 17 * MINUTE_NS);
    }

    @Test
    void halvesThePriceWithinTheMinuteOfTheCrash() {
        List<Long> prices = prices(3, CRASH);
        assertEquals(FixedPoint.parse("50000"), prices.getFirst());
        assertEquals(FixedPoint.parse("25041.66"), prices.getLast());
    }

    @Test
    void strikesOneStrayPrintAndGoesBack() {
        List<Long> prices = prices(3, ABSURD);
        List<Long> expected = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            expected.add(FixedPoint.parse(i == 30 ? "30000" : "50000"));
        }
        assertEquals(expected, prices);
    }

    @Test
    void carriesThePriceFromPhaseToPhase() {
        List<Long> prices = prices(3, CRASH, RECOVERY);
        assertEquals(FixedPoint.parse("25000"), prices.get(600));
        assertEquals(FixedPoint.parse("32450"), prices.getLast());
    }

    @Test
    void endsWhenClosed() {
        SyntheticTape tape = tape(1, CALM);
        assertTrue(tape.advance());
        tape.close();
        assertFalse(tape.advance());
    }

    private static SyntheticTape tape(long seed, Phase... phases) {
        return new SyntheticTape(BTC, 2, new Script(seed, START_NS, FixedPoint.parse("50000"), List.of(phases)));
    }

    private static List<String> events(long seed, Phase... phases) {
        List<String> events = new ArrayList<>();
        try (SyntheticTape tape = tape(seed, phases)) {
            while (tape.advance()) {
                events.add(tape.event().toString());
            }
        }
        return events;
    }

    private static List<Long> prices(long seed, Phase... phases) {
        List<Long> prices = new ArrayList<>();
        try (SyntheticTape tape = tape(seed, phases)) {
            while (tape.advance()) {
                prices.add(tape.event().price());
            }
        }
        return prices;
    }
}
