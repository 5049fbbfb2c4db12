package org.gradus.engine.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The indicators that tests run through: every kind, with its usual and with odd parameters.
final class Specs {
    static final List<IndicatorSpec> USUAL = List.of(
        IndicatorSpec.sma(20), IndicatorSpec.volumeSma(20), IndicatorSpec.ema(20), IndicatorSpec.rsi(14),
        IndicatorSpec.macd(12, 26, 9), IndicatorSpec.atr(14), IndicatorSpec.adx(14), IndicatorSpec.bollinger(20, 2),
        IndicatorSpec.donchian(20), IndicatorSpec.roc(10), IndicatorSpec.stddev(20), IndicatorSpec.vwap(20),
        IndicatorSpec.obv(), IndicatorSpec.pivots(3, 3));

    static final List<IndicatorSpec> ODD = List.of(
        IndicatorSpec.sma(1), IndicatorSpec.sma(200), IndicatorSpec.volumeSma(1), IndicatorSpec.volumeSma(50),
        IndicatorSpec.ema(1), IndicatorSpec.ema(200), IndicatorSpec.rsi(2), IndicatorSpec.rsi(50),
        IndicatorSpec.macd(1, 2, 1), IndicatorSpec.macd(3, 10, 16), IndicatorSpec.macd(5, 6, 40),
        IndicatorSpec.atr(1), IndicatorSpec.atr(50), IndicatorSpec.adx(2), IndicatorSpec.adx(30),
        IndicatorSpec.bollinger(2, 0.5), IndicatorSpec.bollinger(50, 2.5), IndicatorSpec.donchian(1),
        IndicatorSpec.donchian(55), IndicatorSpec.roc(1), IndicatorSpec.roc(100), IndicatorSpec.stddev(2),
        IndicatorSpec.stddev(50), IndicatorSpec.vwap(1), IndicatorSpec.vwap(48), IndicatorSpec.pivots(1, 1),
        IndicatorSpec.pivots(5, 2), IndicatorSpec.pivots(2, 7));

    /// The usual ones and windows that span most of a collapse.
    static final List<IndicatorSpec> LONG_SUMS = Stream.concat(USUAL.stream(), Stream.of(IndicatorSpec.sma(200),
        IndicatorSpec.volumeSma(200), IndicatorSpec.ema(200), IndicatorSpec.donchian(200))).toList();

    static final List<IndicatorSpec> ALL = Stream.of(USUAL, ODD).flatMap(List::stream).toList();

    private Specs() {
    }

    static List<Indicator> create(List<IndicatorSpec> specs) {
        List<Indicator> indicators = new ArrayList<>();
        for (IndicatorSpec spec : specs) {
            indicators.add(spec.create());
        }
        return indicators;
    }
}
