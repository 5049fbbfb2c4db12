package org.gradus.tools.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.tools.hostile.AuditedRun.Circumstances;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// While an operator has halted the engine, protective exits leave and what he asks to flatten, and nothing else; the
/// auditor names it where another order does.
class RiskStateOrdersTest {
    @TempDir
    private static Path home;
    private static List<String> good = List.of();

    @BeforeAll
    static void exportARunWithAnOperator() {
        EngineConfig config = Scenes.bitcoin(Scenes.Setting.USUAL.entriesPerDay(1_000), Hostile.CHURNS,
                Hostile.SLICES);
        AuditedRun.run(config, Hostile.factory(), Scenes.choppy(config, 33), home,
                Circumstances.NONE.meanwhile(AuditedRunsTest.haltsFlattensAndResumes()));
        AuditedRun run = AuditedRun.of(home, Hostile.factory(), config);
        assertEquals(Map.of(), run.firstFindings());
        good = run.lines();
    }

    @Test
    void strategiesWishToLeaveAndToEnterWhileHaltedAndDoNot() {
        List<String> halted = good.stream().filter(line -> line.contains("\"risk_state\":\"halted\"")).toList();
        assertTrue(halted.stream().anyMatch(line -> line.contains("\"purpose\":\"flatten\"")), "nothing was flattened");
        assertTrue(halted.stream().anyMatch(line -> line.contains("\"action\":\"refuse\"")), "nothing was refused");
    }

    @ParameterizedTest(name = "{0} becomes {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "(\"purpose\":\")flatten(\"[^}]*\"risk_state\":\"halted\") | $1exit$2 | state-halted",
            "(\"purpose\":\"flatten\"[^}]*\"reduces\":)true([^}]*\"halted\") | $1false$2 | state-reduces",
            "(\"purpose\":\")exit\" | $1flatten\" | flatten-unasked",
            "(\"type\":\"operator-flatten\".*?\"accepted\":)true | $1false | flatten-unasked"})
    void anOrderThatTheStateForbidsIsNamed(String pattern, String replacement, String rule) {
        AuditorTest.assertNames(rule, AuditorTest.replaced(good, pattern, replacement));
    }
}
