package org.gradus.engine.strategy;

/// The closed bar a strategy looks at, with its indicators and the strategy's own position. Valid only during the call.
public interface BarView {
    long endNs();

    double open();

    double high();

    double low();

    double close();

    double volume();

    /// Bars of this instrument and timeframe seen so far, this one included.
    int barsSeen();

    /// An output asked for in [Declaration]; never NaN, since a strategy is asked only when all are warm.
    double value(int handle);

    /// The same output one bar before; NaN at the first warm bar.
    double previous(int handle);

    double previousClose();

    /// The strategy's own position in this instrument, in units of the asset; 0 when flat. Working entries are not in
    /// it.
    double position();

    /// Average price of that position; 0 when flat.
    double averagePrice();

    /// True while an entry of this strategy in this instrument is working or parked.
    boolean entryPending();
}
