package org.gradus.bench;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.InputEncoder;
import org.gradus.engine.domain.Side;
import org.gradus.engine.journal.ChronicleJournal;
import org.gradus.engine.journal.JournalStage;
import org.gradus.engine.journal.RecordChain;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// A print's record chained by checksum and appended, as the journal stage does it. Each iteration writes a journal of
/// its own and of a fixed size, so that the disk does not fill.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 10)
@Fork(1)
public class JournalAppendBench {
    private static final int RECORDS = 200_000;
    private static final int BLOCK_BYTES = 64 << 20;

    private final EventSlot slot = EventSlot.ofCapacity(4_096);
    private Scratch scratch;
    private ChronicleJournal journal;
    private JournalStage stage;

    @Setup(Level.Iteration)
    public void open() {
        scratch = Scratch.in(Path.of(System.getProperty("java.io.tmpdir")));
        journal = new ChronicleJournal(scratch.folder("journal"), BLOCK_BYTES);
        stage = new JournalStage(journal, new RecordChain(0), false);
        slot.begin(1, 1, 1, 1);
        new InputEncoder().trade(slot, 0, 1, 100, Side.BUY);
        stage.onSlot(slot);
    }

    @TearDown(Level.Iteration)
    public void close() {
        journal.close();
        scratch.close();
    }

    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public void append() {
        for (int i = 0; i < RECORDS; i++) {
            stage.onSlot(slot);
        }
    }
}
