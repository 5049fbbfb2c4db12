package org.gradus.tools.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradus.engine.journal.JournalBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Journals, replays and exports are the same whatever the JVM's mode, the user's language and the machine's clock
/// zone.
class SurroundingsTest {
    /// Behind the first fills.
    private static final int RECORDS = 6_900;
    private static final String CONFIG = Path.of(System.getProperty("gradus.root"), "config/demo.conf").toString();

    @TempDir
    private Path folder;

    @Test
    void journalsReplaysAndExportsAreTheSameInAnySurroundings() throws Exception {
        Map<String, ChildJvm> children = new LinkedHashMap<>();
        children.put("plain", start("plain"));
        children.put("interpreted", start("interpreted", "-Xint"));
        children.put("turkish", start("turkish", "-Duser.language=tr", "-Duser.country=TR"));
        children.put("kathmandu", start("kathmandu", "-Duser.timezone=Asia/Kathmandu"));
        for (Map.Entry<String, ChildJvm> child : children.entrySet()) {
            int code = child.getValue().exitCode();
            assertEquals(0, code, () -> child.getKey() + ": " + child.getValue().printed());
        }
        List<ByteBuffer> records = JournalBytes.of(folder.resolve("plain/journal"));
        List<String> export = export(children.get("plain"));
        assertTrue(records.size() > RECORDS && export.size() == records.size(), () -> records.size() + " records");
        assertTrue(export.stream().anyMatch(line -> line.contains("\"order-filled\"")), "nothing was traded");
        for (String name : List.of("interpreted", "turkish", "kathmandu")) {
            assertEquals(records, JournalBytes.of(folder.resolve(name).resolve("journal")), name);
            assertEquals(export, export(children.get(name)), name);
        }
    }

    private ChildJvm start(String name, String... flags) {
        Path home = folder.resolve(name);
        return ChildJvm.gradus(folder.resolve(name + ".txt"), flags).start(
                "run " + CONFIG + " --home " + home + " --until " + RECORDS, "journal replay --home " + home,
                "journal export --home " + home);
    }

    private static List<String> export(ChildJvm child) {
        return child.printed().lines().filter(line -> line.startsWith("{")).toList();
    }
}
