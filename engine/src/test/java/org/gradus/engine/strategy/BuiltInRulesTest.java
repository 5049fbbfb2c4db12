package org.gradus.engine.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.agrona.ExpandableArrayBuffer;
import org.gradus.engine.state.StateReader;
import org.gradus.engine.state.StateWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What holds for every built-in strategy.
class BuiltInRulesTest {
    private static final int BARS = 1_500;
    private static final Pattern PLACE = Pattern.compile("\\{([^}]*)}");

    @ParameterizedTest
    @EnumSource(BuiltIn.class)
    void entersOnlyWhenFlatAndLeavesOnlyWhatItHolds(BuiltIn kind) {
        List<String> said = new Waves(kind).play(0, BARS);
        boolean holds = false;
        for (String each : said) {
            assertTrue(!each.contains("enter: ") || !holds, each);
            assertTrue(!each.contains("exit: ") || holds, each);
            holds = each.contains("enter: ") || holds && !each.contains("exit: ");
        }
        assertTrue(said.stream().anyMatch(each -> each.contains("enter: ")), "never enters");
        assertTrue(said.stream().anyMatch(each -> each.contains("exit: ")), "never leaves");
    }

    @ParameterizedTest
    @EnumSource(BuiltIn.class)
    void saysNothingBeforeItsIndicatorsAreWarm(BuiltIn kind) {
        Waves waves = new Waves(kind);
        List<String> said = waves.play(0, BARS);
        int warmUp = waves.watched.warmUpBars();
        assertTrue(said.subList(0, warmUp - 1).stream().allMatch(each -> each.endsWith("warming-up")));
        assertTrue(said.subList(warmUp - 1, said.size()).stream().noneMatch(each -> each.endsWith("warming-up")));
    }

    @ParameterizedTest
    @EnumSource(BuiltIn.class)
    void aSavedStateLoadedElsewhereGoesOnWithTheSameAnswers(BuiltIn kind) {
        List<String> whole = new Waves(kind).play(0, BARS);
        for (int saved = 7; saved < BARS; saved += 113) {
            Waves first = new Waves(kind);
            List<String> said = new ArrayList<>(first.play(0, saved));
            ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
            StateWriter writer = new StateWriter(buffer);
            first.watched.visitState(writer);
            Waves second = new Waves(kind);
            StateReader reader = new StateReader(buffer, 0, writer.length());
            second.watched.visitState(reader);
            reader.finish();
            said.addAll(second.play(saved, BARS));
            assertEquals(whole, said, "saved behind bar " + saved);
        }
    }

    @ParameterizedTest
    @EnumSource(BuiltIn.class)
    void itsReasonsSpeakOfValuesThatAreJournaled(BuiltIn kind) {
        Watched watched = new Watched(kind);
        for (String rationale : watched.rationales()) {
            Matcher place = PLACE.matcher(rationale);
            while (place.find()) {
                assertTrue(watched.valueNames().contains(place.group(1)), rationale + " of " + watched.valueNames());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(BuiltIn.class)
    void itsStopNeverReachesBeyondTheGuardrail(BuiltIn kind) {
        String key = kind == BuiltIn.EMA_PULLBACK ? "most-stop" : "stop";
        assertEquals("parameter " + key + " = 0.031: expected a number from 0.0 to 0.03",
                assertThrows(IllegalArgumentException.class, () -> kind.create(new Parameters(Map.of(key, "0.031"))))
                        .getMessage());
    }

    /// A made-up market with trends, quiet times and dips, in which every entry is filled at once.
    private static final class Waves {
        private final Watched watched;

        Waves(BuiltIn kind) {
            watched = new Watched(kind);
        }

        List<String> play(int from, int to) {
            List<String> said = new ArrayList<>();
            for (int i = from; i < to; i++) {
                double open = price(i - 1);
                double close = price(i);
                double reach = 0.4 + i * 31L % 7 / 5.0;
                String word = watched.bar(open, Math.max(open, close) + reach, Math.min(open, close) - reach, close,
                        50 + i * 7919L % 97 + (i % 60 < 8 ? 200 : 0));
                if (word.startsWith("enter: ")) {
                    watched.holding(1);
                } else if (word.startsWith("exit: ")) {
                    watched.holding(0);
                }
                said.add(i + " " + word);
            }
            return said;
        }

        private static double price(int i) {
            double quiet = i / 150 % 3 == 1 ? 0.05 : 1;
            return 1_000 + 25 * StrictMath.sin(i / 60.0) + quiet * (12 * StrictMath.sin(i / 9.0)
                    + i * 7919L % 23 / 3.0);
        }
    }
}
