package org.gradus.adapters.venue.stream;

import java.util.Optional;
import org.gradus.adapters.venue.fault.FaultKind;
import org.gradus.adapters.venue.fault.FaultRule;
import org.gradus.adapters.venue.fault.Faults;
import org.jspecify.annotations.Nullable;

/// What goes wrong with one stream. Usable from any thread.
public final class StreamFaults {
    private final Faults faults;
    private final String path;
    private volatile long silentUntilNs = System.nanoTime();

    public StreamFaults(Faults faults, String path) {
        this.faults = faults;
        this.path = path;
    }

    String path() {
        return path;
    }

    /// Why a connection is refused that would have been admitted; null when it is not.
    @Nullable StreamError refusal() {
        if (faults.strike(FaultKind.REFUSE, path).isPresent()) {
            return StreamError.CONNECTION_LIMIT_EXCEEDED;
        }
        return faults.strike(FaultKind.REFUSE_WITH, path).map(rule -> StreamError.of((int) rule.argument()))
                .orElse(null);
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
