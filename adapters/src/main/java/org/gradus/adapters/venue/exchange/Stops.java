package org.gradus.adapters.venue.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// When a stop is reached, and where a trailing one has come to.
final class Stops {
    private static final BigDecimal PERCENT = new BigDecimal("0.01");

    private Stops() {
    }

    static boolean reached(Order order, BigDecimal price) {
        BigDecimal stop = order.stopPrice;
        return stop != null && (order.side == Side.BUY ? price.compareTo(stop) >= 0 : price.compareTo(stop) <= 0);
    }

    /// A trailing stop follows the best price since it works; true when it has moved.
    static boolean follow(Order order, BigDecimal price) {
        if (order.type != OrderType.TRAILING_STOP) {
            return false;
        }
        BigDecimal mark = order.highWaterMark;
        boolean better = mark == null
            || (order.side == Side.SELL ? price.compareTo(mark) > 0 : price.compareTo(mark) < 0);
        if (better) {
            order.highWaterMark = price;
            order.stopPrice = behind(order, price);
        }
        return better;
    }

    /// The worst price that an order takes; null for any. A buy stop in stocks is collared.
    static @Nullable BigDecimal limit(Order order) {
        boolean collared = order.type == OrderType.STOP && order.side == Side.BUY;
        return collared ? CheckPrices.collar(Objects.requireNonNull(order.stopPrice)) : order.limitPrice;
    }

    private static BigDecimal behind(Order order, BigDecimal mark) {
        BigDecimal distance = order.trailPrice != null ? order.trailPrice
            : mark.multiply(Objects.requireNonNull(order.trailPercent)).multiply(PERCENT);
        BigDecimal stop = order.side == Side.SELL ? mark.subtract(distance) : mark.add(distance);
        BigDecimal increment = order.asset.priceIncrementAt(stop);
        return stop.divide(increment, 0, RoundingMode.HALF_EVEN).multiply(increment);
    }
}
