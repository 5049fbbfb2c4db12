package org.gradus.adapters.taapi;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.message.Derived;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.indicators.CachedIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

/// Known candles of one hour, as the engine closes them and as ta4j computes on them.
final class Candles {
    static final long HOUR_NS = Timeframe.H1.nanos();
    static final long FIRST_NS = 1_795_003_200L * 1_000_000_000L;

    private final List<Derived.BarClosed> bars = new ArrayList<>();
    private final BarSeries series;
    private final RSIIndicator rsi;
    private final MACDIndicator macd;
    private final EMAIndicator signal;

    Candles(int count) {
        List<org.ta4j.core.Bar> theirs = new ArrayList<>();
        DoubleNumFactory numbers = DoubleNumFactory.getInstance();
        double last = 60_000;
        for (int i = 0; i < count; i++) {
            double open = last;
            double close = Math.rint(100 * (60_000 + 3_000 * Math.sin(i / 7.0) + 900 * Math.cos(i * 1.7))) / 100;
            double high = Math.max(open, close) + 50;
            double low = Math.min(open, close) - 50;
            long startNs = FIRST_NS + i * HOUR_NS;
            bars.add(new Derived.BarClosed(0, Timeframe.H1, startNs, startNs + HOUR_NS, FixedPoint.fromDouble(open),
                    FixedPoint.fromDouble(high), FixedPoint.fromDouble(low), FixedPoint.fromDouble(close),
                    1_000_000, 10, i + 1, List.of()));
            Instant start = Instant.ofEpochSecond(startNs / 1_000_000_000L);
            theirs.add(new BaseBar(Duration.ofHours(1), start, start.plusSeconds(3600), numbers.numOf(open),
                    numbers.numOf(high), numbers.numOf(low), numbers.numOf(close), numbers.numOf(1), numbers.zero(),
                    0));
            last = close;
        }
        series = new BaseBarSeriesBuilder().withNumFactory(numbers).withBars(theirs).build();
        ClosePriceIndicator closes = new ClosePriceIndicator(series);
        rsi = new RSIIndicator(closes, 14);
        macd = new MACDIndicator(closes, 12, 26);
        signal = macd.getSignalLine(9);
    }

    List<Derived.BarClosed> bars() {
        return bars;
    }

    /// What the service would say of the candle that began then.
    String rsi(long startNs) {
        return "{\"value\":" + value(rsi, startNs) + ",\"timestamp\":" + startNs / 1_000_000_000L + "}";
    }

    String macd(long startNs) {
        double line = value(macd, startNs);
        double averaged = value(signal, startNs);
        return "{\"valueMACD\":" + line + ",\"valueMACDSignal\":" + averaged + ",\"valueMACDHist\":"
                + (line - averaged) + ",\"timestamp\":" + startNs / 1_000_000_000L + "}";
    }

    private static double value(CachedIndicator<Num> indicator, long startNs) {
        return indicator.getValue((int) ((startNs - FIRST_NS) / HOUR_NS)).doubleValue();
    }
}
