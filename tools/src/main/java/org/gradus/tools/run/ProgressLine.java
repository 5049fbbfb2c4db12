package org.gradus.tools.run;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.runtime.Telemetry;

/// Shows how far a run is: events, rate, engine time, equity. Redraws in place on a terminal, prints a line every few
/// seconds elsewhere.
final class ProgressLine {
    private static final long REDRAW_NS = 200_000_000L;
    private static final long PRINT_NS = 5_000_000_000L;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final PrintStream out;
    private final boolean terminal = System.console() != null && System.console().isTerminal();
    private final long startNs = System.nanoTime();
    private long firstSequence = -1;
    private long nextNs;
    private int drawn;

    ProgressLine(PrintStream out) {
        this.out = out;
        // A short run in a pipe has its last line only.
        nextNs = startNs + (terminal ? REDRAW_NS : PRINT_NS);
    }

    /// Something else to show, which must not stand in the middle of it. Any thread.
    synchronized void say(String words) {
        if (drawn > 0) {
            out.print("\r" + " ".repeat(drawn) + "\r");
            drawn = 0;
        }
        out.println(words);
    }

    synchronized void show(Telemetry telemetry, long nextSequence) {
        if (firstSequence < 0) {
            firstSequence = nextSequence;
        }
        long now = System.nanoTime();
        if (now < nextNs) {
            return;
        }
        // Elsewhere than on a terminal lines stay: the longer a run, the rarer they come.
        nextNs = now + (terminal ? REDRAW_NS : Math.max(PRINT_NS, (now - startNs) / 4));
        draw(telemetry);
    }

    /// Only what is out of the ordinary.
    private static String state(RiskState state) {
        return state == RiskState.ACTIVE ? "" : "  " + state.label();
    }

    synchronized void end(Telemetry telemetry) {
        draw(telemetry);
        if (terminal) {
            out.println();
        }
    }

    private void draw(Telemetry telemetry) {
        long events = Math.max(0, telemetry.lastSequence() - Math.max(0, firstSequence) + 1);
        double seconds = (System.nanoTime() - startNs) / 1e9;
        String line = String.format(Locale.ROOT, "%,12d events  %,9.0f/s  at %s  equity %,.2f", events,
                events / seconds, TIME.format(Instant.ofEpochSecond(0, telemetry.lastTimeNs())),
                FixedPoint.toDouble(telemetry.lastEquity())) + state(telemetry.riskState());
        if (terminal) {
            // What is left of a longer line before is wiped out.
            out.print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
            out.flush();
            drawn = line.length();
        } else {
            out.println(line);
        }
    }
}
