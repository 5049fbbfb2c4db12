package org.gradus.tools.log;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gradus.engine.codec.RecordHeader;
import org.gradus.engine.message.Derived;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;

/// Tells what became of prints too far from the mark to be believed at once.
final class PrintWords {
    private final RunMemory memory;
    /// Records of the prints that wait, by instrument: at most one each.
    private final Map<Integer, Long> heldAt = new HashMap<>();

    PrintWords(RunMemory memory) {
        this.memory = memory;
    }

    void tell(Journaled record, List<Entry> entries) {
        for (Derived derived : record.derived()) {
            switch (derived) {
                case Derived.PrintRefused in -> add(record, entries, "the print" + of(in.instrument()) + " at "
                        + Numbers.price(in.price()) + " is refused", new Entry.Points()
                        .what("it was " + Numbers.percent(Math.abs(in.price() - in.mark()), in.mark())
                                + " off the mark of " + Numbers.price(in.mark()))
                        .why("the next print contradicts it").cameOfIt("it never counted"));
                case Derived.PrintConfirmed in -> add(record, entries, "the print" + of(in.instrument()) + " at "
                        + Numbers.price(in.price()) + " is believed", new Entry.Points()
                        .why("a second print agrees, or nothing contradicted it for " + Numbers.seconds(in.waitedNs()))
                        .cameOfIt("it is the mark now"));
                case Derived.BarClosed _, Derived.StageHash _ -> {
                    // No print of its own.
                }
            }
        }
        if ((record.header().flags() & RecordHeader.PRINT_PENDING) != 0) {
            switch (record.input()) {
                case Input.Trade print -> held(record, print.instrument(), print.price(), entries);
                case Input.TradeAggregate prints -> held(record, prints.instrument(), prints.price(), entries);
                default -> {
                    // Only prints wait.
                }
            }
        }
    }

    private void held(Journaled record, int instrument, long price, List<Entry> entries) {
        heldAt.put(instrument, record.sequence());
        add(record, entries, "a print of " + memory.tables.symbol(instrument) + " at " + Numbers.price(price)
                + " is held back", new Entry.Points().what("it moves no mark, triggers no stop and enters no bar until "
                + "it is confirmed").why("it is too far from the mark to be believed at once"));
    }

    private String of(int instrument) {
        Long record = heldAt.remove(instrument);
        return " of " + memory.tables.symbol(instrument) + (record == null ? "" : " in record " + record);
    }

    private static void add(Journaled record, List<Entry> entries, String title, Entry.Points points) {
        entries.add(new Entry(record.sequence(), record.timeNs(), title, points.list()));
    }
}
