package org.gradus.adapters.venue.market;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// A bar of the market.
///
/// @param turnover  the sum of price times size of its trades
/// @param trades    how many there were
public record Candle(long startNs, long endNs, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close,
                     BigDecimal volume, BigDecimal turnover, int trades) {
    private static final int AVERAGE_DECIMALS = 9;

    /// Volume-weighted average price; zero without a trade, as the real service has it.
    public BigDecimal averagePrice() {
        return volume.signum() == 0 ? BigDecimal.ZERO : turnover.divide(volume, MathContext.DECIMAL64)
                .setScale(AVERAGE_DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
    }

    /// A quiet stretch at one price.
    static Candle quiet(long startNs, long endNs, BigDecimal price) {
        return new Candle(startNs, endNs, price, price, price, price, BigDecimal.ZERO, BigDecimal.ZERO, 0);
    }

    /// This and a later one as one.
    Candle with(Candle later) {
        return new Candle(startNs, later.endNs, open, high.max(later.high), low.min(later.low), later.close,
                volume.add(later.volume), turnover.add(later.turnover), trades + later.trades);
    }

    Candle with(Print print) {
        return new Candle(startNs, endNs, open, high.max(print.price()), low.min(print.price()), print.price(),
                volume.add(print.size()), turnover.add(print.price().multiply(print.size())), trades + 1);
    }

    Candle from(long newStartNs, long newEndNs) {
        return new Candle(newStartNs, newEndNs, open, high, low, close, volume, turnover, trades);
    }
}
