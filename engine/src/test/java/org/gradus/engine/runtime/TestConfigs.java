package org.gradus.engine.runtime;

import static org.gradus.engine.domain.FixedPoint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Mode;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.message.Gateway;
import org.gradus.engine.message.Hash256;
import org.gradus.engine.risk.RiskLimits;
import org.gradus.engine.runtime.EngineConfig.BarsConfig;
import org.gradus.engine.runtime.EngineConfig.InstrumentConfig;
import org.gradus.engine.runtime.EngineConfig.JournalConfig;
import org.gradus.engine.runtime.EngineConfig.OperatorScript;
import org.gradus.engine.runtime.EngineConfig.RingConfig;
import org.gradus.engine.runtime.EngineConfig.Topology;
import org.gradus.engine.runtime.EngineConfig.Waiting;
import org.gradus.engine.sim.MarketModel;

/// Configurations for tests: the design's guardrails, bitcoin against dollars, and the strategies a test names.
public final class TestConfigs {
    public static final long SECOND_NS = 1_000_000_000L;
    public static final long HOUR_NS = 3_600 * SECOND_NS;
    private static final List<String> ALL = List.of("btc-momentum", "alt-breakout", "rsi-reversal", "macd-trend",
            "support-bounce",
            "bollinger-squeeze", "ema-pullback");

    private TestConfigs() {
    }

    /// The seven built-in strategies on BTC/USD, each with an equal part of the exposure.
    public static EngineConfig demo() {
        return with(List.of(bitcoin(0)), strategies(List.of("BTC/USD"), Timeframe.M5), "");
    }

    public static List<StrategyConfig> strategies(List<String> symbols, Timeframe timeframe) {
        List<StrategyConfig> list = new ArrayList<>();
        for (String name : ALL) {
            list.add(new StrategyConfig(name, name, "", symbols, timeframe, parse("0.028"), Map.of()));
        }
        return list;
    }

    public static EngineConfig with(List<InstrumentConfig> instruments, List<StrategyConfig> strategies, String text) {
        return new EngineConfig("test", Mode.DEMO, 1, Gateway.SIMULATED, "USD", parse("100000"), 7, 42, instruments, 0,
                new BarsConfig(Timeframe.M1, List.of(Timeframe.values()), 0), strategies, parse("0.003"),
                limits(strategies.stream().map(StrategyConfig::budget).toList()), MarketModel.pessimistic(7),
                new RingConfig(1024, 4096, Topology.DIRECT, Waiting.AUTO, List.of()), new JournalConfig(false, 64 << 20,
                0, 0), new OperatorScript(24 * HOUR_NS), text);
    }

    public static InstrumentConfig bitcoin(int id) {
        return new InstrumentConfig(crypto(id, "BTC/USD", "BTC", 8), List.of());
    }

    public static Instrument crypto(int id, String symbol, String base, int sizeDecimals) {
        return new Instrument(id, symbol, AssetClass.CRYPTO, base, "USD", parse("0.01"), 1, parse("10"),
                parse("1000000"), sizeDecimals);
    }

    /// Whole shares.
    public static Instrument share(int id, String symbol, int sizeDecimals) {
        return new Instrument(id, symbol, AssetClass.STOCK, symbol, "USD", parse("0.01"), parse("1"), parse("1"),
                parse("1000000"), sizeDecimals);
    }

    public static RiskLimits limits(List<Long> budgets) {
        return limits(budgets, List.of());
    }

    /// @param phase3Instruments symbols that may be traded in phase 3
    public static RiskLimits limits(List<Long> budgets, List<String> phase3Instruments) {
        return new RiskLimits(parse("0.05"), parse("0.2"), parse("0.3"), parse("0.03"), parse("0.1"), parse("0.2"), 9,
                4, 20, parse("0.03"), parse("0.02"), parse("0.1"), parse("0.02"), 5 * SECOND_NS, 600 * SECOND_NS,
                HOUR_NS, parse("200000"), parse("0.0025"), parse("500"), HOUR_NS, parse("1000"), HOUR_NS, false,
                5 * SECOND_NS, 60 * SECOND_NS, 300 * SECOND_NS, parse("0.02"), budgets, phase3Instruments);
    }

    public static StartedRecord.Origin origin(EngineConfig config, List<String> sources) {
        return new StartedRecord.Origin("test", Hash256.ZERO, hash(config.resolvedText()), Hash256.ZERO, sources,
                strategy -> "");
    }

    private static Hash256 hash(String text) {
        return new Hash256(text.hashCode(), text.length(), 0, 0);
    }
}
