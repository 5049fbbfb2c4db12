package org.gradus.engine.simulation;

import static org.gradus.engine.domain.FixedPoint.ONE;
import static org.gradus.engine.domain.FixedPoint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Mode;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.message.Gateway;
import org.gradus.engine.risk.RiskLimits;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.EngineConfig.InstrumentConfig;
import org.gradus.engine.runtime.StrategyConfig;
import org.gradus.engine.runtime.TestConfigs;
import org.gradus.engine.sim.FaultPlan;
import org.gradus.engine.sim.MarketModel;
import org.gradus.engine.strategy.StrategyFactory;
import org.gradus.engine.tape.MergedTape;
import org.gradus.engine.tape.Tape;

/// Everything about one simulated run, drawn from its seed: instruments, tapes, strategies, limits, market and faults.
///
/// @param operator probability that the operator interferes after an event, scaled 1e-9
record Scenario(long seed, EngineConfig config, FaultPlan faults, List<WalkTape.Weather> weather, long operator) {
    private static final long SECOND_NS = TestConfigs.SECOND_NS;
    /// A quarter of an hour before midnight, so that many runs see a daily roll.
    private static final long START_NS = 1_704_066_300L * SECOND_NS;
    /// Minutes after the start in which strategies leave and the market calms down.
    private static final int QUIET_BARS = 30;
    private static final String NEW_SYMBOL = "LTC/USD";
    private static final List<String> SYMBOLS = List.of("BTC/USD", "ETH/USD");

    /// Whether things happen that neither tape nor market nor operator brings.
    boolean eventful() {
        return seed % 4 == 1;
    }

    /// When strategies leave.
    static long quietNs() {
        return START_NS + QUIET_BARS * 60 * SECOND_NS;
    }

    static Scenario of(long seed) {
        Random random = new Random(seed);
        int instruments = 1 + random.nextInt(2);
        List<WalkTape.Weather> weather = new ArrayList<>();
        for (int i = 0; i < instruments; i++) {
            weather.add(weather(random, instruments));
        }
        return new Scenario(seed, config(seed, instruments, random), faults(seed, random), weather,
                random.nextInt(3) == 0 ? ONE / 50 : 0);
    }

    private static WalkTape.Weather weather(Random random, int instruments) {
        long pauseNs = (2 + random.nextInt(8)) * instruments * SECOND_NS;
        long calmNs = START_NS + QUIET_BARS * 60 * SECOND_NS + 30 * SECOND_NS;
        return new WalkTape.Weather(START_NS + random.nextInt(1_000_000_000), calmNs, pauseNs,
                ONE / 10_000 * (1 + random.nextInt(60)), ONE / 1_000 * random.nextInt(20),
                ONE / 1_000 * random.nextInt(10),
                random.nextInt(2) * ONE / 1_000 * random.nextInt(700), ONE / 1_000 * random.nextInt(10));
    }

    /// A third of the runs have no fault but crashes, a third has few, a third has many.
    private static FaultPlan faults(long seed, Random random) {
        int most = new int[] {0, 50, 400}[random.nextInt(3)];
        return new FaultPlan(seed, chance(random, most), chance(random, most), chance(random, most),
                1 + random.nextLong(20 * SECOND_NS), chance(random, most));
    }

    private static long chance(Random random, int perMille) {
        return ONE / 1_000 * random.nextInt(perMille + 1);
    }

