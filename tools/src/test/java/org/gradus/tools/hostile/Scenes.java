package org.gradus.tools.hostile;

import static org.gradus.engine.domain.FixedPoint.parse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.gradus.adapters.tape.TapeFiles;
import org.gradus.adapters.tape.TapeSpec;
import org.gradus.engine.domain.Mode;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.message.Gateway;
import org.gradus.engine.risk.RiskLimits;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.EngineConfig.BarsConfig;
import org.gradus.engine.runtime.EngineConfig.InstrumentConfig;
import org.gradus.engine.runtime.EngineConfig.JournalConfig;
import org.gradus.engine.runtime.EngineConfig.OperatorScript;
import org.gradus.engine.runtime.EngineConfig.RingConfig;
import org.gradus.engine.runtime.EngineConfig.Topology;
import org.gradus.engine.runtime.EngineConfig.Waiting;
import org.gradus.engine.runtime.StrategyConfig;
import org.gradus.engine.runtime.TestConfigs;
import org.gradus.engine.sim.MarketModel;
import org.gradus.engine.tape.MergedTape;
import org.gradus.engine.tape.SyntheticTape;
import org.gradus.engine.tape.SyntheticTape.Phase;

/// Markets and configurations for hostile runs.
final class Scenes {
    static final Path BITSTAMP = Path.of(System.getProperty("gradus.root"),
            "adapters/target/tapes/bitstamp_trades_from_20131125_usd.csv");
    private static final long MINUTE_NS = 60 * TestConfigs.SECOND_NS;
    private static final long START_NS = 1_704_672_000L * TestConfigs.SECOND_NS;

    private Scenes() {
    }

    /// @param phase         of graduation
    /// @param entriesPerDay low where the cap itself is to bite, high where it would hide the rules behind it
    /// @param budget        of each strategy
    record Setting(int phase, int entriesPerDay, String budget, MarketModel market) {
        static final Setting USUAL = new Setting(1, 20, "0.2", MarketModel.pessimistic(7));

        Setting phase(int other) {
            return new Setting(other, entriesPerDay, budget, market);
        }

        Setting entriesPerDay(int most) {
            return new Setting(phase, most, budget, market);
        }

        Setting budget(String ratio) {
            return new Setting(phase, entriesPerDay, ratio, market);
        }

        Setting market(MarketModel other) {
            return new Setting(phase, entriesPerDay, budget, other);
        }
    }

    static EngineConfig bitcoin(Setting setting, Hostile... strategies) {
        return config(setting, List.of(TestConfigs.bitcoin(0)), strategies);
    }

    static EngineConfig config(Setting setting, List<InstrumentConfig> instruments, Hostile... hostile) {
        List<String> symbols = instruments.stream().map(each -> each.instrument().symbol()).toList();
        List<StrategyConfig> strategies = new ArrayList<>();
        for (Hostile each : hostile) {
            strategies.add(new StrategyConfig(each.label(), each.label(), "", symbols, Timeframe.M1,
                    parse(setting.budget()), Map.of()));
        }
        return new EngineConfig("hostile", Mode.BACKTEST, setting.phase(), Gateway.SIMULATED, "USD", parse("100000"),
                7, 42, instruments, 0, new BarsConfig(Timeframe.M1, List.of(Timeframe.M1, Timeframe.M5), 0), strategies,
                parse("0.003"), limits(setting, strategies.stream().map(StrategyConfig::budget).toList(), MINUTE_NS),
                setting.market(), new RingConfig(1024, 4096, Topology.DIRECT, Waiting.AUTO, List.of()),
                new JournalConfig(false, 64 << 20, 0, 0), new OperatorScript(2 * TestConfigs.HOUR_NS), "");
    }

    /// The built-in strategies on files of bars or prints.
    ///
    /// @param base    the shortest bars there are
    /// @param asked   the strategies' timeframe
    /// @param freshNs oldest price to be traded on
    static EngineConfig builtIns(List<InstrumentConfig> instruments, Timeframe base, Timeframe asked, long freshNs) {
        List<String> symbols = instruments.stream().map(each -> each.instrument().symbol()).toList();
        List<StrategyConfig> strategies = TestConfigs.strategies(symbols, asked);
        EngineConfig usual = TestConfigs.with(instruments, strategies, "");
        RiskLimits limits = limits(Setting.USUAL, usual.limits().strategyBudgets(), freshNs);
        return new EngineConfig(usual.name(), usual.mode(), 1, usual.gateway(), "USD", usual.cash(), 7, 42,
                instruments, 0, new BarsConfig(base, List.of(base, asked), 0), strategies, usual.entryReach(), limits,
                usual.market(), usual.ring(), usual.journal(), usual.operatorScript(), "");
    }

