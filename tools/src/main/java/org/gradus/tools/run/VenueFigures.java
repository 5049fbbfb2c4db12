package org.gradus.tools.run;

import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Gateway;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;

/// How the line to a venue held: for how much of the run it was up, how often it was lost, and what the comparisons of
/// its books with ours found.
final class VenueFigures {
    private static final long NEVER = Long.MIN_VALUE;

    private boolean live;
    private long startedNs = NEVER;
    private long upSinceNs = NEVER;
    private long lastNs;
    private long ranNs;
    private long upNs;
    private int losses;
    private int comparisons;
    private int differing;

    void add(Journaled record) {
        switch (record.input()) {
            case Input.Started started -> {
                // An epoch that was killed ended with its last record.
                end(lastNs);
                startedNs = record.timeNs();
                live |= started.gateway() == Gateway.ALPACA;
            }
            case Input.VenueUp _ -> upSinceNs = record.timeNs();
            case Input.VenueDown _ when upSinceNs != NEVER -> {
                down(record.timeNs());
                losses++;
            }
            case Input.Stopped _ -> end(record.timeNs());
            default -> {
                // Says nothing of the line.
            }
        }
        lastNs = record.timeNs();
        record.decisions().forEach(this::add);
    }

    private void add(Decision decision) {
        if (decision instanceof Decision.ReconcileOutcome found) {
            comparisons++;
            differing += found.clean() ? 0 : 1;
        }
    }

    private void end(long nowNs) {
        down(nowNs);
        ranNs += startedNs == NEVER ? 0 : nowNs - startedNs;
        startedNs = NEVER;
    }

    private void down(long nowNs) {
        upNs += upSinceNs == NEVER ? 0 : nowNs - upSinceNs;
        upSinceNs = NEVER;
    }

    /// Whether the run trades at a venue outside this process.
    boolean live() {
        return live;
    }

    /// Of the time the engine ran, how much the venue was up, 0 to 1.
    double upShare() {
        long ran = ranNs + (startedNs == NEVER ? 0 : lastNs - startedNs);
        long up = upNs + (upSinceNs == NEVER ? 0 : lastNs - upSinceNs);
        return ran == 0 ? 0 : (double) up / ran;
    }

    /// How often it went down after it had been up.
    int losses() {
        return losses;
    }

    int comparisons() {
        return comparisons;
    }

    /// Comparisons that found the books to differ.
    int differing() {
        return differing;
    }
}
