package org.gradus.adapters.ta4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.indicator.IndicatorSpec;
import org.gradus.engine.strategy.BarView;
import org.gradus.engine.strategy.Declaration;
import org.gradus.engine.strategy.Parameters;
import org.gradus.engine.strategy.Signal;

/// Shows a bridge waves of bars and fills what it asks for at the next bar, without an engine.
final class PlayedBars implements BarView {
    private static final long PERIOD_NS = Timeframe.M5.nanos();

    private final Ta4jBridge bridge;
    private final Asked asked = new Asked();
    private final Signal signal = new Signal();
    private int bar;
    private double position;
    private double averagePrice;

    /// What the bridge declared.
    static final class Asked implements Declaration {
        private int warmUpBars;
        private int rationales;

        @Override
        public int indicator(IndicatorSpec spec) {
            throw new AssertionError("a bridge brings its own indicators");
        }

        @Override
        public void warmUp(int bars) {
            warmUpBars = bars;
        }

        @Override
        public Timeframe timeframe() {
            return Timeframe.M5;
        }

        @Override
        public int rationale(String text) {
            return ++rationales;
        }
    }

    PlayedBars(Ta4jMaker maker) {
        bridge = new Ta4jBridge(maker, new Parameters(Map.of("most-bars", "100")));
        bridge.declare(asked);
    }

    Ta4jBridge bridge() {
        return bridge;
    }

    void takeOver(PlayedBars other) {
        position = other.position;
        averagePrice = other.averagePrice;
    }

    /// Bars from one number to before another, and what was said at each.
    List<String> play(int from, int to) {
        List<String> said = new ArrayList<>();
        for (bar = from; bar < to; bar++) {
            if (bar + 1 < asked.warmUpBars) {
                bridge.observe(this);
                continue;
            }
            signal.reset();
            bridge.evaluate(this, signal);
            said.add(bar + " " + signal.kind());
            switch (signal.kind()) {
                case ENTER -> {
                    position = 2;
                    averagePrice = close();
                }
                case EXIT -> position = 0;
                case HOLD, WARMING_UP -> {
                    // Stays as it is.
                }
            }
        }
        return said;
    }

    @Override
    public long endNs() {
        return (bar + 1) * PERIOD_NS;
    }

    @Override
    public double open() {
        return price(bar - 1);
    }

    @Override
    public double high() {
        return Math.max(open(), close()) + 1;
    }

    @Override
    public double low() {
        return Math.min(open(), close()) - 1;
    }

    @Override
    public double close() {
        return price(bar);
    }

    static double price(int at) {
        return 1_000 + 20 * StrictMath.sin(at / 6.0) + at * 7919L % 31 / 10.0;
    }

    @Override
    public double volume() {
        return 100 + bar % 7;
    }

    @Override
    public int barsSeen() {
        return bar + 1;
    }

    @Override
    public double value(int handle) {
        throw new AssertionError("a bridge brings its own indicators");
    }

    @Override
    public double previous(int handle) {
        return value(handle);
    }

    @Override
    public double previousClose() {
        return open();
    }

    @Override
    public double position() {
        return position;
    }

    @Override
    public double averagePrice() {
        return position == 0 ? 0 : averagePrice;
    }

    @Override
    public boolean entryPending() {
        return false;
    }
}
