package org.gradus.adapters.tape;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.gradus.engine.domain.FeedFault;
import org.gradus.engine.tape.TapeEvent;
import org.jspecify.annotations.Nullable;

/// Rows of time, price and size, and where the format has it the side of the aggressor.
record TradeRows(long unitNs, int sizeDecimals, boolean hasSide) implements RowReader {
    private static final byte[] BUY = "buy".getBytes(US_ASCII);
    private static final byte[] SELL = "sell".getBytes(US_ASCII);
    private static final byte[] UNKNOWN = "unknown".getBytes(US_ASCII);

    @Override
    public @Nullable FeedFault read(FieldParser fields, TapeEvent event) {
        long timeNs = fields.timeNs(unitNs);
        long price = fields.price();
        long size = fields.sizeAboveZero(sizeDecimals);
        byte aggressor = hasSide ? aggressor(fields) : TapeEvent.AGGRESSOR_UNKNOWN;
        fields.endOfLine();
        event.at(timeNs, timeNs).trade(price, size, aggressor);
        return fields.fault();
    }

    private static byte aggressor(FieldParser fields) {
        if (fields.takes(BUY)) {
            return TapeEvent.AGGRESSOR_BUY;
        }
        if (fields.takes(SELL)) {
            return TapeEvent.AGGRESSOR_SELL;
        }
        if (!fields.takes(UNKNOWN)) {
            fields.refuse(FeedFault.MALFORMED);
        }
        return TapeEvent.AGGRESSOR_UNKNOWN;
    }
}
