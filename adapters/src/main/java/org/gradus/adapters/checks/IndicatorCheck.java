package org.gradus.adapters.checks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Port to somebody else who computes indicators. Any thread; never blocks.
public interface IndicatorCheck {
    /// Its name, for people.
    String name();

    /// Whether it knows the instrument and computes such a thing at all.
    boolean answers(BarQuestion question);

    /// The values of a closed bar, in the order of the indicator's outputs. Who asks first gets null, and has it find
    /// out; who asks later gets what it found, if it did.
    @Nullable List<Double> values(BarQuestion question);
}
