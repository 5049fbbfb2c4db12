package org.gradus.tools.config;

import java.util.List;
import org.gradus.engine.runtime.EngineConfig;

/// A checked configuration: what the engine is made from, and the tapes that feed it.
///
/// @param tapes  in order of precedence at equal times; empty when a live feed drives the run
public record RunConfig(EngineConfig engine, List<TapeSource> tapes) {
    public RunConfig {
        tapes = List.copyOf(tapes);
    }
}
