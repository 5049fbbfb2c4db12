package org.gradus.engine.strategy;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The guide tells of each built-in strategy what is so: its parameters with default and range, and its values.
class StrategyGuideTest {
    private static final Path GUIDE = Path.of(System.getProperty("gradus.root"), "docs/strategies.md");
    private static final Pattern ROW = Pattern.compile(
            "\\| `([a-z-]+)` \\| [^|]+ \\| ([0-9.]+) \\| ([0-9.]+)–([0-9.]+) \\|");
    private static final Pattern VALUE = Pattern.compile("`([^`]+)`");

    @ParameterizedTest
    @EnumSource(BuiltIn.class)
    void namesItsParametersWithDefaultAndRange(BuiltIn kind) throws IOException {
        Matcher row = ROW.matcher(section(kind));
        Map<String, String> defaults = new TreeMap<>();
        while (row.find()) {
            String key = row.group(1);
            defaults.put(key, row.group(2));
            assertDoesNotThrow(() -> kind.create(new Parameters(Map.of(key, row.group(3)))));
            assertDoesNotThrow(() -> kind.create(new Parameters(Map.of(key, row.group(4)))));
            for (String outside : List.of("-1", row.group(4) + "1")) {
                assertThrows(IllegalArgumentException.class, () -> kind.create(new Parameters(Map.of(key, outside))),
                        () -> key + " = " + outside);
            }
        }
        Parameters none = new Parameters(Map.of());
        kind.create(none);
        assertEquals(none.inForce(), defaults);
    }

    @ParameterizedTest
    @EnumSource(BuiltIn.class)
    void namesTheValuesItJournals(BuiltIn kind) throws IOException {
        String section = section(kind);
        String line = section.substring(section.lastIndexOf("Values: "));
        assertEquals(new Watched(kind).valueNames(), VALUE.matcher(line).results().map(value -> value.group(1))
                .toList());
    }

    private static String section(BuiltIn kind) throws IOException {
        String guide = Files.readString(GUIDE);
        int start = guide.indexOf("\n### " + kind.label() + "\n");
        assertTrue(start >= 0, "no section of " + kind.label());
        int end = guide.indexOf("\n### ", start + 1);
        return guide.substring(start, end < 0 ? guide.length() : end);
    }
}
