package org.gradus.engine.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gradus.engine.core.BarSeries;
import org.gradus.engine.core.Binding;
import org.gradus.engine.core.CoreSetup;
import org.gradus.engine.core.DecisionStage;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.MarketSetup;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.indicator.IndicatorSpec;
import org.gradus.engine.market.IndicatorBank;
import org.gradus.engine.market.MarketStage;
import org.gradus.engine.strategy.Declaration;
import org.gradus.engine.strategy.Parameters;
import org.gradus.engine.strategy.Strategy;
import org.gradus.engine.strategy.StrategyFactory;

/// Builds the market and decision stages of one epoch from its configuration: start reading here to see how things hang
/// together.
public final class Assembly {
    private static final int MAXIMUM_ORDERS = 256;
    private static final int MAXIMUM_PARKED = 64;
    private static final int MAXIMUM_SIGNALS = 1_000;

    private final EngineConfig config;
    private final MarketSetup marketSetup;
    private final List<Declared> declared = new ArrayList<>();
    private final MarketStage market;
    private final DecisionStage decision;

    /// What one configured strategy asked for and may say; the same for each of its instruments.
    ///
    /// @param strategyId  its number in the journal
    /// @param parameters  in force, defaults included
    public record Declared(int strategyId, StrategyConfig config, Map<String, String> parameters, int warmUpBars,
            List<String> valueNames, List<String> rationales) {
    }

    public Assembly(EngineConfig config, StrategyFactory factory) {
        this.config = config;
        marketSetup = marketSetup(config);
        IndicatorBank bank = new IndicatorBank(config.instruments().size());
        List<Draft> drafts = new ArrayList<>();
        for (int strategyId = 0; strategyId < config.strategies().size(); strategyId++) {
            drafts.addAll(declare(strategyId, config.strategies().get(strategyId), bank, factory));
        }
        market = new MarketStage(marketSetup, bank);
        decision = new DecisionStage(coreSetup(config), bind(drafts, bank));
    }

    private record Draft(int strategyId, int instrumentId, Timeframe timeframe, Strategy strategy, Asked asked) {
    }

    private List<Draft> declare(int strategyId, StrategyConfig strategy, IndicatorBank bank, StrategyFactory factory) {
        List<Draft> drafts = new ArrayList<>();
        Map<String, String> inForce = strategy.parameters();
        for (String symbol : strategy.symbols()) {
            Parameters parameters = new Parameters(strategy.parameters());
            Strategy instance = factory.create(strategy.kind(), strategy.jar(), parameters);
            if (!parameters.unread().isEmpty()) {
                throw new IllegalArgumentException("strategy " + strategy.name() + ": unknown parameters "
                        + parameters.unread());
            }
            int instrumentId = config.instrumentId(symbol);
            Asked asked = new Asked(bank, instrumentId, strategy.timeframe());
            instance.declare(asked);
            drafts.add(new Draft(strategyId, instrumentId, strategy.timeframe(), instance, asked));
            inForce = parameters.inForce();
        }
        Asked any = drafts.isEmpty() ? null : drafts.getFirst().asked();
        declared.add(any == null ? new Declared(strategyId, strategy, inForce, 0, List.of(), List.of())
                : new Declared(strategyId, strategy, inForce, any.warmUpBars(), List.copyOf(any.names),
                List.copyOf(any.rationales)));
        return drafts;
    }

    /// Collects what one strategy instance asks for.
    private static final class Asked implements Declaration {
        private final IndicatorBank bank;
        private final int instrumentId;
        private final Timeframe timeframe;
        private final List<Integer> outputs = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private final List<String> rationales = new ArrayList<>();
        private int warmUpBars = 1;
        private int askedWarmUpBars = 1;

        Asked(IndicatorBank bank, int instrumentId, Timeframe timeframe) {
            this.bank = bank;
            this.instrumentId = instrumentId;
            this.timeframe = timeframe;
        }

        @Override
        public int indicator(IndicatorSpec spec) {
            int handle = outputs.size();
            int first = bank.register(instrumentId, timeframe, spec);
            warmUpBars = Math.max(warmUpBars, spec.create().warmUpBars());
            for (int output = 0; output < spec.outputs(); output++) {
                outputs.add(first + output);
                names.add(spec.outputName(output));
            }
            return handle;
        }

        @Override
        public void warmUp(int bars) {
            askedWarmUpBars = Math.max(askedWarmUpBars, bars);
        }

        @Override
        public Timeframe timeframe() {
            return timeframe;
        }

        @Override
        public int rationale(String text) {
            rationales.add(text);
            return rationales.size();
        }

        /// One bar more than the indicators need, so that the values of the bar before are warm too.
        int warmUpBars() {
            return Math.max(askedWarmUpBars, outputs.isEmpty() ? 1 : warmUpBars + 1);
        }
    }

    private List<Binding> bind(List<Draft> drafts, IndicatorBank bank) {
        Map<String, BarSeries> shared = new TreeMap<>();
        List<Binding> bindings = new ArrayList<>();
        for (Draft draft : drafts) {
            int decimals = config.instruments().get(draft.instrumentId()).instrument().sizeDecimals();
            BarSeries series = shared.computeIfAbsent(draft.instrumentId() + " " + draft.timeframe(),
                    key -> new BarSeries(bank.outputs(draft.instrumentId(), draft.timeframe()), decimals));
            int[] outputs = draft.asked().outputs.stream().mapToInt(Integer::intValue).toArray();
            bindings.add(new Binding(draft.strategyId(), draft.instrumentId(), draft.timeframe(), draft.strategy(),
                    outputs, draft.asked().warmUpBars(), series));
        }
        return bindings;
    }

    private static MarketSetup marketSetup(EngineConfig config) {
        List<Instrument> instruments = config.instruments().stream().map(EngineConfig.InstrumentConfig::instrument)
                .toList();
        TreeSet<Timeframe> built = new TreeSet<>(config.bars().built());
        config.strategies().forEach(strategy -> built.add(strategy.timeframe()));
        return new MarketSetup(instruments, config.bars().base(), List.copyOf(built),
                config.instruments().stream().map(EngineConfig.InstrumentConfig::barsFromFeed).toList(),
                config.limits().quoteFreshNs(), config.limits().printCollar(), config.limits().printAgreement(),
                config.limits().printWaitNs());
    }

    private static CoreSetup coreSetup(EngineConfig config) {
        return new CoreSetup(config.runId(), config.phase(), config.cash(),
                config.instruments().stream().map(EngineConfig.InstrumentConfig::instrument).toList(),
                config.referenceInstrument(), config.bars().base(), config.strategies().stream()
                .map(StrategyConfig::name).toList(), config.limits(), config.entryReach(),
                config.entryRestNs(), MAXIMUM_ORDERS, MAXIMUM_PARKED, MAXIMUM_SIGNALS, config.tolerance());
    }

    public MarketSetup marketSetup() {
        return marketSetup;
    }

    public MarketStage market() {
        return market;
    }

    public DecisionStage decision() {
        return decision;
    }

    public List<Declared> declared() {
        return List.copyOf(declared);
    }
}
