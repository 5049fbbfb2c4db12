package org.gradus.engine.runtime;

import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.codec.RecordCursor;
import org.gradus.engine.codec.Stage;
import org.gradus.engine.codec.sbe.FeedBarDecoder;
import org.gradus.engine.codec.sbe.OrderDecisionDecoder;
import org.gradus.engine.codec.sbe.QuoteDecoder;
import org.gradus.engine.codec.sbe.RiskStateChangeDecoder;
import org.gradus.engine.codec.sbe.TradeDecoder;
import org.gradus.engine.core.DecisionStage;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.egress.OutgoingOrders;
import org.gradus.engine.egress.RouterStage;
import org.gradus.engine.egress.SendingDesk;
import org.gradus.engine.egress.SendingRules;
import org.gradus.engine.ingress.Ingress;
import org.gradus.engine.journal.ChronicleJournal;
import org.gradus.engine.journal.JournalStage;
import org.gradus.engine.journal.RecordChain;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.risk.RiskLimits;
import org.gradus.engine.runtime.EngineConfig.InstrumentConfig;
import org.gradus.engine.runtime.EngineConfig.Topology;
import org.gradus.engine.sim.SimulatedMarket;
import org.gradus.engine.simulation.MinuteBars;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.strategy.StrategyFactory;
import org.gradus.engine.tape.MergedTape;
import org.gradus.engine.tape.SyntheticTape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole path of an event: tapes of trades, quotes and feed bars, door, market, decision with every strategy,
/// parked entries and trips, journal append, router, telemetry, simulated market and its reports; on one thread,
/// and with a consumer thread. Only what happens off that path, the daily seal, is left out.
class ZeroAllocationTest {
    private static final int WINDOW = 10_000;
    private static final int WINDOWS = 110;
    /// Two threads on few cores hand over slowly.
    private static final int FUSED_WINDOWS = 18;
    /// The first records of a journal open what stays open: files, blocks, the index.
    private static final int FIRST_WINDOWS = 10;
    /// Where the journal's next block is mapped.
    private static final long MAPPING_BYTES = 4_096;
    private static final int BLOCK_BYTES = 64 << 20;
    private static final long START_NS = 1_700_006_400L * TestConfigs.SECOND_NS;
    private static final int HOURS = 24 * 6;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    private Path folder;

    /// Two drives of a kind over the same tapes: what the engine allocates it allocates in both. What only one of them
    /// shows is the JVM's own: it makes a class's string literals when a method of it is first compiled, however late.
    @Test
    void anEventFromTapeToJournalAndBackAllocatesNothing() {
        Drive drive = drive("one", Topology.DIRECT, WINDOWS);
        assertEquals(List.of(), guilty(drive, drive("two", Topology.DIRECT, WINDOWS)));
        drive.kinds.assertLively();
    }

    @Test
    void neitherPublisherNorConsumerThreadAllocatesAnything() {
        assertEquals(List.of(), guilty(drive("one", Topology.FUSED, FUSED_WINDOWS),
                drive("two", Topology.FUSED, FUSED_WINDOWS)));
    }

    private static List<String> guilty(Drive one, Drive other) {
        List<String> guilty = new ArrayList<>();
        long mappings = 1 + one.kinds.journalBytes / BLOCK_BYTES;
        for (int window = FIRST_WINDOWS; window < one.bytes.length; window++) {
            long bytes = Math.min(one.bytes[window], other.bytes[window]);
            if (bytes > 0 && (bytes > MAPPING_BYTES || --mappings < 0)) {
                guilty.add(bytes + " bytes in window " + window);
            }
        }
        return guilty;
    }

    private Drive drive(String name, Topology topology, int windows) {
        try (ChronicleJournal journal = new ChronicleJournal(folder.resolve(name), BLOCK_BYTES);
             Drive drive = new Drive(config(), journal, topology, windows)) {
            for (int window = 0; window < windows; window++) {
                drive.window(window);
            }
            return drive;
        }
    }

