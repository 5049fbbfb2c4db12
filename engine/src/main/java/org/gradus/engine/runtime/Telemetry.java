package org.gradus.engine.runtime;

import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.agrona.DirectBuffer;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordCursor;
import org.gradus.engine.codec.Stage;
import org.gradus.engine.codec.sbe.EquityDecoder;
import org.gradus.engine.codec.sbe.OrderDecisionDecoder;
import org.gradus.engine.codec.sbe.RiskStateChangeDecoder;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.state.StateVisitor;

/// What a progress line and a status want to know while the engine runs, and how long records took. Written by the last
/// stage's thread, read by others as they like: each figure alone is right, together they may be a few records apart.
public final class Telemetry implements Stage {
    private static final long HIGHEST_LATENCY_NS = 60_000_000_000L;

    private final RecordCursor cursor = new RecordCursor();
    private final EquityDecoder equity = new EquityDecoder();
    private final OrderDecisionDecoder order = new OrderDecisionDecoder();
    private final RiskStateChangeDecoder riskStateChange = new RiskStateChangeDecoder();
    private final Histogram inputLatencyNs = new Histogram(1, HIGHEST_LATENCY_NS, 3);
    private final Histogram orderLatencyNs = new Histogram(1, HIGHEST_LATENCY_NS, 3);
    private final NanoClock clock;
    private final AtomicLong lastSequence = new AtomicLong();
    private final AtomicLong lastTimeNs = new AtomicLong();
    private final AtomicLong lastEquity = new AtomicLong();
    private volatile RiskState riskState = RiskState.ACTIVE;

    /// The machine's monotonic clock; the launcher gives it, so that nothing in the engine reads one by itself.
    @FunctionalInterface
    public interface NanoClock {
        long nanoTime();
    }

    public Telemetry(NanoClock clock) {
        this.clock = clock;
    }

    long nanoTime() {
        return clock.nanoTime();
    }

    @Override
    public void onSlot(EventSlot slot) {
        boolean submits = !slot.inputOnly() && read(slot);
        if (slot.arrivedNs() != 0) {
            long tookNs = Math.min(HIGHEST_LATENCY_NS, Math.max(0, clock.nanoTime() - slot.arrivedNs()));
            inputLatencyNs.recordValue(tookNs);
            if (submits) {
                orderLatencyNs.recordValue(tookNs);
            }
        }
        lastTimeNs.setRelease(slot.timeNs());
        lastSequence.setRelease(slot.sequence());
    }

    private boolean read(EventSlot slot) {
        boolean submits = false;
        cursor.wrap(slot.buffer(), 0);
        while (cursor.advance()) {
            DirectBuffer buffer = cursor.buffer();
            if (cursor.templateId() == EquityDecoder.TEMPLATE_ID) {
                lastEquity.setRelease(
                        equity.wrap(buffer, cursor.body(), cursor.blockLength(), cursor.version()).equity());
            } else if (cursor.templateId() == RiskStateChangeDecoder.TEMPLATE_ID) {
                riskState = RiskState.of(riskStateChange.wrap(buffer, cursor.body(), cursor.blockLength(),
                    cursor.version()).toState());
            } else if (cursor.templateId() == OrderDecisionDecoder.TEMPLATE_ID) {
                submits |= order.wrap(buffer, cursor.body(), cursor.blockLength(), cursor.version())
                    .action() == OrderAction.SUBMIT.code();
            }
        }
        return submits;
    }

    public long lastSequence() {
        return lastSequence.get();
    }

    public long lastTimeNs() {
        return lastTimeNs.get();
    }

    /// 0 before the first equity decision.
    public long lastEquity() {
        return lastEquity.get();
    }

    public RiskState riskState() {
        return riskState;
    }

    /// From the door to behind the router, every input. Read after the run.
    public Histogram inputLatencyNs() {
        return inputLatencyNs;
    }

    /// The same of inputs that made an order leave.
    public Histogram orderLatencyNs() {
        return orderLatencyNs;
    }

    @Override
    public void visitState(StateVisitor visitor) {
        // Figures for people; no decision hangs on them.
    }
}
