package org.gradus.engine.domain;

/// What can be traded, and in which steps. The id is dense and given once per journal; tick, lot, minimum notional
/// and maximum quantity are scaled by 1e-9; `sizeDecimals` is the exponent of tape sizes and bar volumes, which are
/// statistics and may be larger than money can be.
public record Instrument(int id, String symbol, AssetClass assetClass, String baseCurrency, String quoteCurrency,
                         long tick, long lot, long minimumNotional, long maximumQuantity, int sizeDecimals) {

    public Instrument {
        word("symbol", symbol, symbol);
        word("base currency", baseCurrency, symbol);
        word("quote currency", quoteCurrency, symbol);
        check(id >= 0, symbol, "id", id, "is negative");
        check(tick > 0, symbol, "tick", tick, "is not positive");
        check(lot > 0, symbol, "lot", lot, "is not positive");
        check(minimumNotional >= 0, symbol, "minimum notional", minimumNotional, "is negative");
        check(maximumQuantity >= lot, symbol, "maximum quantity", maximumQuantity, "is less than one lot");
        check(sizeDecimals >= 0 && sizeDecimals <= FixedPoint.MAX_DECIMALS, symbol, "size decimals", sizeDecimals,
              "is not in 0.." + FixedPoint.MAX_DECIMALS);
    }

    private static void word(String field, String word, String symbol) {
        if (word.isEmpty() || word.chars().anyMatch(c -> c <= ' ')) {
            throw new IllegalArgumentException(
                "instrument '" + symbol + "': " + field + " '" + word + "' is not one word");
        }
    }

    private static void check(boolean holds, String symbol, String field, long value, String fault) {
        if (!holds) {
            throw new IllegalArgumentException("instrument '" + symbol + "': " + field + " " + value + " " + fault);
        }
    }
}
