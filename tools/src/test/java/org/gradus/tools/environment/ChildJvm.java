package org.gradus.tools.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gradus.tools.launch.Commands;

/// Runs `gradus` commands in a JVM of their own, started with this one's flags and class path.
public final class ChildJvm {
    private static final Duration KILLED_WITHIN = Duration.ofSeconds(60);

    private final List<String> command = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private final Path output;
    private Process process;

    /// @param prefix a program that starts the JVM, empty for none
    /// @param flags  flags on top of this JVM's own
    ChildJvm(List<String> prefix, List<String> flags, Class<?> main, Path output) {
        this.output = output;
        command.addAll(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(ChildJvm::handsOn)
                .forEach(command::add);
        command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.add("-Dgradus.root=" + System.getProperty("gradus.root"));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("surefire.test.class.path",
                System.getProperty("java.class.path")), main.getName()));
    }

    public static ChildJvm gradus(Path output, String... flags) {
        return new ChildJvm(List.of(), List.of(flags), Commands.class, output);
    }

    /// What the libraries need to reach into the JDK; not the memory and the agents of a test run.
    private static boolean handsOn(String flag) {
        return flag.startsWith("--") || flag.startsWith("-Dchronicle.") || flag.startsWith("-Dqueue.");
    }

    public ChildJvm start(String... arguments) {
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            process = builder.start();
            return this;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /// What it finds in its environment besides what we found in ours.
    public ChildJvm environment(Map<String, String> more) {
        environment.putAll(more);
        return this;
    }

    /// Asks it to stop in order.
    public void ask() {
        process.destroy();
    }

    public boolean ended() {
        return !process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /// Waits for its end, but no longer than this.
    public boolean endsWithin(Duration most) {
        try {
            return process.waitFor(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    public int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    /// Behind this it writes nothing any more.
    public void kill() {
        process.destroyForcibly();
        endsWithin(KILLED_WITHIN);
    }

    /// Everything it has printed so far.
    public String printed() {
        try {
            return Files.readString(output);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
