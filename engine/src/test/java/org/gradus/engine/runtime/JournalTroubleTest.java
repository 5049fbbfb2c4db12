package org.gradus.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.journal.FullDisk;
import org.gradus.engine.journal.JournalFault;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.JournalTrouble;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.Release;
import org.gradus.engine.message.RiskReason;
import org.gradus.engine.message.StoppedReason;
import org.gradus.engine.runtime.EngineConfig.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A disk that will not force, and a disk that fills up: no entry leaves, exits do, and the journal says why.
class JournalTroubleTest {
    private static final long MARK = 1_000_000;
    private static final long RESERVE = 1_000;

    @TempDir
    private Path home;

    @ParameterizedTest
    @EnumSource(Topology.class)
    void anEntryWhoseRecordCouldNotBeForcedDoesNotLeave(Topology topology) {
        EngineRig rig = forcing(topology);
        rig.store = TroubledStore::refusing;
        rig.runToEnd();
        List<Journaled> records = rig.records();
        assertEquals(NotSentReason.OUR_FAULT, EngineRig.inputs(records, Input.OrderNotSent.class).getFirst().reason());
        assertEquals(List.of(), EngineRig.inputs(records, Input.OrderSent.class));
        assertEquals(1, EngineRig.inputs(records, Input.JournalHealth.class).size());
        assertEquals(RiskReason.JOURNAL_FAULT, EngineRig.last(records, Decision.RiskStateChange.class,
            Decision.RiskStateChange::reason));
        assertEquals(DenialReason.JOURNAL_FAULT, EngineRig.last(records, Decision.OrderDecision.class,
            Decision.OrderDecision::reason));
    }

    @Test
    void aRestartKeepsEntriesOutUntilTheOperatorResumes() {
        EngineRig rig = forcing(Topology.DIRECT);
        rig.minutes = 30;
        rig.store = TroubledStore::refusing;
        try (SimulatedEngine engine = rig.open()) {
            EngineRig.runUntil(engine, e -> e.nextSequence() > 300);
        }
        rig.store = UnaryOperator.identity();
        try (SimulatedEngine engine = rig.open()) {
            EngineRig.runUntil(engine, e -> e.nextSequence() > 500);
            engine.command(new Input.OperatorCommand(OperatorAction.RESUME, Release.JOURNAL_FAULT.bit(), 0, 1, 2,
                "ada"));
            EngineRig.runUntil(engine, e -> false);
            rig.stop(engine, StoppedReason.END_OF_TAPE);
        }
        List<Journaled> records = rig.records();
        assertTrue(firstSent(records) > 500, "nothing was sent before the resume");
        assertEquals(RiskState.ACTIVE, EngineRig.last(records, Decision.RiskStateChange.class,
            Decision.RiskStateChange::toState));
    }

    @Test
    void aLowDiskLetsNothingInUntilThereIsSpaceAgain() {
        EngineRig rig = new EngineRig(home).journal(false, MARK, RESERVE);
        rig.minutes = 30;
        try (SimulatedEngine engine = rig.open()) {
            assertTrue(engine.diskSpace(MARK), "enough");
            assertTrue(engine.diskSpace(MARK - 1), "low, but enough to go on");
            EngineRig.runUntil(engine, e -> e.nextSequence() > 500);
            assertTrue(engine.diskSpace(MARK + 1), "not yet clear of the mark");
            assertTrue(engine.diskSpace(2 * MARK), "space again");
            EngineRig.runUntil(engine, e -> false);
            rig.stop(engine, StoppedReason.END_OF_TAPE);
        }
        List<Journaled> records = rig.records();
        assertEquals(List.of(new Input.JournalHealth(JournalTrouble.DISK_LOW, false, MARK - 1),
            new Input.JournalHealth(JournalTrouble.DISK_LOW, true, 2 * MARK)),
            EngineRig.inputs(records, Input.JournalHealth.class));
        assertTrue(firstSent(records) > 500, "nothing was sent while the disk was low");
    }

