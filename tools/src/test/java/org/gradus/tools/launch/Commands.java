package org.gradus.tools.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// `gradus` commands, spoken to in this process, or several in one JVM of their own, whose start is the dearest part:
/// each argument of [#main] is one command line, the exit code that of the first that failed.
public final class Commands {
    private Commands() {
    }

    /// What a command printed and how it ended.
    public record Answer(int code, String text) {
    }

    public static Answer said(String... words) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream captured = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        System.setOut(captured);
        System.setErr(captured);
        try {
            int code = Gradus.execute(words);
            return new Answer(code, bytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /// What every journal that a run has left whole must stand: it is intact, and a replay decides the same.
    public static void assertReplays(Path home) {
        for (String command : List.of("verify", "replay")) {
            Answer answer = said("journal", command, "--home", home.toString());
            assertEquals(0, answer.code(), answer::text);
        }
    }

    public static void main(String[] lines) {
        for (String line : lines) {
            int code = Gradus.execute(line.split(" "));
            if (code != Gradus.OK) {
                System.exit(code);
            }
        }
    }
}
