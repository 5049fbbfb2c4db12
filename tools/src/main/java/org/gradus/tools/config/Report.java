package org.gradus.tools.config;

import com.typesafe.config.ConfigOrigin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Collects what is wrong while a configuration is read. Reading never stops at a fault, so that the user sees all of
/// them.
final class Report {
    private static final Comparator<Fault> BY_PLACE = Comparator.comparing(Fault::file).thenComparingInt(Fault::line);

    /// A merged object has no file of its own; the library describes its origin by those of its parts, the one that
    /// wins first.
    private static final Pattern MERGED = Pattern.compile("merge of (.+?): ([0-9]+)\\b.*");

    private final String mainFile;
    private final Path workingFolder;
    private final List<Fault> faults = new ArrayList<>();

    /// @param mainFile  stands for things that are missing, which have no place of their own
    Report(String mainFile, Path workingFolder) {
        this.mainFile = mainFile;
        this.workingFolder = workingFolder;
    }

    void add(@Nullable ConfigOrigin origin, String key, @Nullable String value, String problem) {
        faults.add(new Fault(file(origin), line(origin), key, value, problem));
    }

    /// @param enclosing where the section it should stand in begins; null for the whole configuration
    void missing(@Nullable ConfigOrigin enclosing, String key, String expected) {
        add(enclosing, key, null, "missing, expected " + expected);
    }

    boolean clean() {
        return faults.isEmpty();
    }

    void throwIfAny() {
        if (!faults.isEmpty()) {
            faults.sort(BY_PLACE);
            throw new InvalidConfig(faults);
        }
    }

    private String file(@Nullable ConfigOrigin origin) {
        if (origin == null) {
            return mainFile;
        }
        Matcher merged = MERGED.matcher(origin.description());
        if (merged.matches()) {
            return shown(Path.of(merged.group(1)));
        }
        // What is no file has no lines worth telling; the library writes them into the description.
        return origin.filename() == null ? origin.description().replaceFirst(": [0-9]+$", "")
            : shown(Path.of(origin.filename()));
    }

    private static int line(@Nullable ConfigOrigin origin) {
        if (origin == null) {
            return 0;
        }
        Matcher merged = MERGED.matcher(origin.description());
        if (merged.matches()) {
            return Integer.parseInt(merged.group(2));
        }
        return origin.filename() == null ? 0 : Math.max(0, origin.lineNumber());
    }

    private String shown(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        return whole.startsWith(workingFolder) ? workingFolder.relativize(whole).toString() : whole.toString();
    }
}
