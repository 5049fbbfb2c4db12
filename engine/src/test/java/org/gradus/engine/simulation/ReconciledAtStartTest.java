package org.gradus.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.journal.MemoryJournal;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.junit.jupiter.api.Test;

/// Whoever starts again looks at the venue before anything else: account, positions, and whether they agree.
class ReconciledAtStartTest {
    @Test
    void everyLaterStartIsFollowedByAReconciliation() {
        int later = 0;
        for (long seed = 1; seed <= 20; seed++) {
            List<Journaled> records = read(Simulator.crashed(Scenario.of(seed)));
            for (int i = 0; i < records.size(); i++) {
                boolean begun = records.subList(0, i).stream().anyMatch(each -> each.input() instanceof Input.TimeTick);
                if (records.get(i).input() instanceof Input.Started started && begun) {
                    later++;
                    assertTrue(reconciles(records, i + 1), "seed " + seed + ", epoch " + started.epoch());
                }
            }
        }
        assertTrue(later > 20, "starts: " + later);
    }

    @Test
    void aReconciliationOfAStartStandsForNoMinute() {
        for (long seed = 1; seed <= 20; seed++) {
            assertEquals(minutes(Simulator.whole(Scenario.of(seed))),
                minutes(Simulator.crashed(Scenario.of(seed))), "seed " + seed);
        }
    }

    /// Nothing but the steps of a reconciliation until its end, or until the next crash.
    private static boolean reconciles(List<Journaled> records, int from) {
        for (int i = from; i < records.size(); i++) {
            switch (records.get(i).input()) {
                case Input.Account _, Input.VenuePosition _ -> {
                    // Goes on.
                }
                case Input.Reconciled _, Input.Started _ -> {
                    return true;
                }
                default -> {
                    return false;
                }
            }
        }
        return true;
    }

    /// When reconciliations began, but for those right behind a start.
    private static List<Long> minutes(MemoryJournal journal) {
        List<Journaled> records = read(journal);
        List<Long> minutes = new ArrayList<>();
        for (int i = 1; i < records.size(); i++) {
            if (records.get(i).input() instanceof Input.Account
                    && !(records.get(i - 1).input() instanceof Input.Started)) {
                minutes.add(records.get(i).timeNs());
            }
        }
        return minutes;
    }

    private static List<Journaled> read(MemoryJournal journal) {
        RecordCodec codec = new RecordCodec();
        return journal.records().stream().map(bytes -> codec.read(new UnsafeBuffer(bytes), 0)).toList();
    }
}
