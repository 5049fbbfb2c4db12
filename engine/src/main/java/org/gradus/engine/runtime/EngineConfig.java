package org.gradus.engine.runtime;

import java.util.List;
import org.gradus.engine.core.Tolerance;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Mode;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.message.Gateway;
import org.gradus.engine.risk.RiskLimits;
import org.gradus.engine.sim.MarketModel;

/// Everything an engine needs to know, checked once at start and then immutable; recorded whole in the epoch's
/// `started` record.
///
/// @param name              of the config file, without ending; names the run folder
/// @param phase             1 to 4
/// @param gateway           where orders go
/// @param currency          of account and equity, e.g. USD
/// @param cash              starting cash, scaled 1e-9
/// @param seed              of every simulated draw
/// @param runId             first part of client order ids; for simulated runs derived from seed and config, else drawn
/// once per journal
/// @param instruments       in config order; a journal keeps the numbers it once gave out
/// @param referenceInstrument  whose move the extreme-market guard watches; -1 for none
/// @param strategies        in config order
/// @param entryReach        how far above the ask (or last trade) an entry's limit may stand, ratio scaled 1e-9
/// @param entryRestNs       how long an entry in whole shares that takes its stop along may rest; 0 = every entry is
///                          immediate, and its stop an order of its own
/// @param limits            the guardrails
/// @param market            the simulated market's assumptions
/// @param operatorScript    the operator of unattended runs; absent when the script is empty
/// @param tolerance         how far a venue's books may be from ours
/// @param resolvedText      the whole resolved configuration, no secrets
public record EngineConfig(
        String name, Mode mode, int phase, Gateway gateway, String currency, long cash, long seed, int runId,
        List<InstrumentConfig> instruments, int referenceInstrument, BarsConfig bars, List<StrategyConfig> strategies,
        long entryReach, long entryRestNs, RiskLimits limits, MarketModel market, RingConfig ring,
        JournalConfig journal, OperatorScript operatorScript, Tolerance tolerance, String resolvedText) {

    public EngineConfig {
        instruments = List.copyOf(instruments);
        strategies = List.copyOf(strategies);
    }

    /// For the simulated market, which books as we do; no entry carries its stop.
    public EngineConfig(String name, Mode mode, int phase, Gateway gateway, String currency, long cash, long seed,
            int runId, List<InstrumentConfig> instruments, int referenceInstrument, BarsConfig bars,
            List<StrategyConfig> strategies, long entryReach, RiskLimits limits, MarketModel market, RingConfig ring,
            JournalConfig journal, OperatorScript operatorScript, String resolvedText) {
        this(name, mode, phase, gateway, currency, cash, seed, runId, instruments, referenceInstrument, bars,
            strategies, entryReach, 0, limits, market, ring, journal, operatorScript, Tolerance.NONE, resolvedText);
    }

    /// The number of the instrument with this symbol.
    ///
    /// @throws IllegalArgumentException when there is none
    public int instrumentId(String symbol) {
        for (InstrumentConfig each : instruments) {
            if (each.instrument().symbol().equals(symbol)) {
                return each.instrument().id();
            }
        }
        throw new IllegalArgumentException("unknown instrument " + symbol);
    }

    /// The same with other numbers: budgets go along with their strategies.
    EngineConfig renumbered(List<InstrumentConfig> newInstruments, int reference, List<StrategyConfig> newStrategies) {
        return new EngineConfig(name, mode, phase, gateway, currency, cash, seed, runId, newInstruments, reference,
                bars, newStrategies, entryReach, entryRestNs, limits.withBudgets(newStrategies.stream()
                .map(StrategyConfig::budget).toList()), market, ring, journal, operatorScript, tolerance, resolvedText);
    }

    /// The same with entries that carry their stop.
    public EngineConfig withEntryRest(long restNs) {
        return new EngineConfig(name, mode, phase, gateway, currency, cash, seed, runId, instruments,
                referenceInstrument, bars, strategies, entryReach, restNs, limits, market, ring, journal,
                operatorScript, tolerance, resolvedText);
    }

    /// The same for a journal that began with this run id and this cash.
    EngineConfig takenUp(int firstRunId, long firstCash) {
        return new EngineConfig(name, mode, phase, gateway, currency, firstCash, seed, firstRunId, instruments,
                referenceInstrument, bars, strategies, entryReach, entryRestNs, limits, market, ring, journal,
                operatorScript, tolerance, resolvedText);
    }

    /// One instrument and where its bars come from.
    ///
    /// @param barsFromFeed  timeframes delivered by the feed as bars; the smallest of them builds the larger missing
    /// ones. Empty: bars
    ///                      are built from trades.
    public record InstrumentConfig(Instrument instrument, List<Timeframe> barsFromFeed) {
        public InstrumentConfig {
            barsFromFeed = List.copyOf(barsFromFeed);
        }
    }

    /// @param base     the smallest timeframe; `equity` is journaled at each of its closes
    /// @param built    all timeframes built, base included, ascending
    /// @param graceNs  how long after a bar's end late prints are still taken; whole seconds, 0 on tapes
    public record BarsConfig(Timeframe base, List<Timeframe> built, long graceNs) {
        public BarsConfig {
            built = List.copyOf(built);
        }
    }

    /// How stages map to threads.
    ///
    /// @param slots      ring size, a power of two
    /// @param slotBytes  largest record on the ring
    /// @param topology   one consumer thread for all stages, one a stage, or no ring at all
    /// @param waiting    how consumers wait
    /// @param cores      cores to pin the consumer threads to, in stage order; empty = unpinned
    public record RingConfig(int slots, int slotBytes, Topology topology, Waiting waiting, List<Integer> cores) {
        public RingConfig {
            cores = List.copyOf(cores);
        }
    }

    /// Threads the stages run in.
    public enum Topology { DIRECT, FUSED, STAGED }

    /// How an idle consumer waits: AUTO backs off when cores are scarce.
    public enum Waiting { AUTO, BUSY_SPIN, YIELDING, BLOCKING }

    /// @param force           records with orders, approvals or phase changes are forced to disk before anything leaves
    /// @param blockBytes      mapped at a time
    /// @param freeMarkBytes   below this free space: REDUCING
    /// @param reserveBytes    below this: a clean stop
    public record JournalConfig(boolean force, int blockBytes, long freeMarkBytes, long reserveBytes) {
    }

    /// Plays the operator where nobody is: reviews and resumes this long after a latch. 0 = never.
    public record OperatorScript(long resumeAfterNs) {
    }
}
