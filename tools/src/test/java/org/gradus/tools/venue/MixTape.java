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

/// Some minutes of two coins, drawn from a seed: a quote every other second, a trade every fourth. Then nothing moves
/// any more.
final class MixTape {
    static final long SECOND_NS = 1_000_000_000L;
    static final long START_S = 1_704_672_000L;
    /// Of the tape that is past when the venue begins.
    static final int WARM_UP_S = 50;
    private static final double WANDER = 0.0006;
    private static final double HALF_SPREAD = 0.0001;

    private MixTape() {
    }

    static List<TapeSpec> write(Path folder, long seed, int seconds) {
        Random random = new Random(seed);
        List<TapeSpec> tapes = new ArrayList<>();
        tapes.addAll(coin(folder, "BTC/USD", 50_000, random, seconds));
        tapes.addAll(coin(folder, "ETH/USD", 3_000, random, seconds));
        return tapes;
    }

    private static List<TapeSpec> coin(Path folder, String symbol, double first, Random random, int seconds) {
        StringBuilder quotes = new StringBuilder("timestamp_ns,bid_price,bid_size,ask_price,ask_size\n");
        StringBuilder trades = new StringBuilder("timestamp_ns,price,size,side\n");
        double price = first;
        for (int i = 0; i < seconds; i += 2) {
            price *= 1 + WANDER * random.nextGaussian();
            long timeNs = (START_S + i) * SECOND_NS + 100_000_000L;
            quotes.append(timeNs).append(',').append(cents(price * (1 - HALF_SPREAD))).append(",5,")
                .append(cents(price * (1 + HALF_SPREAD))).append(",5\n");
            if (i % 4 == 0) {
                trades.append(timeNs + 1_000).append(',').append(cents(price)).append(",0.5,buy\n");
            }
        }
        String name = symbol.substring(0, 3);
        return List.of(spec(folder.resolve(name + "-quotes.csv"), symbol, quotes),
            spec(folder.resolve(name + "-trades.csv"), symbol, trades));
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
