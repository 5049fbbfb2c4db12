package org.gradus.adapters.ta4j;

import static org.gradus.adapters.strategy.StrategyRun.strategy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.agrona.ExpandableArrayBuffer;
import org.gradus.adapters.strategy.StrategyRun;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Derived;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.SignalKind;
import org.gradus.engine.state.StateReader;
import org.gradus.engine.state.StateWriter;
import org.gradus.engine.strategy.Parameters;
import org.gradus.engine.strategy.UnusableStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Position;
import org.ta4j.core.Rule;
import org.ta4j.core.Strategy;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.backtest.TradeOnCurrentCloseModel;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;
import org.ta4j.core.rules.OverIndicatorRule;
import org.ta4j.core.rules.StopGainRule;

/// A ta4j strategy trades through the engine as it does in ta4j's own backtest.
class Ta4jBridgeTest {
    @TempDir
    private Path folder;

    /// As a ta4j user writes it; nothing in it knows the engine.
    public static final class RsiMacd {
        private RsiMacd() {
        }

        public static Strategy buildStrategy(BarSeries series) {
            ClosePriceIndicator close = new ClosePriceIndicator(series);
            MACDIndicator macd = new MACDIndicator(close, 12, 26);
            EMAIndicator smoothed = new EMAIndicator(macd, 9);
            Rule entry = new CrossedUpIndicatorRule(macd, smoothed)
                    .and(new OverIndicatorRule(new RSIIndicator(close, 14), 35));
            return new BaseStrategy("RSI and MACD", entry, new CrossedDownIndicatorRule(macd, smoothed), 40);
        }
    }

    /// The second way: a function of the series.
    public static final class AsFunction implements Function<BarSeries, Strategy> {
        @Override
        public Strategy apply(BarSeries series) {
            return RsiMacd.buildStrategy(series);
        }
    }

    /// The third way: a ta4j strategy made over a series.
    public static final class AsClass extends BaseStrategy {
        public AsClass(BarSeries series) {
            super("as class", RsiMacd.buildStrategy(series).getEntryRule(), RsiMacd.buildStrategy(series).getExitRule(),
                    40);
        }
    }

    /// One that needs more bars than are kept.
    public static final class Slow implements Function<BarSeries, Strategy> {
        @Override
        public Strategy apply(BarSeries series) {
            return new BaseStrategy("slow", RsiMacd.buildStrategy(series).getEntryRule(),
                    RsiMacd.buildStrategy(series).getExitRule(), 60);
        }
    }

    @Test
    void entersAndLeavesAtTheBarsOfTa4jsOwnBacktest() {
        StrategyRun run = run(72, RsiMacd.class, Map.of());
        run.whole(folder.resolve("home"));
        List<Journaled> records = StrategyRun.records(folder.resolve("home"));
        List<String> expected = backtest(records);
        assertTrue(expected.size() > 30, () -> "only " + expected.size() + " signals");
        assertEquals(expected, signals(records));
    }

    @Test
    void saysTheSameInEachOfTheWaysItCanBeWritten() {
        List<List<String>> said = new ArrayList<>();
        for (Class<?> way : List.of(RsiMacd.class, AsFunction.class, AsClass.class)) {
            run(24, way, Map.of()).whole(folder.resolve(way.getSimpleName()));
            said.add(signals(StrategyRun.records(folder.resolve(way.getSimpleName()))));
        }
        assertTrue(said.getFirst().size() > 5);
        assertEquals(List.of(said.getFirst(), said.getFirst(), said.getFirst()), said);
    }

    @Test
    void goesOnAfterACrashAsIfNothingHadHappened() {
        run(48, RsiMacd.class, Map.of("most-bars", "120")).whole(folder.resolve("whole"));
        StrategyRun crashed = run(48, RsiMacd.class, Map.of("most-bars", "120"));
        for (long until : new long[] {4_000, 17_000, 26_001}) {
            crashed.until(folder.resolve("crashed"), until, true);
        }
        crashed.whole(folder.resolve("crashed"));
        List<String> whole = signals(StrategyRun.records(folder.resolve("whole")));
        assertTrue(whole.size() > 15, () -> "only " + whole.size() + " signals");
        assertEquals(whole, signals(StrategyRun.records(folder.resolve("crashed"))));
    }

