package org.gradus.adapters.checks;

import org.jspecify.annotations.Nullable;

/// Port to a source of prices that others are compared with. Any thread; never blocks.
public interface PriceCheck {
    /// Its name, for people.
    String name();

    /// The latest price of the instrument with this number, however old; null when there was none yet.
    @Nullable SeenPrice latest(int instrument);
}
