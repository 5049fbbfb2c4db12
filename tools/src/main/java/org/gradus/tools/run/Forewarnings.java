package org.gradus.tools.run;

import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.EngineConfig.InstrumentConfig;
import org.gradus.engine.runtime.StrategyConfig;

/// What will keep a run from trading although its configuration holds: told before it starts, for nothing in the
/// journal would say why nothing happens.
final class Forewarnings {
    private final EngineConfig config;
    private final List<String> warnings = new ArrayList<>();

    private Forewarnings(EngineConfig config) {
        this.config = config;
    }

    static List<String> of(EngineConfig config) {
        Forewarnings forewarnings = new Forewarnings(config);
        config.strategies().forEach(forewarnings::bars);
        if (config.referenceInstrument() >= 0) {
            forewarnings.reference(config.instruments().get(config.referenceInstrument()));
        }
        forewarnings.veto();
        return forewarnings.warnings;
    }

    private void bars(StrategyConfig strategy) {
        for (String symbol : strategy.symbols()) {
            Timeframe shortest = shortest(config.instruments().get(config.instrumentId(symbol)));
            if (strategy.timeframe().compareTo(shortest) < 0) {
                warnings.add("strategy " + strategy.name() + " asks for " + strategy.timeframe().label() + " bars of "
                        + symbol + ", whose feed has none shorter than " + shortest.label()
                        + ": it will never be asked" + remedy(shortest));
            }
        }
    }

    /// The extreme-market guard looks at the reference's bars of the base timeframe.
    private void reference(InstrumentConfig reference) {
        if (shortest(reference) != config.bars().base()) {
            warnings.add("the reference " + reference.instrument().symbol() + " has no " + config.bars().base().label()
                    + " bars, which bars.base asks for: every entry will be denied as reference-missing"
                    + remedy(shortest(reference)));
        }
    }

    private static String remedy(Timeframe feeds) {
        return "; set bars.base = " + feeds.label() + ", and bars.timeframes and the strategies' timeframes to it or "
                + "longer ones";
    }

    /// Nobody is told anything in a simulated run.
    private void veto() {
        if (config.phase() == 4 && !config.limits().vetoGoesWithoutAlert()) {
            warnings.add("phase 4 announces entries above risk.veto.above and holds them; a simulated run delivers no "
                    + "announcement, so they lapse unless somebody approves them: risk.veto.goes-without-alert = true "
                    + "lets silence be consent");
        }
    }

    private Timeframe shortest(InstrumentConfig instrument) {
        List<Timeframe> feed = instrument.barsFromFeed();
        return feed.isEmpty() ? config.bars().base() : feed.getFirst();
    }
}
