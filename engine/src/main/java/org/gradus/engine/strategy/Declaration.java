package org.gradus.engine.strategy;

import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.indicator.IndicatorSpec;

/// What a strategy needs and may say, collected once at start and recorded in the epoch's `started` record.
public interface Declaration {
    /// Asks for an indicator on the strategy's own instrument and timeframe.
    ///
    /// @return the handle of its first output; further outputs follow at handle + 1, …
    int indicator(IndicatorSpec spec);

    /// Asks for a longer warm-up than the indicators need.
    ///
    /// @param bars seen before the first evaluation, that one included
    void warmUp(int bars);

    /// Whose closes the strategy is asked at.
    Timeframe timeframe();

    /// Registers a reason in words; `{name}` stands for a value, e.g. `RSI {rsi(14)} turned up at support
    /// {pivot-support(3,3)}`.
    ///
    /// @return the code to give to [Signal], counting from 1; 0 means no reason
    int rationale(String text);
}
