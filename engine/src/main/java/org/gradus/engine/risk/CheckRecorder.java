package org.gradus.engine.risk;

import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.sbe.ChecksEncoder;
import org.gradus.engine.codec.sbe.MessageHeaderEncoder;

/// Writes a check list into the record as the decision `Checks`. Owned by the decision stage.
public final class CheckRecorder {
    /// Bytes of the longest list in a slot: whoever starts a check needs this much room left.
    public static final int MOST_BYTES = EventSlot.PREFIX + MessageHeaderEncoder.ENCODED_LENGTH + ChecksEncoder.BLOCK_LENGTH
        + ChecksEncoder.RulesEncoder.sbeHeaderSize() + CheckList.CAPACITY * ChecksEncoder.RulesEncoder.sbeBlockLength();

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final ChecksEncoder message = new ChecksEncoder();

    public void record(CheckList checks, EventSlot slot) {
        message.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
            .clientOrderId(checks.clientOrderId())
            .expiresNs(checks.expiresNs());
        ChecksEncoder.RulesEncoder rules = message.rulesCount(checks.size());
        for (int i = 0; i < checks.size(); i++) {
            write(checks.check(i), rules.next());
        }
        slot.append(MessageHeaderEncoder.ENCODED_LENGTH + message.encodedLength());
    }

    private static void write(Check check, ChecksEncoder.RulesEncoder line) {
        line.rule(check.rule().code())
            .op(check.op().code())
            .verdict(check.verdict().code())
            .reason(check.reason().code())
            .left(check.left())
            .right(check.right())
            .value(check.value())
            .limit(check.limit());
    }
}
