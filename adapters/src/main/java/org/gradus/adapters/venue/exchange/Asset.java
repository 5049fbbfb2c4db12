package org.gradus.adapters.venue.exchange;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that is traded, under Alpaca's rules for its class.
///
/// @param symbol          `BTC/USD` or `AAPL`
/// @param priceIncrement  of crypto; stocks have pennies above one dollar and hundredths of them below
/// @param minimumSize     what the venue publishes, about a dollar's worth of crypto; it binds nobody
/// @param cusip           of stocks that everybody knows, else null
public record Asset(UUID id, AssetClass assetClass, String exchange, String symbol, String name,
                    BigDecimal priceIncrement, BigDecimal minimumSize, @Nullable String cusip) {
    private static final BigDecimal PENNY = new BigDecimal("0.01");
    private static final BigDecimal SUB_PENNY = new BigDecimal("0.0001");

    /// Its id is a function of its symbol, so that it is the same after a restart.
    static Asset crypto(String symbol, String name, String priceIncrement, String minimumSize) {
        return new Asset(idOf(symbol), AssetClass.CRYPTO, "CRYPTO", symbol, name, new BigDecimal(priceIncrement),
            new BigDecimal(minimumSize), null);
    }

    static Asset stock(String symbol, String name, String exchange) {
        return new Asset(idOf(symbol), AssetClass.US_EQUITY, exchange, symbol, name, PENNY, BigDecimal.ONE, null);
    }

    Asset withId(String uuid) {
        return new Asset(UUID.fromString(uuid), assetClass, exchange, symbol, name, priceIncrement, minimumSize, cusip);
    }

    Asset withCusip(String number) {
        return new Asset(id, assetClass, exchange, symbol, name, priceIncrement, minimumSize, number);
    }

    public boolean crypto() {
        return assetClass == AssetClass.CRYPTO;
    }

    /// What is held: the coin of a pair, or the stock.
    public String base() {
        return crypto() ? symbol.substring(0, symbol.indexOf('/')) : symbol;
    }

    /// What is paid with.
    public String currency() {
        return crypto() ? symbol.substring(symbol.indexOf('/') + 1) : "USD";
    }

    /// The spelling that positions have: `BTCUSD`.
    public String positionSymbol() {
        return symbol.replace("/", "");
    }

    BigDecimal priceIncrementAt(BigDecimal price) {
        return crypto() ? priceIncrement : price.compareTo(BigDecimal.ONE) >= 0 ? PENNY : SUB_PENNY;
    }

    private static UUID idOf(String symbol) {
        byte[] bytes = ("gradus asset " + symbol).getBytes(StandardCharsets.UTF_8);
        UUID named = UUID.nameUUIDFromBytes(bytes);
        // Clients expect version 4.
        return new UUID(named.getMostSignificantBits() & ~0xF000L | 0x4000L, named.getLeastSignificantBits());
    }
}
