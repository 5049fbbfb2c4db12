package org.gradus.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.runtime.MemoryVenue.Fate;
import org.junit.jupiter.api.Test;

/// Everything at once, drawn from a seed: requests lost before and behind the venue, lost reports, dropped streams,
/// calls that fail, and crashes. When it is over the books agree, and nothing was sent twice.
class LiveMishapsTest {
    private static final int SEEDS = 30;
    private static final int SECONDS = 420;
    private static final int HEALING_S = 150;

    /// One run; everything of it follows from the seed.
    private static final class Run {
        private final SplittableRandom random;
        private final LiveRig rig;
        private final List<Long> arrived = new ArrayList<>();
        private boolean connected = true;
        private long price = 50_000;

        private Run(LiveRig rig, int seed) {
            this.rig = rig;
            random = new SplittableRandom(seed);
            rig.venue.fate = command -> {
                int draw = random.nextInt(100);
                Fate fate = draw < 8 ? Fate.LOST : draw < 18 ? Fate.UNANSWERED : Fate.SERVED;
                if (command.action == OrderAction.SUBMIT) {
                    arrived.add(command.clientOrderId);
                }
                return fate;
            };
        }

        private boolean chance(int perThousand) {
            return random.nextInt(1_000) < perThousand;
        }

        private void second() {
            if (connected && chance(6)) {
                rig.venue.drop();
                connected = false;
            } else if (!connected && chance(150)) {
                rig.venue.connect();
                connected = true;
            }
            rig.venue.restDown = rig.venue.restDown ? !chance(100) : chance(6);
            rig.venue.losesReports = rig.venue.losesReports ? !chance(200) : chance(20);
            if (chance(4)) {
                rig.crash();
                rig.clock.pass(random.nextInt(90) * LiveRig.SECOND_NS);
                rig.open();
                rig.venue.connect();
                connected = true;
            }
            if (chance(300)) {
                price += random.nextInt(-120, 121);
                market();
            }
            rig.pass(1);
        }

        /// Coins are dear, shares are not, so that more than one is entered at a time.
        private void market() {
            long unit = rig.config.entryRestNs() > 0 ? FixedPoint.ONE / 1_000 : FixedPoint.ONE;
            String bid = FixedPoint.format(price * unit);
            rig.venue.quote(bid, FixedPoint.format((price + 10) * unit));
            rig.venue.trade(bid);
        }

        private void heal() {
            rig.venue.fate = command -> Fate.SERVED;
            rig.venue.restDown = false;
            rig.venue.losesReports = false;
            if (!connected) {
                rig.venue.connect();
            }
            for (int i = 0; i < HEALING_S; i++) {
                market();
                rig.pass(1);
            }
        }
    }

    @Test
    void booksAgreeWhateverHappenedOnTheWay() {
        booksAgree(LiveRig::new, SEEDS);
    }

    @Test
    void booksAgreeWhateverHappenedToEntriesAndTheStopsTheyTakeAlong() {
        List<Run> runs = booksAgree(LiveRig::ofShares, SEEDS / 2);
        long woken = runs.stream().mapToLong(run -> woken(run.rig)).sum();
        assertTrue(woken > SEEDS / 2, woken + " stops came to work");
    }

    private static long woken(LiveRig rig) {
        List<Long> legs = EngineRig.decisions(rig.records(), Decision.OrderDecision.class).stream()
            .filter(order -> order.parent() != 0).map(Decision.OrderDecision::clientOrderId).toList();
        return rig.inputs(Input.OrderAccepted.class).stream().map(Input.OrderAccepted::clientOrderId)
            .filter(legs::contains).distinct().count();
    }

    private static List<Run> booksAgree(Supplier<LiveRig> maker, int seeds) {
        long fills = 0;
        long unknowns = 0;
        List<Run> runs = new ArrayList<>();
        for (int seed = 0; seed < seeds; seed++) {
            Run run = new Run(maker.get(), seed);
            runs.add(run);
            run.rig.start();
            for (int i = 0; i < SECONDS; i++) {
                run.second();
            }
            run.heal();
            run.rig.stop();
            List<Decision.ReconcileOutcome> outcomes =
                EngineRig.decisions(run.rig.records(), Decision.ReconcileOutcome.class);
            assertTrue(outcomes.stream().allMatch(Decision.ReconcileOutcome::clean), "seed " + seed + ": " + outcomes);
            assertEquals(run.arrived.size(), run.arrived.stream().distinct().count(), "seed " + seed + ": sent twice");
            fills += run.rig.inputs(Input.OrderFilled.class).size();
            unknowns += run.rig.inputs(Input.OrderUnknown.class).size();
        }
        assertTrue(fills > seeds && unknowns > seeds / 2, fills + " fills, " + unknowns + " unknown");
        return runs;
    }
}
