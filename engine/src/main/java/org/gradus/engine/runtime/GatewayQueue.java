package org.gradus.engine.runtime;

import java.util.concurrent.atomic.AtomicLong;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.egress.OrderCommand;
import org.gradus.engine.egress.OrderGateway;

/// Hands order commands, risk-state changes and faults from the router's thread to the publishing thread of a simulated
/// run, in order. Bounded and preallocated: one writer, one reader.
final class GatewayQueue implements OrderGateway {
    private static final int CAPACITY = 1 << 12;

    private static final byte COMMAND = 0;
    private static final byte RISK_STATE = 1;
    private static final byte JOURNAL_FAULT = 2;
    private static final byte OUR_FAULT = 3;

    private final byte[] kinds = new byte[CAPACITY];
    private final OrderCommand[] commands = new OrderCommand[CAPACITY];
    private final RiskState[] states = new RiskState[CAPACITY];
    private final long[] timeNs = new long[CAPACITY];
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong read = new AtomicLong();

    /// Receives what was handed over.
    interface Receiver {
        void command(OrderCommand command);

        void riskState(RiskState state, long timeNs);

        void journalFault(long timeNs);

        void ourFault(long timeNs);
    }

    GatewayQueue() {
        for (int i = 0; i < CAPACITY; i++) {
            commands[i] = new OrderCommand();
        }
    }

    @Override
    public void send(OrderCommand command) {
        int at = claim(COMMAND);
        commands[at].copyFrom(command);
        publish();
    }

    @Override
    public void riskState(RiskState state, long changedNs) {
        int at = claim(RISK_STATE);
        states[at] = state;
        timeNs[at] = changedNs;
        publish();
    }

    @Override
    public void journalFault(long failedNs) {
        timeNs[claim(JOURNAL_FAULT)] = failedNs;
        publish();
    }

    @Override
    public void ourFault(long failedNs) {
        timeNs[claim(OUR_FAULT)] = failedNs;
        publish();
    }

    private int claim(byte kind) {
        long next = written.getPlain();
        while (next - read.getAcquire() >= CAPACITY) {
            Thread.onSpinWait();
        }
        int at = (int) next & CAPACITY - 1;
        kinds[at] = kind;
        return at;
    }

    private void publish() {
        written.setRelease(written.getPlain() + 1);
    }

    void drain(Receiver receiver) {
        long end = written.getAcquire();
        for (long next = read.getPlain(); next < end; next++) {
            deliver((int) next & CAPACITY - 1, receiver);
        }
        read.setRelease(end);
    }

    private void deliver(int at, Receiver receiver) {
        switch (kinds[at]) {
            case COMMAND -> receiver.command(commands[at]);
            case RISK_STATE -> receiver.riskState(states[at], timeNs[at]);
            case JOURNAL_FAULT -> receiver.journalFault(timeNs[at]);
            default -> receiver.ourFault(timeNs[at]);
        }
    }
}
