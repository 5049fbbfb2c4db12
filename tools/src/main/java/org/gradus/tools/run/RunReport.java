package org.gradus.tools.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.journal.CheckedReader;
import org.gradus.engine.runtime.Telemetry;
import org.gradus.tools.picture.RunHistory;
import org.gradus.tools.picture.RunPicture;

/// What a run leaves for people: a summary, and a picture beside its journal. Everything but the latencies is read from
/// the journal.
public final class RunReport {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final RunHome home;
    private final String name;
    private final Telemetry telemetry;
    private final StrategyFaults faults;
    private final JournalFigures figures = new JournalFigures();
    private final RunHistory history = new RunHistory();
    private final Map<String, Path> places = new LinkedHashMap<>();

    /// @param run has ended
    public RunReport(RunHome home, EngineRun run) {
        this.home = home;
        this.name = run.name();
        this.telemetry = run.telemetry();
        faults = run.faults();
        places.put("journal", home.journal());
        places.put("trading log", run.tradingLog());
    }

    /// Reads the journal, draws the picture and prints the summary; what was wrong with the tapes comes last, where it
    /// is seen.
    ///
    /// @return false when a tape broke off or is damaged, so that the run is not what it was meant to be
    public boolean print(PrintStream out, boolean json) {
        try (CheckedReader reader = new CheckedReader(home.journal())) {
            JournalFigures.fold(reader, figures.andThen(history));
        }
        draw();
        faults.write(reports().resolve("thrown.txt")).ifPresent(file -> places.put("stack traces", file));
        if (json) {
            new RunSummaryJson(out, faults).print(figures, telemetry, places);
        } else {
            new RunSummary(out, faults).print(figures, telemetry, places);
        }
        warn(json ? System.err : out);
        return figures.feed.brokenOff().isEmpty() && figures.feed.damaged().isEmpty();
    }

    private void warn(PrintStream out) {
        figures.feed.brokenOff().forEach(place -> out.println("warning: " + place.tape() + " breaks off at line "
                + place.line() + ": what stands before it counts, the rest is missing"));
        figures.feed.damaged().forEach(place -> out.println("warning: " + place.tape() + " is damaged: its checksum "
                + "is wrong, so any row before line " + place.line() + ", its end, may be altered"));
        figures.emptyTapes().forEach(tape -> out.println("warning: " + tape + " is empty: it holds a header and no "
                + "row"));
    }

    /// A machine that cannot draw still has the figures.
    private void draw() {
        Path file = reports().resolve("run.png");
        if (history.empty() || figures.equity == null) {
            return;
        }
        try {
            RunPicture.write(history, headline(), subline(), file);
            places.put("picture", file);
        } catch (IOException cannotDraw) {
            System.err.println("gradus: no picture: " + cannotDraw.getMessage());
        }
    }

    private Path reports() {
        return home.folder().resolve("reports");
    }

    private String money() {
        return switch (figures.mode) {
            case DEMO, BACKTEST -> "simulated money";
            case PAPER -> "paper money";
            case LIVE -> "real money";
        };
    }

    private String headline() {
        double change = 100 * ((double) figures.equity.equity() / figures.startingCash - 1);
        return String.format(Locale.ROOT, "%s: %d trades, equity %+.2f %%, drawdown at most %.2f %%", name,
                figures.trades.finished(), change, 100 * figures.drawdown);
    }

    private String subline() {
        String from = DAY.format(Instant.ofEpochSecond(0, figures.firstTimeNs));
        String to = DAY.format(Instant.ofEpochSecond(0, figures.lastTimeNs));
        return String.format(Locale.ROOT, "%s%s (UTC), %,.0f %s of %s, fees paid %,.2f", from,
                from.equals(to) ? "" : " to " + to, FixedPoint.toDouble(figures.startingCash), history.currency(),
                money(), FixedPoint.toDouble(figures.equity.fees()));
    }
}
