package org.gradus.engine.runtime;

import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordCursor;
import org.gradus.engine.codec.sbe.OperatorCommandDecoder;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.ingress.Ingress;
import org.gradus.engine.ingress.Source;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.Release;
import org.gradus.engine.runtime.EngineConfig.OperatorScript;

/// Plays the operator of a run that has none: some time after the newest latch it reviews and resumes, through a
/// journaled command like anybody else's; so no latch is released before its own time is over. Owned by the publishing
/// thread.
final class ScriptedOperator {
    private static final long NEVER = Long.MAX_VALUE;
    /// What trips by itself. What a person has halted, and a disk that lost its word, wait for a person.
    private static final int REVIEWED = Release.CIRCUIT_BREAKER.bit() | Release.EXTREME_MARKET.bit()
            | Release.RECONCILIATION.bit();
    private static final String PRINCIPAL = "script";
    /// Marks the command ids of the script, so that they are never an operator's.
    private static final long ID_HIGH = 0x5C21_97ED_0000_0000L;

    private final OperatorScript script;
    private final Ingress ingress;
    private final RecordCursor cursor = new RecordCursor();
    private long dueNs = NEVER;
    private RiskState last = RiskState.ACTIVE;

    ScriptedOperator(OperatorScript script, Ingress ingress) {
        this.script = script;
        this.ingress = ingress;
    }

    /// A latch starts the wait anew, also where another holds the state already; a release never makes the state
    /// stricter, and ends the wait with the last cause.
    void riskState(RiskState state, long timeNs) {
        boolean latched = state != RiskState.ACTIVE && state.compareTo(last) >= 0;
        last = state;
        if (state == RiskState.ACTIVE) {
            dueNs = NEVER;
        } else if (latched && script.resumeAfterNs() > 0) {
            dueNs = timeNs + script.resumeAfterNs();
        }
    }

    long nextNs() {
        return dueNs;
    }

    void resume(long timeNs) {
        dueNs = NEVER;
        EventSlot slot = ingress.open(timeNs, Source.OPERATOR, 0);
        ingress.encoder().operatorCommand(slot, OperatorAction.RESUME, REVIEWED, 0, ID_HIGH, timeNs, PRINCIPAL, 0);
        ingress.publish(slot);
    }

    /// A recorded command of the script has been given already.
    void relive(EventSlot slot) {
        cursor.wrap(slot.buffer(), 0);
        if (cursor.advance() && cursor.templateId() == OperatorCommandDecoder.TEMPLATE_ID && slot.timeNs() >= dueNs) {
            dueNs = NEVER;
        }
    }
}
