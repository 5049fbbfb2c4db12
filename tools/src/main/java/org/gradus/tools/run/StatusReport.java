package org.gradus.tools.run;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.journal.ChronicleReader;
import tools.jackson.databind.ObjectMapper;

/// The state of an engine as its journal has it, read from another process.
public final class StatusReport {
    private final Map<String, String> figures = new LinkedHashMap<>();

    private StatusReport() {
    }

    public static StatusReport of(Path home) {
        JournalFigures f;
        try (ChronicleReader reader = new ChronicleReader(RunHome.journal(home))) {
            f = JournalFigures.of(reader);
        }
        StatusReport report = new StatusReport();
        report.figures.put("risk_state", f.riskState.label());
        report.figures.put("records", Long.toString(f.records));
        report.figures.put("time", Instant.ofEpochSecond(0, f.lastTimeNs).toString());
        if (f.equity != null) {
            report.figures.put("equity", FixedPoint.format(f.equity.equity()));
            report.figures.put("cash", FixedPoint.format(f.equity.cash()));
            report.figures.put("exposure", FixedPoint.format(f.equity.exposure()));
            report.figures.put("drawdown", FixedPoint.format(f.equity.drawdown()));
        }
        report.figures.put("trades", Integer.toString(f.trades.finished()));
        report.figures.put("entries", Integer.toString(f.entries));
        return report;
    }

    public void print(PrintStream out, boolean json) {
        if (json) {
            out.println(new ObjectMapper().writeValueAsString(figures));
        } else {
            figures.forEach((name, value) -> out.printf("%-12s %s%n", name.replace('_', ' '), value));
        }
    }
}
