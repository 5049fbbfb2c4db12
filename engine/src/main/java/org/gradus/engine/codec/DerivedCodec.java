package org.gradus.engine.codec;

import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.codec.sbe.BarClosedDecoder;
import org.gradus.engine.codec.sbe.PrintConfirmedDecoder;
import org.gradus.engine.codec.sbe.PrintRefusedDecoder;
import org.gradus.engine.codec.sbe.StageHashDecoder;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.message.Derived;
import org.gradus.engine.message.Stage;
import org.jspecify.annotations.Nullable;

/// Derived records to bytes, through the encoder of the hot path, and back; for the rim, tools and tests.
final class DerivedCodec {
    private final DerivedEncoder to = new DerivedEncoder();
    private final BarFields bar = new BarFields();

    void write(EventSlot slot, Derived derived) {
        switch (derived) {
            case Derived.BarClosed in -> barClosed(slot, in);
            case Derived.PrintConfirmed in -> to.printConfirmed(slot, in.instrument(), in.price(), in.size(),
                                                                in.waitedNs());
            case Derived.PrintRefused in -> to.printRefused(slot, in.instrument(), in.price(), in.mark());
            case Derived.StageHash in -> to.stageHash(slot, in.stage(), in.hash());
        }
    }

    private void barClosed(EventSlot slot, Derived.BarClosed in) {
        bar.instrument = in.instrument();
        bar.timeframe = in.timeframe();
        bar.startNs = in.startNs();
        bar.endNs = in.endNs();
        bar.open = in.open();
        bar.high = in.high();
        bar.low = in.low();
        bar.close = in.close();
        bar.volume = in.volume();
        bar.trades = in.trades();
        bar.barsSeen = in.barsSeen();
        to.beginBarClosed(slot, bar, in.values().size());
        in.values().forEach(to::value);
        to.endBarClosed();
    }

    /// Null when the message is none of these.
    static @Nullable Derived read(RecordCursor at) {
        return switch (at.templateId()) {
            case BarClosedDecoder.TEMPLATE_ID -> barClosed(at);
            case PrintConfirmedDecoder.TEMPLATE_ID -> printConfirmed(at);
            case PrintRefusedDecoder.TEMPLATE_ID -> printRefused(at);
            case StageHashDecoder.TEMPLATE_ID -> stageHash(at);
            default -> null;
        };
    }

    private static Derived barClosed(RecordCursor at) {
        BarClosedDecoder in = new BarClosedDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        List<Double> values = new ArrayList<>();
        for (BarClosedDecoder.ValuesDecoder value : in.values()) {
            values.add(value.value());
        }
        return new Derived.BarClosed(in.instrument(), Timeframe.of(in.timeframe()), in.startNs(), in.endNs(), in.open(),
                in.high(), in.low(), in.close(), in.volume(), in.trades(), in.barsSeen(), values);
    }

    private static Derived printConfirmed(RecordCursor at) {
        PrintConfirmedDecoder in =
                new PrintConfirmedDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        return new Derived.PrintConfirmed(in.instrument(), in.price(), in.size(), in.waitedNs());
    }

    private static Derived printRefused(RecordCursor at) {
        PrintRefusedDecoder in = new PrintRefusedDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        return new Derived.PrintRefused(in.instrument(), in.price(), in.mark());
    }

    private static Derived stageHash(RecordCursor at) {
        StageHashDecoder in = new StageHashDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        return new Derived.StageHash(Stage.of(in.stage()), in.hash());
    }
}
