package org.gradus.engine.runtime;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gradus.engine.runtime.EngineConfig.Topology;

/// What one simulated run is made of, besides code and tapes.
///
/// @param journalDirectory where the journal is or shall be
/// @param sealCopy         file outside the journal that keeps the last seal, so that a cut tail shows
/// @param topology         threads for this run; the journal is the same for each
/// @param firstTimeNs      engine time of the first record of a new journal: the first event's
public record SimulatedRun(
        EngineConfig config, StartedRecord.Origin origin, Path journalDirectory, Path sealCopy, Topology topology, long firstTimeNs) {

    boolean hasJournal() {
        return Files.isDirectory(journalDirectory);
    }
}
