package org.gradus.engine.core;

import java.util.List;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.risk.RiskLimits;

/// What the decision stage needs to know; immutable for an epoch. Lists are indexed by id.
///
/// @param runId          first part of client order ids
/// @param cash           starting cash, scaled 1e-9
/// @param reference      instrument whose move halts; -1 for none
/// @param base           timeframe at whose closes equity is written
/// @param strategies     names by strategy id
/// @param entryReach     how far above the ask (or last trade) an entry's limit may stand, ratio scaled 1e-9
/// @param entryRestNs    how long an entry that carries its stop may rest; 0 = none carries it
/// @param maximumOrders  orders in flight at most
/// @param maximumParked  orders waiting for the operator at most
/// @param maximumSignals answers a strategy may give to one bar
/// @param tolerance      how far the venue's books may be from ours
public record CoreSetup(
        int runId, int phase, long cash, List<Instrument> instruments, int reference, Timeframe base,
        List<String> strategies, RiskLimits limits, long entryReach, long entryRestNs, int maximumOrders,
        int maximumParked, int maximumSignals, Tolerance tolerance) {
    /// Work to do per instrument is kept in one 64-bit mask.
    public static final int MAXIMUM_INSTRUMENTS = 32;
    public static final int MAXIMUM_STRATEGIES = 32;

    public CoreSetup {
        instruments = List.copyOf(instruments);
        strategies = List.copyOf(strategies);
        if (instruments.size() > MAXIMUM_INSTRUMENTS) {
            throw new IllegalArgumentException(instruments.size() + " instruments, at most " + MAXIMUM_INSTRUMENTS);
        }
        if (strategies.size() > MAXIMUM_STRATEGIES) {
            throw new IllegalArgumentException(strategies.size() + " strategies, at most " + MAXIMUM_STRATEGIES);
        }
    }
}
