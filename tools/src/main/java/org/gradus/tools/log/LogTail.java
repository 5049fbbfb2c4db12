package org.gradus.tools.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.codec.RecordSource;
import org.gradus.engine.domain.ClientOrderId;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;

/// Reads a journal as far as it goes and writes what is new to the log. Whatever was written before a crash is neither
/// doubled nor lost: the journal is read from its first record, and writing goes on where the log ends. Used by one
/// thread.
final class LogTail implements AutoCloseable {
    private static final int BATCH = 512;

    private final RecordSource journal;
    private final LogFile file;
    private final boolean begins;
    private final LogFilter filter = new LogFilter();
    private final RecordCodec codec = new RecordCodec();
    private final Narrator narrator;
    private final List<Entry> entries = new ArrayList<>();
    private Consumer<String> headlines = _ -> { };
    private boolean inRun;
    private long fromSequence;

    LogTail(RecordSource journal, Path log, boolean begins, String home, ThrownMessages messages)
            throws IOException {
        this.journal = journal;
        narrator = new Narrator(home, messages);
        this.begins = begins;
        file = new LogFile(log);
    }

    /// @param shown gets a line for each new entry that whoever watches the run should see
    void headlines(Consumer<String> shown) {
        headlines = shown;
    }

    /// Everything the journal holds by now.
    void catchUp() throws IOException {
        while (journal.next()) {
            if (filter.lets(journal.buffer(), journal.offset())) {
                tell(codec.read(journal.buffer(), journal.offset()));
            }
        }
        flush();
    }

    private void tell(Journaled record) throws IOException {
        if (!inRun) {
            fromSequence = file.openRun(nameOf(record), begins);
            inRun = true;
        }
        List<Entry> told = narrator.tell(record);
        if (record.sequence() >= fromSequence) {
            entries.addAll(told);
            // The last record of the engine before is told once more only to be whole in the file.
            told.stream().filter(each -> each.headline() && each.sequence() > fromSequence).map(Entry::line)
                .forEach(headlines);
        }
        if (entries.size() > BATCH) {
            flush();
        }
    }

    private void flush() throws IOException {
        if (!entries.isEmpty()) {
            file.append(entries);
            entries.clear();
        }
    }

    /// The run id and the time of the first record: the same for every epoch of a journal.
    private static String nameOf(Journaled first) {
        String run = first.input() instanceof Input.Started started
                ? ClientOrderId.text(ClientOrderId.of(started.runId(), 0)).replaceFirst("-0$", "") : "without a start";
        return run + " from " + Numbers.time(first.timeNs());
    }

    @Override
    public void close() throws IOException {
        try (journal; file) {
            catchUp();
        }
    }
}
