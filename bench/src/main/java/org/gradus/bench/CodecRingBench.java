package org.gradus.bench;

import com.lmax.disruptor.YieldingWaitStrategy;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.InputEncoder;
import org.gradus.engine.codec.RecordCursor;
import org.gradus.engine.codec.Stage;
import org.gradus.engine.codec.sbe.TradeDecoder;
import org.gradus.engine.domain.Side;
import org.gradus.engine.runtime.RingSink;
import org.gradus.engine.state.StateVisitor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// One print encoded into a slot, over the ring to another thread, decoded there; flat out, so the ring is mostly full.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CodecRingBench {
    private static final int SLOTS = 4_096;
    private static final int SLOT_BYTES = 4_096;

    private final InputEncoder encoder = new InputEncoder();
    private RingSink ring;
    private long sequence;

    /// Reads what the publisher wrote.
    private static final class Reading implements Stage {
        private final RecordCursor cursor = new RecordCursor();
        private final TradeDecoder trade = new TradeDecoder();
        private long sum;

        @Override
        public void onSlot(EventSlot slot) {
            cursor.wrap(slot.buffer(), 0);
            while (cursor.advance()) {
                trade.wrap(cursor.buffer(), cursor.body(), cursor.blockLength(), cursor.version());
                sum += trade.price() + trade.size();
            }
        }

        @Override
        public void visitState(StateVisitor visitor) {
            sum = visitor.visit(sum);
        }
    }

    @Setup
    public void open() {
        ring = new RingSink(List.of(List.of(new Reading())), SLOTS, SLOT_BYTES, new YieldingWaitStrategy(),
                group -> { });
    }

    @TearDown
    public void close() {
        ring.close();
    }

    @Benchmark
    public long printThroughTheRing() {
        EventSlot slot = ring.claim();
        slot.begin(++sequence, 1, sequence, sequence);
        slot.from(0, sequence);
        encoder.trade(slot, 0, sequence, 100, Side.BUY);
        ring.publish(slot);
        return sequence;
    }
}
