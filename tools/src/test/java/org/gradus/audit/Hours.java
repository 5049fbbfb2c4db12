package org.gradus.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// When what is traded, by the export's word: the hours of all stocks together, and halts of each instrument. What
/// nobody has spoken of is traded.
final class Hours {
    private boolean told;
    private boolean open;
    private long untilNs;
    private long openSinceNs;
    private final Set<String> halted = new HashSet<>();
    private final Map<String, Long> resumedNs = new HashMap<>();

    void take(Line line) {
        if (line.is("started")) {
            told = false;
            halted.clear();
        } else if (line.is("trading-status")) {
            status(line.input(), line.timeNs());
        }
    }

    private void status(Fact status, long nowNs) {
        boolean opens = status.is("status", "open");
        if (!status.has("instrument")) {
            openSinceNs = opens && !(told && open) ? nowNs : openSinceNs;
            told = true;
            open = opens;
            untilNs = status.has("until_ns") ? status.nanos("until_ns") : Long.MAX_VALUE;
        } else if (opens && halted.remove(status.text("instrument"))) {
            resumedNs.put(status.text("instrument"), nowNs);
        } else if (!opens) {
            halted.add(status.text("instrument"));
        }
    }

    boolean closed(String instrument, Terms terms, long nowNs) {
        boolean afterHours = told && terms.stock(instrument) && (!open || nowNs >= untilNs);
        return afterHours || halted.contains(instrument);
    }

    /// Since when it is traded; 0 when nobody has said so.
    long tradedSinceNs(String instrument, Terms terms) {
        return Math.max(terms.stock(instrument) ? openSinceNs : 0, resumedNs.getOrDefault(instrument, 0L));
    }
}
