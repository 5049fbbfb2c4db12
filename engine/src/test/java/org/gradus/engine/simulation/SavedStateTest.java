package org.gradus.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordHeader;
import org.gradus.engine.codec.RecordList;
import org.gradus.engine.codec.Stage;
import org.gradus.engine.ingress.Ingress;
import org.gradus.engine.journal.MemoryJournal;
import org.gradus.engine.runtime.Assembly;
import org.gradus.engine.runtime.Recovery;
import org.gradus.engine.runtime.RecoveryFailed;
import org.gradus.engine.state.StateReader;
import org.gradus.engine.state.StateWriter;
import org.gradus.engine.state.Stateful;
import org.junit.jupiter.api.Test;

/// A state saved behind any record and loaded into an engine built anew goes on with an equal journal.
class SavedStateTest {
    private static final long FIRST_SEED = 77_000;
    private static final int RUNS = 30;
    private static final int SAVES = 5;

    @Test
    void aLoadedStateDecidesTheRestOfTheJournalAlike() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
            Scenario scenario = Scenario.of(seed);
            MemoryJournal journal = Simulator.whole(scenario);
            int[] saves = new Random(seed).ints(SAVES, 1, journal.records().size()).sorted().toArray();
            byte[] moved = passOn(scenario, journal, saves);
            byte[] whole = passOn(scenario, journal, new int[0]);
            assertArrayEquals(whole, moved, "seed " + seed + ", saved behind " + Arrays.toString(saves));
        }
    }

    /// Recomputes the journal in one engine after the other, each taking over the state of the one before; recovery
    /// fails where a record comes out differently.
    private static byte[] passOn(Scenario scenario, MemoryJournal journal, int[] saves) {
        Assembly at = new Assembly(scenario.config(), Scenario.strategies());
        int from = 0;
        for (int save : saves) {
            recompute(at, scenario, journal, from, save);
            Assembly next = new Assembly(scenario.config(), Scenario.strategies());
            load(next.market(), save(at.market()));
            load(next.decision(), save(at.decision()));
            at = next;
            from = save;
        }
        recompute(at, scenario, journal, from, journal.records().size());
        return save(at.decision());
    }

    private static void recompute(Assembly assembly, Scenario scenario, MemoryJournal journal, int from, int to) {
        Stage market = assembly.market();
        new Recovery(assembly.market(), assembly.decision(), scenario.config().ring().slotBytes())
                .run(journal.read(from, to), epoch -> true, record -> { });
        assertArrayEquals(save(market), save(market), "looking at a state leaves it as it is");
    }

    @Test
    void aJournalOfAnOlderSchemaIsRecomputedByWhatItSays() {
        Scenario scenario = Scenario.of(FIRST_SEED);
        List<byte[]> older = Simulator.whole(scenario).records().stream().map(SavedStateTest::asVersionThree).toList();
        recompute(scenario, older);
        byte[] longest = older.stream().max(Comparator.comparingInt(record -> record.length)).orElseThrow();
        longest[longest.length - 1] ^= 1;
        assertThrows(RecoveryFailed.class, () -> recompute(scenario, older), "and not whatever it says");
    }

    private static void recompute(Scenario scenario, List<byte[]> records) {
        ByteArrayOutputStream journal = new ByteArrayOutputStream();
        records.forEach(journal::writeBytes);
        Assembly at = new Assembly(scenario.config(), Scenario.strategies());
        new Recovery(at.market(), at.decision(), scenario.config().ring().slotBytes())
            .run(RecordList.of(journal.toByteArray()), epoch -> true, record -> { });
    }

    /// The version stands behind the length of each message, its block's, its template and its schema.
    private static byte[] asVersionThree(byte[] record) {
        byte[] older = record.clone();
        UnsafeBuffer bytes = new UnsafeBuffer(older);
        for (int at = RecordHeader.SIZE; at < older.length;) {
            int length = bytes.getInt(at, ByteOrder.LITTLE_ENDIAN);
            at += Integer.BYTES;
            bytes.putShort(at + 3 * Short.BYTES, (short) 3, ByteOrder.LITTLE_ENDIAN);
            at += length;
        }
        return older;
    }

    @Test
    void theDoorKnowsItsClockAgain() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
            Scenario scenario = Scenario.of(seed);
            MemoryJournal journal = Simulator.whole(scenario);
            int records = journal.records().size();
            int save = 1 + new Random(seed).nextInt(records);
            Ingress first = door(scenario);
            relive(first, journal, 0, save);
            Ingress second = door(scenario);
            load(second, save(first));
            relive(first, journal, save, records);
            relive(second, journal, save, records);
            assertArrayEquals(save(first), save(second), "seed " + seed + ", saved behind " + save);
        }
    }

    private static Ingress door(Scenario scenario) {
        return new Ingress(new Assembly(scenario.config(), Scenario.strategies()).marketSetup(), 0);
    }

    private static void relive(Ingress door, MemoryJournal journal, int from, int to) {
        EventSlot slot = EventSlot.ofCapacity(1 << 16);
        for (byte[] record : journal.records().subList(from, to)) {
            slot.load(new UnsafeBuffer(record), 0, record.length);
            door.relive(slot);
        }
    }

    static byte[] save(Stateful state) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        StateWriter writer = new StateWriter(buffer);
        state.visitState(writer);
        return Arrays.copyOf(buffer.byteArray(), writer.length());
    }

    static void load(Stateful state, byte[] bytes) {
        StateReader reader = new StateReader(new UnsafeBuffer(bytes), 0, bytes.length);
        state.visitState(reader);
        reader.finish();
    }
}
