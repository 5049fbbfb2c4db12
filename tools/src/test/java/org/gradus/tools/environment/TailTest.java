package org.gradus.tools.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.gradus.engine.codec.RecordHeader;
import org.gradus.engine.journal.ChronicleReader;
import org.gradus.tools.launch.Commands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Other processes read a journal while the engine writes it: every record, in order, and in nobody's way.
class TailTest {
    private static final int FIRST = 50;
    private static final int RECORDS = 3_000;
    /// `stopped` and the seal behind it.
    private static final int ENDING = 2;
    /// The demo's tape lasts many seconds then, and the engine until it is told to stop.
    private static final String PACE = " --speed 3600";
    private static final Duration POLL = Duration.ofMillis(5);
    private static final String SEQ = "{\"seq\":";
    private static final String CONFIG = Path.of(System.getProperty("gradus.root"), "config/demo.conf").toString();

    @TempDir
    private Path folder;
    private Path home;

    @Test
    void aFollowerSeesEveryRecordInOrderWhileTheEngineWrites() throws Exception {
        home = folder.resolve("home");
        assertEquals(0, run("first", " --until " + FIRST).exitCode());
        ChildJvm follower = ChildJvm.gradus(folder.resolve("follower")).start("journal tail -f --home " + home);
        try {
            await(() -> sequences(follower).size() >= FIRST + ENDING, follower);
            ChildJvm engine = run("second", PACE);
            List<Long> readHere = readWhile(engine);
            assertEquals(0, engine.exitCode(), engine::printed);
            Commands.assertReplays(home);
            assertEquals(upTo(readHere.size()), readHere);
            long last = readHere.size();
            await(() -> sequences(follower).size() >= last, follower);
            assertEquals(upTo(last), sequences(follower));
        } finally {
            follower.kill();
        }
    }

    @Test
    void verifyReplayAndExportWorkWhileTheEngineWrites() throws Exception {
        home = folder.resolve("home");
        assertEquals(0, run("first", " --until " + FIRST).exitCode());
        ChildJvm engine = run("second", PACE);
        ChildJvm auditor = ChildJvm.gradus(folder.resolve("auditor")).start("journal verify --home " + home,
                "journal replay --home " + home, "journal export --home " + home);
        assertEquals(0, auditor.exitCode(), auditor::printed);
        assertTrue(auditor.printed().contains("intact: "), auditor::printed);
        assertTrue(auditor.printed().contains("the same: "), auditor::printed);
        engine.kill();
    }

    private ChildJvm run(String name, String options) {
        return ChildJvm.gradus(folder.resolve(name)).start("run " + CONFIG + " --home " + home + options);
    }

    /// Reads much of what the engine writes, and then to the end of it; the last look comes after its end.
    private List<Long> readWhile(ChildJvm engine) {
        List<Long> sequences = new ArrayList<>();
        boolean asked = false;
        try (ChronicleReader reader = new ChronicleReader(home.resolve("journal"))) {
            boolean alive = true;
            while (alive) {
                alive = !engine.endsWithin(POLL);
                while (reader.next()) {
                    sequences.add(RecordHeader.sequence(reader.buffer(), reader.offset()));
                }
                if (alive && !asked && sequences.size() > RECORDS) {
                    asked = true;
                    engine.ask();
                }
            }
        }
        assertTrue(asked, "only " + sequences.size() + " records were read while the engine wrote");
        return sequences;
    }

    private static void await(BooleanSupplier reached, ChildJvm child) {
        long endNs = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!reached.getAsBoolean()) {
            assertTrue(!child.endsWithin(POLL) && System.nanoTime() < endNs, child::printed);
        }
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    /// The number of each whole line.
    private static List<Long> sequences(ChildJvm follower) {
        String printed = follower.printed();
        return printed.substring(0, printed.lastIndexOf('\n') + 1).lines()
                .filter(line -> line.startsWith(SEQ))
                .map(line -> Long.parseLong(line.substring(SEQ.length(), line.indexOf(',')))).toList();
    }
}
