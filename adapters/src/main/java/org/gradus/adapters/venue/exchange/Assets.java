package org.gradus.adapters.venue.exchange;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What can be traded, found by symbol in either spelling or by id. Guarded by the lock of [Exchange].
public final class Assets {
    /// Alpaca's id of it, quoted in many places.
    private static final String BITCOIN_ID = "276e2673-764b-4ab6-a611-caf665ca6340";
    private static final int ID_LENGTH = BITCOIN_ID.length();
    private static final String FINEST = "0.000000001";

    private final Map<String, Asset> bySymbol = new LinkedHashMap<>();
    private final Map<String, Asset> bySpelling = new LinkedHashMap<>();

    private Assets() {
    }

    /// The list that every venue begins with.
    static Assets listed() {
        Assets assets = new Assets();
        assets.add(Asset.crypto("BTC/USD", "Bitcoin / US Dollar", "0.01", "0.000016").withId(BITCOIN_ID));
        for (Asset asset : List.of(
                Asset.crypto("ETH/USD", "Ethereum / US Dollar", "0.01", "0.00036"),
                Asset.crypto("SOL/USD", "Solana / US Dollar", "0.001", "0.0072"),
                Asset.crypto("LTC/USD", "Litecoin / US Dollar", "0.001", "0.012"),
                Asset.crypto("LINK/USD", "Chainlink / US Dollar", "0.001", "0.07"),
                Asset.crypto("AVAX/USD", "Avalanche / US Dollar", "0.001", "0.05"),
                Asset.crypto("AAVE/USD", "Aave / US Dollar", "0.001", "0.010186515"),
                Asset.crypto("BCH/USD", "Bitcoin Cash / US Dollar", "0.01", "0.0019"),
                Asset.crypto("UNI/USD", "Uniswap / US Dollar", "0.0001", "0.15"),
                Asset.crypto("DOT/USD", "Polkadot / US Dollar", "0.0001", "0.3"),
                Asset.crypto("XRP/USD", "XRP / US Dollar", "0.00001", "0.45"),
                Asset.crypto("ADA/USD", "Cardano / US Dollar", "0.00001", "2"),
                Asset.crypto("DOGE/USD", "Dogecoin / US Dollar", "0.000001", "6"),
                Asset.crypto("SHIB/USD", "Shiba Inu / US Dollar", FINEST, "100000"),
                Asset.crypto("USDT/USD", "Tether / US Dollar", FINEST, "1.0003"),
                Asset.crypto("USDC/USD", "USD Coin / US Dollar", FINEST, "1.00050025"),
                Asset.crypto("BTC/USDT", "Bitcoin / Tether", "0.01", "0.000016"),
                Asset.crypto("BTC/USDC", "Bitcoin / USD Coin", "0.01", "0.000016"),
                Asset.crypto("ETH/USDT", "Ethereum / Tether", "0.01", "0.00036"),
                Asset.crypto("ETH/USDC", "Ethereum / USD Coin", "0.01", "0.00036"),
                Asset.crypto("ETH/BTC", "Ethereum / Bitcoin", FINEST, "0.00036"),
                Asset.stock("AAPL", "Apple Inc. Common Stock", "NASDAQ").withCusip("037833100"),
                Asset.stock("AMZN", "Amazon.com, Inc. Common Stock", "NASDAQ").withCusip("023135106"),
                Asset.stock("BAC", "Bank of America Corporation", "NYSE").withCusip("060505104"),
                Asset.stock("GOOG", "Alphabet Inc. Class C Capital Stock", "NASDAQ").withCusip("02079K107"),
                Asset.stock("IWM", "iShares Russell 2000 ETF", "ARCA").withCusip("464287655"),
                Asset.stock("MSFT", "Microsoft Corporation Common Stock", "NASDAQ").withCusip("594918104"),
                Asset.stock("NVDA", "NVIDIA Corporation Common Stock", "NASDAQ").withCusip("67066G104"),
                Asset.stock("QQQ", "Invesco QQQ Trust, Series 1", "NASDAQ").withCusip("46090E103"),
                Asset.stock("SPY", "SPDR S&P 500 ETF Trust", "ARCA").withCusip("78462F103"),
                Asset.stock("TSLA", "Tesla, Inc. Common Stock", "NASDAQ").withCusip("88160R101"))) {
            assets.add(asset);
        }
        return assets;
    }

    public Collection<Asset> all() {
        return bySymbol.values();
    }

    /// By `BTC/USD`, `BTCUSD`, id (in either case of letters) or CUSIP.
    public @Nullable Asset find(String spelling) {
        Asset found = bySpelling.get(spelling);
        return found != null || spelling.length() != ID_LENGTH ? found
            : bySpelling.get(spelling.toLowerCase(Locale.ROOT));
    }

    /// By the spelling of orders and the market; one that a tape brings and nobody listed is added.
    Asset listing(String symbol) {
        Asset known = bySymbol.get(symbol);
        if (known != null) {
            return known;
        }
        Asset added = symbol.indexOf('/') > 0 ? Asset.crypto(symbol, symbol, FINEST, FINEST)
            : Asset.stock(symbol, symbol, "NASDAQ");
        add(added);
        return added;
    }

    /// What is held after buying this: any pair of a coin adds to the coin's position against the dollar.
    Asset held(Asset traded) {
        Asset dollars = traded.crypto() ? bySymbol.get(traded.base() + "/USD") : null;
        return dollars != null ? dollars : traded;
    }

    private void add(Asset asset) {
        bySymbol.put(asset.symbol(), asset);
        bySpelling.put(asset.symbol(), asset);
        bySpelling.put(asset.positionSymbol(), asset);
        bySpelling.put(asset.id().toString(), asset);
        if (asset.cusip() != null) {
            bySpelling.put(asset.cusip(), asset);
        }
    }
}
