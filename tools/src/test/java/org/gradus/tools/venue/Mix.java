package org.gradus.tools.venue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.gradus.adapters.venue.fault.FaultScript;

/// What goes wrong in one run, and when: drawn from a seed, or chosen. Times are real, from the beginning of the run;
/// whatever a rule says of its time ends with the run's faults.
///
/// @param market  what is traded
/// @param rules   lines of a script of faults, without times
/// @param crashes of engine and venue, in the order of time
record Mix(long seed, MixMarket market, List<String> rules, List<Crash> crashes) {
    /// From here on nothing goes wrong any more.
    static final int FAULTS_MS = 2_000;
    /// As long as a script can say it.
    private static final long LONG_MS = 999_999_999L;
    private static final int RULES_MAX = 5;
    private static final int CRASHES_MAX = 3;

    Mix {
        rules = List.copyOf(rules);
        crashes = List.copyOf(crashes);
    }

    /// Engine or venue is gone without a word, and comes back after a while.
    record Crash(boolean ofEngine, int atMs, int awayMs) {
    }

    static Mix drawn(long seed) {
        Random random = new Random(seed * 0x9E37_79B9_7F4A_7C15L);
        MixMarket market = MixMarket.drawn(seed, random);
        FaultDraw faults = new FaultDraw(market, random);
        List<String> rules = IntStream.range(0, 1 + random.nextInt(RULES_MAX)).mapToObj(_ -> faults.rule()).toList();
        List<Crash> crashes = new ArrayList<>();
        int atMs = 200;
        int count = random.nextInt(CRASHES_MAX + 1);
        for (int i = 0; i < count; i++) {
            int awayMs = random.nextInt(150);
            crashes.add(new Crash(random.nextBoolean(), atMs + random.nextInt(450), awayMs));
            atMs = crashes.getLast().atMs + awayMs + 50;
        }
        return new Mix(seed, market, rules, crashes);
    }

    /// The same for a run whose faults have no end: stocks are traded when it stops, so that all can be sold, and no
    /// call fails each time, for no engine could ever start.
    Mix openToItsEnd() {
        List<String> passing = rules.stream().map(rule -> rule.replace(" every 1 ", " every 2 ")).toList();
        return new Mix(seed, market.stocks() ? MixMarket.MIDDAY : market, passing, crashes);
    }

    /// For a venue that begins so long after the run; the script's times count from there.
    FaultScript script(long sinceMs) {
        return FaultScript.parse(text(FAULTS_MS - sinceMs, sinceMs));
    }

    /// The text of a script whose faults end after a while.
    ///
    /// @param leftMs 0 or less for no fault any more
    String text(long leftMs, long salt) {
        StringBuilder text = new StringBuilder("seed " + (1 + Math.floorMod(seed + salt, 1_000_000)) + "\n");
        if (leftMs > 0) {
            rules.forEach(rule -> text.append(rule).append(" to ").append(Math.min(leftMs, LONG_MS)).append("ms\n"));
        }
        return text.toString();
    }
}