    private static EngineConfig config(long seed, int instruments, Random random) {
        List<InstrumentConfig> list = new ArrayList<>();
        for (int i = 0; i < instruments; i++) {
            list.add(new InstrumentConfig(instrument(seed, i, SYMBOLS.get(i)), List.of()));
        }
        List<StrategyConfig> strategies = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            strategies.add(strategy(i, instruments, seed, random));
        }
        EngineConfig base = TestConfigs.with(list, strategies, "scenario " + seed);
        int phase = new int[] {1, 1, 1, 3, 4}[random.nextInt(5)];
        return new EngineConfig("simulation", Mode.BACKTEST, phase, Gateway.SIMULATED, "USD", base.cash(), seed, 42,
                list, 0,
                base.bars(), strategies, parse("0.003"), limits(base.limits(), seed, random), market(seed, random),
                base.ring(),
                base.journal(), new EngineConfig.OperatorScript(random.nextInt(2) * 120 * SECOND_NS),
                base.resolvedText()).withEntryRest(3 * SECOND_NS);
    }

    /// In a third of the runs shares are traded, whose entries take their stops along; there is more to be had of them.
    private static Instrument instrument(long seed, int id, String symbol) {
        return seed % 3 == 2 ? TestConfigs.share(id, symbol, seed % 4 == 0 ? 7 : 6)
                : TestConfigs.crypto(id, symbol, symbol.substring(0, 3), 8);
    }

    private static StrategyConfig strategy(int number, int instruments, long seed, Random random) {
        return new StrategyConfig("eager-" + number, "eager", "", SYMBOLS.subList(0, instruments), Timeframe.M1,
                parse("0.06"), Map.of("seed", Long.toString((seed * 8 + number) % Integer.MAX_VALUE), "entering",
                Double.toString(random.nextInt(8) / 10.0), "leaving", Double.toString(random.nextInt(4) / 10.0),
                "until",
                Long.toString(START_NS / SECOND_NS + QUIET_BARS * 60)));
    }

    /// A breaker that trips in every third run, a loss that pauses every seventh, waits short enough to end within it,
    /// and the guardrails as they are.
    private static RiskLimits limits(RiskLimits base, long seed, Random random) {
        return new RiskLimits(base.tradeSize(), base.totalExposure(), base.oneAsset(), base.stopLoss(),
                seed % 3 == 0 ? parse("0.0005") : base.circuitBreaker(),
                base.extremeMarket(), base.ratePerMinute(), base.rateReserved(), 10_000,
                seed % 7 == 1 ? parse("0.0001") : parse("0.5"), parse("0.05"),
                base.printCollar(), base.printAgreement(), base.printWaitNs(), base.quoteFreshNs(),
                base.referenceFreshNs(),
                base.maximumOrderNotional(), base.takerFee(), base.confirmAbove(), 90 * SECOND_NS, base.vetoAbove(),
                60 * SECOND_NS, random.nextBoolean(), SECOND_NS, 5 * SECOND_NS, base.stopPlaceNs(), parse("0.02"),
                base.strategyBudgets(), SYMBOLS);
    }

    private static MarketModel market(long seed, Random random) {
        MarketModel usual = MarketModel.pessimistic(seed);
        MarketModel.Mishaps mishaps = new MarketModel.Mishaps(chance(random, 100), chance(random, 500), ONE / 2);
        MarketModel.Latency slow = new MarketModel.Latency(1 + random.nextLong(SECOND_NS),
                random.nextLong(3 * SECOND_NS),
                1 + random.nextLong(SECOND_NS), random.nextLong(3 * SECOND_NS));
        return new MarketModel(seed, random.nextInt(3) == 0 ? slow : usual.latency(), usual.pricing(), usual.fees(),
                mishaps,
                usual.lastLook());
    }

    /// The same run after somebody has changed its configuration: an instrument with a tape of its own stands in front,
    /// and so does a strategy; parameters, budgets and limits are others; run id and cash would be others in a new
    /// home.
    Scenario changed() {
        List<InstrumentConfig> instruments = new ArrayList<>();
        List<String> symbols = new ArrayList<>(List.of(NEW_SYMBOL));
        symbols.addAll(sources());
        symbols.forEach(symbol -> instruments.add(new InstrumentConfig(
                instrument(seed, instruments.size(), symbol), List.of())));
        List<StrategyConfig> strategies = new ArrayList<>();
        strategies.add(new StrategyConfig("newcomer", "eager", "", symbols, Timeframe.M1, parse("0.02"),
                Map.of("until", Long.toString(START_NS / SECOND_NS + QUIET_BARS * 60))));
        config.strategies().forEach(old -> strategies.add(new StrategyConfig(old.name(), old.kind(), "", old.symbols(),
                old.timeframe(), parse("0.055"), changed(old.parameters()))));
        List<WalkTape.Weather> tapes = new ArrayList<>(List.of(weather.getFirst()));
        tapes.addAll(weather);
        RiskLimits limits = changed(config.limits()).withBudgets(strategies.stream().map(StrategyConfig::budget)
                .toList());
        return new Scenario(seed, new EngineConfig("simulation", Mode.BACKTEST, config.phase(), Gateway.SIMULATED,
                "USD",
                config.cash() * 2, seed, 43, instruments, 1, config.bars(), strategies, config.entryReach(), limits,
                config.market(), config.ring(), config.journal(), config.operatorScript(), "changed " + seed)
                .withEntryRest(config.entryRestNs()), faults,
                tapes, operator);
    }

    private static Map<String, String> changed(Map<String, String> parameters) {
        Map<String, String> changed = new TreeMap<>(parameters);
        changed.put("leaving", "0.25");
        return changed;
    }

    private static RiskLimits changed(RiskLimits old) {
        return new RiskLimits(old.tradeSize(), old.totalExposure(), old.oneAsset(), old.stopLoss(), parse("0.02"),
                parse("0.3"), old.ratePerMinute(), old.rateReserved(), old.entriesPerDay(), old.lossPerDay(),
                old.priceCollar(), old.printCollar(), old.printAgreement(), old.printWaitNs(), old.quoteFreshNs(),
                old.referenceFreshNs(), old.maximumOrderNotional(), old.takerFee(), old.confirmAbove(),
                old.confirmWaitNs(), old.vetoAbove(), old.vetoWindowNs(), old.vetoGoesWithoutAlert(), old.stopCoverNs(),
                old.stopFillNs(), old.stopPlaceNs(), old.stopLimitOffset(), old.strategyBudgets(),
                List.of("BTC/USD", "ETH/USD", NEW_SYMBOL));
    }

    static StrategyFactory strategies() {
        return (kind, jar, parameters) -> new EagerStrategy(parameters);
    }

    MergedTape tape() {
        return new MergedTape(tapes());
    }

    List<Tape> tapes() {
        List<Tape> tapes = new ArrayList<>();
        for (int i = 0; i < weather.size(); i++) {
            Instrument instrument = config.instruments().get(i).instrument();
            tapes.add(new WalkTape(instrument, i, seed * 4 + SYMBOLS.indexOf(instrument.symbol()), weather.get(i)));
        }
        return tapes;
    }

    /// Each tape is named after its instrument.
    List<String> sources() {
        return config.instruments().stream().map(each -> each.instrument().symbol()).toList();
    }
}
