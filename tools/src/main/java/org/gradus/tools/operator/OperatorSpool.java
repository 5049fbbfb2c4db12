package org.gradus.tools.operator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Commands on their way from an operator's terminal to a running engine: one file each in a folder only the owner can
/// read, written whole before it is seen. A file goes when its command is journaled, so none is lost in a crash; the
/// journal tells repeated ids apart, so none is carried out twice.
public final class OperatorSpool {
    private static final String ENDING = ".command";
    private static final long LONGEST_FILE = 4_096;

    private final Path folder;

    /// A command that has arrived, and where it lies.
    public record Arrived(OperatorCommand command, Path file) {
    }

    public OperatorSpool(Path folder) {
        this.folder = folder;
    }

    /// Makes the folder, for its owner's eyes only.
    public void open() {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot make the operator's folder " + folder + ": "
                    + FileRefusal.words(refused), refused);
        }
    }

    /// @throws IllegalArgumentException when no engine was ever started there
    public void submit(OperatorCommand command) {
        requireRun(folder);
        String name = System.currentTimeMillis() + "-" + command.id();
        Path draft = folder.resolve(name + ".draft");
        try {
            Files.writeString(draft, command.line(), StandardCharsets.UTF_8);
            Files.move(draft, folder.resolve(name + ENDING), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException refused) {
            draft.toFile().delete();
            throw new UncheckedIOException("cannot leave the command at " + folder + ": "
                    + FileRefusal.words(refused), refused);
        }
    }

    /// @throws IllegalArgumentException when no engine was ever started there
    public static void requireRun(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("no run folder at " + folder.getParent());
        }
    }

    /// What has arrived and is still there, oldest first. What is no command is set aside.
    ///
    /// @param refusals told what was set aside and why
    public List<Arrived> arrived(Consumer<String> refusals) {
        List<Arrived> commands = new ArrayList<>();
        for (Path file : files()) {
            try {
                commands.add(new Arrived(read(file), file));
            } catch (IOException | IllegalArgumentException refused) {
                setAside(file, refused.getMessage(), refusals);
            }
        }
        return commands;
    }

    /// Commands that came too late for the run they were given to belong to no other.
    ///
    /// @param refusals told what was set aside
    public void setAsideAll(Consumer<String> refusals) {
        for (Path file : files()) {
            setAside(file, "it was given to the run before this one, which had ended", refusals);
        }
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot look for the operator's commands at " + folder + ": "
                    + FileRefusal.words(refused), refused);
        }
    }

    private static OperatorCommand read(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LONGEST_FILE) {
            throw new IllegalArgumentException("not a file of at most " + LONGEST_FILE + " bytes");
        }
        return OperatorCommand.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }

    private void setAside(Path file, String why, Consumer<String> refusals) {
        try {
            Path aside = Files.createDirectories(folder.resolve("refused")).resolve(file.getFileName());
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            refusals.accept("refused a command from the operator's folder: " + why + "; it lies in " + aside);
        } catch (IOException refused) {
            refusals.accept("cannot set " + file + " aside: " + FileRefusal.words(refused));
        }
    }

    /// The command is journaled: its file has done its service.
    public void done(Arrived arrived) {
        try {
            Files.deleteIfExists(arrived.file());
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot take away " + arrived.file() + ": "
                    + FileRefusal.words(refused), refused);
        }
    }
}