    /// The same, resolved from another text.
    static EngineConfig resolvedFrom(String text, EngineConfig it) {
        return new EngineConfig(it.name(), it.mode(), it.phase(), it.gateway(), it.currency(), it.cash(), it.seed(),
                it.runId(), it.instruments(), it.referenceInstrument(), it.bars(), it.strategies(), it.entryReach(),
                it.limits(), it.market(), it.ring(), it.journal(), it.operatorScript(), text);
    }

    private static RiskLimits limits(Setting setting, List<Long> budgets, long freshNs) {
        return new RiskLimits(parse("0.05"), parse("0.2"), parse("0.15"), parse("0.03"), parse("0.1"), parse("0.2"), 9,
                4, setting.entriesPerDay(), parse("0.03"), parse("0.02"), parse("0.1"), parse("0.02"),
                5 * TestConfigs.SECOND_NS, freshNs, Math.max(freshNs, 5 * MINUTE_NS), parse("200000"), parse("0.0025"),
                parse("500"), 10 * MINUTE_NS, parse("1000"), 5 * MINUTE_NS, false, TestConfigs.SECOND_NS,
                5 * TestConfigs.SECOND_NS, 5 * MINUTE_NS, parse("0.02"), budgets, List.of("BTC/USD"));
    }

    /// A market that rejects, fills in parts and answers late.
    static MarketModel roughMarket(long seed) {
        MarketModel usual = MarketModel.pessimistic(seed);
        return new MarketModel(seed, new MarketModel.Latency(200_000_000L, 2_000_000_000L, 200_000_000L,
                3_000_000_000L), usual.pricing(),
                usual.fees(), new MarketModel.Mishaps(parse("0.2"), parse("0.8"), parse("0.5")), usual.lastLook());
    }

    /// Calm, an absurd print, a crash within a minute, panic, and the way back.
    static Supplier<MergedTape> crash(EngineConfig config, long seed) {
        return synthetic(config, seed, List.of(
                new Phase("calm", 20 * MINUTE_NS, parse("0.01"), parse("0.0006"), 20, 0),
                new Phase("absurd", MINUTE_NS, 0, parse("0.0006"), 60, parse("-0.6")),
                new Phase("rally", 30 * MINUTE_NS, parse("0.08"), parse("0.0008"), 20, 0),
                new Phase("crash", MINUTE_NS, parse("-0.5"), parse("0.01"), 300, 0),
                new Phase("panic", 10 * MINUTE_NS, parse("-0.05"), parse("0.004"), 60, 0),
                new Phase("recovery", 140 * MINUTE_NS, parse("0.2"), parse("0.001"), 6, 0)));
    }

    /// The same within half an hour, without the way back.
    static Supplier<MergedTape> shortCrash(EngineConfig config, long seed) {
        return synthetic(config, seed, List.of(
                new Phase("calm", 8 * MINUTE_NS, parse("0.01"), parse("0.0006"), 20, 0),
                new Phase("rally", 12 * MINUTE_NS, parse("0.05"), parse("0.0008"), 20, parse("-0.6")),
                new Phase("crash", MINUTE_NS, parse("-0.5"), parse("0.01"), 200, 0),
                new Phase("panic", 4 * MINUTE_NS, parse("-0.05"), parse("0.004"), 30, 0)));
    }

    /// Up and down without a trend, with breaks in it.
    static Supplier<MergedTape> choppy(EngineConfig config, long seed) {
        return synthetic(config, seed, List.of(
                new Phase("chop", 40 * MINUTE_NS, parse("0.02"), parse("0.003"), 20, 0),
                new Phase("thin", 20 * MINUTE_NS, parse("-0.03"), parse("0.003"), 2, 0),
                new Phase("slide", 20 * MINUTE_NS, parse("-0.08"), parse("0.002"), 30, parse("0.5"))));
    }

    private static Supplier<MergedTape> synthetic(EngineConfig config, long seed, List<Phase> phases) {
        return () -> {
            List<SyntheticTape> tapes = new ArrayList<>();
            for (int i = 0; i < config.instruments().size(); i++) {
                tapes.add(new SyntheticTape(config.instruments().get(i).instrument(), i,
                        new SyntheticTape.Script(seed + i, START_NS, parse("40000"), phases)));
            }
            return new MergedTape(tapes);
        };
    }

    static Supplier<MergedTape> files(EngineConfig config, List<TapeSpec> files) {
        return () -> TapeFiles.open(TapeFiles.of(files, config.instruments().stream()
                .map(InstrumentConfig::instrument).toList()));
    }
}
