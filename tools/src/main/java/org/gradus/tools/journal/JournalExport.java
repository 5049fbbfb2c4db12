package org.gradus.tools.journal;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.codec.RecordHeader;
import org.gradus.engine.codec.RecordSource;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;

/// Turns a journal into the text that auditors read: JSON lines as the contract says, or a flat CSV table. It must see
/// a journal from its first record, because names stand in the `started` records only. Whatever goes wrong, the stream
/// gets whole records only. Used by one thread; the caller owns the stream.
public final class JournalExport {
    /// A print that waits for confirmation is no trade yet; what comes of it stands in the record that settles it.
    private static final String UNCONFIRMED = "unconfirmed-print";

    private static final int BUFFERED_BYTES = 1 << 16;

    private final RecordCodec codec = new RecordCodec();
    private final EpochTables tables = new EpochTables();
    private final OutputStream stream;
    /// Holds one record until it is whole.
    private final ByteArrayOutputStream record = new ByteArrayOutputStream();
    private final Fields out;
    private final InputFields inputs;
    private final OutcomeFields outcomes;
    private final DecisionFields decisions;
    private boolean whole = true;

    private JournalExport(OutputStream stream, Function<OutputStream, Fields> format) {
        this.stream = new BufferedOutputStream(stream, BUFFERED_BYTES);
        out = format.apply(record);
        inputs = new InputFields(out, tables);
        outcomes = new OutcomeFields(out, tables);
        decisions = new DecisionFields(out, tables);
    }

    /// One object a line.
    public static JournalExport json(OutputStream stream) {
        return new JournalExport(stream, JsonFields::new);
    }

    /// One row for each input and each decision; see [CsvFields] for the columns.
    public static JournalExport csv(OutputStream stream) {
        return new JournalExport(stream, CsvFields::new);
    }

    /// Writes all records of the source, and flushes; where it breaks off, those before.
    ///
    /// @return how many
    public long export(RecordSource source) {
        long records = 0;
        try {
            while (source.next()) {
                write(codec.read(source.buffer(), source.offset()));
                records++;
            }
        } finally {
            finish();
        }
        return records;
    }

    /// Writes one record; call [#finish()] after the last.
    public void write(Journaled record) {
        if (record.input() instanceof Input.Started started) {
            tables.add(started);
        }
        whole = false;
        out.beginRecord();
        header(record);
        inputs.write(record);
        outcomes.write(record);
        out.beginDecisions();
        for (Decision decision : record.decisions()) {
            decisions.write(decision);
        }
        out.endDecisions();
        out.endRecord();
        whole = true;
        passOn();
    }

    private void passOn() {
        try {
            out.finish();
            record.writeTo(stream);
            record.reset();
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot write the export: " + refused.getMessage(), refused);
        }
    }

    public void finish() {
        if (whole) {
            passOn();
        }
        try {
            stream.flush();
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot write the export: " + refused.getMessage(), refused);
        }
    }

    private void header(Journaled record) {
        Journaled.Header header = record.header();
        out.number("seq", header.sequence());
        out.nanos("time_ns", header.timeNs());
        if (header.venueTimeNs() != 0) {
            out.nanos("venue_time_ns", header.venueTimeNs());
        }
        boolean pending = (header.flags() & RecordHeader.PRINT_PENDING) != 0;
        out.text("type", pending ? InputType.FEED_FAULT : InputType.of(record.input()));
        if ((header.flags() & RecordHeader.FAILED) != 0) {
            out.flag("failed", true);
        }
        if (pending) {
            out.text("reason", UNCONFIRMED);
            out.flag("print_pending", true);
        }
        if ((header.flags() & RecordHeader.HIGH_LEFT_OUT) != 0) {
            out.flag("high_left_out", true);
        }
        if ((header.flags() & RecordHeader.LOW_LEFT_OUT) != 0) {
            out.flag("low_left_out", true);
        }
    }
}