    /// Phase 4, where an entry above $1,000 waits for its veto window and goes then; a breaker that trips many times an
    /// hour, and an operator who resumes a minute later.
    private static EngineConfig config() {
        List<String> symbols = List.of("BTC/USD", "ETH/USD", "SOL/USD");
        List<InstrumentConfig> instruments = List.of(TestConfigs.bitcoin(0),
                new InstrumentConfig(TestConfigs.crypto(1, "ETH/USD", "ETH", 8), List.of()),
                new InstrumentConfig(TestConfigs.crypto(2, "SOL/USD", "SOL", 8), List.of(Timeframe.M1)));
        EngineConfig c = TestConfigs.with(instruments, TestConfigs.strategies(symbols, Timeframe.M1), "");
        return new EngineConfig(c.name(), c.mode(), 4, c.gateway(), c.currency(), c.cash(), c.seed(), c.runId(),
                instruments, 0, c.bars(), c.strategies(), c.entryReach(), limits(c.limits(), symbols), c.market(),
                c.ring(), c.journal(), new EngineConfig.OperatorScript(60 * TestConfigs.SECOND_NS), c.resolvedText());
    }

    private static RiskLimits limits(RiskLimits l, List<String> symbols) {
        return new RiskLimits(l.tradeSize(), l.totalExposure(), l.oneAsset(), l.stopLoss(), parse("0.00005"),
                l.extremeMarket(), l.ratePerMinute(), l.rateReserved(), 10_000, parse("0.9"), l.priceCollar(),
                l.printCollar(), l.printAgreement(), l.printWaitNs(), l.quoteFreshNs(), l.referenceFreshNs(),
                l.maximumOrderNotional(), l.takerFee(), l.confirmAbove(), l.confirmWaitNs(), l.vetoAbove(),
                30 * TestConfigs.SECOND_NS, true, l.stopCoverNs(), l.stopFillNs(), l.stopPlaceNs(),
                l.stopLimitOffset(), l.strategyBudgets(), symbols);
    }

    /// One engine on its tapes, and what its threads allocate.
    private static final class Drive implements AutoCloseable {
        private final GatewayQueue queue = new GatewayQueue();
        private final Kinds kinds = new Kinds();
        private final long[] bytes;
        private final Ingress ingress;
        private final SimulatedSource source;
        private final Pipeline pipeline;
        private final long[] threads;

        Drive(EngineConfig config, ChronicleJournal journal, Topology topology, int windows) {
            bytes = new long[windows];
            Assembly assembly = new Assembly(config, StrategyFactory.builtIns());
            ingress = new Ingress(assembly.marketSetup(), 0);
            ingress.measureArrivals(System::nanoTime);
            SimulatedMarket market = new SimulatedMarket(config.market(), assembly.marketSetup().instruments(),
                    config.cash(), new long[3]);
            ScriptedOperator operator = new ScriptedOperator(config.operatorScript(), ingress);
            source = new SimulatedSource(ingress, tape(config), market, new int[] {0, 1, 2}, queue,
                    new Chores(operator), new CoreWatch(assembly.market(), assembly.decision()));
            Set<Thread> before = Thread.getAllStackTraces().keySet();
            Stage gate = new SendingDesk(new OutgoingOrders(1), SendingRules.of(9, 4, 0), () -> 0, report -> { })
                    .gate();
            List<Stage> stages = List.of(assembly.market(), assembly.decision(), gate,
                    new JournalStage(journal, new RecordChain(0), false), new RouterStage(queue), kinds,
                    new Telemetry(System::nanoTime));
            Pipelines.Built built = new Pipelines(config.ring(), topology).build(stages);
            pipeline = built.pipeline();
            threads = LongStream.concat(LongStream.of(Thread.currentThread().threadId()), Thread.getAllStackTraces()
                    .keySet().stream().filter(each -> !before.contains(each)
                            && each.getName().startsWith("gradus-stage")).mapToLong(Thread::threadId)).toArray();
            assertEquals(topology == Topology.DIRECT ? 1 : 2, threads.length);
            start(config, assembly, built, new DirectSink(stages, Recovery.COLD_SLOT_BYTES));
        }

