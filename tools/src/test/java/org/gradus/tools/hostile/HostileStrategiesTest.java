package org.gradus.tools.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.TestConfigs;
import org.gradus.tools.hostile.Scenes.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Strategies that mean harm pass no guardrail: an auditor that reads nothing but the export finds none passed, and the
/// denials show that they tried.
class HostileStrategiesTest {
    private static final Setting MANY = Setting.USUAL.entriesPerDay(100_000);

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({"WANTS_EVERYTHING, trade-size", "SLICES, trade-size", "THOUSAND_ORDERS, rate-limit",
            "NO_STOP, stop-loss",
            "STOP_AT_NINE_PERCENT, stop-loss", "ABSURD_STOPS, stop-loss", "ABSURD_QUANTITIES, buying-power",
            "CHURNS, trade-size",
            "BUYS_WHILE_EXITING, extreme-market", "THROWS, trade-size", "OVERFLOWS_ITS_STACK, trade-size",
            "NEVER_ENDS, rate-limit"})
    void noneOfThemPassesAGuardrailInACrashAndEachMeetsTheRuleItBreaks(Hostile strategy, String rule) {
        EngineConfig config = Scenes.bitcoin(MANY, strategy);
        AuditedRun run = AuditedRun.of(config, Hostile.factory(), Scenes.crash(config, 11), home);
        assertHolds(run);
        assertTrue(run.denials().getOrDefault(rule, 0) > 0, () ->
                rule + " denied nothing: " + run.denials() + run.orders());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void togetherOnSeveralInstrumentsTheyPassNone(long seed) {
        EngineConfig config = Scenes.config(MANY.market(Scenes.roughMarket(seed)), List.of(TestConfigs.bitcoin(0),
                new EngineConfig.InstrumentConfig(TestConfigs.crypto(1, "ETH/USD", "ETH", 8), List.of())),
                Hostile.crowd());
        AuditedRun run = AuditedRun.of(config, Hostile.factory(), Scenes.choppy(config, seed), home);
        assertHolds(run);
        assertTrue(run.submitted("entry") > 20 && run.submitted("protective-stop") > 5 && run.submitted("exit") > 0,
                () -> "" + run.orders());
        assertTrue(run.denials().keySet().containsAll(Set.of("rate-limit", "stop-loss", "buying-power",
                "trade-size")),
                () -> "" + run.denials());
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void togetherInACrashOnARoughMarketTheyPassNone(long seed) {
        EngineConfig config = Scenes.bitcoin(MANY.market(Scenes.roughMarket(seed)), Hostile.crowd());
        AuditedRun run = AuditedRun.of(config, Hostile.factory(), Scenes.crash(config, seed), home);
        assertHolds(run);
        assertTrue(run.holding("\"kind\":\"risk-state\"") > 0, "the crash halted nothing");
    }

    @Test
    void theDailyCapEndsTheDay() {
        EngineConfig config = Scenes.bitcoin(Setting.USUAL, Hostile.CHURNS);
        AuditedRun run = AuditedRun.of(config, Hostile.factory(), Scenes.choppy(config, 6), home);
        assertHolds(run);
        assertEquals(20, run.submitted("entry"));
        assertTrue(run.denials().get("daily-entries") > 0);
    }

    @Test
    void aStrategyThatThrowsIsDisabledAndItsPositionKeepsItsStop() {
        EngineConfig config = Scenes.bitcoin(MANY, Hostile.THROWS, Hostile.OVERFLOWS_ITS_STACK, Hostile.NEVER_ENDS);
        AuditedRun run = AuditedRun.of(config, Hostile.factory(), Scenes.choppy(config, 8), home);
        assertHolds(run);
        assertEquals(2, run.holding("\"reason\":\"threw\""), () -> "" + run.lines("\"reason\":\"threw\""));
        assertEquals(1, run.holding("\"reason\":\"too-many-signals\""));
        assertTrue(run.submitted("protective-stop") > 0);
    }

    @Test
    void aStrategyThatAnswersForEverDelaysNoOtherBeyondItsBar() {
        EngineConfig config = Scenes.bitcoin(MANY, Hostile.NEVER_ENDS, Hostile.THOUSAND_ORDERS, Hostile.CHURNS);
        AuditedRun run = AuditedRun.of(config, Hostile.factory(), Scenes.choppy(config, 9), home);
        assertHolds(run);
        assertTrue(run.holding("\"strategy\":\"churns\"") > 70, "churns was not asked at its bars");
    }

    static void assertHolds(AuditedRun run) {
        assertEquals(Map.of(), run.firstFindings());
    }
}
