package org.gradus.engine.runtime;

import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.codec.Stage;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.egress.OrderCommand;
import org.gradus.engine.egress.OrderGateway;
import org.gradus.engine.egress.RouterStage;
import org.gradus.engine.ingress.Ingress;
import org.gradus.engine.journal.ChronicleJournal;
import org.gradus.engine.journal.JournalStage;
import org.gradus.engine.journal.RecordChain;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.sim.SimulatedMarket;
import org.gradus.engine.strategy.StrategyFactory;
import org.gradus.engine.tape.MergedTape;
import org.gradus.engine.tape.SyntheticTape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole path of an event on one thread: tape, door, market, decision, journal append, router, telemetry, simulated
/// market and its reports. Only what happens off that path, the daily seal, is left out.
class ZeroAllocationTest {
    private static final int WINDOW = 10_000;
    private static final int WINDOWS = 110;
    /// The first records of a journal open what stays open: files, blocks, the index.
    private static final int FIRST_WINDOWS = 10;
    /// Where the journal's next block is mapped.
    private static final long MAPPING_BYTES = 4_096;
    private static final int BLOCK_BYTES = 64 << 20;
    private static final int MAPPINGS = 3;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    private Path folder;

    private GatewayQueue queue = new GatewayQueue();
    private int submits;
    private int cancels;

    /// Two drives over the same tape: what the engine allocates it allocates in both. What only one of them shows is
    /// the JVM's own: it makes a class's string literals when a method of it is first compiled, however late that is.
    @Test
    void anEventFromTapeToJournalAndBackAllocatesNothing() {
        long[] first = drive(folder.resolve("first"));
        long[] second = drive(folder.resolve("second"));
        List<String> guilty = new ArrayList<>();
        int mapped = 0;
        for (int window = FIRST_WINDOWS; window < WINDOWS; window++) {
            long bytes = Math.min(first[window], second[window]);
            mapped += bytes == 0 ? 0 : 1;
            if (bytes > MAPPING_BYTES || bytes > 0 && mapped > MAPPINGS) {
                guilty.add(bytes + " bytes in window " + window);
            }
        }
        assertEquals(List.of(), guilty);
        assertTrue(submits > 200 && cancels > 20, "only " + submits + " orders and " + cancels + " cancels");
    }

    /// @return bytes allocated in each window of 10,000 records
    private long[] drive(Path directory) {
        queue = new GatewayQueue();
        submits = 0;
        cancels = 0;
        EngineConfig config = TestConfigs.with(List.of(TestConfigs.bitcoin(0)),
                TestConfigs.strategies(List.of("BTC/USD"), Timeframe.M1), "");
        long[] bytes = new long[WINDOWS];
        try (ChronicleJournal journal = new ChronicleJournal(directory, BLOCK_BYTES)) {
            Assembly assembly = new Assembly(config, StrategyFactory.builtIns());
            Ingress ingress = new Ingress(assembly.marketSetup(), 0);
            SimulatedSource source = source(config, assembly, ingress, journal);
            for (int window = 0; window < WINDOWS; window++) {
                bytes[window] = bytesOf(source, ingress);
            }
        }
        return bytes;
    }

    private SimulatedSource source(EngineConfig config, Assembly assembly, Ingress ingress, ChronicleJournal journal) {
        SimulatedMarket market = new SimulatedMarket(config.market(), assembly.marketSetup().instruments(),
                config.cash(), new long[1]);
        MergedTape tape = new MergedTape(List.of(new SyntheticTape(config.instruments().getFirst().instrument(), 0,
                script())));
        SimulatedSource source = new SimulatedSource(ingress, tape, market, new int[1], queue, new NoChores(),
                new Restless());
        List<Stage> stages = List.of(assembly.market(), assembly.decision(),
                new JournalStage(journal, new RecordChain(0), false), new RouterStage(new Counting()),
                new Telemetry(System::nanoTime));
        DirectSink sink = new DirectSink(stages, Recovery.COLD_SLOT_BYTES);
        ingress.measureArrivals(System::nanoTime);
        ingress.open(sink, 1);
        EventSlot slot = ingress.openEpoch(source.prime(new long[1], 0));
        new RecordCodec().write(slot,
                StartedRecord.of(config, assembly, 1, TestConfigs.origin(config, List.of("made"))));
        ingress.publish(slot);
        source.begin(sink);
        return source;
    }

    /// Hours that rise and fall, so that every strategy finds its moment.
    private static SyntheticTape.Script script() {
        List<SyntheticTape.Phase> phases = new ArrayList<>();
        String[] drifts = {"0.03", "-0.025", "0.01", "-0.012", "0.04", "-0.04"};
        for (int hour = 0; hour < 24 * 6; hour++) {
            phases.add(new SyntheticTape.Phase("hour " + hour, TestConfigs.HOUR_NS, parse(drifts[hour % drifts.length]),
                    parse("0.0008"), 120, 0));
        }
        return new SyntheticTape.Script(11, 1_700_000_000L * TestConfigs.SECOND_NS, parse("30000"), phases);
    }

    private static void window(SimulatedSource source, Ingress ingress) {
        long end = ingress.nextSequence() + WINDOW;
        while (ingress.nextSequence() < end) {
            assertTrue(source.step());
        }
    }

    private static long bytesOf(SimulatedSource source, Ingress ingress) {
        long start = THREADS.getCurrentThreadAllocatedBytes();
        long empty = THREADS.getCurrentThreadAllocatedBytes() - start;
        long before = THREADS.getCurrentThreadAllocatedBytes();
        window(source, ingress);
        return THREADS.getCurrentThreadAllocatedBytes() - before - empty;
    }

    /// Between router and queue.
    private final class Counting implements OrderGateway {
        @Override
        public void send(OrderCommand command) {
            submits += command.action == OrderAction.SUBMIT ? 1 : 0;
            cancels += command.action == OrderAction.CANCEL ? 1 : 0;
            queue.send(command);
        }

        @Override
        public void riskState(RiskState state, long timeNs) {
            queue.riskState(state, timeNs);
        }

        @Override
        public void journalFault(long timeNs) {
            throw new AssertionError("the journal could not be forced");
        }

        @Override
        public void ourFault(long timeNs) {
            queue.ourFault(timeNs);
        }
    }

    private static final class Restless implements CoreWatch {
        @Override
        public boolean quiet() {
            return false;
        }

        @Override
        public boolean cutShort() {
            return false;
        }
    }

    private static final class NoChores implements Housekeeping {
        @Override
        public void newSecond() {
            // No seal.
        }

        @Override
        public void newDay(long dayNs) {
            // The seal is not part of the path.
        }

        @Override
        public long nextNs() {
            return Long.MAX_VALUE;
        }

        @Override
        public void due(long timeNs) {
            throw new AssertionError("nothing is ever due");
        }

        @Override
        public void riskState(RiskState state, long timeNs) {
            // Nobody plays the operator.
        }

        @Override
        public void journalFault() {
            throw new AssertionError("the journal could not be forced");
        }
    }
}
