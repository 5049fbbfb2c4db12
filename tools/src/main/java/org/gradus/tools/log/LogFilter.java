package org.gradus.tools.log;

import org.agrona.DirectBuffer;
import org.gradus.engine.codec.RecordCursor;
import org.gradus.engine.codec.RecordHeader;
import org.gradus.engine.codec.sbe.AccountDecoder;
import org.gradus.engine.codec.sbe.BarCloseDecoder;
import org.gradus.engine.codec.sbe.BarClosedDecoder;
import org.gradus.engine.codec.sbe.EquityDecoder;
import org.gradus.engine.codec.sbe.EvaluationDecoder;
import org.gradus.engine.codec.sbe.FeedBarDecoder;
import org.gradus.engine.codec.sbe.ForeignPositionDecoder;
import org.gradus.engine.codec.sbe.OrderAcceptedDecoder;
import org.gradus.engine.codec.sbe.OrderSentDecoder;
import org.gradus.engine.codec.sbe.QuoteDecoder;
import org.gradus.engine.codec.sbe.SealDecoder;
import org.gradus.engine.codec.sbe.StageHashDecoder;
import org.gradus.engine.codec.sbe.TimeTickDecoder;
import org.gradus.engine.codec.sbe.TradeAggregateDecoder;
import org.gradus.engine.codec.sbe.TradeDecoder;
import org.gradus.engine.codec.sbe.VenueOrderDecoder;
import org.gradus.engine.codec.sbe.VenuePositionDecoder;
import org.gradus.engine.message.SignalKind;

/// Passes over the many records that say nothing for the log without making an object of them, so that following a
/// journal costs the machine next to nothing. What it does not know it lets through.
final class LogFilter {
    private final RecordCursor cursor = new RecordCursor();
    private final EvaluationDecoder evaluation = new EvaluationDecoder();

    boolean lets(DirectBuffer record, int offset) {
        if ((RecordHeader.flags(record, offset) & RecordHeader.PRINT_PENDING) != 0) {
            return true;
        }
        cursor.wrap(record, offset);
        while (cursor.advance()) {
            if (telling()) {
                return true;
            }
        }
        return false;
    }

    private boolean telling() {
        return switch (cursor.templateId()) {
            case TradeDecoder.TEMPLATE_ID, TimeTickDecoder.TEMPLATE_ID, QuoteDecoder.TEMPLATE_ID,
                 TradeAggregateDecoder.TEMPLATE_ID, FeedBarDecoder.TEMPLATE_ID, BarCloseDecoder.TEMPLATE_ID,
                 BarClosedDecoder.TEMPLATE_ID, EquityDecoder.TEMPLATE_ID, AccountDecoder.TEMPLATE_ID,
                 VenuePositionDecoder.TEMPLATE_ID, VenueOrderDecoder.TEMPLATE_ID, OrderSentDecoder.TEMPLATE_ID,
                 ForeignPositionDecoder.TEMPLATE_ID,
                 OrderAcceptedDecoder.TEMPLATE_ID,
                 SealDecoder.TEMPLATE_ID, StageHashDecoder.TEMPLATE_ID -> false;
            case EvaluationDecoder.TEMPLATE_ID -> {
                evaluation.wrap(cursor.buffer(), cursor.body(), cursor.blockLength(), cursor.version());
                SignalKind signal = SignalKind.of(evaluation.signal());
                yield signal == SignalKind.ENTER || signal == SignalKind.EXIT;
            }
            default -> true;
        };
    }
}
