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

    /// Never more spinning threads than cores, the publisher counted.
    private WaitStrategy waiting(int consumers) {
        int cores = Runtime.getRuntime().availableProcessors();
        boolean maySpin = consumers + 1 <= cores;
        return switch (config.waiting()) {
            case AUTO -> consumers > 1 ? new BlockingWaitStrategy()
                    : cores >= ENOUGH_CORES ? new BusySpinWaitStrategy() : new YieldingWaitStrategy();
            case BUSY_SPIN -> maySpin ? new BusySpinWaitStrategy() : new YieldingWaitStrategy();
            case YIELDING -> new YieldingWaitStrategy();
            case BLOCKING -> new BlockingWaitStrategy();
        };
    }
}
