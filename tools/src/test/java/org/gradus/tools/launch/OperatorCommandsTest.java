package org.gradus.tools.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.gradus.adapters.strategy.UserStrategies;
import org.gradus.tools.config.FactoryCatalog;
import org.gradus.tools.config.RunConfig;
import org.gradus.tools.config.Settings;
import org.gradus.tools.launch.Commands.Answer;
import org.gradus.tools.operator.HaltMarker;
import org.gradus.tools.run.RunHome;
import org.gradus.tools.run.TapeRun;
import org.gradus.tools.run.Until;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an operator says from another terminal to an engine that runs.
class OperatorCommandsTest {
    private static final double SPEED = 60;
    private static final String[] PATIENT = {"--wait", "20"};

    @TempDir
    private Path folder;
    private RunSample sample;
    private RunHome home;
    private TapeRun run;
    private FutureTask<Boolean> running;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void start() {
        sample = new RunSample(folder, "30 d");
        Path root = Path.of(System.getProperty("gradus.root"));
        UserStrategies strategies = new UserStrategies(folder, root);
        RunConfig config = new Settings(folder, root, new FactoryCatalog(strategies))
            .load("sample.conf", List.of(), List.of());
        home = RunHome.open(sample.home);
        run = new TapeRun(config, strategies, home, SPEED, Until.END,
            new PrintStream(printed, true, StandardCharsets.UTF_8));
        running = new FutureTask<>(run::run);
        Thread.ofPlatform().name("run").start(running);
    }

    @AfterEach
    void stop() throws Exception {
        run.stop();
        assertEquals(true, running.get(30, TimeUnit.SECONDS));
        home.close();
        Commands.assertReplays(sample.home);
    }

    private Answer say(String... words) {
        String[] all = new String[words.length + PATIENT.length];
        System.arraycopy(words, 0, all, 0, words.length);
        System.arraycopy(PATIENT, 0, all, words.length, PATIENT.length);
        return sample.say(all);
    }

    private JsonNode status() {
        return JsonMapper.shared().readTree(sample.say("status", "--json").text());
    }

    @Test
    void answersAreOneJsonObjectWhereAsked() {
        Answer answer = say("halt", "--json");
        assertEquals(0, answer.code(), answer::text);
        JsonNode halted = JsonMapper.shared().readTree(answer.text());
        assertEquals("halt", halted.get("action").asString());
        assertEquals("done", halted.get("result").asString());
        JsonNode refused = JsonMapper.shared().readTree(say("veto", "k7-42", "--json").text());
        assertEquals("refused", refused.get("result").asString());
        assertTrue(refused.has("reason"), refused::toString);
    }

    @Test
    void haltAndResumeAreAnsweredByTheEngine() {
        Answer halt = say("halt");
        assertEquals(0, halt.code(), halt::text);
        assertTrue(halt.text().contains("halt: done"), halt::text);
        assertEquals("halted", status().get("risk_state").asString());
        assertEquals("operator-halt", status().get("latched").get(0).asString());
        assertTrue(new HaltMarker(sample.home).present(), "the marker stands as long as the halt");
        Answer unseen = say("resume", "--seen", "1");
        assertEquals(1, unseen.code(), unseen::text);
        assertTrue(unseen.text().contains("resume: changed since"), unseen::text);
        Answer resume = say("resume");
        assertTrue(resume.text().contains(": operator-halt; releasing operator-halt"), resume::text);
        assertTrue(resume.text().contains("resume: done"), resume::text);
        assertEquals("active", status().get("risk_state").asString());
        assertTrue(status().get("engine").asString().startsWith("running"));
    }

    @Test
    void theMarkerAloneHaltsARunningEngine() {
        assertEquals(0, sample.say("halt", "--direct").code());
        // The marker is looked for behind the first command's record, so it is in force by the second's.
        for (int i = 0; i < 2; i++) {
            Answer flatten = say("flatten");
            assertEquals(0, flatten.code(), flatten::text);
        }
        assertEquals("halted", status().get("risk_state").asString());
    }

    @Test
    void commandsAboutOrdersThatDoNotWaitAreRefused() {
        Answer approve = say("approve", "k7-42");
        assertEquals(1, approve.code(), approve::text);
        assertTrue(approve.text().contains("approve: nothing parked"), approve::text);
        assertEquals(1, say("veto", "k7-42").code());
        assertEquals(2, sample.say("approve", "order66").code());
        assertEquals(2, sample.say("resume", "--release", "everything").code());
    }

    @Test
    void garbageInTheFolderIsRefusedAndTheEngineGoesOn() throws IOException {
        Files.writeString(sample.home.resolve("operator/0-bad.command"), "rm -rf /");
        Answer flatten = say("flatten");
        assertEquals(0, flatten.code(), flatten::text);
        assertTrue(flatten.text().contains("strategies may enter again, `gradus halt` keeps them out"), flatten::text);
        assertTrue(printed.toString(StandardCharsets.UTF_8).contains("refused a command from the operator's folder"));
        assertTrue(Files.exists(sample.home.resolve("operator/refused/0-bad.command")));
    }

    @Test
    void aFolderWithoutAnEngineIsBadUsage() {
        assertEquals(2, Gradus.execute("halt", "--home", folder.resolve("nowhere").toString()));
        assertEquals(2, Gradus.execute("status", "--home", folder.resolve("nowhere").toString()));
    }
}
