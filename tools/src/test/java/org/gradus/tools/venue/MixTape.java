package org.gradus.tools.venue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gradus.adapters.tape.TapeSpec;

/// Some minutes of coins and stocks, drawn from a seed: a quote every other second, a trade every fourth, whether
/// stocks are traded by then or not. Then nothing moves any more.
final class MixTape {
    static final long SECOND_NS = 1_000_000_000L;
    /// Of the tape that is past when the venue begins.
    static final int WARM_UP_S = 50;
    private static final double WANDER = 0.0006;
    private static final double HALF_SPREAD = 0.0001;
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private MixTape() {
    }

    static List<TapeSpec> write(Path folder, Mix mix, int seconds) {
        Random random = new Random(mix.seed());
        List<TapeSpec> tapes = new ArrayList<>();
        for (MixMarket.Listing each : mix.market().listings) {
            tapes.addAll(tapes(folder, each, random, mix.market().startS, seconds));
        }
        return tapes;
    }

    private static List<TapeSpec> tapes(Path folder, MixMarket.Listing listing, Random random, long startS,
            int seconds) {
        StringBuilder quotes = new StringBuilder("timestamp_ns,bid_price,bid_size,ask_price,ask_size\n");
        StringBuilder trades = new StringBuilder("timestamp_ns,price,size,side\n");
        double price = listing.price();
        for (int i = 0; i < seconds; i += 2) {
            price *= 1 + WANDER * random.nextGaussian();
            long timeNs = (startS + i) * SECOND_NS + 100_000_000L;
            BigDecimal bid = cents(price * (1 - HALF_SPREAD));
            BigDecimal ask = cents(price * (1 + HALF_SPREAD)).max(bid.add(CENT));
            quotes.append(timeNs).append(',').append(bid).append(",5,").append(ask).append(",5\n");
            if (i % 4 == 0) {
                trades.append(timeNs + 1_000).append(',').append(cents(price)).append(listing.coin() ? ",0.5" : ",5")
                    .append(",buy\n");
            }
        }
        String name = listing.symbol().replaceFirst("/.*", "");
        return List.of(spec(folder.resolve(name + "-quotes.csv"), listing.symbol(), quotes),
            spec(folder.resolve(name + "-trades.csv"), listing.symbol(), trades));
    }

    private static BigDecimal cents(double price) {
        return BigDecimal.valueOf(price).setScale(2, RoundingMode.HALF_EVEN);
    }

    private static TapeSpec spec(Path file, String symbol, CharSequence rows) {
        try {
            return new TapeSpec(Files.writeString(file, rows), symbol, null);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
