package org.gradus.tools.run;

import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.codec.RecordHeader;
import org.gradus.engine.message.Derived;
import org.gradus.engine.message.Journaled;

/// Prints too far from the mark to be believed at once, and what became of them. Prices are scaled by 1e-9.
final class PrintFigures {
    private static final int FIRST = 3;

    private final List<Refused> first = new ArrayList<>();
    private int held;
    private int confirmed;
    private int refused;

    /// @param record in which it was contradicted
    record Refused(long record, long price, long mark) {
    }

    void add(Journaled record) {
        held += (record.header().flags() & RecordHeader.PRINT_PENDING) != 0 ? 1 : 0;
        for (Derived derived : record.derived()) {
            switch (derived) {
                case Derived.PrintConfirmed _ -> confirmed++;
                case Derived.PrintRefused in -> {
                    refused++;
                    if (first.size() < FIRST) {
                        first.add(new Refused(record.sequence(), in.price(), in.mark()));
                    }
                }
                case Derived.BarClosed _, Derived.StageHash _ -> {
                    // No print.
                }
            }
        }
    }

    int held() {
        return held;
    }

    int confirmed() {
        return confirmed;
    }

    int refused() {
        return refused;
    }

    /// The first few that were refused.
    List<Refused> first() {
        return first;
    }
}
