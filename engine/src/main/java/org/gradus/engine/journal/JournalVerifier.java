package org.gradus.engine.journal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.agrona.DirectBuffer;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordCursor;
import org.gradus.engine.codec.RecordSource;
import org.gradus.engine.codec.sbe.SealDecoder;

/// Checks a journal from its first record: frame, order, checksum chain and seals. Names the first thing that is wrong
/// and where.
public final class JournalVerifier {
    private final RecordCheck records = new RecordCheck();
    private final RecordCursor cursor = new RecordCursor();
    private final SealDecoder seal = new SealDecoder();
    private final MessageDigest digest = Sealer.sha256();
    private byte[] previousSeal = new byte[32];
    private int segment;
    private EventSlot record = records.record();
    private long sequence;
    private long sealSequence;

    /// What is wrong, with a stable name.
    ///
    /// @param kind     `frame`, `order`, `checksum`, `seal`, `cut-tail`
    /// @param sequence of the last record that was right
    public record Fault(String kind, long sequence, String what) {
    }

    /// @param kept the last seal's copy, where there is one
    /// @return empty when everything holds
    public Optional<Fault> verify(RecordSource source, Optional<KeptSeal> kept) {
        try {
            while (source.next()) {
                Optional<Fault> fault = check(source.buffer(), source.offset(), kept);
                if (fault.isPresent()) {
                    return fault;
                }
            }
        } catch (JournalFault unreadable) {
            return fault("frame", unreadable.getMessage());
        }
        return cutTail(kept).or(() -> source.lostBehind().flatMap(what -> fault("frame", what)));
    }

    private Optional<Fault> cutTail(Optional<KeptSeal> kept) {
        return kept.filter(seal -> sequence < seal.sequence()).flatMap(this::cutTail);
    }

    private Optional<Fault> cutTail(KeptSeal kept) {
        return fault("cut-tail", "the journal ends at record " + sequence + ", but seal " + kept.segment()
            + " at record " + kept.sequence() + " was kept outside it: the tail was cut off");
    }

    /// A journal rewritten with seals that fit it is given away only by the seal kept outside.
    private Optional<Fault> checkKept(KeptSeal kept) {
        if (record.sequence() != kept.sequence() || sealSequence == kept.sequence() && segment == kept.segment()
            && HexFormat.of().formatHex(previousSeal).equals(kept.sha256())) {
            return Optional.empty();
        }
        return fault("seal", "record " + kept.sequence() + " is not seal " + kept.segment()
            + " as it was kept outside the journal: the journal was rewritten");
    }

    private Optional<Fault> check(DirectBuffer buffer, int offset, Optional<KeptSeal> kept) {
        Optional<Fault> fault = records.check(buffer, offset).or(() -> {
            record = records.record();
            return checkSeal();
        }).or(() -> kept.flatMap(this::checkKept));
        if (fault.isEmpty()) {
            ByteBuffer digested = record.bytes();
            digested.limit(record.length()).position(0);
            digest.update(digested);
            sequence = record.sequence();
        }
        return fault;
    }

    private Optional<Fault> checkSeal() {
        cursor.wrap(record.buffer(), 0);
        if (!cursor.advance() || cursor.templateId() != SealDecoder.TEMPLATE_ID) {
            return Optional.empty();
        }
        seal.wrap(record.buffer(), cursor.body(), cursor.blockLength(), cursor.version());
        byte[] expected = digest.digest();
        byte[] claimed = new byte[32];
        byte[] claimedPrevious = new byte[32];
        for (int i = 0; i < claimed.length; i++) {
            claimed[i] = (byte) seal.sha256(i);
            claimedPrevious[i] = (byte) seal.previous(i);
        }
        if (!Arrays.equals(expected, claimed) || !Arrays.equals(previousSeal, claimedPrevious)
            || seal.segment() != segment + 1) {
            return fault("seal", "seal " + seal.segment() + " at record " + record.sequence()
                + " does not fit the records "
                    + seal.fromSequence() + " to " + seal.toSequence() + " before it");
        }
        segment = seal.segment();
        sealSequence = record.sequence();
        previousSeal = claimed;
        return Optional.empty();
    }

    private Optional<Fault> fault(String kind, String what) {
        return Optional.of(new Fault(kind, sequence, what));
    }

    public long records() {
        return sequence;
    }

    public int seals() {
        return segment;
    }

    /// Records behind the last seal: they are chained, but nobody has signed for their end yet.
    public long unsealed() {
        return sequence - sealSequence;
    }
}
