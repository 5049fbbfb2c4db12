package org.gradus.adapters.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.agrona.concurrent.UnsafeBuffer;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordHeader;
import org.gradus.engine.journal.JournalVerifier;
import org.gradus.engine.journal.KeptSeal;
import org.gradus.engine.journal.MemoryJournal;
import org.gradus.engine.journal.RecordChain;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.EngineConfig.Topology;
import org.gradus.engine.runtime.TestConfigs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever changes a journal is found out.
class VerifyTest {
    private static final int ALTERED = 2_000;

    @TempDir
    private Path home;
    private List<ByteBuffer> records;
    private Optional<KeptSeal> kept;

    @BeforeEach
    void runsTheBeginningOfTheDemo() throws Exception {
        DemoTape.run(TestConfigs.demo(), DemoTape.bitstamp(), home, Topology.DIRECT, 5_000);
        read(home);
    }

    private void read(Path folder) throws IOException {
        records = new ArrayList<>(DemoTape.records(folder));
        kept = Optional.of(KeptSeal.parse(Files.readString(folder.resolve("seal"))));
    }

    @Test
    void anUntouchedJournalIsIntact() {
        assertEquals(Optional.empty(), verify());
    }

    @Test
    void namesAFlippedByte() {
        byte[] bytes = records.get(ALTERED).array();
        bytes[bytes.length - 1] ^= 1;
        assertFault("checksum", ALTERED);
    }

    @Test
    void namesTwoSwappedRecords() {
        Collections.swap(records, ALTERED, ALTERED + 1);
        assertFault("order", ALTERED);
    }

    @Test
    void namesADroppedRecord() {
        records.remove(ALTERED);
        assertFault("order", ALTERED);
    }

    @Test
    void namesAnAlteredValueBehindARepairedChecksum() {
        byte[] bytes = records.get(ALTERED).array();
        bytes[bytes.length - 1] ^= 1;
        repair(ALTERED, ALTERED + 1);
        assertFault("checksum", ALTERED + 1);
    }

    @Test
    void namesAnAlteredValueBehindAWholeRepairedChain() {
        byte[] bytes = records.get(ALTERED).array();
        bytes[bytes.length - 1] ^= 1;
        repair(ALTERED, records.size());
        assertFault("seal", records.size() - 1);
    }

    @Test
    void namesACutTail() {
        records = records.subList(0, ALTERED);
        assertFault("cut-tail", ALTERED);
    }

    @Test
    void namesATailCutBehindACrash() throws Exception {
        Path crashed = home.resolve("crashed");
        DemoTape.crashBehindTheDailyRoll(TestConfigs.demo(), DemoTape.bitstamp(), crashed);
        read(crashed);
        assertEquals(Optional.empty(), verify());
        int seal = Math.toIntExact(kept.orElseThrow().sequence());
        assertTrue(seal < records.size(), "records follow the seal of the daily roll");
        records = records.subList(0, seal - 1);
        assertFault("cut-tail", seal - 1);
    }

    @Test
    void aRunTakenUpBehindACrashReplacesTheKeptSeal() throws Exception {
        Path crashed = home.resolve("crashed");
        DemoTape.crashBehindTheDailyRoll(TestConfigs.demo(), DemoTape.bitstamp(), crashed);
        read(crashed);
        int before = records.size();
        DemoTape.run(TestConfigs.demo(), DemoTape.bitstamp(), crashed, Topology.FUSED, before + 1_000);
        read(crashed);
        assertEquals(Optional.empty(), verify());
        assertEquals(records.size(), kept.orElseThrow().sequence(), "the seal of the stop");
        assertEquals(2, kept.orElseThrow().segment(), "one at the daily roll, one at the stop");
    }

    @Test
    void namesAWhollyRewrittenJournalThatGoesOnBehindTheKeptSeal() {
        Path rewritten = home.resolve("rewritten");
        EngineConfig demo = TestConfigs.demo();
        EngineConfig other = TestConfigs.with(demo.instruments(), demo.strategies(), "another configuration");
        DemoTape.run(other, DemoTape.bitstamp(), rewritten, Topology.DIRECT, 5_000);
        DemoTape.run(other, DemoTape.bitstamp(), rewritten, Topology.DIRECT, 6_000);
        records = DemoTape.records(rewritten);
        Optional<KeptSeal> real = kept;
        kept = Optional.empty();
        assertEquals(Optional.empty(), verify(), "it is a journal without fault in itself");
        kept = real;
        assertFault("seal", real.orElseThrow().sequence() - 1);
    }

    @Test
    void namesARecordThatStandsWhereASealWasKept() {
        Path rewritten = home.resolve("rewritten");
        DemoTape.run(TestConfigs.demo(), DemoTape.bitstamp(), rewritten, Topology.DIRECT, 6_000);
        records = DemoTape.records(rewritten);
        assertFault("seal", kept.orElseThrow().sequence() - 1);
    }

    private void repair(int from, int to) {
        EventSlot slot = EventSlot.ofCapacity(1 << 20);
        RecordChain chain = new RecordChain(RecordHeader.checksum(new UnsafeBuffer(records.get(from - 1).array()), 0));
        for (int i = from; i < to; i++) {
            byte[] bytes = records.get(i).array();
            slot.load(new UnsafeBuffer(bytes), 0, bytes.length);
            chain.seal(slot);
            slot.buffer().getBytes(0, bytes);
        }
    }

    private void assertFault(String kind, long sequence) {
        JournalVerifier.Fault fault = verify().orElseThrow();
        assertEquals(kind + " behind " + sequence, fault.kind() + " behind " + fault.sequence(), fault.what());
    }

    private Optional<JournalVerifier.Fault> verify() {
        MemoryJournal journal = new MemoryJournal();
        records.forEach(record -> journal.records().add(record.array()));
        return new JournalVerifier().verify(journal.read(), kept);
    }
}
