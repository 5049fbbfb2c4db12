package org.gradus.adapters.venue.exchange;

import java.math.BigDecimal;

/// The money of an account at one moment.
///
/// @param cash            all dollars, kept back or not
/// @param heldForCrypto   dollars kept back for crypto orders
/// @param heldForStocks   buying power kept back for stock orders
/// @param crypto          market value of all coins, part of `longValue`
/// @param shortValue      zero or negative
public record Balances(BigDecimal cash, BigDecimal heldForCrypto, BigDecimal heldForStocks, BigDecimal longValue,
                       BigDecimal shortValue, BigDecimal crypto) {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal MAINTENANCE = new BigDecimal("0.3");

    /// Holds are still part of it.
    public BigDecimal equity() {
        return cash.add(longValue).add(shortValue);
    }

    public BigDecimal marketValue() {
        return longValue.add(shortValue);
    }

    /// Half of what is in stocks, all of what is in coins.
    public BigDecimal initialMargin() {
        return margin(HALF);
    }

    /// The equity that no position needs.
    public BigDecimal excess() {
        return equity().subtract(initialMargin());
    }

    public BigDecimal maintenanceMargin() {
        return margin(MAINTENANCE);
    }

    /// The cash that Alpaca shows: without what crypto orders keep back.
    public BigDecimal shownCash() {
        return cash.subtract(heldForCrypto);
    }

    public BigDecimal nonMarginable() {
        return shownCash().subtract(heldForStocks).max(BigDecimal.ZERO);
    }

    private BigDecimal margin(BigDecimal ofStocks) {
        return longValue.subtract(crypto).subtract(shortValue).multiply(ofStocks).add(crypto);
    }
}
