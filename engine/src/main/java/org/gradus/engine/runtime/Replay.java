package org.gradus.engine.runtime;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gradus.engine.codec.RecordSource;
import org.gradus.engine.core.DecisionStage;
import org.gradus.engine.runtime.JournalScan.Epoch;
import org.gradus.engine.strategy.StrategyFactory;

/// Recomputes a journal: every epoch under its recorded configuration, on the state that the epochs before it left. The
/// same inputs must give the same decisions, bit for bit.
public final class Replay {
    private final Supplier<RecordSource> journal;
    private final Function<String, EngineConfig> configOf;
    private final StrategyFactory factory;
    private long compared;

    /// @param journal  opens the journal from its first record, each time it is asked
    /// @param configOf reads a recorded configuration text
    public Replay(Supplier<RecordSource> journal, Function<String, EngineConfig> configOf, StrategyFactory factory) {
        this.journal = journal;
        this.configOf = configOf;
        this.factory = factory;
    }

    /// @return empty when every decision is the same
    public Optional<Difference> run() {
        JournalScan scan;
        try (RecordSource source = journal.get()) {
            scan = JournalScan.of(source);
        }
        for (Epoch epoch : lastOfEach(scan.epochs())) {
            Optional<Difference> difference = replay(scan, epoch);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    /// Epochs of one configuration and code that follow each other are replayed in one go.
    private static List<Epoch> lastOfEach(List<Epoch> epochs) {
        return epochs.stream().filter(epoch -> epoch.number() == epochs.size()
                || !epochs.get(epoch.number()).decidedLike(epoch)).toList();
    }

    private Optional<Difference> replay(JournalScan scan, Epoch epoch) {
        Recomputed first = recompute(scan, epoch);
        return first.difference().map(found -> found.strategy().isEmpty()
            ? found.inStrategy(unsteady(first, recompute(scan, epoch), epoch.strategies())) : found);
    }

    /// A strategy whose state comes out differently each time is the one that is not deterministic, although it has not
    /// decided otherwise yet. Empty when none is.
    private static String unsteady(Recomputed once, Recomputed again, List<String> strategies) {
        for (int id = 0; id < strategies.size(); id++) {
            if (once.decision().stateHash(id) != again.decision().stateHash(id)) {
                return strategies.get(id);
            }
        }
        return "";
    }

    private record Recomputed(DecisionStage decision, Optional<Difference> difference) {
    }

    private Recomputed recompute(JournalScan scan, Epoch epoch) {
        List<Epoch> before = scan.epochs().subList(0, epoch.number());
        EngineConfig config = new Numbering(before).apply(configOf.apply(epoch.config()));
        Assembly assembly = new Assembly(config, factory);
        Recovery recovery = new Recovery(assembly.market(), assembly.decision(), config.ring().slotBytes());
        compared = 0;
        try (RecordSource source = new UntilEpoch(journal.get(), epoch.number())) {
            recovery.run(source, number -> scan.epochs().get(number - 1).decidedLike(epoch), slot -> compared++);
            return new Recomputed(assembly.decision(), Optional.empty());
        } catch (RecoveryFailed differs) {
            return new Recomputed(assembly.decision(), Optional.of(Difference.of(recovery, epoch.strategies())));
        }
    }

    /// Records compared in the last pass.
    public long compared() {
        return compared;
    }
}