        private void start(EngineConfig config, Assembly assembly, Pipelines.Built built, DirectSink cold) {
            ingress.open(cold, 1);
            EventSlot slot = ingress.openEpoch(source.prime(new long[3], 0));
            new RecordCodec().write(slot, StartedRecord.of(config, assembly, 1,
                    TestConfigs.origin(config, List.of("trades", "quotes", "bars"))));
            ingress.publish(slot);
            ingress.open(built.sink(), 1);
            source.begin(pipeline);
        }

        private void window(int window) {
            long before = allocated();
            long empty = allocated() - before;
            long start = allocated();
            long end = ingress.nextSequence() + WINDOW;
            while (ingress.nextSequence() < end) {
                assertTrue(source.step());
            }
            source.synchronise();
            bytes[window] = allocated() - start - empty;
        }

        private long allocated() {
            long sum = 0;
            for (long thread : threads) {
                sum += THREADS.getThreadAllocatedBytes(thread);
            }
            return sum;
        }

        @Override
        public void close() {
            pipeline.close();
        }
    }

    /// Counts what passes, between router and telemetry, so that nothing is promised of what never came.
    private static final class Kinds implements Stage {
        private final int[] inputs = new int[1 << 10];
        private final int[] orders = new int[OrderAction.values().length];
        private final RecordCursor cursor = new RecordCursor();
        private final OrderDecisionDecoder order = new OrderDecisionDecoder();
        private int trips;
        private long journalBytes;

        @Override
        public void onSlot(EventSlot slot) {
            journalBytes += slot.length();
            cursor.wrap(slot.buffer(), 0);
            cursor.advance();
            inputs[cursor.templateId()]++;
            while (cursor.advance()) {
                if (cursor.templateId() == OrderDecisionDecoder.TEMPLATE_ID) {
                    order.wrap(cursor.buffer(), cursor.body(), cursor.blockLength(), cursor.version());
                    orders[order.action()]++;
                } else if (cursor.templateId() == RiskStateChangeDecoder.TEMPLATE_ID) {
                    trips++;
                }
            }
        }

        private void assertLively() {
            String told = Arrays.toString(orders) + " orders, " + trips + " risk states";
            assertTrue(orders[OrderAction.SUBMIT.code()] > 200 && orders[OrderAction.CANCEL.code()] > 20
                    && orders[OrderAction.PARK.code()] > WINDOWS && trips > 2 * WINDOWS, told);
            assertTrue(inputs[TradeDecoder.TEMPLATE_ID] > 200_000 && inputs[QuoteDecoder.TEMPLATE_ID] > 100_000
                    && inputs[FeedBarDecoder.TEMPLATE_ID] > 5_000, Arrays.toString(inputs));
        }

        @Override
        public void visitState(StateVisitor visitor) {
            // Figures, no state.
        }
    }

    private static MergedTape tape(EngineConfig config) {
        List<Instrument> all = config.instruments().stream().map(InstrumentConfig::instrument).toList();
        return new MergedTape(List.of(new SyntheticTape(all.get(0), 0, script(11, "30000", 90)),
                new QuotedTape(new SyntheticTape(all.get(1), 1, script(12, "2000", 60))),
                new MinuteBars(2, 13, START_NS, HOURS * 60)));
    }

    /// Hours that rise and fall, so that every strategy finds its moment.
    private static SyntheticTape.Script script(long seed, String price, int printsPerMinute) {
        List<SyntheticTape.Phase> phases = new ArrayList<>();
        String[] drifts = {"0.03", "-0.025", "0.01", "-0.012", "0.04", "-0.04"};
        for (int hour = 0; hour < HOURS; hour++) {
            phases.add(new SyntheticTape.Phase("hour " + hour, TestConfigs.HOUR_NS, parse(drifts[hour % drifts.length]),
                    parse("0.0008"), printsPerMinute, 0));
        }
        return new SyntheticTape.Script(seed, START_NS, parse(price), phases);
    }

    private record Chores(ScriptedOperator operator) implements Housekeeping {
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
            return operator.nextNs();
        }

        @Override
        public void due(long timeNs) {
            operator.resume(timeNs);
        }

        @Override
        public void riskState(RiskState state, long timeNs) {
            operator.riskState(state, timeNs);
        }

        @Override
        public void journalFault() {
            throw new AssertionError("the journal could not be forced");
        }
    }
}
