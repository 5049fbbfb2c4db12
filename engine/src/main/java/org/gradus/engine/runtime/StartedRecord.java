package org.gradus.engine.runtime;

import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.core.DecisionStage;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.message.Hash256;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.LimitKind;
import org.gradus.engine.risk.RiskLimits;

/// Composes the `started` input that opens an epoch: everything an auditor or a replay needs to know of it.
public final class StartedRecord {
    private static final int CONTRACT = 1;

    private StartedRecord() {
    }

    /// What identifies the program and its inputs.
    ///
    /// @param build   in words: version and JVM
    /// @param sources names of the tape files or streams, by source number
    public record Origin(String build, Hash256 buildHash, Hash256 configHash, Hash256 dataHash, List<String> sources,
                         CodeHashes codeHashes) {
    }

    /// The hash of the code behind a configured strategy, as hex.
    @FunctionalInterface
    public interface CodeHashes {
        String of(StrategyConfig strategy);
    }

    /// Books and peak are those the epoch begins with: carried over behind a restart.
    static Input.Started of(EngineConfig config, Assembly assembly, int epoch, Origin origin) {
        DecisionStage core = assembly.decision();
        return new Input.Started(CONTRACT, epoch, config.runId(), config.mode(), config.phase(), config.gateway(),
                config.bars().base(), config.referenceInstrument(), core.cash(), core.peak(), config.seed(), 0,
                origin.buildHash(), origin.configHash(), origin.dataHash(), core.positions(), instruments(config),
                strategies(assembly, origin), sources(origin), limits(config), config.currency(), origin.build(),
                config.resolvedText());
    }

    private static List<Instrument> instruments(EngineConfig config) {
        return config.instruments().stream().map(EngineConfig.InstrumentConfig::instrument).toList();
    }

    private static List<Input.Started.StrategyEntry> strategies(Assembly assembly, Origin origin) {
        return assembly.declared().stream().map(declared -> new Input.Started.StrategyEntry(declared.strategyId(),
                declared.config().timeframe(), declared.warmUpBars(), declared.config().budget(), declared.config()
                .name(), declared.config().kind(), origin.codeHashes().of(declared.config()), declared.config()
                .parameters(), declared.valueNames(), declared.rationales(),
                declared.config().symbols())).toList();
    }

    private static List<Input.Started.SourceName> sources(Origin origin) {
        List<Input.Started.SourceName> names = new ArrayList<>();
        for (int i = 0; i < origin.sources().size(); i++) {
            names.add(new Input.Started.SourceName(i, origin.sources().get(i)));
        }
        return names;
    }

    private static List<Input.Started.Limit> limits(EngineConfig config) {
        RiskLimits limits = config.limits();
        List<Input.Started.Limit> list = new ArrayList<>(List.of(
                ratio("trade_size", limits.tradeSize()), ratio("total_exposure", limits.totalExposure()),
                ratio("one_asset", limits.oneAsset()), ratio("stop_loss", limits.stopLoss()),
                ratio("circuit_breaker", limits.circuitBreaker()), ratio("extreme_market", limits.extremeMarket()),
                count("rate_per_minute", limits.ratePerMinute()), count("rate_reserved", limits.rateReserved()),
                count("entries_per_day", limits.entriesPerDay()), ratio("loss_per_day", limits.lossPerDay()),
                ratio("price_collar", limits.priceCollar()), ratio("print_collar", limits.printCollar()),
                ratio("print_agreement", limits.printAgreement()), nanos("print_wait_ns", limits.printWaitNs()),
                nanos("quote_fresh_ns", limits.quoteFreshNs()), nanos("reference_fresh_ns", limits.referenceFreshNs()),
                money("maximum_order_notional", limits.maximumOrderNotional()), ratio("taker_fee", limits.takerFee()),
                money("confirm_above", limits.confirmAbove()), nanos("confirm_wait_ns", limits.confirmWaitNs()),
                money("veto_above", limits.vetoAbove()), nanos("veto_window_ns", limits.vetoWindowNs()),
                choice("veto_default", limits.vetoGoesWithoutAlert() ? "go" : "go-if-alert-delivered"),
                nanos("stop_cover_ns", limits.stopCoverNs()), nanos("stop_fill_ns", limits.stopFillNs()),
                nanos("stop_place_ns", limits.stopPlaceNs()),
                ratio("stop_limit_offset", limits.stopLimitOffset())));
        for (int i = 0; i < config.strategies().size(); i++) {
            list.add(ratio("strategy_budget." + config.strategies().get(i).name(), limits.strategyBudgets().get(i)));
        }
        List<String> micro = limits.phase3Instruments().isEmpty() ? List.of("") : limits.phase3Instruments();
        micro.forEach(symbol -> list.add(Input.Started.Limit.member("phase3_instruments", symbol)));
        return list;
    }

    private static Input.Started.Limit ratio(String name, long value) {
        return new Input.Started.Limit(LimitKind.RATIO, value, name);
    }

    private static Input.Started.Limit money(String name, long value) {
        return new Input.Started.Limit(LimitKind.MONEY, value, name);
    }

    private static Input.Started.Limit count(String name, long value) {
        return new Input.Started.Limit(LimitKind.COUNT, value, name);
    }

    private static Input.Started.Limit nanos(String name, long value) {
        return new Input.Started.Limit(LimitKind.NANOS, value, name);
    }

    private static Input.Started.Limit choice(String name, String value) {
        return new Input.Started.Limit(LimitKind.CHOICE, 0, name + "=" + value);
    }
}
