package org.gradus.tools.venue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gradus.adapters.venue.AccountKey;

/// Looks for a key in everything that a run has left behind: journal, logs, whatever it printed.
final class KeySearch {
    private KeySearch() {
    }

    /// @param written which files are the engine's
    /// @return where its id or its secret stands, in words
    static List<String> shown(AccountKey key, Path folder, Predicate<Path> written) {
        List<String> shown = new ArrayList<>();
        int searched = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).filter(written).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                searched++;
                if (text.contains(key.keyId()) || text.contains(key.secret())) {
                    shown.add("a key stands in " + file);
                }
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        if (searched == 0) {
            shown.add("nothing to look for a key in: " + folder);
        }
        return shown;
    }
}
