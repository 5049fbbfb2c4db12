package org.gradus.tools.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.journal.ChronicleReader;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.OperatorAction;
import org.gradus.tools.launch.Commands.Answer;
import org.gradus.tools.operator.HaltMarker;
import org.gradus.tools.operator.OperatorCommand;
import org.gradus.tools.operator.OperatorSpool;
import org.gradus.tools.run.RunHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `gradus run` and what can be said to it on its command line.
class RunCommandTest {
    @TempDir
    private Path folder;

    @Test
    void untilStopsBehindTheRecordAndALaterRunGoesOnToTheEnd() {
        RunSample sample = new RunSample(folder, "20 m");
        assertEquals(0, run(sample, "--until", "300").code());
        assertTrue(sample.say("status").text().contains("stopped: record-limit"));
        Answer second = run(sample);
        assertEquals(0, second.code(), second::text);
        assertTrue(second.text().contains("taking up the run behind record"), second::text);
        assertTrue(sample.say("status").text().contains("stopped: end-of-tape"));
    }

    @Test
    void aFinishedRunMakesRoomForANewOne() {
        RunSample sample = new RunSample(folder, "3 m");
        assertEquals(0, run(sample).code());
        Answer second = run(sample);
        assertTrue(second.text().contains("the finished run before this one is in"), second::text);
        assertEquals(0, second.code());
    }

    @Test
    void setOverridesAKeyAndTheJournalSaysSo() {
        RunSample sample = new RunSample(folder, "3 m");
        assertEquals(0, run(sample, "--set", "cash=77000").code());
        assertEquals(77_000L * 1_000_000_000L, started(sample).cash());
    }

    @Test
    void tapeTakesSeveralFilesAndForewarnsOfBarsThatNeverCome() throws IOException {
        RunSample sample = new RunSample(folder, "3 m");
        Path older = folder.resolve("BTC-USD_1h_older.csv");
        Path newer = folder.resolve("BTC-USD_1h_newer.csv");
        String header = "timestamp_ms,open,high,low,close,volume\n";
        Files.writeString(older, header + "1385400000000,812,815,811,814,3\n");
        Files.writeString(newer, header + "1385403600000,814,816,813,815,2\n");
        Answer answer = run(sample, "--tape", older.toString(), newer.toString());
        assertEquals(0, answer.code(), answer::text);
        assertEquals(2, started(sample).sources().size());
        String remedy = "; set bars.base = 1h, and bars.timeframes and the strategies' timeframes to it or longer ones";
        assertEquals(List.of("warning: strategy trend asks for 1m bars of BTC/USD, whose feed has none shorter than 1h"
                + ": it will never be asked" + remedy,
                "warning: the reference BTC/USD has no 1m bars, which bars.base asks for: every entry will be denied "
                + "as reference-missing" + remedy),
            answer.text().lines().filter(line -> line.startsWith("warning: ")).toList());
    }

    @Test
    void tapeTakesThePlaceOfTheConfiguredOnes() throws IOException {
        RunSample sample = new RunSample(folder, "3 m");
        Path tape = folder.resolve("trades.csv");
        Files.writeString(tape, "timestamp,price,amount\n1385400300,812.1,0.25\n1385400301,812.2,1\n");
        Answer answer = run(sample, "--tape", "BTC/USD=" + tape);
        assertEquals(0, answer.code(), answer::text);
        assertTrue(started(sample).sources().getFirst().name().contains("trades.csv"));
        assertTrue(sample.say("status").text().contains("2013-11-25 17:25:01 UTC"), () -> sample.say("status").text());
    }

    @Test
    void aLatencyThatWasNeverMeasuredIsAbsentFromTheSummaryForPrograms() {
        Answer answer = run(new RunSample(folder, "1 m"), "--json");
        String summary = answer.text().lines().filter(line -> line.startsWith("{")).findFirst().orElseThrow();
        assertTrue(summary.contains("\"tick_to_journal_ns\":{\"p50\":"), summary);
        assertFalse(summary.contains("tick_to_order_ns"), summary);
    }

    @Test
    void speedPacesTheTape() {
        RunSample sample = new RunSample(folder, "1 m");
        long startNs = System.nanoTime();
        assertEquals(0, run(sample, "--speed", "120").code());
        assertTrue(System.nanoTime() - startNs > 400_000_000L, "a minute at 120 times real time takes half a second");
    }

    @Test
    void aSpeedThatIsNoneIsBadUsageAndNothingStarts() {
        RunSample sample = new RunSample(folder, "1 m");
        for (String speed : List.of("0", "-1", "NaN", "fast")) {
            Answer answer = run(sample, "--speed", speed);
            assertEquals(2, answer.code());
            assertTrue(answer.text().contains("--speed " + speed + ": expected a number above 0"), answer::text);
        }
        assertTrue(Files.notExists(sample.home), "nothing started");
    }

    @Test
    void anEndBeforeTheFirstRecordIsBadUsage() {
        Answer answer = run(new RunSample(folder, "1 m"), "--until", "-1");
        assertEquals(2, answer.code());
        assertTrue(answer.text().contains("--until -1: expected a record number from 1"), answer::text);
    }

