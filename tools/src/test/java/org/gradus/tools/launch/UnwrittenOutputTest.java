package org.gradus.tools.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gradus.tools.launch.Commands.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a command prints goes to a full disk, or to a reader that has had enough.
class UnwrittenOutputTest {
    private static final long PATIENCE_S = 180;
    private static final String FULL = "gradus: cannot write the output: No space left on device";
    private static final List<String> READERS = List.of("journal export", "journal export --format csv",
        "journal tail", "journal verify --json", "journal replay --json", "status", "status --json");

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    @TempDir
    private Path folder;
    private RunSample sample;

    @BeforeEach
    void runsAnEngine() {
        sample = new RunSample(folder, "20 m");
        assertEquals(0, sample.say("run", sample.config().toString(), "--until", "150").code());
    }

    @AfterEach
    void putBack() {
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void aFullDiskIsToldInOneLineWithItsCause() {
        for (String reader : READERS) {
            Answer answer = saidTo(new Full(), false, reader);
            assertEquals(1, answer.code(), reader);
            assertEquals(FULL + "\n", answer.text(), reader);
        }
    }

    @Test
    void aReaderThatHasGoneEndsWhatPrintsMuchAtOnceAndQuietly() {
        for (String reader : READERS.subList(0, 3)) {
            Full pipe = new Full();
            Answer answer = saidTo(pipe, true, reader);
            assertEquals(Gradus.READER_GONE, answer.code(), reader);
            assertEquals("", answer.text(), reader);
            assertEquals(1, pipe.refused, reader);
        }
    }

    @Test
    void theProcessTellsAFullDiskToo() throws Exception {
        Path told = folder.resolve("told");
        sh("%s journal export --home %s > /dev/full 2> " + told + "; echo $? >> " + told);
        assertEquals(List.of(FULL, "1"), Files.readAllLines(told));
    }

    @Test
    void aFollowerThatWaitsEndsWithItsReader() throws Exception {
        Path told = folder.resolve("told");
        sh("{ %s journal tail -f --home %s --type stopped 2> " + told + "; echo $? >> " + told + "; } | head -1");
        assertEquals(List.of("141"), Files.readAllLines(told));
    }

    /// Runs it with the program and the run folder filled in, and waits for its end.
    private void sh(String line) throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", "-c", line.formatted("\"$@\"", sample.home), "sh",
            Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(flag -> flag.startsWith("--") || flag.startsWith("-D")).forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Gradus.class.getName()));
        Process process = new ProcessBuilder(command).redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile()).start();
        boolean ended = process.waitFor(PATIENCE_S, TimeUnit.SECONDS);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        assertTrue(ended, "it ends");
    }

    private Answer saidTo(OutputStream target, boolean readerGone, String words) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        System.setOut(new StandardOutput(target, () -> readerGone));
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        int code = Gradus.execute((words + " --home " + sample.home).split(" "));
        return new Answer(code, told.toString(StandardCharsets.UTF_8));
    }

    private static final class Full extends OutputStream {
        private int refused;

        @Override
        public void write(int value) throws IOException {
            refused++;
            throw new IOException("No space left on device");
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            write(0);
        }
    }
}
