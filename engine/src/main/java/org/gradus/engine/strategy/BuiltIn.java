package org.gradus.engine.strategy;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/// The strategies that come with the engine, by the name config knows them by.
public enum BuiltIn {
    BTC_MOMENTUM("btc-momentum", BtcMomentum::new),
    ALT_BREAKOUT("alt-breakout", AltBreakout::new),
    RSI_REVERSAL("rsi-reversal", RsiReversal::new),
    MACD_TREND("macd-trend", MacdTrend::new),
    SUPPORT_BOUNCE("support-bounce", SupportBounce::new),
    BOLLINGER_SQUEEZE("bollinger-squeeze", BollingerSqueeze::new),
    EMA_PULLBACK("ema-pullback", EmaPullback::new);

    private final String label;
    private final Function<Parameters, Strategy> maker;

    BuiltIn(String label, Function<Parameters, Strategy> maker) {
        this.label = label;
        this.maker = maker;
    }

    public String label() {
        return label;
    }

    /// A new instance.
    ///
    /// @throws IllegalArgumentException naming the parameter that is out of range
    public Strategy create(Parameters parameters) {
        return maker.apply(parameters);
    }

    public static Optional<BuiltIn> named(String name) {
        return Arrays.stream(values()).filter(b -> b.label.equals(name)).findFirst();
    }
}
