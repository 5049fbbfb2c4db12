package org.gradus.adapters.venue.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.gradus.adapters.venue.MarketListener.Quote;

/// Makes a quote around a price, where a tape has none.
///
/// @param halfSpread  from the price to either side, as a ratio of the price; at least one tick
/// @param size        offered on both sides
public record MadeQuotes(BigDecimal halfSpread, BigDecimal size) {
    public static final MadeQuotes USUAL = new MadeQuotes(new BigDecimal("0.0001"), BigDecimal.TEN);
    private static final int CENTS = 2;
    private static final int STOCK_DECIMALS_BELOW_ONE = 4;
    private static final int COIN_DECIMALS_BELOW_ONE = 9;

    Quote around(String symbol, BigDecimal price, long timeNs) {
        int decimals = price.compareTo(BigDecimal.ONE) >= 0 ? CENTS
                : SymbolMarket.isCrypto(symbol) ? COIN_DECIMALS_BELOW_ONE : STOCK_DECIMALS_BELOW_ONE;
        BigDecimal tick = BigDecimal.ONE.movePointLeft(decimals);
        BigDecimal away = price.multiply(halfSpread).max(tick);
        BigDecimal bid = price.subtract(away).setScale(decimals, RoundingMode.FLOOR).max(tick);
        BigDecimal ask = price.add(away).setScale(decimals, RoundingMode.CEILING);
        return new Quote(symbol, bid, size, ask, size, timeNs, true);
    }
}
