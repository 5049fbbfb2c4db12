package org.gradus.engine.core;

import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.message.Release;
import org.gradus.engine.message.RiskReason;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// Why the engine is not trading freely. Each cause latches until it is released; the risk state is the strictest of
/// them. Owned by the decision stage.
final class RiskLatches implements Stateful {
    private static final int HALTING = bit(RiskReason.OPERATOR_HALT) | bit(RiskReason.EXTREME_MARKET);
    private static final int REDUCING = bit(RiskReason.CIRCUIT_BREAKER) | bit(RiskReason.RECONCILIATION)
        | bit(RiskReason.JOURNAL_FAULT)
            | bit(RiskReason.DISK_LOW);

    private int latched;
    /// By cause, the record that latched it, or in which what it is about became another. Places in the journal, which
    /// each start moves, are no part of the state's hash.
    private final long[] sinceRecord = new long[RiskReason.values().length];

    private static int bit(RiskReason reason) {
        return 1 << reason.ordinal();
    }

    RiskState state() {
        if ((latched & HALTING) != 0) {
            return RiskState.HALTED;
        }
        return (latched & REDUCING) != 0 ? RiskState.REDUCING : RiskState.ACTIVE;
    }

    boolean latched(RiskReason reason) {
        return (latched & bit(reason)) != 0;
    }

    /// @param record that latches it
    /// @return false when it was latched already
    boolean latch(RiskReason reason, long record) {
        boolean fresh = !latched(reason);
        latched |= bit(reason);
        if (fresh) {
            changed(reason, record);
        }
        return fresh;
    }

    /// What the cause is about is not what it was in the records before this one.
    void changed(RiskReason reason, long record) {
        sinceRecord[reason.ordinal()] = record;
    }

    /// Whether who looked at the state behind this record has seen the cause as it is now.
    ///
    /// @param record 0 for who need not have looked
    boolean seenAt(RiskReason reason, long record) {
        return record == 0 || sinceRecord[reason.ordinal()] <= record;
    }

    /// @return false when it was not latched
    boolean release(RiskReason reason) {
        boolean held = latched(reason);
        latched &= ~bit(reason);
        return held;
    }

    static RiskReason causeOf(Release release) {
        return switch (release) {
            case HALT -> RiskReason.OPERATOR_HALT;
            case CIRCUIT_BREAKER -> RiskReason.CIRCUIT_BREAKER;
            case EXTREME_MARKET -> RiskReason.EXTREME_MARKET;
            case RECONCILIATION -> RiskReason.RECONCILIATION;
            case JOURNAL_FAULT -> RiskReason.JOURNAL_FAULT;
        };
    }

    /// Why nobody may enter, as far as no rule of its own says it: the breaker and the extreme market have theirs.
    DenialReason entryBlock() {
        if (latched(RiskReason.OPERATOR_HALT)) {
            return DenialReason.OPERATOR_HALTED;
        }
        if (latched(RiskReason.RECONCILIATION)) {
            return DenialReason.RECONCILIATION_PENDING;
        }
        if (latched(RiskReason.JOURNAL_FAULT)) {
            return DenialReason.JOURNAL_FAULT;
        }
        return latched(RiskReason.DISK_LOW) ? DenialReason.DISK_LOW : DenialReason.NONE;
    }

    @Override
    public void visitState(StateVisitor visitor) {
        latched = visitor.visit(latched);
    }
}
