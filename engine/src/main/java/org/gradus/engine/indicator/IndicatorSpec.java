package org.gradus.engine.indicator;

/// Names an indicator with its parameters: what a strategy asks for, what the journal calls the values. Two equal specs
/// give the same values, so one instance serves both askers. Immutable; any thread.
///
/// @param a      the only or first period; pivots: bars to the left
/// @param b      MACD: slow period; pivots: bars to the right; else 0
/// @param c      MACD: signal period; else 0
/// @param factor Bollinger: standard deviations between the middle and a band; else 0
public record IndicatorSpec(Kind kind, int a, int b, int c, double factor) {
    /// Longest window: bounds the memory of an instance and the work of one bar.
    public static final int MAX_PERIOD_BARS = 10_000;
    public static final double MAX_FACTOR = 100;

    /// What is computed, its word in names, and the words of its outputs in the order of [Indicator#value].
    public enum Kind {
        SMA("sma"),
        VOLUME_SMA("volume-sma"),
        EMA("ema"),
        RSI("rsi"),
        MACD("macd", "macd", "macd-signal", "macd-histogram"),
        ATR("atr"),
        ADX("adx", "adx", "adx-plus-di", "adx-minus-di"),
        BOLLINGER("bollinger", "bollinger-middle", "bollinger-upper", "bollinger-lower", "bollinger-width"),
        DONCHIAN("donchian", "donchian-upper", "donchian-lower", "donchian-middle"),
        ROC("roc"),
        STDDEV("stddev"),
        VWAP("vwap"),
        OBV("obv"),
        PIVOTS("pivots", "pivot-support", "pivot-resistance");

        private final String word;
        private final String[] outputWords;

        Kind(String word, String... outputWords) {
            this.word = word;
            this.outputWords = outputWords.length == 0 ? new String[]{word} : outputWords;
        }
    }

    public IndicatorSpec {
        switch (kind) {
            case OBV -> needZero(kind, a, b, c);
            case MACD -> {
                needPeriod(kind, "fast period", a, 1);
                needPeriod(kind, "slow period", b, a + 1);
                needPeriod(kind, "signal period", c, 1);
            }
            case PIVOTS -> {
                needPeriod(kind, "bars to the left", a, 1);
                needPeriod(kind, "bars to the right", b, 1);
                needZero(kind, c);
            }
            case RSI, ADX, STDDEV, BOLLINGER -> {
                needPeriod(kind, "period", a, 2);
                needZero(kind, b, c);
            }
            case SMA, VOLUME_SMA, EMA, ATR, DONCHIAN, ROC, VWAP -> {
                needPeriod(kind, "period", a, 1);
                needZero(kind, b, c);
            }
        }
        needFactor(kind, factor);
    }

    public static IndicatorSpec sma(int bars) {
        return of(Kind.SMA, bars);
    }

    public static IndicatorSpec volumeSma(int bars) {
        return of(Kind.VOLUME_SMA, bars);
    }

    public static IndicatorSpec ema(int bars) {
        return of(Kind.EMA, bars);
    }

    public static IndicatorSpec rsi(int bars) {
        return of(Kind.RSI, bars);
    }

    public static IndicatorSpec macd(int fastBars, int slowBars, int signalBars) {
        return new IndicatorSpec(Kind.MACD, fastBars, slowBars, signalBars, 0);
    }

    public static IndicatorSpec atr(int bars) {
        return of(Kind.ATR, bars);
    }

    public static IndicatorSpec adx(int bars) {
        return of(Kind.ADX, bars);
    }

    public static IndicatorSpec bollinger(int bars, double deviations) {
        return new IndicatorSpec(Kind.BOLLINGER, bars, 0, 0, deviations);
    }

    public static IndicatorSpec donchian(int bars) {
        return of(Kind.DONCHIAN, bars);
    }

    public static IndicatorSpec roc(int bars) {
        return of(Kind.ROC, bars);
    }

    public static IndicatorSpec stddev(int bars) {
        return of(Kind.STDDEV, bars);
    }

    public static IndicatorSpec vwap(int bars) {
        return of(Kind.VWAP, bars);
    }

    public static IndicatorSpec obv() {
        return new IndicatorSpec(Kind.OBV, 0, 0, 0, 0);
    }

    public static IndicatorSpec pivots(int leftBars, int rightBars) {
        return new IndicatorSpec(Kind.PIVOTS, leftBars, rightBars, 0, 0);
    }

    private static IndicatorSpec of(Kind kind, int bars) {
        return new IndicatorSpec(kind, bars, 0, 0, 0);
    }

    /// A new instance that has seen no bar.
    public Indicator create() {
        return switch (kind) {
            case SMA -> new SimpleAverage(a, false);
            case VOLUME_SMA -> new SimpleAverage(a, true);
            case EMA -> new ExponentialAverage(a);
            case RSI -> new RelativeStrength(a);
            case MACD -> new Macd(a, b, c);
            case ATR -> new AverageTrueRange(a);
            case ADX -> new DirectionalMovement(a);
            case BOLLINGER -> new BollingerBands(a, factor);
            case DONCHIAN -> new DonchianChannel(a);
            case ROC -> new RateOfChange(a);
            case STDDEV -> new StandardDeviation(a);
            case VWAP -> new RollingVwap(a);
            case OBV -> new OnBalanceVolume();
            case PIVOTS -> new SwingPivots(a, b);
        };
    }

    /// For example `macd(12,26,9)`, `bollinger(20,2)`, `obv`.
    public String name() {
        return kind.word + parameters();
    }

    public int outputs() {
        return kind.outputWords.length;
    }

    /// For example `macd-signal(12,26,9)`.
    public String outputName(int output) {
        return kind.outputWords[output] + parameters();
    }

    private String parameters() {
        return switch (kind) {
            case OBV -> "";
            case MACD -> "(" + a + "," + b + "," + c + ")";
            case PIVOTS -> "(" + a + "," + b + ")";
            case BOLLINGER -> "(" + a + "," + plain(factor) + ")";
            case SMA, VOLUME_SMA, EMA, RSI, ATR, ADX, DONCHIAN, ROC, STDDEV, VWAP -> "(" + a + ")";
        };
    }

    /// `2` for 2.0 and `2.5` for 2.5, the same in every locale.
    private static String plain(double value) {
        return value == (int) value ? Integer.toString((int) value) : Double.toString(value);
    }

    private static void needPeriod(Kind kind, String what, int bars, int min) {
        if (bars < min || bars > MAX_PERIOD_BARS) {
            throw new IllegalArgumentException(
                kind.word + ": " + what + " must be " + min + " to " + MAX_PERIOD_BARS + " bars, is " + bars);
        }
    }

    private static void needZero(Kind kind, int... unused) {
        for (int parameter : unused) {
            if (parameter != 0) {
                throw new IllegalArgumentException(kind.word + ": has no such parameter, must be 0, is " + parameter);
            }
        }
    }

    private static void needFactor(Kind kind, double factor) {
        if (kind != Kind.BOLLINGER && Double.doubleToRawLongBits(factor) != 0) {
            throw new IllegalArgumentException(kind.word + ": has no factor, must be 0, is " + factor);
        }
        if (kind == Kind.BOLLINGER && !(factor > 0 && factor <= MAX_FACTOR)) {
            throw new IllegalArgumentException(
                kind.word + ": factor must be above 0 and at most " + plain(MAX_FACTOR) + ", is " + factor);
        }
    }
}
