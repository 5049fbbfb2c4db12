package org.gradus.engine.runtime;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.runtime.EngineConfig.InstrumentConfig;
import org.jspecify.annotations.Nullable;

/// Keeps what a journal once gave out: its run id, and the numbers of instruments and strategies. Instruments and
/// strategies known from earlier epochs keep theirs, new ones follow. Config order decides only among the new.
public final class Numbering {
    private final List<String> symbols;
    private final List<String> strategies;

    private final JournalScan.@Nullable Epoch first;

    public Numbering(List<JournalScan.Epoch> epochs) {
        first = epochs.isEmpty() ? null : epochs.getFirst();
        symbols = epochs.isEmpty() ? List.of() : epochs.getLast().symbols();
        strategies = epochs.isEmpty() ? List.of() : epochs.getLast().strategies();
    }

    /// The same configuration with instruments and strategies in the journal's order, its run id and starting cash.
    ///
    /// @throws RecoveryFailed when an instrument or strategy of the journal is no longer configured: its position would
    /// be nobody's
    public EngineConfig apply(EngineConfig config) {
        List<InstrumentConfig> instruments = renumber(ordered("instrument", symbols, config.instruments(),
                i -> i.instrument().symbol()));
        List<StrategyConfig> inOrder = ordered("strategy", strategies, config.strategies(), StrategyConfig::name);
        String reference = config.referenceInstrument() < 0 ? null
                : config.instruments().get(config.referenceInstrument()).instrument().symbol();
        int referenceId = reference == null ? -1
                : instruments.stream().map(i -> i.instrument().symbol()).toList().indexOf(reference);
        EngineConfig numbered = config.renumbered(instruments, referenceId, inOrder);
        return first == null ? numbered : numbered.takenUp(first.runId(), first.cash());
    }

    private static <T> List<T> ordered(String what, List<String> recorded, List<T> configured, Function<T,
            String> name) {
        Map<String, T> byName = configured.stream().collect(Collectors.toMap(name, Function.identity()));
        LinkedHashSet<String> order = new LinkedHashSet<>(recorded);
        configured.forEach(each -> order.add(name.apply(each)));
        List<T> result = new ArrayList<>();
        for (String each : order) {
            if (!byName.containsKey(each)) {
                throw new RecoveryFailed(what + " " + each
                        + " stands in the journal but no longer in the configuration: keep it there "
                        + "(a strategy may trade no instrument), or start a new home");
            }
            result.add(byName.get(each));
        }
        return result;
    }

    private static List<InstrumentConfig> renumber(List<InstrumentConfig> instruments) {
        List<InstrumentConfig> numbered = new ArrayList<>();
        for (InstrumentConfig each : instruments) {
            Instrument old = each.instrument();
            numbered.add(new InstrumentConfig(new Instrument(numbered.size(), old.symbol(), old.assetClass(),
                    old.baseCurrency(), old.quoteCurrency(), old.tick(), old.lot(), old.minimumNotional(),
                    old.maximumQuantity(), old.sizeDecimals()), each.barsFromFeed()));
        }
        return numbered;
    }
}
