package org.gradus.engine.runtime;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.codec.RecordSource;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.runtime.JournalScan.Epoch;
import org.gradus.engine.strategy.StrategyFactory;

/// Recomputes a journal: every epoch under its recorded configuration, on the state that the epochs before it left. The
/// same inputs must give the same decisions, bit for bit.
public final class Replay {
    private final Supplier<RecordSource> journal;
    private final Function<String, EngineConfig> configOf;
    private final StrategyFactory factory;
    private long compared;

    /// The first record that came out differently.
    ///
    /// @param strategy  the strategy whose evaluation differed; empty when something else did
    public record Difference(long sequence, String strategy, String recorded, String recomputed) {
    }

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

    /// Epochs of one configuration that follow each other are replayed in one go.
    private static List<Epoch> lastOfEach(List<Epoch> epochs) {
        return epochs.stream().filter(epoch -> epoch.number() == epochs.size()
                || !epochs.get(epoch.number()).configHash().equals(epoch.configHash())).toList();
    }

    private Optional<Difference> replay(JournalScan scan, Epoch epoch) {
        List<Epoch> before = scan.epochs().subList(0, epoch.number());
        EngineConfig config = new Numbering(before).apply(configOf.apply(epoch.config()));
        Assembly assembly = new Assembly(config, factory);
        Recovery recovery = new Recovery(assembly.market(), assembly.decision(), config.ring().slotBytes());
        compared = 0;
        try (RecordSource source = new UntilEpoch(journal.get(), epoch.number())) {
            recovery.run(source, number -> scan.epochs().get(number - 1).configHash().equals(epoch.configHash()),
                    slot -> compared++);
            return Optional.empty();
        } catch (RecoveryFailed differs) {
            return Optional.of(describe(recovery, epoch));
        }
    }

    private static Difference describe(Recovery recovery, Epoch epoch) {
        Journaled recorded = read(recovery.recorded());
        Journaled recomputed = read(recovery.recomputed());
        int common = Math.min(recorded.decisions().size(), recomputed.decisions().size());
        for (int i = 0; i < common; i++) {
            Decision was = recorded.decisions().get(i);
            Decision now = recomputed.decisions().get(i);
            if (!was.equals(now)) {
                return new Difference(recorded.sequence(), strategyOf(was, now, epoch), was.toString(), now.toString());
            }
        }
        String last = recorded.decisions().size() > common ? strategyOf(recorded.decisions().get(common), null, epoch)
                : recomputed.decisions().size() > common ? strategyOf(recomputed.decisions().get(common), null, epoch)
                : "";
        return new Difference(recorded.sequence(), last, recorded.decisions().size() + " decisions",
                recomputed.decisions().size() + " decisions");
    }

    private static Journaled read(EventSlot slot) {
        return new RecordCodec().read(slot.buffer(), 0);
    }

    private static String strategyOf(Decision was, Decision now, Epoch epoch) {
        int id = was instanceof Decision.Evaluation evaluation ? evaluation.strategy()
                : now instanceof Decision.Evaluation evaluation ? evaluation.strategy() : -1;
        return id < 0 || id >= epoch.strategies().size() ? "" : epoch.strategies().get(id);
    }

    /// Records compared in the last pass.
    public long compared() {
        return compared;
    }
}
