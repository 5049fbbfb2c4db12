package org.gradus.engine.runtime;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.YieldingWaitStrategy;
import java.util.List;
import org.gradus.engine.codec.Stage;
import org.gradus.engine.ingress.SlotSink;
import org.gradus.engine.runtime.EngineConfig.RingConfig;
import org.gradus.engine.runtime.EngineConfig.Topology;
import org.gradus.engine.runtime.EngineConfig.Waiting;

/// Lays the stages out on threads as configured: stages are data, threads are configuration.
final class Pipelines {
    /// Below this many cores a spinning consumer costs more than it saves.
    private static final int ENOUGH_CORES = 4;

    private final RingConfig config;
    private final Topology topology;

    /// A sink and the stages at work behind it: the same object, seen from both sides.
    record Built(SlotSink sink, Pipeline pipeline) {
    }

    Pipelines(RingConfig config, Topology topology) {
        this.config = config;
        this.topology = topology;
    }

    Built build(List<Stage> stages) {
        return switch (topology) {
            case DIRECT -> {
                DirectSink sink = new DirectSink(stages, config.slotBytes());
                yield new Built(sink, sink);
            }
            case FUSED -> ring(List.of(stages));
            case STAGED -> ring(stages.stream().map(List::of).toList());
        };
    }

    private Built ring(List<List<Stage>> groups) {
        RingSink sink = new RingSink(groups, config.slots(), config.slotBytes(), waiting(groups.size()),
            new CorePinning(config.cores(), System.err::println));
        return new Built(sink, sink);
    }

    /// Never more spinning threads than cores, the publisher counted: what would be too many blocks instead.
    private WaitStrategy waiting(int consumers) {
        int cores = Runtime.getRuntime().availableProcessors();
        if (consumers + 1 > cores && consumers > 1) {
            return new BlockingWaitStrategy();
        }
        return switch (config.waiting()) {
            case AUTO -> cores >= ENOUGH_CORES ? new BusySpinWaitStrategy() : new BackoffWait();
            case BUSY_SPIN -> consumers + 1 <= cores ? new BusySpinWaitStrategy() : new BackoffWait();
            case YIELDING -> new YieldingWaitStrategy();
            case BLOCKING -> new BlockingWaitStrategy();
        };
    }
}
