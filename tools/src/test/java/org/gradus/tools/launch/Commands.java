package org.gradus.tools.launch;

/// Several `gradus` commands in one JVM: each argument is one command line, the exit code that of the first that
/// failed. For tests that need a JVM of their own, whose start is the dearest part.
public final class Commands {
    private Commands() {
    }

    /// One command line in this JVM.
    ///
    /// @return its exit code
    public static int run(String line) {
        return Gradus.execute(line.split(" "));
    }

    public static void main(String[] lines) {
        for (String line : lines) {
            int code = run(line);
            if (code != Gradus.OK) {
                System.exit(code);
            }
        }
    }
}
