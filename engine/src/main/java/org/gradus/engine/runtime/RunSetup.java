package org.gradus.engine.runtime;

import org.gradus.engine.journal.JournalStore;
import org.gradus.engine.runtime.EngineConfig.Topology;

/// What any run is made of, besides code, feeds and gateway.
///
/// @param journal  where the records are or shall be
/// @param topology threads for this run; the journal of a simulated one is the same for each
public record RunSetup(EngineConfig config, StartedRecord.Origin origin, JournalStore journal, Topology topology) {
}
