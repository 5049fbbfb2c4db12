package org.gradus.tools.config;

import static org.gradus.tools.config.Unit.RATIO;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.runtime.StrategyConfig;

/// Reads `strategies`, and asks the catalog whether each can be made.
///
/// @param strict false for a recorded configuration, which may be older than a rule about names
record StrategySettings(InstrumentSettings instruments, List<Timeframe> timeframes, StrategyCatalog catalog,
        boolean strict) {
    private static final String NAME = "[a-z0-9][a-z0-9._-]{0,39}";

    List<StrategyConfig> read(Section top) {
        List<StrategyConfig> strategies = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Section section : top.sections("strategies", "strategies")) {
            StrategyConfig strategy = strategy(section);
            if (section.good("name") && !names.add(strategy.name())) {
                section.refuse("name", "there are two strategies of this name");
            }
            if (section.good("kind", "parameters")) {
                for (StrategyCatalog.Problem problem : catalog.problems(strategy)) {
                    refuse(section, problem);
                }
            }
            strategies.add(strategy);
        }
        if (strict && strategies.isEmpty() && top.good("strategies")) {
            top.refuse("strategies", "expected at least one strategy");
        }
        return strategies;
    }

    private StrategyConfig strategy(Section section) {
        String name = section.text("name", "a name");
        if (strict && section.good("name") && !name.matches(NAME)) {
            section.refuse("name", "expected at most 40 lower-case letters, digits, dots, dashes and underscores: it "
                    + "names the strategy in journal, log and --set");
        }
        String kind = section.text("kind", "the name of a built-in strategy, or a class name");
        String jar = section.has("jar") ? section.text("jar", "a jar file") : "";
        List<String> symbols = section.texts("symbols", "symbols of instruments");
        Timeframe timeframe = section.choice("timeframe", timeframes, Timeframe::label);
        long budget = section.number("budget", RATIO, 0, FixedPoint.ONE);
        Map<String, String> parameters = section.has("parameters") ? section.freeTexts("parameters") : Map.of();
        for (String symbol : symbols) {
            if (instruments.id(symbol) < 0) {
                section.refuse("symbols", "no instrument " + symbol + ", expected some of "
                        + instruments.names());
            }
        }
        if (section.good("symbols") && (symbols.isEmpty() || Set.copyOf(symbols).size() < symbols.size())) {
            section.refuse("symbols", "expected at least one symbol, each once");
        }
        return new StrategyConfig(name, kind, jar, symbols, timeframe == null ? Timeframe.M1 : timeframe, budget,
            parameters);
    }

    private static void refuse(Section section, StrategyCatalog.Problem problem) {
        String prefix = "parameters.";
        if (problem.key().startsWith(prefix) && section.has("parameters")) {
            section.section("parameters").refuse(problem.key().substring(prefix.length()), problem.problem());
        } else {
            section.refuse(problem.key(), problem.problem());
        }
    }
}
