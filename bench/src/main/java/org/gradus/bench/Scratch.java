package org.gradus.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder for the journals that benches write; gone when the bench ends.
final class Scratch implements AutoCloseable {
    private final Path root;

    private Scratch(Path root) {
        this.root = root;
    }

    static Scratch in(Path parent) {
        try {
            Files.createDirectories(parent);
            return new Scratch(Files.createTempDirectory(parent, "gradus-bench-"));
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot make a folder in " + parent, refused);
        }
    }

    Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot make a folder in " + root, refused);
        }
    }

    Path root() {
        return root;
    }

    /// Deletes what the benches so far have written.
    void clear() {
        delete(false);
    }

    private void delete(boolean self) {
        try (Stream<Path> paths = Files.walk(root)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                if (self || !path.equals(root)) {
                    Files.delete(path);
                }
            }
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot clear " + root, refused);
        }
    }

    @Override
    public void close() {
        delete(true);
    }
}
