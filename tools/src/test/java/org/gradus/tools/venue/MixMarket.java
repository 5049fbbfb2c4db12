package org.gradus.tools.venue;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/// What a mix trades, and where in the day of the stock market its tape begins.
enum MixMarket {
    COINS("2024-01-08T00:00:00Z", List.of(Listing.coin("BTC/USD", 50_000), Listing.coin("ETH/USD", 3_000))),
    MIDDAY("2024-01-08T15:00:00Z", Listing.STOCKS),
    /// Stocks begin to be traded in the third minute.
    OPENING("2024-01-08T14:27:00Z", Listing.STOCKS),
    /// And end in the fifth.
    CLOSING("2024-01-08T20:55:00Z", Listing.STOCKS),
    EARLY_CLOSING("2024-07-03T16:55:00Z", Listing.STOCKS);

    /// One mix in so many trades stocks.
    private static final int STOCKS_EVERY = 3;
    private static final List<MixMarket> OF_STOCKS = List.of(MIDDAY, MIDDAY, OPENING, CLOSING, EARLY_CLOSING);
    private static final String INSTRUMENT = """
          { symbol = %s, asset-class = %s, tick = 0.01, lot = %s, minimum-notional = %d, maximum-quantity = 10000,
            size-decimals = %d }
        """;
    private static final String STRATEGY = """
          { name = %s, kind = org.gradus.tools.venue.EagerBuyer, symbols = [%s], timeframe = 1m, budget = 3 %%,
            parameters { until = %d, bars = %d } }
        """;

    /// Some entries are filled in part and then cancelled, and a network as slow as ours has the time for it.
    private static final String RESTING = "entries { reach = 0.02 %, rest = 12 s }\n";

    final long startS;
    final List<Listing> listings;

    MixMarket(String start, List<Listing> listings) {
        startS = Instant.parse(start).getEpochSecond();
        this.listings = listings;
    }

    /// @param price at which its tape begins
    record Listing(String symbol, boolean coin, String lot, double price) {
        /// The coin is the reference. Of one stock parts are traded, whose stops are for the day.
        private static final List<Listing> STOCKS = List.of(coin("BTC/USD", 50_000),
            new Listing("SPY", false, "1", 130), new Listing("BAC", false, "1", 34),
            new Listing("KO", false, "0.001", 60));

        private static Listing coin(String symbol, double price) {
            return new Listing(symbol, true, "0.000000001", price);
        }

        private String instrument() {
            return INSTRUMENT.formatted(symbol, coin ? "crypto" : "stock", lot, coin ? 10 : 1, coin ? 9 : 0);
        }
    }

    static MixMarket drawn(long seed, Random random) {
        return seed % STOCKS_EVERY == 0 ? OF_STOCKS.get(random.nextInt(OF_STOCKS.size())) : COINS;
    }

    List<String> symbols() {
        return listings.stream().map(Listing::symbol).toList();
    }

    boolean stocks() {
        return this != COINS;
    }

    /// Instruments and strategies: two that buy whatever there is, so that they share positions.
    ///
    /// @param untilS seconds since 1970 from which on nothing new is wanted
    String config(long untilS) {
        String all = String.join(", ", symbols());
        return listings.stream().map(Listing::instrument).collect(Collectors.joining("", "instruments = [\n", "]\n"))
            + (stocks() ? RESTING : "") + "strategies = [\n" + STRATEGY.formatted("eager", all, untilS, 1)
            + STRATEGY.formatted("calm", all, untilS, 2) + "]\n";
    }
}
