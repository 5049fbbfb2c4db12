package org.gradus.tools.journal;

import java.io.OutputStream;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.codec.RecordHeader;
import org.gradus.engine.codec.RecordSource;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;

/// Turns a journal into the text that auditors read: JSON lines as the contract says, or a flat CSV table. It must see
/// a journal from its
/// first record, because names stand in the `started` records only. Used by one thread; the caller owns the stream.
public final class JournalExport {
    /// A print that waits for confirmation is no trade yet; what comes of it stands in the record that settles it.
    private static final String UNCONFIRMED = "unconfirmed-print";

    private final RecordCodec codec = new RecordCodec();
    private final EpochTables tables = new EpochTables();
    private final Fields out;
    private final InputFields inputs;
    private final OutcomeFields outcomes;
    private final DecisionFields decisions;

    private JournalExport(Fields out) {
        this.out = out;
        inputs = new InputFields(out, tables);
        outcomes = new OutcomeFields(out, tables);
        decisions = new DecisionFields(out, tables);
    }

    /// One object a line.
    public static JournalExport json(OutputStream stream) {
        return new JournalExport(new JsonFields(stream));
    }

    /// One row for each input and each decision; see [CsvFields] for the columns.
    public static JournalExport csv(OutputStream stream) {
        return new JournalExport(new CsvFields(stream));
    }

    /// Writes all records of the source, and flushes.
    ///
    /// @return how many
    public long export(RecordSource source) {
        long records = 0;
        while (source.next()) {
            write(codec.read(source.buffer(), source.offset()));
            records++;
        }
        finish();
        return records;
    }

    /// Writes one record; call [#finish()] after the last.
    public void write(Journaled record) {
        if (record.input() instanceof Input.Started started) {
            tables.add(started);
        }
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
    }

    public void finish() {
        out.finish();
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
