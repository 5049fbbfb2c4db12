package org.gradus.tools.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gradus.tools.launch.Commands.Answer;
import org.gradus.tools.run.RunHome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process of its own that is told to stop, and one that is killed.
class SignalTest {
    private static final long PATIENCE_S = 180;
    private static final long AT_ONCE_S = 10;

    @TempDir
    private Path folder;
    private Process engine;

    @AfterEach
    void kill() throws InterruptedException {
        engine.destroyForcibly().waitFor(PATIENCE_S, TimeUnit.SECONDS);
    }

    @Test
    void aTerminatedRunStopsInOrderAndAKilledOneIsTakenUpAgain() throws Exception {
        RunSample sample = new RunSample(folder, "30 d");
        launch(sample);
        awaitLine("events");
        assertEquals(0, sample.say("halt", "--wait", "30").code());
        engine.destroy();
        assertTrue(engine.waitFor(PATIENCE_S, TimeUnit.SECONDS), "it ends");
        assertEquals(0, engine.exitValue());
        assertTrue(sample.say("status").text().contains("stopped: operator"));
        assertEquals(0, sample.say("journal", "verify").code());
        launch(sample);
        awaitLine("halted: somebody has placed the halt marker here");
        engine.destroyForcibly();
        assertTrue(engine.waitFor(PATIENCE_S, TimeUnit.SECONDS), "it ends");
        assertTrue(RunHome.runner(sample.home).isEmpty());
        Answer again = sample.say("run", sample.config().toString(), "--until", "1");
        assertTrue(again.text().contains("the engine before this one did not stop in order"), again::text);
        assertTrue(sample.say("status").text().contains("halted"));
    }

    @Test
    void aStrategyThatExitsIsNamedAtOnceAndTheJournalStaysWhole() throws Exception {
        RunSample sample = new RunSample(folder, "30 d");
        launch(sample, "--set", "strategies.trend.kind=" + Leaver.class.getName());
        awaitLine(Leaver.class.getName() + ".evaluate(Leaver.java:25) called System.exit: the run ends as if it were "
                + "killed");
        assertTrue(engine.waitFor(AT_ONCE_S, TimeUnit.SECONDS), "it ends");
        assertEquals(1, engine.exitValue());
        Answer verify = sample.say("journal", "verify");
        assertEquals(0, verify.code(), verify::text);
    }

    @Test
    void aStrategyThatExitsWhenItIsMadeIsNamedAndDoesNotLookLikeSuccess() throws Exception {
        RunSample sample = new RunSample(folder, "30 d");
        launch(sample, "--set", "strategies.trend.kind=" + Leaver.class.getName(), "--set",
                "strategies.trend.parameters.at-once=true");
        awaitLine(Leaver.class.getName() + ".<init>(Leaver.java:14) called System.exit");
        assertTrue(engine.waitFor(AT_ONCE_S, TimeUnit.SECONDS), "it ends");
        assertEquals(1, engine.exitValue());
        assertTrue(Files.notExists(sample.home), "nothing started");
    }

    private void launch(RunSample sample, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(flag -> flag.startsWith("--") || flag.startsWith("-D")).forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"),
            "-Dgradus.root=" + System.getProperty("gradus.root"), Gradus.class.getName(), "run",
            sample.config().toString(), "--home", sample.home.toString(), "--speed", "60"));
        command.addAll(List.of(options));
        engine = new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private void awaitLine(String part) throws IOException {
        BufferedReader lines = engine.inputReader(StandardCharsets.UTF_8);
        StringBuilder seen = new StringBuilder();
        String line = lines.readLine();
        while (line != null && !line.contains(part)) {
            seen.append(line).append('\n');
            line = lines.readLine();
        }
        assertTrue(line != null, () -> "it ended before it said '" + part + "':\n" + seen);
    }
}
