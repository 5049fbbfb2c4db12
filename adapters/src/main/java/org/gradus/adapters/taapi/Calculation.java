package org.gradus.adapters.taapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradus.engine.indicator.IndicatorSpec;

/// An indicator in TAAPI's words. Parameters are sent only where they differ from its defaults.
///
/// @param backtrack so many candles before the latest
record Calculation(IndicatorSpec spec, int backtrack) {
    private static final IndicatorSpec USUAL_RSI = IndicatorSpec.rsi(14);
    private static final IndicatorSpec USUAL_MACD = IndicatorSpec.macd(12, 26, 9);

    static boolean known(IndicatorSpec spec) {
        return spec.kind() == IndicatorSpec.Kind.RSI || spec.kind() == IndicatorSpec.Kind.MACD;
    }

    String indicator() {
        return rsi() ? "rsi" : "macd";
    }

    /// By name, whole numbers.
    Map<String, Integer> parameters() {
        Map<String, Integer> parameters = new LinkedHashMap<>();
        if (rsi() && !spec.equals(USUAL_RSI)) {
            parameters.put("period", spec.a());
        } else if (!rsi() && !spec.equals(USUAL_MACD)) {
            parameters.put("optInFastPeriod", spec.a());
            parameters.put("optInSlowPeriod", spec.b());
            parameters.put("optInSignalPeriod", spec.c());
        }
        parameters.put("backtrack", backtrack);
        return parameters;
    }

    /// The fields of an answer, in the order of our outputs.
    List<String> outputs() {
        return rsi() ? List.of("value") : List.of("valueMACD", "valueMACDSignal", "valueMACDHist");
    }

    private boolean rsi() {
        return spec.kind() == IndicatorSpec.Kind.RSI;
    }
}
