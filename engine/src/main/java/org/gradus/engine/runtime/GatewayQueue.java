package org.gradus.engine.runtime;

import java.util.concurrent.atomic.AtomicLong;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.egress.OrderCommand;
import org.gradus.engine.egress.OrderGateway;

/// Hands order commands and risk-state changes from the router's thread to the publishing thread of a simulated run, in
/// order. Bounded and preallocated: one writer, one reader.
final class GatewayQueue implements OrderGateway {
    private static final int CAPACITY = 1 << 12;

    private final OrderCommand[] commands = new OrderCommand[CAPACITY];
    private final RiskState[] states = new RiskState[CAPACITY];
    private final long[] timeNs = new long[CAPACITY];
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong read = new AtomicLong();

    /// Receives what was handed over.
    interface Receiver {
        void command(OrderCommand command);

        void riskState(RiskState state, long timeNs);
    }

    GatewayQueue() {
        for (int i = 0; i < CAPACITY; i++) {
            commands[i] = new OrderCommand();
        }
    }

    @Override
    public void send(OrderCommand command) {
        int at = claim();
        commands[at].copyFrom(command);
        states[at] = null;
        written.setRelease(written.getPlain() + 1);
    }

    @Override
    public void riskState(RiskState state, long changedNs) {
        int at = claim();
        states[at] = state;
        timeNs[at] = changedNs;
        written.setRelease(written.getPlain() + 1);
    }

    private int claim() {
        long next = written.getPlain();
        while (next - read.getAcquire() >= CAPACITY) {
            Thread.onSpinWait();
        }
        return (int) next & CAPACITY - 1;
    }

    void drain(Receiver receiver) {
        long end = written.getAcquire();
        for (long next = read.getPlain(); next < end; next++) {
            int at = (int) next & CAPACITY - 1;
            if (states[at] == null) {
                receiver.command(commands[at]);
            } else {
                receiver.riskState(states[at], timeNs[at]);
            }
        }
        read.setRelease(end);
    }
}
