package org.gradus.tools.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.gradus.engine.journal.FullDisk;
import org.gradus.tools.launch.Commands.Answer;
import org.gradus.tools.operator.HaltMarker;
import org.gradus.tools.run.RunHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `gradus` on a disk that is really full, with no mark to warn it.
class FullDiskTest {
    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void theRunStopsInOrderEveryCommandReadsItAndItGoesOnWhenThereIsSpace() throws IOException {
        RunSample sample = new RunSample(folder, "3 h");
        Files.createDirectories(sample.home);
        try (FullDisk disk = FullDisk.mount(sample.home, 24)) {
            RunHome.open(sample.home).close();
            disk.fillUpTo(3 * MEBIBYTE + MEBIBYTE / 2);
            Answer full = run(sample);
            assertEquals(1, full.code(), full::text);
            assertTrue(full.text().contains("the disk is nearly full: stopping"), full::text);
            assertClean(full);
            String status = assertClean(sample.say("status")).text();
            assertTrue(status.contains("stopped: disk-low") && status.contains("latched: disk-low"), status);
            assertEquals(0, assertClean(sample.say("journal", "verify")).code());
            assertEquals(0, assertClean(sample.say("journal", "replay")).code());
            assertClean(sample.say("journal", "export"));
            Answer stillFull = assertClean(run(sample));
            assertEquals(1, stillFull.code(), stillFull::text);
            disk.makeSpace();
            Answer again = run(sample);
            assertEquals(0, again.code(), again::text);
            assertTrue(again.text().contains("taking up the run behind record"), again::text);
        }
    }

    @Test
    void aDiskWithoutRoomForTheFirstBlockStartsNothingAndSaysSo() throws IOException {
        RunSample sample = new RunSample(folder, "1 m");
        Files.createDirectories(sample.home);
        try (FullDisk disk = FullDisk.mount(sample.home, 8)) {
            RunHome.open(sample.home).close();
            disk.fillUpTo(MEBIBYTE / 4);
            Answer full = assertClean(run(sample));
            assertEquals(1, full.code(), full::text);
            assertTrue(full.text().contains("the disk has no room for the next 1024 KiB of the journal"), full::text);
            disk.makeSpace();
            Answer again = run(sample);
            assertEquals(0, again.code(), again::text);
        }
    }

    @Test
    void haltPlacesItsMarkerWhereTheCommandFindsNoRoomAndSaysWhy() throws IOException {
        RunSample sample = new RunSample(folder, "1 m");
        Files.createDirectories(sample.home);
        try (FullDisk disk = FullDisk.mount(sample.home, 1)) {
            RunHome.open(sample.home).close();
            disk.fillUpTo(0);
            Answer halt = assertClean(sample.say("halt"));
            assertEquals(1, halt.code(), halt::text);
            assertTrue(new HaltMarker(sample.home).present(), "no entry leaves");
            assertTrue(halt.text().startsWith("halt: the halt marker is placed") && halt.text().contains(
                    "the command is not queued: cannot leave the command at " + sample.home.resolve("operator")
                    + ": No space left on device"), halt::text);
            try (Stream<Path> left = Files.list(sample.home.resolve("operator"))) {
                assertEquals(0, left.count(), "no draft is left behind");
            }
        }
    }

    @Test
    void aMarkerWithoutRoomForANameIsPlacedAndSaysSo() throws IOException {
        RunSample sample = new RunSample(folder, "1 m");
        Files.createDirectories(sample.home);
        try (FullDisk disk = FullDisk.mount(sample.home, 1)) {
            RunHome.open(sample.home).close();
            disk.fillUpTo(0);
            Answer halt = assertClean(sample.say("halt", "--direct"));
            assertEquals(0, halt.code(), halt::text);
            assertTrue(halt.text().contains("the halt marker is placed: no entry leaves") && halt.text().contains(
                    "(who halted could not be written into it: No space left on device)"), halt::text);
            assertTrue(new HaltMarker(sample.home).present());
        }
    }

    private static Answer run(RunSample sample) {
        return sample.say("run", sample.config().toString(), "--set", "journal.reserve=0 B", "--set",
            "journal.free-mark=0 B", "--set", "ring.slots=1024");
    }

    private static Answer assertClean(Answer answer) {
        assertFalse(answer.text().contains("Exception") || answer.text().contains("Error") || answer.text().contains(
            "\tat "), answer::text);
        return answer;
    }
}
