package org.gradus.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gradus.engine.egress.OrderCommand;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.StoppedReason;
import org.gradus.engine.message.UnknownReason;
import org.gradus.engine.runtime.MemoryVenue.Fate;
import org.junit.jupiter.api.Test;

/// A live engine that is gone behind some record, and the one that takes its journal up while the venue went on.
class LiveCrashTest {
    private static final int MINUTES = 7;
    private static final int AWAY_S = 90;

    /// Coins are dear, shares are not, so that more than one is entered at a time.
    private static void market(LiveRig rig) {
        boolean shares = rig.config.entryRestNs() > 0;
        rig.venue.quote(shares ? "50" : "50000", shares ? "50.01" : "50010");
        rig.venue.trade(shares ? "50" : "50000");
    }

    /// Fewer submissions than the limiter would hold back, so that every run trades.
    private static void minutes(LiveRig rig, int minutes) {
        for (int i = 0; i < minutes; i++) {
            market(rig);
            rig.pass(60);
        }
    }

    private static Function<OrderCommand, Fate> noting(List<Long> submitted) {
        return command -> {
            if (command.action == OrderAction.SUBMIT) {
                submitted.add(command.clientOrderId);
            }
            return Fate.SERVED;
        };
    }

    private static Set<Long> telling(LiveRig rig) {
        rig.start();
        minutes(rig, MINUTES);
        rig.stop();
        assertTrue(rig.inputs(Input.OrderFilled.class).size() > 2, "it trades");
        Set<Long> places = new LinkedHashSet<>();
        for (Journaled record : rig.records()) {
            boolean quiet = record.input() instanceof Input.TimeTick && record.decisions().isEmpty();
            if (!quiet) {
                places.add(record.sequence());
            }
        }
        places.remove(1L);
        return places;
    }

    @Test
    void aCrashBehindAnyRecordLosesNothingAndSendsNothingTwice() {
        crashBehindEach(LiveRig::new);
    }

    @Test
    void aCrashBehindAnyRecordLosesNoStopThatWentAlongWithAnEntry() {
        crashBehindEach(LiveRig::ofShares);
    }

    private static void crashBehindEach(Supplier<LiveRig> maker) {
        Set<Long> places = telling(maker.get());
        assertTrue(places.size() > 40, places::toString);
        for (long place : places) {
            crashBehind(maker.get(), place);
        }
    }

    private static void crashBehind(LiveRig rig, long place) {
        List<Long> submitted = new ArrayList<>();
        rig.venue.fate = noting(submitted);
        rig.journal.crashAfter(place);
        try {
            rig.start();
            minutes(rig, MINUTES);
            rig.engine.stop(StoppedReason.OPERATOR);
        } catch (RuntimeException crash) {
            assertTrue(crash instanceof StageFailed, crash::toString);
        }
        rig.crash();
        rig.clock.pass(AWAY_S * LiveRig.SECOND_NS);
        market(rig);
        rig.start();
        rig.pass(60);
        minutes(rig, 2);
        rig.pass(60);
        rig.stop();
        assertEquals(submitted.size(), submitted.stream().distinct().count(), "record " + place + ": sent twice");
        List<Decision.ReconcileOutcome> outcomes = EngineRig.decisions(rig.records(), Decision.ReconcileOutcome.class);
        assertTrue(outcomes.stream().allMatch(Decision.ReconcileOutcome::clean), "record " + place + ": " + outcomes);
        assertFalse(outcomes.isEmpty());
    }

    @Test
    void anOrderWithoutAResultIsUnknownBehindARestartUntilTheVenueProvesIt() {
        LiveRig rig = new LiveRig();
        rig.start();
        long[] lost = {0};
        rig.venue.fate = command -> {
            lost[0] = lost[0] == 0 ? command.clientOrderId : lost[0];
            if (command.clientOrderId == lost[0]) {
                rig.journal.crashAfter(rig.journal.records().size() + 1);
                return Fate.LOST;
            }
            return Fate.SERVED;
        };
        try {
            minutes(rig, 3);
        } catch (StageFailed gone) {
            rig.crash();
        }
        rig.clock.pass(AWAY_S * LiveRig.SECOND_NS);
        rig.start();
        rig.pass(60);
        rig.stop();
        assertTrue(rig.inputs(Input.OrderUnknown.class).contains(new Input.OrderUnknown(lost[0],
            UnknownReason.RESTART)));
        assertTrue(rig.inputs(Input.OrderNotSent.class).stream().anyMatch(end -> end.clientOrderId() == lost[0]));
    }
}
