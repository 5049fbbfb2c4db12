package org.gradus.tools.log;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.gradus.adapters.tape.CsvTape;
import org.gradus.engine.domain.FeedFault;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;

/// Tells what the tapes held that was refused: the first few of each kind one by one, the rest as a count at the stop.
final class FeedWords {
    private static final int TOLD = 3;
    private static final int SHOWN_MAX = 80;

    private final RunMemory memory;
    /// By tape and reason, in a fixed order.
    private final Map<String, Integer> counts = new TreeMap<>();

    FeedWords(RunMemory memory) {
        this.memory = memory;
    }

    void tell(Journaled record, List<Entry> entries) {
        switch (record.input()) {
            case Input.FeedFault fault -> refused(record, fault, entries);
            case Input.Stopped _ -> rest(record, entries);
            default -> {
                // Nothing was refused.
            }
        }
    }

    private void refused(Journaled record, Input.FeedFault in, List<Entry> entries) {
        String tape = TapeName.shown(memory.tables.source(record.header().source()));
        long line = record.header().sourcePosition();
        String reason = RuleWords.words(in.fault());
        int count = counts.merge(reason + " in " + tape, 1, Integer::sum);
        if (in.fault() == FeedFault.TRUNCATED && in.detail().startsWith(CsvTape.WRONG_CHECKSUM)) {
            entries.add(new Entry(record.sequence(), record.timeNs(), "the tape is damaged", new Entry.Points()
                    .what(tape + ", line " + line + ": " + quoted(in.detail()))
                    .cameOfIt("any row before may be altered; all that could be believed counted").list()));
        } else if (in.fault() == FeedFault.TRUNCATED) {
            entries.add(new Entry(record.sequence(), record.timeNs(), "the tape breaks off", new Entry.Points()
                    .what(tape + ", line " + line + ": " + quoted(in.detail()))
                    .cameOfIt("what stands before it counts; nothing behind it could be read").list()));
        } else if (count <= TOLD) {
            entries.add(new Entry(record.sequence(), record.timeNs(), "a row of the tape is refused",
                    new Entry.Points().what(tape + ", line " + line + ": " + quoted(in.detail()))
                            .why(reason + (count == TOLD ? "; more of this kind are counted and told at the stop" : ""))
                            .list()));
        }
    }

    private void rest(Journaled record, List<Entry> entries) {
        StringJoiner words = new StringJoiner("; ");
        counts.forEach((kind, count) -> {
            if (count > TOLD) {
                words.add(count + " times " + kind);
            }
        });
        if (words.length() > 0) {
            entries.add(new Entry(record.sequence(), record.timeNs(), "rows of the tapes were refused",
                    new Entry.Points().what(words + ", those told above included").list()));
        }
    }

    /// The row as it stood there, without what could disturb a page.
    private static String quoted(String detail) {
        String shown = detail.length() > SHOWN_MAX ? detail.substring(0, SHOWN_MAX) + "…" : detail;
        return "`" + shown.replaceAll("[\\p{Cntrl}`\\uFFFD]", "?") + "`";
    }
}
