package org.gradus.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gradus.engine.codec.RecordSource;
import org.gradus.engine.strategy.StrategyFactory;

/// What every journal that a test makes has to stand: a replay decides the same.
public final class Replays {
    private Replays() {
    }

    public static void agree(Supplier<RecordSource> journal, EngineConfig config, StrategyFactory strategies) {
        agree(journal, text -> config, strategies);
    }

    /// @param configOf the configuration of an epoch by its recorded text
    public static void agree(Supplier<RecordSource> journal, Function<String, EngineConfig> configOf,
            StrategyFactory strategies) {
        assertEquals(Optional.empty(), new Replay(journal, configOf, strategies).run(), "the replay decides the same");
    }
}
