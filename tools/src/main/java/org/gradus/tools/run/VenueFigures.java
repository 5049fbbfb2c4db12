package org.gradus.tools.run;

import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Gateway;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;

/// How the line to a venue held: outages, and comparisons of its books with ours.
final class VenueFigures {
    private static final long UP = -1;

    private boolean live;
    /// Before that the line is being made; a start that succeeds is no outage.
    private boolean wasUp;
    private long downSinceNs = UP;
    private int outages;
    private long downNs;
    private int comparisons;
    private int differing;

    void add(Journaled record) {
        switch (record.input()) {
            case Input.Started started -> {
                live |= started.gateway() == Gateway.ALPACA;
                wasUp = false;
                downSinceNs = UP;
            }
            case Input.VenueDown _ when wasUp && downSinceNs == UP -> {
                downSinceNs = record.timeNs();
                outages++;
            }
            case Input.VenueUp _ -> {
                downNs = downNs(record.timeNs());
                downSinceNs = UP;
                wasUp = true;
            }
            case Input.Stopped _ -> {
                downNs = downNs(record.timeNs());
                downSinceNs = UP;
            }
            default -> {
                // Says nothing of the line.
            }
        }
        record.decisions().forEach(this::add);
    }

    private void add(Decision decision) {
        if (decision instanceof Decision.ReconcileOutcome found) {
            comparisons++;
            differing += found.clean() ? 0 : 1;
        }
    }

    /// Whether the run trades at a venue outside this process.
    boolean live() {
        return live;
    }

    /// After the venue had been up.
    int outages() {
        return outages;
    }

    /// For how long it was down in all, by this time.
    long downNs(long nowNs) {
        return downNs + (downSinceNs == UP ? 0 : nowNs - downSinceNs);
    }

    int comparisons() {
        return comparisons;
    }

    /// Comparisons that found the books to differ.
    int differing() {
        return differing;
    }
}
