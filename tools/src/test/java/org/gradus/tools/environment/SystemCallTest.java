package org.gradus.tools.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.journal.ChronicleReader;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.tools.launch.Commands;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run asks of the operating system, seen by `strace`; skipped where that is missing or may not look.
class SystemCallTest {
    private static final String CONFIG = Path.of(System.getProperty("gradus.root"), "config/demo.conf").toString();
    private static final Pattern LEAVES = Pattern.compile("(connect|sendto|sendmsg|sendmmsg|bind|listen)\\(.*AF_INET");
    private static final Pattern FLUSH = Pattern.compile("(fsync|fdatasync|sync_file_range)\\(\\d+<(.*)>");

    @TempDir
    private Path folder;

    @BeforeEach
    void needsATracerThatMayLook() throws Exception {
        try {
            Process probe = new ProcessBuilder("strace", "-f", "-o", folder.resolve("probe").toString(), "true")
                    .start();
            assumeTrue(probe.waitFor() == 0, "strace may not trace here");
        } catch (IOException missing) {
            abort("strace is not installed");
        }
    }

    @Test
    void nothingTriesToLeaveTheMachineAndDecisionsAreForcedToDisk() throws Exception {
        Path home = folder.resolve("home");
        ChildJvm run = traced(Commands.class).start("run " + CONFIG + " --home " + home
                + " --set journal.force=true --until 8000");
        assertEquals(0, run.exitCode(), run::printed);
        Commands.assertReplays(home);
        assertEquals(List.of(), trace().stream().filter(line -> LEAVES.matcher(line).find()).toList());
        long forced = trace().stream().map(FLUSH::matcher).filter(call -> call.find()
                && call.group(2).endsWith(".cq4")).count();
        long due = recordsThatMustReachTheDisk(home.resolve("journal"));
        assertTrue(due > 10, () -> "only " + due + " records to force");
        assertEquals(due, forced);
    }

    @Test
    void aConnectionWouldBeSeen() throws Exception {
        ChildJvm caller = traced(Caller.class).start();
        assertEquals(0, caller.exitCode(), caller::printed);
        assertFalse(trace().stream().filter(line -> LEAVES.matcher(line).find()).toList().isEmpty());
    }

    @Test
    void theLibraryThatReportsUsageIsNotOnTheClassPath() {
        assertThrows(ClassNotFoundException.class, () -> Class.forName("net.openhft.chronicle.analytics.Analytics"));
    }

    /// Knocks at a closed port of this machine.
    static final class Caller {
        private Caller() {
        }

        public static void main(String[] none) throws IOException {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), 9)) {
                System.out.println(socket);
            } catch (ConnectException closed) {
                System.out.println("closed, as expected");
            }
        }
    }

    private ChildJvm traced(Class<?> main) {
        return new ChildJvm(List.of("strace", "-f", "--seccomp-bpf", "-y", "-e", "trace=network,fsync,fdatasync",
                "-e", "signal=none", "-o", folder.resolve("trace").toString()), List.of(), main, folder.resolve("out"));
    }

    private List<String> trace() throws IOException {
        return Files.readAllLines(folder.resolve("trace"));
    }

    private static long recordsThatMustReachTheDisk(Path journal) {
        RecordCodec codec = new RecordCodec();
        long due = 0;
        try (ChronicleReader reader = new ChronicleReader(journal)) {
            while (reader.next()) {
                due += mustReachTheDisk(codec.read(reader.buffer(), reader.offset())) ? 1 : 0;
            }
        }
        return due;
    }

    private static boolean mustReachTheDisk(Journaled record) {
        return record.input() instanceof Input.Started || record.input() instanceof Input.Seal
                || record.input() instanceof Input.PhaseApproved
                || record.decisions().stream().anyMatch(decision -> decision instanceof Decision.OrderDecision
                        || decision instanceof Decision.PhaseChange);
    }
}
