package org.gradus.engine.ingress;

import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordCursor;
import org.gradus.engine.codec.sbe.BarCloseDecoder;
import org.gradus.engine.codec.sbe.FeedBarDecoder;
import org.gradus.engine.codec.sbe.TimeTickDecoder;
import org.gradus.engine.codec.sbe.TradeAggregateDecoder;
import org.gradus.engine.codec.sbe.TradeDecoder;
import org.gradus.engine.domain.Timeframe;

/// Reads recorded inputs back into the bar clock. Owned by the publishing thread, used at recovery only.
final class RecordedMarket {
    private final RecordCursor cursor = new RecordCursor();
    private final TradeDecoder trade = new TradeDecoder();
    private final TradeAggregateDecoder aggregate = new TradeAggregateDecoder();
    private final FeedBarDecoder feedBar = new FeedBarDecoder();
    private final BarCloseDecoder barClose = new BarCloseDecoder();

    boolean isTick(EventSlot slot) {
        cursor.wrap(slot.buffer(), 0);
        return cursor.advance() && cursor.templateId() == TimeTickDecoder.TEMPLATE_ID;
    }

    void replay(EventSlot slot, BarClock bars) {
        cursor.wrap(slot.buffer(), 0);
        if (!cursor.advance()) {
            return;
        }
        switch (cursor.templateId()) {
            case TradeDecoder.TEMPLATE_ID -> bars.late(
                    trade.wrap(slot.buffer(), cursor.body(), cursor.blockLength(), cursor.version()).instrument(),
                    slot.venueTimeNs());
            case TradeAggregateDecoder.TEMPLATE_ID -> bars.late(
                    aggregate.wrap(slot.buffer(), cursor.body(), cursor.blockLength(), cursor.version()).instrument(),
                    slot.venueTimeNs());
            case FeedBarDecoder.TEMPLATE_ID -> {
                feedBar.wrap(slot.buffer(), cursor.body(), cursor.blockLength(), cursor.version());
                bars.fed(feedBar.instrument(), Timeframe.of(feedBar.timeframe()), feedBar.startNs(), feedBar.endNs());
            }
            case BarCloseDecoder.TEMPLATE_ID -> {
                barClose.wrap(slot.buffer(), cursor.body(), cursor.blockLength(), cursor.version());
                bars.closed(barClose.instrument(), barClose.boundaryNs());
            }
            default -> {
                // Not a matter of bars.
            }
        }
    }
}
