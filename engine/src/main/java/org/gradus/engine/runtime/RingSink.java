package org.gradus.engine.runtime;

import com.lmax.disruptor.BatchEventProcessor;
import com.lmax.disruptor.BatchEventProcessorBuilder;
import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.ExceptionHandler;
import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.WaitStrategy;
import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.Stage;
import org.gradus.engine.ingress.SlotSink;
import org.jspecify.annotations.Nullable;

/// The Disruptor ring between the publishing thread and the stages: all stages in one consumer thread, or one thread a
/// stage.
public final class RingSink implements SlotSink, Pipeline {
    /// A mutable cell of the ring; the slot in it never changes.
    private record Cell(EventSlot slot) {
    }

    private final RingBuffer<Cell> ring;
    private final List<BatchEventProcessor<Cell>> processors = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Sequence last;
    private long claimed = -1;
    private final Failure failure = new Failure();

    /// @param groups  stages by consumer thread, in order
    /// @param pinning pins the calling consumer thread, by its place in `groups`
    public RingSink(List<List<Stage>> groups, int slots, int slotBytes, WaitStrategy waiting, Pinning pinning) {
        EventSlot[] memory = EventSlot.carve(slots, slotBytes);
        int[] next = {0};
        ring = RingBuffer.createSingleProducer(() -> new Cell(memory[next[0]++]), slots, waiting);
        Sequence previous = null;
        for (int i = 0; i < groups.size(); i++) {
            SequenceBarrier barrier = previous == null ? ring.newBarrier() : ring.newBarrier(previous);
            BatchEventProcessor<Cell> processor = new BatchEventProcessorBuilder()
                .build(ring, barrier, handler(groups.get(i)));
            processor.setExceptionHandler(new LastResort());
            processors.add(processor);
            previous = processor.getSequence();
            threads.add(thread(i, processor, pinning));
        }
        last = previous;
        ring.addGatingSequences(last);
        threads.forEach(Thread::start);
    }

    /// Pins consumer threads to cores; does nothing by default.
    @FunctionalInterface
    public interface Pinning {
        void pin(int group);
    }

    private EventHandler<Cell> handler(List<Stage> stages) {
        StageLine line = new StageLine(stages, failure);
        return (cell, sequence, endOfBatch) -> line.onSlot(cell.slot());
    }

    private static Thread thread(int group, BatchEventProcessor<Cell> processor, Pinning pinning) {
        Thread thread = new Thread(() -> {
            pinning.pin(group);
            processor.run();
        }, "gradus-stage-" + group);
        thread.setDaemon(true);
        return thread;
    }

    /// [StageLine] catches what stages throw; whatever gets past it must not leave the publisher waiting either.
    private final class LastResort implements ExceptionHandler<Cell> {
        @Override
        public void handleEventException(Throwable thrown, long sequence, Cell cell) {
            failure.set(cell.slot().sequence(), thrown);
        }

        @Override
        public void handleOnStartException(Throwable thrown) {
            failure.set(0, thrown);
        }

        @Override
        public void handleOnShutdownException(Throwable thrown) {
            failure.set(0, thrown);
        }
    }

    @Override
    public EventSlot claim() {
        EventSlot slot = tryClaim();
        for (int tries = 0; slot == null; tries++) {
            BackoffWait.spinOrYield(tries);
            failIfDead();
            slot = tryClaim();
        }
        return slot;
    }

    @Override
    public @Nullable EventSlot tryClaim() {
        failure.throwIfSet();
        if (!ring.hasAvailableCapacity(1)) {
            return null;
        }
        try {
            claimed = ring.tryNext();
        } catch (InsufficientCapacityException full) {
            return null;
        }
        return ring.get(claimed).slot();
    }

    @Override
    public void publish(EventSlot slot) {
        ring.publish(claimed);
    }

    @Override
    public void awaitIdle() {
        for (int tries = 0; last.get() < claimed; tries++) {
            BackoffWait.spinOrYield(tries);
            failIfDead();
        }
        failure.throwIfSet();
    }

    /// A consumer thread that is gone would be waited for in vain. After a fault in a stage its thread lives on and
    /// lets records pass.
    private void failIfDead() {
        for (Thread thread : threads) {
            if (!thread.isAlive()) {
                failure.set(0, new IllegalStateException(thread.getName() + " has ended"));
                failure.throwIfSet();
            }
        }
    }

    @Override
    public void close() {
        try {
            awaitIdle();
        } finally {
            processors.forEach(BatchEventProcessor::halt);
            for (Thread thread : threads) {
                join(thread);
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