    @Test
    void twoEnginesNeverShareARunFolder() {
        RunSample sample = new RunSample(folder, "1 m");
        try (RunHome taken = RunHome.open(sample.home)) {
            Answer answer = run(sample);
            assertEquals(2, answer.code());
            assertTrue(answer.text().contains("another engine is running in " + taken.folder()), answer::text);
        }
        assertEquals(0, run(sample).code());
    }

    @Test
    void aFinishedRunTakesNoCommandAndTheNextOneIsNotHalted() {
        RunSample sample = new RunSample(folder, "3 m");
        assertEquals(0, run(sample).code());
        for (String[] command : new String[][] {{"halt"}, {"resume"}, {"flatten"}, {"approve", "k7-1"}}) {
            Answer answer = sample.say(command);
            assertEquals(1, answer.code(), answer::text);
            assertTrue(answer.text().contains(command[0] + ": refused: the run in " + sample.home + " has ended"),
                    answer::text);
        }
        assertEquals(0, run(sample).code());
        assertTrue(sample.say("status").text().contains("active, phase 1"));
    }

    @Test
    void aCommandThatCameTooLateForItsRunIsSetAsideByTheNext() {
        RunSample sample = new RunSample(folder, "3 m");
        assertEquals(0, run(sample).code());
        new OperatorSpool(RunHome.operatorFolder(sample.home)).submit(OperatorCommand.of(OperatorAction.HALT, 0, 0));
        Answer second = run(sample);
        assertTrue(second.text().contains("it was given to the run before this one"), second::text);
        assertTrue(sample.say("status").text().contains("active, phase 1"));
    }

    @Test
    void aDamagedJournalKeepsNobodyFromHalting() throws IOException {
        RunSample sample = new RunSample(folder, "3 m");
        assertEquals(0, run(sample).code());
        try (Stream<Path> files = Files.list(RunHome.journal(sample.home))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".cq4")).toList()) {
                Files.writeString(file, "not a queue any more");
            }
        }
        Answer halt = sample.say("halt");
        assertEquals(0, halt.code(), halt::text);
        assertTrue(new HaltMarker(sample.home).present());
    }

    @Test
    void theMarkerCanBePlacedAndTakenAwayWithoutARun() {
        RunSample sample = new RunSample(folder, "3 m");
        assertEquals(0, run(sample).code());
        assertEquals(0, sample.say("halt", "--direct").code());
        assertTrue(new HaltMarker(sample.home).present());
        assertEquals(0, sample.say("resume").code());
        assertFalse(new HaltMarker(sample.home).present());
    }

    @Test
    void writesTheStatusAsTheSummaryDoes() {
        RunSample sample = new RunSample(folder, "3 h");
        Answer answer = run(sample);
        Matcher equity = Pattern.compile(" {2}equity +([0-9,.]+) ").matcher(answer.text());
        assertTrue(equity.find(), answer::text);
        String status = sample.say("status").text();
        assertTrue(status.contains("equity     " + equity.group(1) + " (cash "), status);
        assertTrue(status.matches("(?s).*drawdown (0|-[0-9.]+) %\\).*"), status);
    }

    @Test
    void aStartWithTheHaltMarkerBeginsHalted() throws IOException {
        RunSample sample = new RunSample(folder, "20 m");
        Files.createDirectories(sample.home);
        new HaltMarker(sample.home).place("ada");
        Answer answer = run(sample);
        assertEquals(0, answer.code(), answer::text);
        assertTrue(answer.text().contains("halted: somebody has placed the halt marker"), answer::text);
        assertTrue(answer.text().lines().anyMatch(line -> line.matches(".* events .* equity .* {2}halted")),
                answer::text);
        assertTrue(sample.say("status").text().contains("halted, phase 1; latched: operator-halt"));
    }

    @Test
    void tellsThatNobodyIsAnnouncedAnythingInASimulatedRunOfPhaseFour() throws IOException {
        RunSample sample = new RunSample(folder, "3 h");
        Answer answer = run(sample, "--set", "phase=4");
        assertEquals(0, answer.code(), answer::text);
        assertTrue(answer.text().contains("warning: phase 4 announces entries above risk.veto.above"), answer::text);
        String log = Files.readString(sample.home.resolve("trading_logs.md"));
        assertTrue(log.contains("--home " + sample.home + "` ends it; without an answer until 2024-01-08 "), log);
        assertTrue(log.contains("silence is no consent, because its announcement was delivered to nobody"), log);
    }

    @Test
    void aDiskThatIsNearlyFullStopsTheRunInOrder() {
        RunSample sample = new RunSample(folder, "20 m");
        Answer answer = run(sample, "--set", "journal.reserve=1000000 GiB", "--set",
            "journal.free-mark=1000001 GiB");
        assertEquals(1, answer.code(), answer::text);
        assertTrue(answer.text().contains("the disk is nearly full"), answer::text);
        assertTrue(sample.say("status").text().contains("stopped: disk-low"));
        Commands.assertReplays(sample.home);
    }

    private static Answer run(RunSample sample, String... options) {
        String[] words = new String[options.length + 2];
        words[0] = "run";
        words[1] = sample.config().toString();
        System.arraycopy(options, 0, words, 2, options.length);
        return sample.say(words);
    }

    private static Input.Started started(RunSample sample) {
        try (ChronicleReader reader = new ChronicleReader(RunHome.journal(sample.home))) {
            reader.next();
            return (Input.Started) new RecordCodec().read(reader.buffer(), reader.offset()).input();
        }
    }
}
