package org.gradus.engine.runtime;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.DirectBuffer;
import org.gradus.engine.codec.RecordCursor;
import org.gradus.engine.codec.RecordHeader;
import org.gradus.engine.codec.RecordSource;
import org.gradus.engine.codec.sbe.SealDecoder;
import org.gradus.engine.codec.sbe.StartedDecoder;
import org.gradus.engine.codec.sbe.StoppedDecoder;
import org.gradus.engine.message.StoppedReason;
import org.jspecify.annotations.Nullable;

/// What a start needs to know of the journal before anything is built: its epochs with their tables, and where and how
/// it ends.
public final class JournalScan {
    private final List<Epoch> epochs = new ArrayList<>();
    private final Map<String, Long> lastPositions = new TreeMap<>();
    private long lastSequence;
    private long lastTimeNs;
    private int lastChecksum;
    private int sealSegment;
    private long sealSequence;
    private byte[] sealSha256 = new byte[32];
    private @Nullable StoppedReason stopped;
    private long unfinishedBytes;

    /// One start of the engine.
    ///
    /// @param cash       before the first event of the journal
    /// @param symbols    by instrument id
    /// @param strategies names by strategy id
    /// @param codeHashes of the strategies' code, by strategy id
    /// @param sources    names by source number
    /// @param config     the whole resolved configuration as text
    public record Epoch(int number, int runId, long cash, String configHash, String buildHash, List<String> symbols,
            List<String> strategies, List<String> codeHashes, List<String> sources, String config) {
        /// Whether the same configuration and the same code of strategies decided in both.
        boolean decidedLike(Epoch other) {
            return configHash.equals(other.configHash) && codeHashes.equals(other.codeHashes);
        }
    }

    public static JournalScan of(RecordSource source) {
        JournalScan scan = new JournalScan();
        RecordCursor cursor = new RecordCursor();
        while (source.next()) {
            scan.add(source.buffer(), source.offset(), cursor);
        }
        scan.unfinishedBytes = source.unfinishedBytes();
        return scan;
    }

    private void add(DirectBuffer buffer, int offset, RecordCursor cursor) {
        lastSequence = RecordHeader.sequence(buffer, offset);
        lastTimeNs = RecordHeader.timeNs(buffer, offset);
        lastChecksum = RecordHeader.checksum(buffer, offset);
        int source = RecordHeader.source(buffer, offset);
        if (source >= 0) {
            lastPositions.put(epochs.getLast().sources().get(source), RecordHeader.sourcePosition(buffer, offset));
        }
        cursor.wrap(buffer, offset);
        cursor.advance();
        switch (cursor.templateId()) {
            case StartedDecoder.TEMPLATE_ID -> {
                epochs.add(epoch(cursor));
                stopped = null;
            }
            case StoppedDecoder.TEMPLATE_ID -> stopped = StoppedReason.of(new StoppedDecoder()
                    .wrap(buffer, cursor.body(), cursor.blockLength(), cursor.version()).reason());
            case SealDecoder.TEMPLATE_ID -> seal(cursor);
            default -> stopped = null;
        }
    }

    private void seal(RecordCursor cursor) {
        SealDecoder seal = new SealDecoder().wrap(cursor.buffer(), cursor.body(), cursor.blockLength(),
                cursor.version());
        sealSegment = seal.segment();
        sealSequence = lastSequence;
        for (int i = 0; i < sealSha256.length; i++) {
            sealSha256[i] = (byte) seal.sha256(i);
        }
    }

    private static Epoch epoch(RecordCursor cursor) {
        StartedDecoder started = new StartedDecoder().wrap(cursor.buffer(), cursor.body(), cursor.blockLength(),
                cursor.version());
        byte[] build = new byte[32];
        byte[] config = new byte[32];
        for (int i = 0; i < 32; i++) {
            build[i] = (byte) started.buildHash(i);
            config[i] = (byte) started.configHash(i);
        }
        started.positions().forEach(position -> { });
        List<String> symbols = new ArrayList<>();
        started.instruments().forEach(instrument -> {
            symbols.add(instrument.symbol());
            instrument.base();
            instrument.quote();
        });
        List<String> strategies = new ArrayList<>();
        List<String> codeHashes = new ArrayList<>();
        started.strategies().forEach(strategy -> {
            strategies.add(strategy.name());
            strategy.skipClassName();
            codeHashes.add(strategy.codeHash());
            strategy.skipParameters();
            strategy.skipValueNames();
            strategy.skipRationales();
            strategy.skipInstruments();
        });
        List<String> sources = new ArrayList<>();
        started.sources().forEach(source -> sources.add(source.name()));
        started.limits().forEach(StartedDecoder.LimitsDecoder::skipName);
        started.skipCurrency();
        started.skipBuild();
        return new Epoch(started.epoch(), started.runId(), started.cash(), HexFormat.of().formatHex(config),
                HexFormat.of().formatHex(build), symbols, strategies, codeHashes, sources, started.config());
    }

    public boolean empty() {
        return epochs.isEmpty();
    }

    public List<Epoch> epochs() {
        return List.copyOf(epochs);
    }

    /// The last line taken from each of these sources, whichever numbers they had; 0 where none was.
    public long[] lastPositions(List<String> sources) {
        return sources.stream().mapToLong(source -> lastPositions.getOrDefault(source, 0L)).toArray();
    }

    public long lastSequence() {
        return lastSequence;
    }

    public long lastTimeNs() {
        return lastTimeNs;
    }

    public int lastChecksum() {
        return lastChecksum;
    }

    public int sealSegment() {
        return sealSegment;
    }

    public long sealSequence() {
        return sealSequence;
    }

    public byte[] sealSha256() {
        return sealSha256.clone();
    }

    /// True when the last engine had no time to say that it stopped: it was killed, or failed.
    public boolean cutShort() {
        return !epochs.isEmpty() && stopped == null;
    }

    /// Behind the last record, of what was begun and never finished: the next record takes its place.
    public long unfinishedBytes() {
        return unfinishedBytes;
    }

    /// True when the tape was run to its end: nothing is left to resume.
    public boolean finished() {
        return stopped == StoppedReason.END_OF_TAPE;
    }
}
