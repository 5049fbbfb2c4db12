package org.gradus.adapters.tape;

import java.nio.file.Path;
import java.util.Objects;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Timeframe;
import org.jspecify.annotations.Nullable;

/// A file to read as a tape: what it is about, the length of its bars if it holds bars, its index among the sources
/// of the run, and when its bars are complete.
public record TapeFile(Path path, Instrument instrument, @Nullable Timeframe timeframe, int source, BarClose barClose) {
    public TapeFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(barClose, "barClose");
        if (barClose == BarClose.NEW_YORK_SESSION && timeframe != Timeframe.D1) {
            throw new IllegalArgumentException("only daily bars close with the session, not " + timeframe);
        }
    }
}
