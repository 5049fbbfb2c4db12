package org.gradus.engine.strategy;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.indicator.Indicator;
import org.gradus.engine.indicator.IndicatorSpec;
import org.gradus.engine.state.StateVisitor;

/// A strategy over bars that a test makes by hand, with the real indicators and no engine around it. Says after each
/// bar
/// what the strategy said, its reason with the values filled in.
final class Watched implements BarView, Declaration {
    private final Strategy strategy;
    private final List<Indicator> indicators = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> rationales = new ArrayList<>();
    private final Signal signal = new Signal();
    private double[] values = new double[0];
    private double[] previous = new double[0];
    private int warmUpBars = 1;
    private int barsSeen;
    private double open;
    private double high;
    private double low;
    private double close = Double.NaN;
    private double volume;
    private double previousClose = Double.NaN;
    private double position;
    private boolean pending;

    Watched(String kind, String... parameters) {
        this(BuiltIn.named(kind).orElseThrow(), parameters);
    }

    Watched(BuiltIn kind, String... parameters) {
        Map<String, String> given = new TreeMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            given.put(parameters[i], parameters[i + 1]);
        }
        strategy = kind.create(new Parameters(given));
        strategy.declare(this);
        values = new double[names.size()];
        previous = new double[names.size()];
        readValues(values);
    }

    /// Holds this much of the asset from now on.
    Watched holding(double quantity) {
        position = quantity;
        return this;
    }

    /// An entry is on its way.
    Watched waiting() {
        pending = true;
        return this;
    }

    /// The same bar over and over: open, high, low and close at one price.
    Watched calm(int bars, double price, double size) {
        for (int i = 0; i < bars; i++) {
            bar(price, price, price, price, size);
        }
        return this;
    }

    /// Closes one behind the other; each bar opens at the close before and reaches a little beyond both.
    Watched closes(double... closes) {
        for (double each : closes) {
            close(each);
        }
        return this;
    }

    String close(double to) {
        double from = Double.isNaN(close) ? to : close;
        return bar(from, Math.max(from, to) + 0.1, Math.min(from, to) - 0.1, to, 10);
    }

    String bar(double barOpen, double barHigh, double barLow, double barClose, double barVolume) {
        previousClose = close;
        open = barOpen;
        high = barHigh;
        low = barLow;
        close = barClose;
        volume = barVolume;
        barsSeen++;
        System.arraycopy(values, 0, previous, 0, values.length);
        indicators.forEach(each -> each.update(open, high, low, close, volume, endNs()));
        readValues(values);
        if (barsSeen < warmUpBars()) {
            return "warming-up";
        }
        signal.reset();
        strategy.evaluate(this, signal);
        return said();
    }

    private void readValues(double[] into) {
        int at = 0;
        for (Indicator indicator : indicators) {
            for (int output = 0; output < indicator.outputs(); output++) {
                into[at++] = indicator.value(output);
            }
        }
    }

    private String said() {
        return switch (signal.kind()) {
            case ENTER -> "enter: " + rationales.get(signal.rationale() - 1);
            case EXIT -> "exit: " + rationales.get(signal.rationale() - 1);
            case HOLD -> "hold";
            case WARMING_UP -> throw new AssertionError("only the engine says so");
        };
    }

    double stopFraction() {
        return signal.stopFraction();
    }

    /// As the engine counts it: one bar more than the slowest indicator needs.
    int warmUpBars() {
        return warmUpBars + 1;
    }

    List<String> valueNames() {
        return names;
    }

    List<String> rationales() {
        return rationales;
    }

    void visitState(StateVisitor visitor) {
        indicators.forEach(indicator -> indicator.visitState(visitor));
        strategy.visitState(visitor);
        visitor.visit(values);
        visitor.visit(previous);
        barsSeen = visitor.visit(barsSeen);
        close = visitor.visit(close);
        previousClose = visitor.visit(previousClose);
        position = visitor.visit(position);
    }

    @Override
    public int indicator(IndicatorSpec spec) {
        int handle = names.size();
        Indicator indicator = spec.create();
        indicators.add(indicator);
        warmUpBars = Math.max(warmUpBars, indicator.warmUpBars());
        for (int output = 0; output < spec.outputs(); output++) {
            names.add(spec.outputName(output));
        }
        return handle;
    }

    @Override
    public void warmUp(int bars) {
        warmUpBars = Math.max(warmUpBars, bars - 1);
    }

    @Override
    public Timeframe timeframe() {
        return Timeframe.M5;
    }

    @Override
    public int rationale(String text) {
        rationales.add(text);
        return rationales.size();
    }

    @Override
    public long endNs() {
        return barsSeen * Timeframe.M5.nanos();
    }

    @Override
    public double open() {
        return open;
    }

    @Override
    public double high() {
        return high;
    }

    @Override
    public double low() {
        return low;
    }

    @Override
    public double close() {
        return close;
    }

    @Override
    public double volume() {
        return volume;
    }

    @Override
    public int barsSeen() {
        return barsSeen;
    }

    @Override
    public double value(int handle) {
        assertFalse(Double.isNaN(values[handle]), names.get(handle));
        return values[handle];
    }

    @Override
    public double previous(int handle) {
        assertFalse(Double.isNaN(previous[handle]), names.get(handle));
        return previous[handle];
    }

    @Override
    public double previousClose() {
        return previousClose;
    }

    @Override
    public double position() {
        return position;
    }

    @Override
    public double averagePrice() {
        return position > 0 ? close : 0;
    }

    @Override
    public boolean entryPending() {
        return pending;
    }
}
