package org.gradus.tools.config;

import java.nio.file.Path;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.tape.SyntheticTape;
import org.jspecify.annotations.Nullable;

/// Where the market events of a run come from. The position in the list of a run is the `source` its events carry.
public sealed interface TapeSource {
    String symbol();

    /// As reports and the journal call it.
    String name();

    /// A CSV file.
    ///
    /// @param name       as written in config or on the command line
    /// @param path       the file itself
    /// @param timeframe  of the bars in it, null to take it from the file's name
    record Csv(String name, Path path, String symbol, @Nullable Timeframe timeframe) implements TapeSource {
    }

    /// Prices made up from a script.
    record Synthetic(String symbol, SyntheticTape.Script script) implements TapeSource {
        @Override
        public String name() {
            return "synthetic " + symbol + " seed " + script.seed();
        }
    }
}
