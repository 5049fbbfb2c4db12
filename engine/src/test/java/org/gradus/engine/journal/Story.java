package org.gradus.engine.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.agrona.concurrent.UnsafeBuffer;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.codec.RecordHeader;
import org.gradus.engine.codec.RecordSource;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;

/// What a journal tells, however often its writer had to start anew: every record but starts, stops, seals and the
/// reconciliation right behind a later start, as long as that agrees; each without sequence, epoch and checksum.
public final class Story {
    private final List<byte[]> records;

    private Story(List<byte[]> records) {
        this.records = records;
    }

    public static Story of(RecordSource journal) {
        List<byte[]> records = new ArrayList<>();
        RecordCodec codec = new RecordCodec();
        Starts starts = new Starts();
        try (journal) {
            while (journal.next()) {
                if (!starts.ofTheEpoch(codec.read(journal.buffer(), journal.offset()))) {
                    records.add(bytes(journal));
                }
            }
        }
        return new Story(records);
    }

    /// Knows which records belong to an epoch, and not to the story. A reconciliation behind a start may be cut short
    /// by a crash, and then ends behind the next start.
    private static final class Starts {
        private boolean behindStart;
        private boolean reconciles;

        private boolean ofTheEpoch(Journaled record) {
            boolean first = behindStart;
            behindStart = record.input() instanceof Input.Started started && started.epoch() > 1;
            return switch (record.input()) {
                case Input.Started _, Input.Stopped _, Input.Seal _ -> true;
                case Input.Account _ -> {
                    reconciles = first;
                    yield first && record.decisions().isEmpty();
                }
                case Input.VenuePosition _ -> reconciles && record.decisions().isEmpty();
                case Input.Reconciled _ -> {
                    boolean ofStart = reconciles;
                    reconciles = false;
                    yield ofStart && record.decisions().equals(List.of(new Decision.ReconcileOutcome(true, List.of())));
                }
                default -> false;
            };
        }
    }

    private static byte[] bytes(RecordSource journal) {
        byte[] bytes = new byte[RecordHeader.length(journal.buffer(), journal.offset())];
        journal.buffer().getBytes(journal.offset(), bytes);
        return bytes;
    }

    public int length() {
        return records.size();
    }

    /// Where another telling first differs, in words; empty when it does not.
    public Optional<String> difference(Story other) {
        int common = Math.min(length(), other.length());
        for (int i = 0; i < common; i++) {
            if (!same(records.get(i), other.records.get(i))) {
                return Optional.of(words(records.get(i)) + "\nor\n" + words(other.records.get(i)));
            }
        }
        return length() == other.length() ? Optional.empty()
                : Optional.of(length() + " records or " + other.length());
    }

    private static boolean same(byte[] left, byte[] right) {
        UnsafeBuffer a = new UnsafeBuffer(left);
        UnsafeBuffer b = new UnsafeBuffer(right);
        return RecordHeader.timeNs(a, 0) == RecordHeader.timeNs(b, 0)
                && RecordHeader.source(a, 0) == RecordHeader.source(b, 0)
                && RecordHeader.sourcePosition(a, 0) == RecordHeader.sourcePosition(b, 0)
                && RecordHeader.flags(a, 0) == RecordHeader.flags(b, 0)
                && Arrays.equals(left, RecordHeader.SIZE, left.length, right, RecordHeader.SIZE, right.length);
    }

    private static String words(byte[] record) {
        return new RecordCodec().read(new UnsafeBuffer(record), 0).toString();
    }
}
