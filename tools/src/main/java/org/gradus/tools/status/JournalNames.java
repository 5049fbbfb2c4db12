package org.gradus.tools.status;

import java.util.List;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.message.Input;

/// The names behind the numbers of the newest epoch. Owned by one [StatusFold].
final class JournalNames {
    private static final String RATE_LIMIT = "rate_per_minute";

    private List<String> symbols = List.of();
    private List<String> strategies = List.of();
    private int rateLimit;

    void learn(Input.Started started) {
        symbols = started.instruments().stream().map(Instrument::symbol).toList();
        strategies = started.strategies().stream().map(Input.Started.StrategyEntry::name).toList();
        rateLimit = started.limits().stream().filter(limit -> limit.name().equals(RATE_LIMIT))
            .mapToInt(limit -> Math.toIntExact(limit.value())).findFirst().orElse(0);
    }

    String symbol(int instrument) {
        return instrument >= 0 && instrument < symbols.size() ? symbols.get(instrument) : "instrument " + instrument;
    }

    String strategy(int strategy) {
        return strategy >= 0 && strategy < strategies.size() ? strategies.get(strategy) : "engine";
    }

    int rateLimit() {
        return rateLimit;
    }
}
