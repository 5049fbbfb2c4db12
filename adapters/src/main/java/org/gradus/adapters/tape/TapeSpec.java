package org.gradus.adapters.tape;

import java.nio.file.Path;
import java.util.Objects;
import org.gradus.engine.domain.Timeframe;
import org.jspecify.annotations.Nullable;

/// A tape as the user names it: a file, the symbol of the instrument it is about, and for bars their timeframe, or
/// null to take it from the name of the file. Symbols in file names are never used: venues spell them differently.
public record TapeSpec(Path path, String symbol, @Nullable Timeframe timeframe) {
    public TapeSpec {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(symbol, "symbol");
    }
}
