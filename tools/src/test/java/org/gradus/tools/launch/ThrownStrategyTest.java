package org.gradus.tools.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gradus.tools.launch.Commands.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever wrote a strategy that throws is told what, where and why.
class ThrownStrategyTest {
    private static final String PLACE = "java.lang.IllegalStateException at Impatient.java:23";
    private static final String WHOLE = "threw " + PLACE + ": no patience with markets";

    @TempDir
    private Path folder;

    @Test
    void isToldInSummaryLogStatusAndExportAndItsStackTraceIsKept() throws IOException {
        RunSample sample = new RunSample(folder, "3 m");
        Answer run = sample.say("run", sample.config().toString(), "--set",
                "strategies.trend.kind=" + Impatient.class.getName());
        assertEquals(0, run.code(), run::text);
        assertTrue(run.text().contains("  disabled         trend " + WHOLE + "\n"), run::text);
        String log = Files.readString(sample.home.resolve("trading_logs.md"));
        assertTrue(log.contains("trend is disabled\n") && log.contains("**Why:** " + WHOLE + "\n"), log);
        assertTrue(sample.say("status").text().contains("trend, threw " + PLACE + "\n"));
        assertTrue(sample.say("journal", "export").text().contains("\"thrown\":\"" + PLACE + "\""));
        String trace = Files.readString(sample.home.resolve("reports/thrown.txt"));
        assertTrue(trace.contains("at " + Impatient.class.getName() + ".evaluate(Impatient.java:23)"), trace);
    }
}
