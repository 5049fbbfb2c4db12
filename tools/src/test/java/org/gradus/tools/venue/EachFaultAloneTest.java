package org.gradus.tools.venue;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gradus.tools.venue.Mix.Crash;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each thing that can go wrong, by itself and again and again. Of an engine that trades at every bar, with what it
/// holds and what protects it at the venue.
@Tag("all-cores")
class EachFaultAloneTest {
    private static final List<String> FAULTS = List.of(
        "delay 90ms on POST /v2/orders every 2",
        "delay 90ms on DELETE /v2/orders/* every 2",
        "drop on POST /v2/orders every 3",
        "drop-after on POST /v2/orders every 3",
        "drop on DELETE /v2/orders/* every 2",
        "answer 429 on POST /v2/orders every 4",
        "answer 503 on POST /v2/orders every 3",
        "answer-after 503 on POST /v2/orders every 3",
        "answer 500 on GET /v2/orders** every 2",
        "page 502 on POST /v2/orders every 3",
        "page-after 502 on POST /v2/orders every 3",
        "reset on POST /v2/orders every 3",
        "reset-after on POST /v2/orders every 3",
        "reset-after on DELETE /v2/orders/* every 2",
        "silence 1200ms on /stream every 5",
        "silence 1200ms on /v1beta3/crypto/us every 150",
        "cut on /stream every 7",
        "cut on /v1beta3/crypto/us every 150",
        "refuse on /v1beta3/crypto/us first 2",
        "lose on fill every 2",
        "lose on partial_fill every 1",
        "lose on new every 2",
        "lose on canceled every 2",
        "double on * every 2",
        "swap on * every 2",
        "repeat on * every 2",
        "skew 10m on clock every 5",
        "skew -10m on clock every 5",
        "reject on ** every 3",
        "partial-then-cancel on ** every 2",
        "pending-cancel 900ms on ** every 2",
        "wrong-increments on BTC/USD first 1",
        "halt 200ms on * every 100",
        "pause 40ms on * every 60",
        "bust 50ms on * every 5");

    private static final int ONLY_STOCKS = 32;

    @TempDir
    private Path folder;

    @Test
    void engineAndVenueAgreeBehindEachFault() throws InterruptedException {
        List<Mix> mixes = new ArrayList<>();
        for (int i = 0; i < FAULTS.size(); i++) {
            mixes.add(new Mix(i + 1, market(i), List.of(FAULTS.get(i)), List.of()));
        }
        List<MixRun.Outcome> outcomes = Mixes.run(mixes, folder);
        Mixes.assertBusy(outcomes, 1);
        for (MixRun.Outcome outcome : outcomes) {
            assertTrue(outcome.struck() > 0, outcome.mix() + " went wrong at least once");
        }
    }

    /// Coins and stocks by turns, and what only stocks know.
    private static MixMarket market(int turn) {
        return turn % 2 == 0 && turn < ONLY_STOCKS ? MixMarket.COINS : MixMarket.MIDDAY;
    }

    @Test
    void engineAndVenueAgreeBehindCrashesOfEither() throws InterruptedException {
        List<Mix> mixes = new ArrayList<>();
        for (int ms = 300; ms < 1_900; ms += 200) {
            mixes.add(new Mix(ms, market(ms / 100 / 2), List.of(), List.of(new Crash(true, ms, 60))));
            mixes.add(new Mix(ms, market(ms / 100 / 2), List.of(), List.of(new Crash(false, ms, 60))));
        }
        Mixes.assertBusy(Mixes.run(mixes, folder), 3);
    }
}
