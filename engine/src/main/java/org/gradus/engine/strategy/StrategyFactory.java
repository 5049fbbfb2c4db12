package org.gradus.engine.strategy;

/// Makes strategies from what config says: a built-in by its name, or a user's own class out of a jar.
@FunctionalInterface
public interface StrategyFactory {
    /// A new instance for one instrument.
    ///
    /// @param kind  a built-in's name or a class name
    /// @param jar   where the class is; empty for built-ins and for classes on the class path
    /// @throws IllegalArgumentException naming what is unknown or out of range
    Strategy create(String kind, String jar, Parameters parameters);

    /// Knows the built-in strategies only.
    static StrategyFactory builtIns() {
        return (kind, jar, parameters) -> BuiltIn.named(kind)
                .orElseThrow(() -> new UnusableStrategy("kind", "unknown strategy " + kind))
                .create(parameters);
    }
}
