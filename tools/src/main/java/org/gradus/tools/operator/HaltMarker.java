package org.gradus.tools.operator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A file in the run folder that says: no entry leaves. It needs no engine to answer: whoever sends orders looks for it
/// before each sending, and a start that finds it begins halted. Only a resume takes it away.
public final class HaltMarker {
    public static final String NAME = "HALT";

    private final Path file;

    /// @param home the run folder
    public HaltMarker(Path home) {
        file = home.resolve(NAME);
    }

    public boolean present() {
        return Files.exists(file);
    }

    /// A marker without a word in it is heeded like any other, and a full disk often has room for just that.
    ///
    /// @param principal who halts, for those who find it
    /// @return why the name is not in it, in words; empty when it is
    public Optional<String> place(String principal) {
        try {
            Files.writeString(file, "halted by " + principal + "\n", StandardCharsets.UTF_8);
            return Optional.empty();
        } catch (IOException refused) {
            if (present()) {
                return Optional.of(FileRefusal.words(refused));
            }
            throw new UncheckedIOException("cannot place the halt marker at " + file + ": "
                    + FileRefusal.words(refused), refused);
        }
    }

    public void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot take the halt marker away from " + file + ": "
                    + FileRefusal.words(refused), refused);
        }
    }
}
