package org.gradus.adapters.feeds;

import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gradus.adapters.checks.IndicatorComparison;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.codec.RecordSource;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.ingress.EngineClock;
import org.gradus.engine.message.Derived;

/// Shows each closed bar of the journal to the comparison of indicators, in a thread of its own beside the engine,
/// which knows nothing of it.
final class IndicatorWatch implements AutoCloseable {
    private static final long NAP_NS = 500_000_000L;

    private final Supplier<RecordSource> journal;
    private final IndicatorComparison comparison;
    private final Set<Timeframe> timeframes;
    private final EngineClock clock;
    private final Consumer<String> tell;
    private final RecordCodec codec = new RecordCodec();
    private final Thread thread = new Thread(this::follow, "indicator-watch");
    private volatile boolean closed;

    /// @param journal opens it, on the watch's own thread
    IndicatorWatch(Supplier<RecordSource> journal, IndicatorComparison comparison, List<Timeframe> timeframes,
                   EngineClock clock, Consumer<String> tell) {
        this.journal = journal;
        this.comparison = comparison;
        this.timeframes = Set.copyOf(timeframes);
        this.clock = clock;
        this.tell = tell;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /// What it cannot read or compare is no reason to stop trading: it is told once.
    private void follow() {
        try (RecordSource reader = journal.get()) {
            while (!closed) {
                read(reader);
                comparison.look();
                LockSupport.parkNanos(NAP_NS);
            }
            comparison.summary().forEach(tell);
        } catch (RuntimeException failed) {
            tell.accept("indicators are not compared any more: " + failed.getMessage());
        }
    }

    private void read(RecordSource reader) {
        while (!closed && reader.next()) {
            for (Derived derived : codec.read(reader.buffer(), reader.offset()).derived()) {
                if (derived instanceof Derived.BarClosed bar && timeframes.contains(bar.timeframe())) {
                    comparison.closed(bar, clock.nowNs());
                }
            }
        }
    }

    /// Tells what came of it.
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
