package org.gradus.tools.config;

import java.util.List;
import org.gradus.adapters.feeds.FeedsPlan;
import org.gradus.engine.runtime.EngineConfig;
import org.jspecify.annotations.Nullable;

/// A checked configuration: what the engine is made from, and what feeds it.
///
/// @param tapes  in order of precedence at equal times; empty when a live feed drives the run
/// @param alpaca how it trades there; null for the simulated market
/// @param feeds  second sources beside it; null for the simulated market
public record RunConfig(EngineConfig engine, List<TapeSource> tapes, @Nullable AlpacaRun alpaca,
                        @Nullable FeedsPlan feeds) {
    public RunConfig {
        tapes = List.copyOf(tapes);
    }
}
