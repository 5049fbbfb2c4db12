package org.gradus.engine.runtime;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gradus.engine.domain.Timeframe;

/// One strategy as configured.
///
/// @param name        unique; names it in journal, log and reports
/// @param kind        a built-in's name (`macd-trend`) or a class name
/// @param jar         jar to load the class from; empty for built-ins
/// @param symbols     instruments it trades, one instance each
/// @param timeframe   whose closes it is asked at
/// @param budget      largest notional ÷ equity, scaled 1e-9
/// @param parameters  by name, as text
public record StrategyConfig(
        String name, String kind, String jar, List<String> symbols, Timeframe timeframe, long budget, Map<String,
        String> parameters) {
    public StrategyConfig {
        symbols = List.copyOf(symbols);
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }
}
