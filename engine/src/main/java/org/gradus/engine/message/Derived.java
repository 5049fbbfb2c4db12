package org.gradus.engine.message;

import java.util.List;
import org.gradus.engine.domain.Timeframe;

/// What the market stage derives from an input, and the hashes that stages take of their state; immutable values for
/// the rim.
public sealed interface Derived {

    /// A closed bar.
    ///
    /// @param barsSeen of this instrument and timeframe, this one included
    /// @param values   outputs of the indicators registered here, in order of registration; not a number before warm-up
    record BarClosed(int instrument, Timeframe timeframe, long startNs, long endNs, long open, long high, long low,
                     long close,
                     long volume, int trades, int barsSeen, List<Double> values) implements Derived {
        public BarClosed {
            values = List.copyOf(values);
        }
    }

    /// A print that was too far from the mark has been confirmed and counts from now on.
    record PrintConfirmed(int instrument, long price, long size, long waitedNs) implements Derived {
    }

    /// A print that was too far from the mark has been contradicted.
    record PrintRefused(int instrument, long price, long mark) implements Derived {
    }

    /// A stage's ordered hash of its whole state, taken after this record's input.
    record StageHash(Stage stage, long hash) implements Derived {
    }
}
