package org.gradus.tools.config;

import java.util.List;
import java.util.stream.Collectors;

/// A configuration that cannot be used; carries everything that is wrong with it, not only the first thing.
public final class InvalidConfig extends RuntimeException {
    private final transient List<Fault> faults;

    public InvalidConfig(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /// In the order of files and lines.
    public List<Fault> faults() {
        return faults;
    }
}
