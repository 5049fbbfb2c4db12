package org.gradus.engine.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// A small disk of its own, in memory, which a test fills up; for whoever may mount one. Others skip the test.
public final class FullDisk implements AutoCloseable {
    private final Path mounted;

    private FullDisk(Path mounted) {
        this.mounted = mounted;
    }

    /// Mounts it in an empty folder, or aborts the test where that is not allowed.
    public static FullDisk mount(Path folder, int mebibytes) {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/mount")), "no mount command here");
        Assumptions.assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs",
            folder.toString()) == 0, "this user may not mount a disk");
        return new FullDisk(folder);
    }

    /// Another process takes all but so much.
    public void fillUpTo(long leftBytes) {
        Path ballast = mounted.resolve("ballast");
        long size = mounted.toFile().getUsableSpace() - leftBytes;
        try {
            Files.write(ballast, new byte[Math.toIntExact(size)]);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    public void makeSpace() {
        try {
            Files.delete(mounted.resolve("ballast"));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static int run(String... command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(
                ProcessBuilder.Redirect.DISCARD).start().waitFor();
        } catch (IOException refused) {
            return -1;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    @Override
    public void close() {
        run("umount", "-l", mounted.toString());
    }
}
