package org.gradus.tools.config;

import com.typesafe.config.ConfigOrigin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects what is wrong while a configuration is read. Reading never stops at a fault, so that the user sees all of
/// them.
final class Report {
    private static final Comparator<Fault> BY_PLACE = Comparator.comparing(Fault::file).thenComparingInt(Fault::line);

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

    void missing(String key, String expected) {
        faults.add(new Fault(mainFile, 0, key, null, "missing, expected " + expected));
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

    /// A merged object has no file of its own; the library calls its origin "merge of …".
    private String file(@Nullable ConfigOrigin origin) {
        if (origin == null || origin.filename() == null && origin.description().startsWith("merge of")) {
            return mainFile;
        }
        // What is no file has no lines worth telling; the library writes them into the description.
        return origin.filename() == null ? origin.description().replaceFirst(": [0-9]+$", "")
            : shown(Path.of(origin.filename()));
    }

    private static int line(@Nullable ConfigOrigin origin) {
        return origin == null || origin.filename() == null ? 0 : Math.max(0, origin.lineNumber());
    }

    private String shown(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        return whole.startsWith(workingFolder) ? workingFolder.relativize(whole).toString() : whole.toString();
    }
}
