package org.gradus.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gradus.engine.codec.RecordHeader;
import org.gradus.engine.codec.Stage;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.runtime.EngineConfig.Topology;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Our own fault in a stage: the engine stops, the record stays flagged, and a restart goes on behind it.
class FailedRecordTest {
    private static final long FAILS_AT = 80;
    private static final Duration NEVER_HANGS = Duration.ofSeconds(30);

    @TempDir
    private Path home;

    @ParameterizedTest
    @EnumSource(Topology.class)
    void aStageThatThrowsStopsTheEngineBehindTheFlaggedRecord(Topology topology) {
        EngineRig rig = failing(topology, 1);
        StageFailed failed = assertTimeoutPreemptively(NEVER_HANGS,
            () -> assertThrows(StageFailed.class, rig::runToEnd));
        assertEquals(FAILS_AT, failed.sequence());
        Journaled last = rig.records().getLast();
        assertEquals(FAILS_AT, last.sequence());
        assertTrue((last.header().flags() & RecordHeader.FAILED) != 0, "flagged as failed");
        assertEquals(List.of(), last.decisions());
    }

    @ParameterizedTest
    @EnumSource(Topology.class)
    void aRestartSkipsTheFailedRecordAndGoesOn(Topology topology) {
        EngineRig rig = failing(topology, 1);
        assertThrows(StageFailed.class, rig::runToEnd);
        rig.stages = UnaryOperator.identity();
        rig.topology = Topology.DIRECT;
        rig.runToEnd();
        List<Journaled> records = rig.records();
        assertTrue(records.getLast().sequence() > FAILS_AT + 150, "the rest of the tape was run");
        List<Journaled> after = records.subList((int) FAILS_AT, records.size());
        assertFalse(EngineRig.decisions(after, Decision.OrderDecision.class).isEmpty());
    }

    @Test
    void aFaultBehindTheJournalLeavesTheRecordAsItWasWritten() {
        EngineRig rig = failing(Topology.FUSED, 3);
        assertThrows(StageFailed.class, rig::runToEnd);
        assertEquals(FAILS_AT, rig.records().getLast().sequence());
        assertEquals(0, rig.records().getLast().header().flags() & RecordHeader.FAILED);
        rig.stages = UnaryOperator.identity();
        rig.runToEnd();
    }

    @Test
    void entriesOnTheirWayAreNotSentAfterAFaultOfOurOwn() {
        EngineRig rig = new EngineRig(home);
        long entry = sequenceOfFirstEntry(rig.records(home.resolve("calm")));
        rig.stages = throwingAt(1, entry + 1);
        assertThrows(StageFailed.class, rig::runToEnd);
        rig.stages = UnaryOperator.identity();
        rig.runToEnd();
        Input.OrderNotSent told = EngineRig.inputs(rig.records(), Input.OrderNotSent.class).getFirst();
        assertEquals(NotSentReason.OUR_FAULT, told.reason());
    }

    private static long sequenceOfFirstEntry(List<Journaled> records) {
        return records.stream().filter(record -> record.decisions().stream().anyMatch(decision ->
            decision instanceof Decision.OrderDecision order && order.action() == OrderAction.SUBMIT)).findFirst()
            .orElseThrow().sequence();
    }

    private EngineRig failing(Topology topology, int place) {
        EngineRig rig = new EngineRig(home);
        rig.topology = topology;
        rig.stages = throwingAt(place, FAILS_AT);
        return rig;
    }

    private static UnaryOperator<List<Stage>> throwingAt(int place, long sequence) {
        return stages -> {
            List<Stage> withFault = new ArrayList<>(stages);
            withFault.add(place, new StageThatThrows(sequence));
            return withFault;
        };
    }
}
