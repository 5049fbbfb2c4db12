package org.gradus.tools.config;

import java.util.List;
import org.gradus.engine.runtime.StrategyConfig;

/// Port to whoever makes strategies: judges a configured strategy without starting anything.
@FunctionalInterface
public interface StrategyCatalog {
    /// What is wrong with its kind, jar or parameters; empty when it can be made. All of it, not only the first thing.
    List<Problem> problems(StrategyConfig strategy);

    /// @param key      `kind`, `jar`, or `parameters` with the name of the parameter, such as `parameters.fast`
    /// @param problem  in words, with what was expected
    record Problem(String key, String problem) {
    }
}
