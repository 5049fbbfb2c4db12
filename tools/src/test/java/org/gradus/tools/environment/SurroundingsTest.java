package org.gradus.tools.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.journal.JournalBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Journals, replays and exports are the same whatever the JVM's mode, the user's language and the machine's clock
/// zone.
class SurroundingsTest {
    /// With fills among them; as many as an interpreter computes twice in some twenty seconds.
    private static final int RECORDS = 12_000;
    private static final String[] ELSEWHERE = {"-Duser.language=tr", "-Duser.country=TR",
            "-Duser.timezone=Pacific/Kiritimati"};
    private static final String CONFIG = Path.of(System.getProperty("gradus.root"), "config/demo.conf").toString();

    @TempDir
    private Path folder;

    @Test
    void journalsReplaysAndExportsAreTheSameInAnySurroundings() throws Exception {
        ChildJvm plain = ended("plain", List.of(), run("plain"), export());
        ChildJvm elsewhere = ended("elsewhere", List.of(ELSEWHERE), export());
        List<String> interpreted = new ArrayList<>(List.of(ELSEWHERE));
        interpreted.add("-Xint");
        ended("interpreted", interpreted, run("interpreted"), "journal replay --home " + folder.resolve("plain"));
        List<ByteBuffer> records = JournalBytes.of(folder.resolve("plain/journal"));
        List<String> export = exported(plain);
        assertTrue(records.size() > RECORDS && export.size() == records.size(), () -> records.size() + " records");
        assertTrue(export.stream().anyMatch(line -> line.contains("\"order-filled\"")), "nothing was traded");
        assertEquals(records, JournalBytes.of(folder.resolve("interpreted/journal")));
        assertEquals(export, exported(elsewhere));
    }

    private String run(String name) {
        return "run " + CONFIG + " --home " + folder.resolve(name) + " --until " + RECORDS;
    }

    /// Of the plain run's journal.
    private String export() {
        return "journal export --home " + folder.resolve("plain");
    }

    private ChildJvm ended(String name, List<String> flags, String... commands) throws InterruptedException {
        ChildJvm child = ChildJvm.gradus(folder.resolve(name + ".txt"), flags.toArray(String[]::new)).start(commands);
        assertEquals(0, child.exitCode(), () -> name + ": " + child.printed());
        return child;
    }

    private static List<String> exported(ChildJvm child) {
        return child.printed().lines().filter(line -> line.startsWith("{")).toList();
    }
}
