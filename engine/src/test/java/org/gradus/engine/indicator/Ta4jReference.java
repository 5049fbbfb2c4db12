package org.gradus.engine.indicator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.testdata.RealBar;
import org.ta4j.core.Bar;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.ROCIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.RecentFractalSwingHighIndicator;
import org.ta4j.core.indicators.RecentFractalSwingLowIndicator;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.adx.MinusDIIndicator;
import org.ta4j.core.indicators.adx.PlusDIIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandWidthIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsLowerIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsMiddleIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsUpperIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelLowerIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelMiddleIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.HighPriceIndicator;
import org.ta4j.core.indicators.helpers.LowPriceIndicator;
import org.ta4j.core.indicators.helpers.VolumeIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.indicators.volume.OnBalanceVolumeIndicator;
import org.ta4j.core.indicators.volume.VWAPIndicator;
import org.ta4j.core.num.Num;
import org.ta4j.core.num.NumFactory;

/// What ta4j makes of the same bars: for each spec, one ta4j indicator an output.
final class Ta4jReference {
    private final BarSeries series;
    private final ClosePriceIndicator close;

    Ta4jReference(List<RealBar> bars, NumFactory numbers) {
        List<Bar> converted = new ArrayList<>(bars.size());
        for (RealBar bar : bars) {
            converted.add(convert(bar, numbers));
        }
        this.series = new BaseBarSeriesBuilder().withNumFactory(numbers).withBars(converted).build();
        this.close = new ClosePriceIndicator(series);
    }

    private static Bar convert(RealBar bar, NumFactory numbers) {
        Duration second = Duration.ofSeconds(1);
        Instant start = Instant.ofEpochMilli(bar.startMs());
        return new BaseBar(second, start, start.plus(second), numbers.numOf(bar.open()), numbers.numOf(bar.high()),
            numbers.numOf(bar.low()), numbers.numOf(bar.close()), numbers.numOf(bar.volume()), numbers.zero(), 0);
    }

    List<org.ta4j.core.Indicator<Num>> outputs(IndicatorSpec spec) {
        int n = spec.a();
        return switch (spec.kind()) {
            case SMA -> List.of(new SMAIndicator(close, n));
            case VOLUME_SMA -> List.of(new SMAIndicator(new VolumeIndicator(series), n));
            case EMA -> List.of(new EMAIndicator(close, n));
            case RSI -> List.of(new RSIIndicator(close, n));
            case MACD -> macd(spec);
            case ATR -> List.of(new ATRIndicator(series, n));
            case ADX -> List.of(new ADXIndicator(series, n), new PlusDIIndicator(series, n),
                new MinusDIIndicator(series, n));
            case BOLLINGER -> bollinger(spec);
            case DONCHIAN -> List.of(new DonchianChannelUpperIndicator(series, n),
                new DonchianChannelLowerIndicator(series, n), new DonchianChannelMiddleIndicator(series, n));
            case ROC -> List.of(new ROCIndicator(close, n));
            case STDDEV -> List.of(new StandardDeviationIndicator(close, n));
            case VWAP -> List.of(new VWAPIndicator(series, n));
            case OBV -> List.of(new OnBalanceVolumeIndicator(series));
            case PIVOTS -> List.of(
                new RecentFractalSwingLowIndicator(new LowPriceIndicator(series), n, spec.b(), 0),
                new RecentFractalSwingHighIndicator(new HighPriceIndicator(series), n, spec.b(), 0));
        };
    }

    private List<org.ta4j.core.Indicator<Num>> macd(IndicatorSpec spec) {
        MACDIndicator macd = new MACDIndicator(close, spec.a(), spec.b());
        return List.of(macd, macd.getSignalLine(spec.c()), macd.getHistogram(spec.c()));
    }

    private List<org.ta4j.core.Indicator<Num>> bollinger(IndicatorSpec spec) {
        var middle = new BollingerBandsMiddleIndicator(new SMAIndicator(close, spec.a()));
        var deviation = new StandardDeviationIndicator(close, spec.a());
        Num factor = series.numFactory().numOf(spec.factor());
        var upper = new BollingerBandsUpperIndicator(middle, deviation, factor);
        var lower = new BollingerBandsLowerIndicator(middle, deviation, factor);
        return List.of(middle, upper, lower, new BollingerBandWidthIndicator(upper, middle, lower));
    }
}
