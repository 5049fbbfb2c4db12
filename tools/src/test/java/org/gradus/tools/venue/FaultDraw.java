package org.gradus.tools.venue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Draws lines of scripts of faults of a market, each kind as likely as any other.
final class FaultDraw {
    private static final List<String> REQUESTS = List.of("POST /v2/orders", "POST /v2/orders", "DELETE /v2/orders/*",
        "GET /v2/orders**", "GET /v2/account**", "GET /v2/positions", "* /v2/**", "* /**");
    private static final List<String> ACTS = List.of("POST /v2/orders", "POST /v2/orders", "DELETE /v2/orders/*",
        "* /v2/orders**");
    private static final List<String> STREAMS = List.of("/stream", "/stream", "/v1beta3/crypto/us", "**");
    private static final List<String> UPDATES = List.of("fill", "partial_fill", "new", "canceled", "*");
    private static final int KINDS = 21;
    private static final int KINDS_OF_STOCKS = 28;

    private final Random random;
    private final int kinds;
    private final List<String> symbols;
    private final List<String> streams;

    FaultDraw(MixMarket market, Random random) {
        this.random = random;
        kinds = market.stocks() ? KINDS_OF_STOCKS : KINDS;
        symbols = new ArrayList<>(market.symbols());
        symbols.add("**");
        streams = new ArrayList<>(STREAMS);
        if (market.stocks()) {
            streams.add("/v2/iex");
        }
    }

    String rule() {
        String rule = switch (random.nextInt(kinds)) {
            case 0 -> "delay " + (5 + random.nextInt(120)) + "ms on " + one(REQUESTS);
            case 1 -> "drop on " + one(REQUESTS);
            case 2 -> "drop-after on " + one(ACTS);
            case 3 -> "answer " + one(List.of("429", "500", "502", "503", "504")) + " on "
                + one(REQUESTS);
            case 4 -> "answer-after " + one(List.of("500", "503", "504")) + " on " + one(ACTS);
            case 5 -> "page " + one(List.of("500", "502", "503")) + " on " + one(REQUESTS);
            case 6 -> "page-after " + one(List.of("502", "504")) + " on " + one(ACTS);
            case 7 -> "reset on " + one(REQUESTS);
            case 8 -> "reset-after on " + one(ACTS);
            case 9 -> "silence " + (20 + random.nextInt(900)) + "ms on " + one(streams);
            case 10 -> "cut on " + one(streams);
            case 11 -> "refuse on " + one(streams);
            case 12 -> "lose on " + one(UPDATES);
            case 13 -> "double on " + one(UPDATES);
            case 14 -> "swap on " + one(UPDATES);
            case 15 -> "repeat on " + one(UPDATES);
            case 16 -> "skew " + one(List.of("-10m", "10m", "2h")) + " on clock";
            case 17 -> "reject on " + one(symbols);
            case 18 -> "partial-then-cancel on " + one(symbols);
            case 19 -> "pending-cancel " + (50 + random.nextInt(800)) + "ms on " + one(symbols);
            case 20 -> "wrong-increments on " + one(symbols);
            case 21, 26 -> "halt " + (20 + random.nextInt(400)) + "ms on " + one(symbols) + seldom();
            case 22, 27 -> "pause " + (10 + random.nextInt(100)) + "ms on " + one(symbols) + seldom();
            case 23 -> "correct " + (1 + random.nextInt(300)) + "ms on " + one(symbols);
            case 24 -> "bust " + (1 + random.nextInt(300)) + "ms on " + one(symbols);
            default -> "late " + (1 + random.nextInt(300)) + "ms on " + one(symbols);
        };
        return rule + (rule.contains(" every ") ? "" : often()) + " from " + random.nextInt(Mix.FAULTS_MS * 2 / 3)
            + "ms";
    }

    /// A market that opens again and again.
    private String seldom() {
        return " every " + (10 + random.nextInt(100));
    }

    private String one(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private String often() {
        return random.nextBoolean() ? " every " + (1 + random.nextInt(6))
            : " chance " + (5 + random.nextInt(60)) + "%";
    }
}
