package org.gradus.engine.codec;

import org.gradus.engine.codec.sbe.BarClosedEncoder;
import org.gradus.engine.codec.sbe.MessageHeaderEncoder;
import org.gradus.engine.codec.sbe.PrintConfirmedEncoder;
import org.gradus.engine.codec.sbe.PrintRefusedEncoder;
import org.gradus.engine.codec.sbe.StageHashEncoder;
import org.gradus.engine.message.Stage;

/// Appends what a stage derives from an input to the input's slot, without garbage. Each message's size is told before
/// it is written, so
/// that the stage can look at `slot.remaining()` first. One instance per stage.
public final class DerivedEncoder {
    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;
    private static final int ENVELOPE = EventSlot.PREFIX + HEADER;

    public static final int PRINT_CONFIRMED_BYTES = ENVELOPE + PrintConfirmedEncoder.BLOCK_LENGTH;
    public static final int PRINT_REFUSED_BYTES = ENVELOPE + PrintRefusedEncoder.BLOCK_LENGTH;
    public static final int STAGE_HASH_BYTES = ENVELOPE + StageHashEncoder.BLOCK_LENGTH;

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final BarClosedEncoder barClosed = new BarClosedEncoder();
    private final PrintConfirmedEncoder printConfirmed = new PrintConfirmedEncoder();
    private final PrintRefusedEncoder printRefused = new PrintRefusedEncoder();
    private final StageHashEncoder stageHash = new StageHashEncoder();
    private BarClosedEncoder.ValuesEncoder values;
    private EventSlot open;

    public static int barClosedBytes(int values) {
        return ENVELOPE + BarClosedEncoder.BLOCK_LENGTH + BarClosedEncoder.ValuesEncoder.HEADER_SIZE
                + values * BarClosedEncoder.ValuesEncoder.sbeBlockLength();
    }

    /// Begins a closed bar: then exactly `count` calls of [#value(double)], then [#endBarClosed()].
    public void beginBarClosed(EventSlot slot, BarFields bar, int count) {
        open = slot;
        values = barClosed.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .instrument(bar.instrument).timeframe(Codes.of(bar.timeframe)).startNs(bar.startNs).endNs(bar.endNs)
                .open(bar.open).high(bar.high).low(bar.low).close(bar.close).volume(bar.volume)
                .trades(bar.trades).barsSeen(bar.barsSeen)
                .valuesCount(count);
    }

    public void value(double value) {
        values.next().value(value);
    }

    public void endBarClosed() {
        open.append(HEADER + barClosed.encodedLength());
    }

    public void printConfirmed(EventSlot slot, int instrument, long price, long size, long waitedNs) {
        printConfirmed.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .instrument(instrument).price(price).size(size).waitedNs(waitedNs);
        slot.append(HEADER + printConfirmed.encodedLength());
    }

    public void printRefused(EventSlot slot, int instrument, long price, long mark) {
        printRefused.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .instrument(instrument).price(price).mark(mark);
        slot.append(HEADER + printRefused.encodedLength());
    }

    public void stageHash(EventSlot slot, Stage stage, long hash) {
        stageHash.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header).stage(stage.code()).hash(hash);
        slot.append(HEADER + stageHash.encodedLength());
    }
}
