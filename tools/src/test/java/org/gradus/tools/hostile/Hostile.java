package org.gradus.tools.hostile;

import java.util.Arrays;
import java.util.Locale;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.strategy.BarView;
import org.gradus.engine.strategy.Declaration;
import org.gradus.engine.strategy.Signal;
import org.gradus.engine.strategy.Strategy;
import org.gradus.engine.strategy.StrategyFactory;

/// Strategies that try to pass the guardrails, each in its own way.
enum Hostile {
    /// All there is, at once and at every bar, and then as much as the limits leave.
    WANTS_EVERYTHING((bar, signal, nth) -> {
        signal.enter(1, 0.02, nth % 2 == 1 ? FixedPoint.parse("20000") : Signal.SIZED_BY_LIMITS);
        again(signal, nth, 4);
    }),
    /// One trade in twenty parts, each small enough by itself.
    SLICES((bar, signal, nth) -> {
        signal.enter(1, 0.02, FixedPoint.fromDouble(Math.floor(1e8 * 400 / bar.close()) / 1e8));
        again(signal, nth, 20);
    }),
    /// As fast as it is asked.
    THOUSAND_ORDERS((bar, signal, nth) -> {
        if (bar.barsSeen() % 25 == 10) {
            signal.enter(1, 0.01, FixedPoint.fromDouble(Math.floor(1e8 * 12 / bar.close()) / 1e8));
            again(signal, nth, 999);
        }
    }),
    NO_STOP((bar, signal, nth) -> signal.enter(1, 0)),
    STOP_AT_NINE_PERCENT((bar, signal, nth) -> signal.enter(1, 0.09)),
    /// Stops that are no numbers, on the wrong side or beyond all bounds.
    ABSURD_STOPS((bar, signal, nth) -> {
        double[] stops = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.02, 1, 2, 1e300,
                Double.MIN_VALUE, 1e-12};
        signal.enter(1, stops[(nth - 1) % stops.length]);
        again(signal, nth, stops.length);
    }),
    ABSURD_QUANTITIES((bar, signal, nth) -> {
        long[] quantities = {Long.MAX_VALUE, Long.MIN_VALUE, -1, 1, -FixedPoint.ONE, Long.MAX_VALUE - 1,
                1_000_000_000_000_000_000L};
        signal.enter(1, 0.02, quantities[(nth - 1) % quantities.length]);
        again(signal, nth, quantities.length);
    }),
    /// In and out and in again within one bar.
    CHURNS((bar, signal, nth) -> {
        if (nth % 2 == 0) {
            signal.exit(1);
        } else {
            signal.enter(1, 0.02);
        }
        again(signal, nth, 6);
    }),
    /// Goes on buying while its exit works.
    BUYS_WHILE_EXITING((bar, signal, nth) -> {
        if (bar.position() > 0 && nth == 1) {
            signal.exit(1);
            signal.again();
        } else {
            signal.enter(1, 0.02, FixedPoint.fromDouble(Math.floor(1e8 * 900 / bar.close()) / 1e8));
        }
    }),
    THROWS((bar, signal, nth) -> {
        signal.enter(1, 0.02);
        if (bar.barsSeen() > 30) {
            throw new IllegalStateException("as hostile as can be");
        }
    }),
    OVERFLOWS_ITS_STACK((bar, signal, nth) -> {
        signal.enter(1, 0.02);
        if (bar.barsSeen() > 40) {
            fall(1);
        }
    }),
    /// Answers for ever.
    NEVER_ENDS((bar, signal, nth) -> {
        signal.enter(1, 0.02, FixedPoint.parse("0.001"));
        if (bar.barsSeen() > 20) {
            signal.again();
        }
    });

    /// What a strategy answers.
    @FunctionalInterface
    interface Wish {
        /// @param nth which call for the same bar, from 1
        void answer(BarView bar, Signal signal, int nth);
    }

    private final Wish wish;

    Hostile(Wish wish) {
        this.wish = wish;
    }

    private static void again(Signal signal, int nth, int most) {
        if (nth < most) {
            signal.again();
        }
    }

    private static int fall(int depth) {
        return fall(depth + 1) + depth;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// All but the one that leaves the others little time.
    static Hostile[] crowd() {
        return Arrays.stream(values()).filter(each -> each != NEVER_ENDS).toArray(Hostile[]::new);
    }

    static StrategyFactory factory() {
        return (kind, jar, parameters) -> Arrays.stream(values()).filter(each -> each.label().equals(kind))
                .findFirst().orElseThrow()
                .strategy();
    }

    private Strategy strategy() {
        return new Asked(wish);
    }

    /// Counts the calls for each bar.
    private static final class Asked implements Strategy {
        private final Wish wish;
        private long bars;
        private int nth;

        Asked(Wish wish) {
            this.wish = wish;
        }

        @Override
        public void declare(Declaration declaration) {
            declaration.rationale("because I can");
        }

        @Override
        public void evaluate(BarView bar, Signal signal) {
            nth = bar.barsSeen() == bars ? nth + 1 : 1;
            bars = bar.barsSeen();
            wish.answer(bar, signal, nth);
        }

        @Override
        public void visitState(StateVisitor visitor) {
            bars = visitor.visit(bars);
            nth = visitor.visit(nth);
        }
    }
}
