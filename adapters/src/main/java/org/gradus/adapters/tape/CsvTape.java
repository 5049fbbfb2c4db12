package org.gradus.adapters.tape;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.gradus.engine.domain.FeedFault;
import org.gradus.engine.tape.Tape;
import org.gradus.engine.tape.TapeEvent;
import org.gradus.engine.tape.TapeException;
import org.jspecify.annotations.Nullable;

/// One CSV file as a tape. Every row that is not blank gives one event, a good one or a fault, and a file that breaks
/// off gives a last fault in place of what is missing; only a file that cannot be a tape at all is an exception.
/// A refused row has no say in time: its fault stands at the last good row, or before any at the first good one.
/// No row is judged by what comes behind it, so a shorter file gives the same beginning.
/// Owned by the publisher thread. Good rows allocate nothing.
public final class CsvTape implements Tape {
    /// Begins the detail of the last fault of a gzip that could be read to its end, but is not what was packed: nothing
    /// is missing, and any row before may be altered.
    public static final String WRONG_CHECKSUM = "the checksum of the file is wrong";
    private static final String GZIP_WRONG_CHECKSUM = "Corrupt GZIP trailer";
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int GZIP_BUFFER_SIZE = 1 << 16;
    private static final long NO_TIME = Long.MIN_VALUE;
    /// Longer pauses are rare enough to lose their first row: it waits for a second one that goes on from there.
    private static final long LEAP_NS = 400L * 86_400L * 1_000_000_000L;

    private final TapeFile file;
    private final LineReader lines;
    private final RowReader rows;
    private final FieldParser fields = new FieldParser();
    private final TapeEvent event = new TapeEvent();
    private final LastQuote lastQuote = new LastQuote();
    private long lastGoodNs = NO_TIME;
    private long leapNs = NO_TIME;
    private long firstGoodNs = NO_TIME;
    private boolean ended;

    /// Opens the file and reads its header.
    public CsvTape(TapeFile file) {
        this.file = file;
        lines = new LineReader(open(file));
        try {
            rows = header().rows(file);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public boolean advance() {
        while (!ended && lines.next()) {
            if (!lines.blank()) {
                readRow();
                return true;
            }
        }
        boolean brokenOff = !ended && lines.damage() != null;
        ended = true;
        if (brokenOff) {
            setFault(FeedFault.TRUNCATED, remains());
        }
        return brokenOff;
    }

    @Override
    public TapeEvent event() {
        return event;
    }

    @Override
    public void close() {
        ended = true;
        try {
            lines.close();
        } catch (IOException e) {
            throw new TapeException(file.path() + ": cannot be closed: " + e.getMessage(), e);
        }
    }

    private void readRow() {
        event.from(file.source(), lines.number(), file.instrument().id());
        FeedFault fault = parse();
        if (lines.unterminated() && (fault != null || lines.cutShort())) {
            fault = FeedFault.TRUNCATED;
        } else if (fault == null) {
            fault = misplaced();
        }
        if (fault == null) {
            accept();
        } else {
            setFault(fault, lineText());
        }
    }

    private void accept() {
        lastGoodNs = event.timeNs();
        leapNs = NO_TIME;
        if (event.kind() == TapeEvent.Kind.QUOTE) {
            lastQuote.keep(event);
        }
    }

    private @Nullable FeedFault parse() {
        if (lines.overlong()) {
            return FeedFault.MALFORMED;
        }
        fields.wrap(lines.bytes(), lines.from(), lines.to());
        return rows.read(fields, event);
    }

    private @Nullable FeedFault misplaced() {
        long timeNs = event.timeNs();
        if (timeNs < lastGoodNs) {
            return FeedFault.OUT_OF_ORDER;
        }
        if (timeNs == lastGoodNs) {
            return repeated() ? FeedFault.DUPLICATE : null;
        }
        return lastGoodNs != NO_TIME && timeNs - lastGoodNs > LEAP_NS ? leap(timeNs) : null;
    }

    /// Two bars that end together are the same bar twice. A quote that says again what the one before said at the same
    /// time is the same message twice. Two prints alike are two trades: without an id nobody can tell.
    private boolean repeated() {
        return switch (event.kind()) {
            case BAR -> true;
            case QUOTE -> lastQuote.repeats(event);
            case TRADE, FAULT -> false;
        };
    }

    /// A time that no other row agrees with is damage; two in a row are a pause.
    private @Nullable FeedFault leap(long timeNs) {
        boolean goesOn = leapNs != NO_TIME && timeNs >= leapNs && timeNs - leapNs <= LEAP_NS;
        leapNs = timeNs;
        return goesOn ? null : FeedFault.TIME_LEAP;
    }

    private void setFault(FeedFault fault, String detail) {
        long timeNs = lastGoodNs == NO_TIME ? firstGoodNs() : lastGoodNs;
        event.from(file.source(), lines.number(), file.instrument().id()).at(timeNs, timeNs).fault(fault, detail);
    }

    private long firstGoodNs() {
        if (firstGoodNs == NO_TIME) {
            firstGoodNs = readAhead();
        }
        return firstGoodNs;
    }

    /// Looks for a time to give to the faults at the beginning of the file; without a good row any will do.
    private long readAhead() {
        try (CsvTape ahead = new CsvTape(file)) {
            while (ahead.lines.next()) {
                if (!ahead.lines.blank() && ahead.parse() == null) {
                    return ahead.event.timeNs();
                }
            }
        }
        return FieldParser.EARLIEST_NS;
    }

    private String lineText() {
        int length = Math.min(lines.to() - lines.from(), LineReader.LINE_MAX);
        return new String(lines.bytes(), lines.from(), length, UTF_8);
    }

    private String remains() {
        String text = lineText();
        if (lines.damage() instanceof ZipException zip && GZIP_WRONG_CHECKSUM.equals(zip.getMessage())) {
            return text.isEmpty() ? WRONG_CHECKSUM : WRONG_CHECKSUM + "; left over: " + text;
        }
        return text.isEmpty() ? "the file breaks off here" : text;
    }

    private TapeFormat header() {
        boolean found = lines.next();
        lines.skip(BYTE_ORDER_MARK);
        while (found && lines.blank()) {
            found = lines.next();
        }
        if (found) {
            return TapeFormat.of(lines, file);
        }
        String reason = lines.damage() == null ? "the file is empty"
                : "the file breaks off before the end of its first line";
        throw new TapeException(file.path() + ": " + reason + ", expected a header, " + TapeFormat.expected());
    }

    private static InputStream open(TapeFile file) {
        if (!Files.isRegularFile(file.path())) {
            String what = Files.exists(file.path()) ? "this is not a file" : "there is no such file";
            throw new TapeException(file.path() + ": " + what + ", expected a CSV file, plain or gzipped");
        }
        try {
            return decompressed(new FileInputStream(file.path().toFile()));
        } catch (IOException e) {
            String why = e instanceof EOFException ? "it breaks off in its first bytes" : e.getMessage();
            throw new TapeException(file.path() + ": cannot be read: " + why
                    + "; expected a CSV file, plain or gzipped", e);
        }
    }

    /// Goes by the first bytes and not by the name: names lie.
    private static InputStream decompressed(FileInputStream in) throws IOException {
        try {
            boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
            in.getChannel().position(0);
            return gzip ? new GZIPInputStream(in, GZIP_BUFFER_SIZE) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
