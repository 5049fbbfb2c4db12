package org.gradus.engine.runtime;

import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordCursor;
import org.gradus.engine.codec.sbe.JournalHealthDecoder;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.ingress.Ingress;
import org.gradus.engine.ingress.Source;
import org.gradus.engine.message.JournalTrouble;
import org.gradus.engine.runtime.EngineConfig.JournalConfig;

/// Brings what is wrong with the disk under the journal in through the door, once when it begins and once when it is
/// over. Owned by the publishing thread.
final class JournalWatch {
    private static final long NOT_MEASURED = -1;
    /// So much more than the mark must be free again, as a part of it, before the disk no longer counts as low.
    private static final int CLEARANCE = 8;

    private final Ingress ingress;
    private final JournalConfig config;
    private final RecordCursor cursor = new RecordCursor();
    private final JournalHealthDecoder health = new JournalHealthDecoder();
    private boolean forceToTell;
    private boolean forceFailed;
    private boolean low;

    JournalWatch(Ingress ingress, JournalConfig config) {
        this.ingress = ingress;
        this.config = config;
    }

    /// A record could not be forced to disk. Told once, until the operator has resumed.
    void forceFailed() {
        forceToTell |= !forceFailed;
    }

    boolean toTell() {
        return forceToTell;
    }

    void tell() {
        forceToTell = false;
        forceFailed = true;
        enter(JournalTrouble.FORCE_FAILED, false, NOT_MEASURED);
    }

    /// Compares what is free with the mark.
    ///
    /// @param nearlyFull the journal could reserve no more, whatever the mark
    /// @return true when that was news and has been entered
    boolean space(long freeBytes, boolean nearlyFull) {
        long mark = config.freeMarkBytes();
        boolean begins = !low && (nearlyFull || freeBytes < mark);
        boolean ends = low && !nearlyFull && freeBytes >= mark + mark / CLEARANCE;
        if (begins || ends) {
            low = begins;
            enter(JournalTrouble.DISK_LOW, ends, freeBytes);
        }
        return begins || ends;
    }

    private void enter(JournalTrouble trouble, boolean over, long freeBytes) {
        EventSlot slot = ingress.open(ingress.nowNs(), Source.ENGINE, 0);
        ingress.encoder().journalHealth(slot, trouble, over, freeBytes);
        ingress.publish(slot);
    }

    void riskState(RiskState state) {
        if (state == RiskState.ACTIVE) {
            forceFailed = false;
        }
    }

    void relive(EventSlot slot) {
        cursor.wrap(slot.buffer(), 0);
        if (!cursor.advance() || cursor.templateId() != JournalHealthDecoder.TEMPLATE_ID) {
            return;
        }
        health.wrap(slot.buffer(), cursor.body(), cursor.blockLength(), cursor.version());
        boolean holds = health.over() == 0;
        switch (JournalTrouble.of(health.trouble())) {
            case FORCE_FAILED -> forceFailed = holds;
            case DISK_LOW -> low = holds;
        }
    }
}
