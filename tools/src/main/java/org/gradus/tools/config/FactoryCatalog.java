package org.gradus.tools.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.indicator.IndicatorSpec;
import org.gradus.engine.runtime.StrategyConfig;
import org.gradus.engine.strategy.BuiltIn;
import org.gradus.engine.strategy.Declaration;
import org.gradus.engine.strategy.Parameters;
import org.gradus.engine.strategy.StrategyFactory;
import org.gradus.engine.strategy.UnusableStrategy;

/// Judges a strategy by making it once and letting it declare itself, as the engine will. A factory stops at the first
/// parameter that is out of range, so each one it names is taken out and the rest tried again.
public record FactoryCatalog(StrategyFactory factory) implements StrategyCatalog {
    private static final Pattern PARAMETER_FAULT = Pattern.compile("parameter (\\S+) = .*?: (.*)", Pattern.DOTALL);

    private static final List<String> BUILT_INS = Stream.of(BuiltIn.values()).map(BuiltIn::label).toList();

    /// Takes any declaration: only whether the strategy may make it matters here.
    private static final class Rehearsal implements Declaration {
        private final Timeframe timeframe;
        private int outputs;
        private int rationales;

        Rehearsal(Timeframe timeframe) {
            this.timeframe = timeframe;
        }

        @Override
        public int indicator(IndicatorSpec spec) {
            outputs += spec.outputs();
            return outputs - spec.outputs();
        }

        @Override
        public int rationale(String text) {
            return ++rationales;
        }

        @Override
        public void warmUp(int bars) {
            // Any length will do.
        }

        @Override
        public Timeframe timeframe() {
            return timeframe;
        }
    }

    @Override
    public List<Problem> problems(StrategyConfig strategy) {
        List<Problem> problems = new ArrayList<>();
        Map<String, String> parameters = new TreeMap<>(strategy.parameters());
        boolean again = true;
        while (again) {
            again = rehearse(strategy, parameters, problems);
        }
        return problems;
    }

    /// @param parameters loses the one that is found wrong
    /// @return true when there may be more to find
    private boolean rehearse(StrategyConfig strategy, Map<String, String> parameters, List<Problem> problems) {
        Parameters tried = new Parameters(parameters);
        try {
            factory.create(strategy.kind(), strategy.jar(), tried).declare(new Rehearsal(strategy.timeframe()));
            tried.unread().forEach(key -> problems.add(new Problem("parameters." + key, "no such parameter of "
                    + strategy.kind())));
        } catch (UnusableStrategy e) {
            boolean unknown = String.valueOf(e.getMessage()).startsWith("unknown");
            problems.add(new Problem(e.key(), e.getMessage()
                    + (unknown ? Spelling.nearest(strategy.kind(), BUILT_INS) : "")));
        } catch (IllegalArgumentException e) {
            Matcher fault = PARAMETER_FAULT.matcher(String.valueOf(e.getMessage()));
            if (fault.matches() && parameters.remove(fault.group(1)) != null) {
                problems.add(new Problem("parameters." + fault.group(1), fault.group(2)));
                return true;
            }
            problems.add(new Problem("parameters", String.valueOf(e.getMessage())));
        } catch (RuntimeException | LinkageError e) {
            problems.add(new Problem("kind", "throws when it is made: " + e));
        }
        return false;
    }
}
