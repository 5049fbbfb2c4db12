package org.gradus.tools.launch;

import java.io.PrintStream;
import java.time.Instant;
import java.util.Locale;

/// Shows how far something is that knows its end: redrawn in place on a terminal, a line every few seconds elsewhere.
final class ProgressBar {
    private static final int WIDTH = 30;
    private static final long REDRAW_NS = 100_000_000L;
    private static final long PRINT_NS = 5_000_000_000L;

    private final PrintStream out;
    private final boolean terminal = System.console() != null && System.console().isTerminal();
    private final long startNs = System.nanoTime();
    private long nextNs = startNs;
    private String last = "";
    private boolean lastIsShown = true;
    private double firstDone = -1;

    ProgressBar(PrintStream out) {
        this.out = out;
    }

    void show(double done, long rows, Instant at) {
        long now = System.nanoTime();
        firstDone = firstDone < 0 ? done : firstDone;
        int full = (int) Math.round(done * WIDTH);
        last = String.format(Locale.ROOT, "[%s%s] %5.1f %%  %,d rows, to %s%s", "#".repeat(full),
                "-".repeat(WIDTH - full), 100 * done, rows, at, left(done, now));
        lastIsShown = now >= nextNs;
        if (lastIsShown) {
            nextNs = now + (terminal ? REDRAW_NS : PRINT_NS);
            draw();
        }
    }

    /// The last state stays, also when what it belongs to has failed.
    void end() {
        if (!lastIsShown) {
            draw();
        }
        if (terminal && !last.isEmpty()) {
            out.println();
        }
    }

    /// What an earlier attempt had done says nothing about the speed of this one.
    private String left(double done, long now) {
        double here = done - firstDone;
        if (here <= 0 || done >= 1) {
            return "";
        }
        return String.format(Locale.ROOT, ", %,.0f s left", (now - startNs) / 1e9 / here * (1 - done));
    }

    private void draw() {
        lastIsShown = true;
        if (terminal) {
            out.print("\r\033[K" + last);
            out.flush();
        } else {
            out.println(last);
        }
    }
}
