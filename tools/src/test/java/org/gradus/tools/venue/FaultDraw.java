package org.gradus.tools.venue;

import java.util.List;
import java.util.Random;

/// Draws lines of scripts of faults, each kind as likely as any other.
final class FaultDraw {
    private static final List<String> REQUESTS = List.of("POST /v2/orders", "POST /v2/orders", "DELETE /v2/orders/*",
        "GET /v2/orders**", "GET /v2/account**", "GET /v2/positions", "* /v2/**", "* /**");
    private static final List<String> ACTS = List.of("POST /v2/orders", "POST /v2/orders", "DELETE /v2/orders/*",
        "* /v2/orders**");
    private static final List<String> STREAMS = List.of("/stream", "/stream", "/v1beta3/crypto/us", "**");
    private static final List<String> UPDATES = List.of("fill", "partial_fill", "new", "canceled", "*");
    private static final List<String> COINS = List.of("BTC/USD", "ETH/USD", "**");

    private FaultDraw() {
    }

    static String rule(Random random) {
        String rule = switch (random.nextInt(21)) {
            case 0 -> "delay " + (5 + random.nextInt(120)) + "ms on " + one(REQUESTS, random);
            case 1 -> "drop on " + one(REQUESTS, random);
            case 2 -> "drop-after on " + one(ACTS, random);
            case 3 -> "answer " + one(List.of("429", "500", "502", "503", "504"), random) + " on "
                + one(REQUESTS, random);
            case 4 -> "answer-after " + one(List.of("500", "503", "504"), random) + " on " + one(ACTS, random);
            case 5 -> "page " + one(List.of("500", "502", "503"), random) + " on " + one(REQUESTS, random);
            case 6 -> "page-after " + one(List.of("502", "504"), random) + " on " + one(ACTS, random);
            case 7 -> "reset on " + one(REQUESTS, random);
            case 8 -> "reset-after on " + one(ACTS, random);
            case 9 -> "silence " + (20 + random.nextInt(900)) + "ms on " + one(STREAMS, random);
            case 10 -> "cut on " + one(STREAMS, random);
            case 11 -> "refuse on " + one(STREAMS, random);
            case 12 -> "lose on " + one(UPDATES, random);
            case 13 -> "double on " + one(UPDATES, random);
            case 14 -> "swap on " + one(UPDATES, random);
            case 15 -> "repeat on " + one(UPDATES, random);
            case 16 -> "skew " + one(List.of("-10m", "10m", "2h"), random) + " on clock";
            case 17 -> "reject on " + one(COINS, random);
            case 18 -> "partial-then-cancel on " + one(COINS, random);
            case 19 -> "pending-cancel " + (50 + random.nextInt(800)) + "ms on " + one(COINS, random);
            default -> "wrong-increments on " + one(COINS, random);
        };
        return rule + when(random);
    }

    private static String one(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    private static String when(Random random) {
        String often = random.nextBoolean() ? " every " + (1 + random.nextInt(6))
            : " chance " + (5 + random.nextInt(60)) + "%";
        return often + " from " + random.nextInt(Mix.FAULTS_MS * 2 / 3) + "ms";
    }
}
