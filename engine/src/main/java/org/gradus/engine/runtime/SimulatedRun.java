package org.gradus.engine.runtime;

import java.nio.file.Path;
import org.gradus.engine.journal.ChronicleStore;
import org.gradus.engine.journal.JournalStore;
import org.gradus.engine.runtime.EngineConfig.Topology;
import org.gradus.engine.sim.FaultPlan;

/// What one simulated run is made of, besides code and tapes.
///
/// @param journal  where the records are or shall be
/// @param topology threads for this run; the journal is the same for each
/// @param faults   what happens to the market's reports on their way; the same for every start of a run
public record SimulatedRun(
        EngineConfig config, StartedRecord.Origin origin, JournalStore journal, Topology topology, FaultPlan faults) {

    /// A run without faults, its journal on disk.
    ///
    /// @param sealCopy file outside the journal that keeps the last seal, so that a cut tail shows
    public SimulatedRun(EngineConfig config, StartedRecord.Origin origin, Path journalDirectory, Path sealCopy,
            Topology topology) {
        this(config, origin, new ChronicleStore(journalDirectory, sealCopy, config.journal().blockBytes()), topology,
                FaultPlan.NONE);
    }

    /// A run without faults.
    public static SimulatedRun of(RunSetup setup) {
        return new SimulatedRun(setup.config(), setup.origin(), setup.journal(), setup.topology(), FaultPlan.NONE);
    }

    RunSetup setup() {
        return new RunSetup(config, origin, journal, topology);
    }
}
