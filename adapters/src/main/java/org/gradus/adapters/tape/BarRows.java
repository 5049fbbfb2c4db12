package org.gradus.adapters.tape;

import org.gradus.engine.domain.FeedFault;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.tape.TapeEvent;
import org.jspecify.annotations.Nullable;

/// Rows of start, open, high, low, close and volume; a volume of zero is a quiet bar. The event stands at the bar's
/// end: nobody could have known it earlier.
record BarRows(long unitNs, int sizeDecimals, Timeframe timeframe, BarEnd end) implements RowReader {
    @Override
    public @Nullable FeedFault read(FieldParser fields, TapeEvent event) {
        long startNs = fields.timeNs(unitNs);
        long open = fields.price();
        long high = fields.price();
        long low = fields.price();
        long close = fields.price();
        long volume = fields.size(sizeDecimals);
        fields.endOfLine();
        if (Math.max(open, close) > high || Math.min(open, close) < low) {
            fields.refuse(FeedFault.BAD_BAR);
        }
        if (fields.fault() == null) {
            long endNs = end.endNs(startNs);
            event.at(endNs, endNs).bar(timeframe, startNs, endNs).prices(open, high, low, close).volume(volume);
        }
        return fields.fault();
    }
}
