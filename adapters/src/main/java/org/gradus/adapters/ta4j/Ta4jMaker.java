package org.gradus.adapters.ta4j;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gradus.engine.strategy.UnusableStrategy;
import org.ta4j.core.BarSeries;
import org.ta4j.core.Strategy;

/// Makes a ta4j strategy over a series of bars.
@FunctionalInterface
public interface Ta4jMaker {
    /// Over a series that may still be empty.
    Strategy over(BarSeries series);

    /// From a class that is a `Function<BarSeries, Strategy>`, that has a static `buildStrategy(BarSeries)` as ta4j's
    /// own examples do, or that is a ta4j strategy with a constructor `(BarSeries)`.
    ///
    /// @param instance makes an instance, for the first kind
    /// @throws UnusableStrategy when it is none of these
    static Ta4jMaker of(Class<?> type, Supplier<Object> instance) {
        if (Function.class.isAssignableFrom(type)) {
            Function<?, ?> function = (Function<?, ?>) instance.get();
            return series -> applied(type, function, series);
        }
        for (Method method : type.getMethods()) {
            if (method.getName().equals("buildStrategy") && Modifier.isStatic(method.getModifiers())
                    && Strategy.class.isAssignableFrom(method.getReturnType())
                    && takesSeries(method.getParameterTypes())) {
                return series -> made(type, () -> method.invoke(null, series));
            }
        }
        if (Strategy.class.isAssignableFrom(type)) {
            return series -> made(type, () -> type.getConstructor(BarSeries.class).newInstance(series));
        }
        throw new UnusableStrategy("kind", type.getName() + " is no strategy: expected a class that implements "
                + org.gradus.engine.strategy.Strategy.class.getName()
                + ", or a ta4j one: a ta4j Strategy with a constructor "
                + "(BarSeries), a Function<BarSeries, Strategy>, or a class with a static buildStrategy(BarSeries)");
    }

    private static boolean takesSeries(Class<?>[] parameters) {
        return parameters.length == 1 && parameters[0] == BarSeries.class;
    }

    private static Strategy applied(Class<?> type, Function<?, ?> function, BarSeries series) {
        @SuppressWarnings("unchecked")
        Object made = ((Function<BarSeries, ?>) function).apply(series);
        if (made instanceof Strategy strategy) {
            return strategy;
        }
        throw new UnusableStrategy("kind", type.getName() + " makes no ta4j strategy of a BarSeries, but " + made);
    }

    /// What makes the strategy, by reflection.
    interface Making {
        Object make() throws ReflectiveOperationException;
    }

    private static Strategy made(Class<?> type, Making making) {
        try {
            return (Strategy) making.make();
        } catch (InvocationTargetException thrown) {
            throw new UnusableStrategy("kind", type.getName() + " throws when it is made: " + thrown.getCause(),
                    thrown.getCause());
        } catch (ReflectiveOperationException refused) {
            throw new UnusableStrategy("kind", type.getName() + " cannot be made over a BarSeries: " + refused,
                    refused);
        }
    }
}
