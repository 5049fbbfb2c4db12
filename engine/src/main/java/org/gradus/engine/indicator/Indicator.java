package org.gradus.engine.indicator;

import org.gradus.engine.state.Stateful;

/// A number, or a few, computed step by step from the closed bars of one instrument, without allocating. The same bars
/// give the same bits on every machine: only `+ - * /` and square roots, each correctly rounded, never fused.
///
/// Made by [IndicatorSpec#create]. Owned by one thread, the indicator stage's.
///
/// **Warm-up.** No value is given before [#warmUpBars] bars: `NaN` until then, finite for ever after. A windowed
/// indicator is warm when its window is full. A recursive average starts, as in ta4j, from one bar's value; it is held
/// back until that bar weighs less than one seventh (e^-2), because an RSI that has seen one move is 0 or 100: a
/// signal, but no news. From the warm-up on each value agrees with ta4j's, fed the same bars from the start.
///
/// **Odd input.** Each class states what flat prices and zero volume give. Magnitudes beyond 1e100 are taken as 1e100
/// and a negative volume as 0, so that no finite input can give an infinite output.
public interface Indicator extends Stateful {
    /// Takes in one closed bar; bars come in order. `endNs` is the bar's end in engine time.
    void update(double open, double high, double low, double close, double volume, long endNs);

    /// How many values there are; [IndicatorSpec#outputName] names each.
    int outputs();

    /// The value after the latest bar, `NaN` until warm.
    double value(int output);

    boolean warm();

    /// Bars needed before the first value is given; known from the start.
    int warmUpBars();
}
