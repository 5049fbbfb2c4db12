package org.gradus.adapters.venue.market;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The price bands of stocks: so much around the mean of the last five minutes' prints, looked at each minute of the
/// session and moved when that mean has moved by a hundredth. Owned by the market's thread.
final class PriceBands {
    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final long WINDOW_NS = 5 * Timestamps.MINUTE_NS;
    private static final BigDecimal MOVED = new BigDecimal("0.01");
    private static final BigDecimal CHEAP_BELOW = BigDecimal.valueOf(3);
    private static final BigDecimal WIDTH = new BigDecimal("0.05");
    private static final BigDecimal WIDTH_OF_CHEAP = new BigDecimal("0.20");
    private static final int CENTS = 2;

    private final Map<String, Reference> references = new HashMap<>();

    /// What the current band of a stock lies around.
    private record Reference(BigDecimal price, LocalDate day) {
    }

    /// The band that begins now, when one does.
    @Nullable PriceBand at(SymbolMarket market, long nowNs) {
        ZonedDateTime now = Timestamps.instant(nowNs).atZone(Timestamps.NEW_YORK);
        BigDecimal mean = mean(market, nowNs);
        if (mean == null || now.toLocalTime().isBefore(OPEN) || !now.toLocalTime().isBefore(CLOSE)) {
            return null;
        }
        Reference before = references.get(market.symbol());
        boolean first = before == null || !before.day.equals(now.toLocalDate());
        if (!first && mean.subtract(before.price).abs().compareTo(before.price.multiply(MOVED)) < 0) {
            return null;
        }
        references.put(market.symbol(), new Reference(mean, now.toLocalDate()));
        return around(mean, first ? 'A' : 'B', nowNs);
    }

    /// The band while a stock does not trade, or when it does again; null where nothing is known of its price.
    @Nullable PriceBand around(SymbolMarket market, char indicator, long nowNs) {
        Print last = market.lastPrint();
        return last == null ? null : around(last.price(), indicator, nowNs);
    }

    private static PriceBand around(BigDecimal price, char indicator, long nowNs) {
        BigDecimal away = price.multiply(price.compareTo(CHEAP_BELOW) > 0 ? WIDTH : WIDTH_OF_CHEAP);
        return new PriceBand(cents(price.add(away)), cents(price.subtract(away)), indicator, nowNs);
    }

    private static BigDecimal cents(BigDecimal price) {
        return price.setScale(CENTS, RoundingMode.HALF_EVEN).stripTrailingZeros();
    }

    private static @Nullable BigDecimal mean(SymbolMarket market, long nowNs) {
        List<BigDecimal> prices = market.prints(nowNs - WINDOW_NS, nowNs).stream().filter(Print::valid)
                .map(Print::price).toList();
        return prices.isEmpty() ? null : prices.stream().reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(prices.size()), MathContext.DECIMAL64);
    }
}
