package org.gradus.engine.market;

import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.sbe.BarClosedEncoder;
import org.gradus.engine.codec.sbe.MessageHeaderEncoder;
import org.gradus.engine.codec.sbe.PrintConfirmedEncoder;
import org.gradus.engine.codec.sbe.PrintRefusedEncoder;
import org.gradus.engine.codec.sbe.StageHashEncoder;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.indicator.Indicator;

/// Writes what the market stage derives into the slot. One instance per stage, its encoders re-wrapped and never
/// allocated.
final class BarWriter {
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final BarClosedEncoder barClosed = new BarClosedEncoder();
    private final PrintConfirmedEncoder confirmed = new PrintConfirmedEncoder();
    private final PrintRefusedEncoder refused = new PrintRefusedEncoder();
    private final StageHashEncoder hash = new StageHashEncoder();
    private BarClosedEncoder.ValuesEncoder values;

    void barClosed(EventSlot slot, int instrumentId, Timeframe timeframe, OpenBar bar, int barsSeen, int outputs) {
        barClosed.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .instrument(instrumentId)
                .timeframe(timeframe.code())
                .startNs(bar.startNs)
                .endNs(bar.endNs)
                .open(bar.open)
                .high(bar.high)
                .low(bar.low)
                .close(bar.close)
                .volume(bar.volume)
                .trades(bar.trades)
                .barsSeen(barsSeen);
        values = barClosed.valuesCount(outputs);
    }

    void values(Indicator indicator) {
        for (int output = 0; output < indicator.outputs(); output++) {
            values.next().value(indicator.value(output));
        }
    }

    void end(EventSlot slot) {
        slot.append(MessageHeaderEncoder.ENCODED_LENGTH + barClosed.encodedLength());
    }

    static void update(Indicator indicator, OpenBar bar, int sizeDecimals) {
        indicator.update(FixedPoint.toDouble(bar.open), FixedPoint.toDouble(bar.high), FixedPoint.toDouble(bar.low),
                FixedPoint.toDouble(bar.close), FixedPoint.toDouble(bar.volume, sizeDecimals), bar.endNs);
    }

    void printConfirmed(EventSlot slot, int instrumentId, long price, long size, long waitedNs) {
        confirmed.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .instrument(instrumentId)
                .price(price)
                .size(size)
                .waitedNs(waitedNs);
        slot.append(MessageHeaderEncoder.ENCODED_LENGTH + confirmed.encodedLength());
    }

    void printRefused(EventSlot slot, int instrumentId, long price, long mark) {
        refused.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .instrument(instrumentId)
                .price(price)
                .mark(mark);
        slot.append(MessageHeaderEncoder.ENCODED_LENGTH + refused.encodedLength());
    }

    void stageHash(EventSlot slot, int stage, long value) {
        hash.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header).stage((byte) stage).hash(value);
        slot.append(MessageHeaderEncoder.ENCODED_LENGTH + hash.encodedLength());
    }
}