    @Test
    void aSavedStateLoadedAnywhereGoesOnWithTheSameAnswers() {
        int bars = 500;
        for (int saved : new int[] {1, 39, 100, 101, 250, 260, 499}) {
            PlayedBars whole = new PlayedBars(RsiMacd::buildStrategy);
            PlayedBars first = new PlayedBars(RsiMacd::buildStrategy);
            List<String> expected = whole.play(0, bars);
            List<String> actual = new ArrayList<>(first.play(0, saved));
            ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
            StateWriter writer = new StateWriter(buffer);
            first.bridge().visitState(writer);
            PlayedBars second = new PlayedBars(RsiMacd::buildStrategy);
            StateReader reader = new StateReader(buffer, 0, writer.length());
            second.bridge().visitState(reader);
            reader.finish();
            second.takeOver(first);
            actual.addAll(second.play(saved, bars));
            assertEquals(expected, actual, "saved behind bar " + saved);
            assertTrue(expected.stream().filter(each -> each.endsWith("ENTER")).count() > 5);
        }
    }

    @Test
    void aRuleThatMeasuresTheTradeSeesWhatWasPaid() {
        PlayedBars played = new PlayedBars(series -> new BaseStrategy("gain",
                RsiMacd.buildStrategy(series).getEntryRule(),
                new StopGainRule(new ClosePriceIndicator(series), 1.5), 40));
        double paid = 0;
        int exits = 0;
        for (String said : played.play(0, 500)) {
            double price = PlayedBars.price(Integer.parseInt(said.split(" ")[0]));
            if (said.endsWith("ENTER")) {
                paid = price;
            } else if (said.endsWith("EXIT")) {
                exits++;
                assertTrue(price >= paid * 1.015, said + " at " + price + " after " + paid);
            }
        }
        assertTrue(exits > 5, "only " + exits + " exits");
    }

    @Test
    void refusesToForgetBarsThatTheStrategyNeeds() {
        Parameters parameters = new Parameters(Map.of("most-bars", "100"));
        Ta4jBridge bridge = new Ta4jBridge(new Slow()::apply, parameters);
        assertEquals("parameter most-bars = 100: expected more than twice the 60 unstable bars of the ta4j strategy",
                assertThrows(IllegalArgumentException.class, () -> bridge.declare(new PlayedBars.Asked()))
                        .getMessage());
    }

    @Test
    void saysWhatAFunctionMadeInstead() {
        Ta4jMaker maker = Ta4jMaker.of(NoStrategy.class, NoStrategy::new);
        assertEquals(NoStrategy.class.getName() + " makes no ta4j strategy of a BarSeries, but text",
                assertThrows(UnusableStrategy.class, () -> maker.over(new BaseBarSeriesBuilder().build()))
                        .getMessage());
    }

    private static final class NoStrategy implements Function<BarSeries, String> {
        @Override
        public String apply(BarSeries series) {
            return "text";
        }
    }

    private StrategyRun run(int hours, Class<?> kind, Map<String, String> parameters) {
        return new StrategyRun(folder, hours, strategy("ta4j", kind.getName(), "", parameters));
    }

    /// Bar numbers and signals as the engine journaled them.
    private static List<String> signals(List<Journaled> records) {
        return records.stream().flatMap(record -> record.decisions().stream())
                .filter(Decision.Evaluation.class::isInstance).map(Decision.Evaluation.class::cast)
                .filter(each -> each.signal() == SignalKind.ENTER || each.signal() == SignalKind.EXIT)
                .map(each -> each.barsSeen() - 1 + " " + each.signal()).toList();
    }

    /// The same from ta4j alone, over the bars the engine formed.
    private static List<String> backtest(List<Journaled> records) {
        BarSeries series = new BaseBarSeriesBuilder().build();
        records.stream().flatMap(record -> record.derived().stream()).filter(Derived.BarClosed.class::isInstance)
                .map(Derived.BarClosed.class::cast).filter(bar -> bar.timeframe() == Timeframe.M5)
                .forEach(bar -> series.addBar(series.barBuilder().timePeriod(Duration.ofMinutes(5))
                        .endTime(Instant.ofEpochSecond(0, bar.endNs())).openPrice(FixedPoint.toDouble(bar.open()))
                        .highPrice(FixedPoint.toDouble(bar.high())).lowPrice(FixedPoint.toDouble(bar.low()))
                        .closePrice(FixedPoint.toDouble(bar.close())).volume(FixedPoint.toDouble(bar.volume(), 8))
                        .build()));
        List<String> signals = new ArrayList<>();
        var record = new BarSeriesManager(series, new TradeOnCurrentCloseModel()).run(RsiMacd.buildStrategy(series));
        List<Position> positions = new ArrayList<>(record.getPositions());
        if (record.getCurrentPosition().isOpened()) {
            positions.add(record.getCurrentPosition());
        }
        for (Position position : positions) {
            signals.add(position.getEntry().getIndex() + " ENTER");
            if (position.getExit() != null) {
                signals.add(position.getExit().getIndex() + " EXIT");
            }
        }
        return signals;
    }
}
