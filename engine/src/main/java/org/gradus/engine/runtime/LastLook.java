package org.gradus.engine.runtime;

import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordCursor;
import org.gradus.engine.codec.sbe.JournalHealthDecoder;
import org.gradus.engine.codec.sbe.OperatorCommandDecoder;
import org.gradus.engine.message.JournalTrouble;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.message.OperatorAction;
import org.jspecify.annotations.Nullable;

/// Tells of an input whether it stops entries at the sending side at once, without waiting for what the core decides:
/// an operator's halt, and a journal that could not be forced. Read from the record, so that a recovery knows it too.
/// Owned by the publishing thread.
final class LastLook {
    private final RecordCursor cursor = new RecordCursor();
    private final OperatorCommandDecoder command = new OperatorCommandDecoder();
    private final JournalHealthDecoder health = new JournalHealthDecoder();

    /// Why entries that were handed over and are not sent yet must stay; null when they may go.
    @Nullable NotSentReason stopsEntries(EventSlot slot) {
        cursor.wrap(slot.buffer(), 0);
        cursor.advance();
        int block = cursor.blockLength();
        int version = cursor.version();
        switch (cursor.templateId()) {
            case OperatorCommandDecoder.TEMPLATE_ID -> {
                command.wrap(slot.buffer(), cursor.body(), block, version);
                return command.action() == OperatorAction.HALT.code() ? NotSentReason.HALTED : null;
            }
            case JournalHealthDecoder.TEMPLATE_ID -> {
                health.wrap(slot.buffer(), cursor.body(), block, version);
                boolean force = health.trouble() == JournalTrouble.FORCE_FAILED.code() && health.over() == 0;
                return force ? NotSentReason.OUR_FAULT : null;
            }
            default -> {
                return null;
            }
        }
    }
}
