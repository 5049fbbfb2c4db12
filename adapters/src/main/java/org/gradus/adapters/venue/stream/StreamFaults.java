package org.gradus.adapters.venue.stream;

import java.util.Optional;
import org.gradus.adapters.venue.fault.FaultKind;
import org.gradus.adapters.venue.fault.FaultRule;
import org.gradus.adapters.venue.fault.Faults;

/// What goes wrong with one stream. Usable from any thread.
public final class StreamFaults {
    private final Faults faults;
    private final String path;
    private volatile long silentUntilNs = System.nanoTime();

    public StreamFaults(Faults faults, String path) {
        this.faults = faults;
        this.path = path;
    }

    /// Whether a connection is refused that would have been admitted.
    boolean refuses() {
        return faults.strike(FaultKind.REFUSE, path).isPresent();
    }

    /// Something is to be said: do the connections end before?
    boolean cuts() {
        return faults.strike(FaultKind.CUT, path).isPresent();
    }

    /// Something is to be said: is it swallowed?
    boolean swallows() {
        Optional<FaultRule> struck = faults.strike(FaultKind.SILENCE, path);
        struck.ifPresent(rule -> silentUntilNs = System.nanoTime() + rule.argument());
        return System.nanoTime() - silentUntilNs < 0;
    }
}
