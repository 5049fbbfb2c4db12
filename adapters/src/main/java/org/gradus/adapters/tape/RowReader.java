package org.gradus.adapters.tape;

import org.gradus.engine.domain.FeedFault;
import org.gradus.engine.tape.TapeEvent;
import org.jspecify.annotations.Nullable;

/// Turns the fields of one row into an event. Answers what is wrong with the row, or null; a refused row leaves the
/// event half-written, to be overwritten by the fault. Knows nothing of the rows before.
sealed interface RowReader permits TradeRows, QuoteRows, BarRows {
    @Nullable FeedFault read(FieldParser fields, TapeEvent event);
}
