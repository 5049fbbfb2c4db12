package org.gradus.adapters.tape;

import org.gradus.engine.domain.FeedFault;
import org.gradus.engine.tape.TapeEvent;
import org.jspecify.annotations.Nullable;

/// Rows of time, best bid and best ask with their sizes. A locked quote is real, a crossed one is not tradable.
record QuoteRows(long unitNs, int sizeDecimals) implements RowReader {
    @Override
    public @Nullable FeedFault read(FieldParser fields, TapeEvent event) {
        long timeNs = fields.timeNs(unitNs);
        long bid = fields.price();
        long bidSize = fields.sizeAboveZero(sizeDecimals);
        long ask = fields.price();
        long askSize = fields.sizeAboveZero(sizeDecimals);
        fields.endOfLine();
        if (bid > ask) {
            fields.refuse(FeedFault.CROSSED_QUOTE);
        }
        event.at(timeNs, timeNs).quote(bid, bidSize, ask, askSize);
        return fields.fault();
    }
}
