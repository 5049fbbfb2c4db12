package org.gradus.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gradus.engine.codec.RecordSource;
import org.gradus.engine.journal.ChronicleReader;
import org.gradus.engine.journal.JournalVerifier;
import org.gradus.engine.journal.KeptSeal;
import org.gradus.engine.strategy.StrategyFactory;

/// What every journal that a test makes has to stand: it is intact, and a replay decides the same. Whatever runs
/// engines for tests asks for it behind each run.
public final class Replays {
    private Replays() {
    }

    /// @param home     holds the journal and the copy of its last seal
    /// @param configOf the configuration of an epoch by its recorded text
    public static void agree(Path home, Function<String, EngineConfig> configOf, StrategyFactory strategies) {
        agree(() -> new ChronicleReader(home.resolve("journal")), KeptSeal.read(home.resolve("seal")), configOf,
            strategies);
    }

    public static void agree(Supplier<RecordSource> journal, EngineConfig config, StrategyFactory strategies) {
        agree(journal, text -> config, strategies);
    }

    public static void agree(Supplier<RecordSource> journal, Function<String, EngineConfig> configOf,
            StrategyFactory strategies) {
        agree(journal, Optional.empty(), configOf, strategies);
    }

    private static void agree(Supplier<RecordSource> journal, Optional<KeptSeal> kept,
            Function<String, EngineConfig> configOf, StrategyFactory strategies) {
        try (RecordSource source = journal.get()) {
            assertEquals(Optional.empty(), new JournalVerifier().verify(source, kept), "the journal is intact");
        }
        assertEquals(Optional.empty(), new Replay(journal, configOf, strategies).run(), "the replay decides the same");
    }
}