    @Test
    void belowTheReserveTheEngineAsksToBeStoppedAndLeavesVenueStops() {
        EngineRig rig = new EngineRig(home).journal(false, MARK, RESERVE);
        rig.minutes = 30;
        try (SimulatedEngine engine = rig.open()) {
            EngineRig.runUntil(engine, e -> e.nextSequence() > 300);
            assertFalse(engine.diskSpace(RESERVE - 1));
            rig.stop(engine, StoppedReason.DISK_LOW);
        }
        List<Journaled> records = rig.records();
        assertEquals(List.of(new Input.Stopped(StoppedReason.DISK_LOW)),
            EngineRig.inputs(records, Input.Stopped.class));
        assertTrue(EngineRig.decisions(records, Decision.OrderDecision.class).stream().noneMatch(order ->
            order.action() == OrderAction.CANCEL && order.purpose() == Purpose.PROTECTIVE_STOP
                && order.riskState() != RiskState.ACTIVE), "no stop was taken from the venue");
    }

    @Test
    void aSealThatCannotBeKeptKeepsEntriesOut() {
        EngineRig rig = new EngineRig(home);
        rig.minutes = 26 * 60;
        rig.store = TroubledStore::withoutSeals;
        try (SimulatedEngine engine = rig.open()) {
            EngineRig.runUntil(engine, e -> false);
            assertThrows(JournalFault.class, () -> engine.stop(StoppedReason.END_OF_TAPE));
            rig.agree();
        }
        List<Journaled> records = rig.records();
        long roll = records.stream().filter(record -> record.input() instanceof Input.Seal).findFirst().orElseThrow()
            .sequence();
        long told = records.stream().filter(record -> record.input() instanceof Input.JournalHealth).findFirst()
            .orElseThrow().sequence();
        assertTrue(told > roll, "told behind the roll");
        assertTrue(records.stream().filter(record -> record.sequence() > told)
            .noneMatch(record -> EngineRig.decisions(List.of(record), Decision.OrderDecision.class).stream()
                .anyMatch(order -> order.action() == OrderAction.SUBMIT && order.purpose() == Purpose.ENTRY)));
    }

    @ParameterizedTest
    @EnumSource(value = Topology.class, names = {"DIRECT", "FUSED"})
    void aDiskThatIsReallyFullStopsTheEngineInOrderAndTheRunGoesOnWhenThereIsSpace(Topology topology) {
        EngineRig rig = new EngineRig(home).journal(false, 0, 0);
        rig.topology = topology;
        rig.minutes = 240;
        try (FullDisk disk = FullDisk.mount(home, 24)) {
            try (SimulatedEngine engine = rig.open()) {
                disk.fillUpTo(0);
                EngineRig.runUntil(engine, e -> !e.roomAhead());
                assertFalse(engine.diskSpace(0));
                assertThrows(JournalFault.class, () -> engine.stop(StoppedReason.DISK_LOW), "no room for the copy");
            }
            List<Journaled> records = rig.records();
            assertEquals(RiskReason.DISK_LOW, EngineRig.last(records, Decision.RiskStateChange.class,
                Decision.RiskStateChange::reason));
            assertEquals(List.of(new Input.JournalHealth(JournalTrouble.DISK_LOW, false, 0)),
                EngineRig.inputs(records, Input.JournalHealth.class));
            assertEquals(Optional.empty(), rig.verify());
            disk.makeSpace();
            rig.runToEnd();
            assertEquals(records, rig.records().subList(0, records.size()));
        }
    }

    @Test
    void aSealThatCouldNotBeKeptIsToldOnceAndNotAgainBehindAResume() {
        EngineRig rig = new EngineRig(home);
        rig.minutes = 26 * 60;
        rig.store = TroubledStore::withoutSeals;
        try (SimulatedEngine engine = rig.open()) {
            EngineRig.runUntil(engine, e -> e.telemetry().riskState() == RiskState.REDUCING);
            engine.command(new Input.OperatorCommand(OperatorAction.RESUME, Release.JOURNAL_FAULT.bit(), 0, 1, 2,
                "ada"));
            EngineRig.runUntil(engine, e -> false);
            assertThrows(JournalFault.class, () -> engine.stop(StoppedReason.END_OF_TAPE));
        }
        List<Journaled> records = rig.records();
        assertEquals(1, EngineRig.inputs(records, Input.JournalHealth.class).size());
        assertEquals(RiskState.ACTIVE, EngineRig.last(records, Decision.RiskStateChange.class,
            Decision.RiskStateChange::toState));
    }

    private static long firstSent(List<Journaled> records) {
        return records.stream().filter(record -> record.input() instanceof Input.OrderSent).findFirst().orElseThrow()
            .sequence();
    }

    private EngineRig forcing(Topology topology) {
        EngineRig rig = new EngineRig(home).journal(true, 0, 0);
        rig.topology = topology;
        return rig;
    }
}
