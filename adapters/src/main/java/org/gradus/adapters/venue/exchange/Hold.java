package org.gradus.adapters.venue.exchange;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What an open order keeps back.
///
/// @param held    the position it keeps back of; null: dollars
/// @param amount  never negative
record Hold(@Nullable Asset held, BigDecimal amount) {
    static final Hold NONE = new Hold(null, BigDecimal.ZERO);
}
