package org.gradus.engine.runtime;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.codec.RecordSource;
import org.gradus.engine.codec.Stage;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.egress.RouterStage;
import org.gradus.engine.ingress.Ingress;
import org.gradus.engine.ingress.Source;
import org.gradus.engine.journal.Journal;
import org.gradus.engine.journal.JournalStage;
import org.gradus.engine.journal.KeptSeal;
import org.gradus.engine.journal.RecordChain;
import org.gradus.engine.message.Hash256;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.StoppedReason;
import org.gradus.engine.sim.SimulatedMarket;
import org.gradus.engine.strategy.StrategyFactory;
import org.gradus.engine.tape.MergedTape;
import org.jspecify.annotations.Nullable;

/// One run of tapes through the whole engine to the simulated market, from its first record or from where its journal
/// ends. Everything but the stages lives on the calling thread, which publishes: start reading here.
public final class SimulatedEngine implements AutoCloseable {
    private final SimulatedRun run;
    private final EngineConfig config;
    private final Assembly assembly;
    private final SimulatedMarket market;
    private final GatewayQueue queue = new GatewayQueue();
    private final Ingress ingress;
    private final SimulatedSource source;
    private final Seals seals;
    private final ScriptedOperator operator;
    private final Telemetry telemetry;
    private final JournalWatch watch;
    private final Journal journal;
    private final UnaryOperator<List<Stage>> fitting;
    private final JournalScan scan;
    private @Nullable Pipeline pipeline;
    private @Nullable StoppedReason stopped;

    /// Takes up the journal where it ends, or begins it.
    ///
    /// @throws RecoveryFailed when the journal and this build and configuration do not agree
    public SimulatedEngine(SimulatedRun run, StrategyFactory factory, MergedTape tape, Telemetry telemetry) {
        this(run, factory, tape, telemetry, UnaryOperator.identity());
    }

    /// @param fitting the stages as they are to be driven, given the engine's own: for tests that break something
    SimulatedEngine(SimulatedRun run, StrategyFactory factory, MergedTape tape, Telemetry telemetry,
            UnaryOperator<List<Stage>> fitting) {
        this.run = run;
        this.fitting = fitting;
        this.telemetry = telemetry;
        scan = scan(run);
        config = new Numbering(scan.epochs()).apply(run.config());
        assembly = new Assembly(config, factory);
        market = new SimulatedMarket(config.market(), run.faults(), assembly.marketSetup().instruments(), config.cash(),
                new long[config.instruments().size()]);
        ingress = new Ingress(assembly.marketSetup(), config.bars().graceNs());
        ingress.measureArrivals(telemetry::nanoTime);
        operator = new ScriptedOperator(config.operatorScript(), ingress);
        seals = new Seals(run, ingress, scan);
        source = new SimulatedSource(ingress, tape, market, numbers(), queue, new Chores(),
                new CoreWatch(assembly.market(), assembly.decision()));
        watch = new JournalWatch(ingress, config.journal());
        journal = run.journal().write();
        recover();
        start();
    }

    /// The journal's number of each instrument by its number on the tape, which is that of the configuration.
    private int[] numbers() {
        return run.config().instruments().stream().mapToInt(each -> config.instrumentId(each.instrument().symbol()))
                .toArray();
    }

    /// What the source does at its own moments: seals and the scripted operator.
    private final class Chores implements Housekeeping {
        @Override
        public void newSecond() {
            if (!seals.keepsUp()) {
                watch.forceFailed();
            }
        }

        @Override
        public void newDay(long dayNs) {
            ingress.clock(dayNs);
            source.synchronise();
            sealAndKeep();
        }

        @Override
        public long nextNs() {
            return watch.toTell() ? ingress.nowNs() : operator.nextNs();
        }

        @Override
        public void due(long timeNs) {
            if (watch.toTell()) {
                watch.tell();
                source.withdrawEntries(NotSentReason.OUR_FAULT);
            } else {
                operator.resume(timeNs);
            }
        }

        @Override
        public void riskState(RiskState state, long timeNs) {
            operator.riskState(state, timeNs);
            watch.riskState(state);
        }

        @Override
        public void journalFault() {
            watch.forceFailed();
        }
    }

    private static JournalScan scan(SimulatedRun run) {
        JournalScan scan = read(run);
        run.journal().compareKept(scan.lastSequence(), new KeptSeal(scan.sealSegment(), scan.sealSequence(),
            HexFormat.of().formatHex(scan.sealSha256())));
        return scan;
    }

    private static JournalScan read(SimulatedRun run) {
        if (!run.journal().exists()) {
            return new JournalScan();
        }
        try (RecordSource reader = run.journal().read()) {
            return JournalScan.of(reader);
        }
    }

    private void recover() {
        if (scan.empty()) {
            return;
        }
        RouterStage router = new RouterStage(queue);
        Recovery recovery = new Recovery(assembly.market(), assembly.decision(), config.ring().slotBytes());
        try (RecordSource reader = run.journal().read()) {
            recovery.run(reader, this::sameEpoch, slot -> {
                route(router, slot);
                operator.relive(slot);
                watch.relive(slot);
                telemetry.onSlot(slot);
                source.relive(slot);
                ingress.relive(slot);
            });
        } catch (RecoveryFailed differs) {
            Difference found = Difference.of(recovery, config.strategies().stream().map(StrategyConfig::name).toList());
            throw found.strategy().isEmpty() ? differs
                    : new RecoveryFailed(differs.getMessage() + "; first to differ: strategy " + found.strategy());
        }
    }

    private static void route(RouterStage router, EventSlot slot) {
        if (slot.failed()) {
            router.onFailed(slot);
        } else {
            router.onSlot(slot);
        }
    }

    private boolean sameEpoch(int number) {
        return scan.epochs().stream().filter(epoch -> epoch.number() == number).anyMatch(epoch ->
                epoch.configHash().equals(run.origin().configHash().hex())
                && epoch.buildHash().equals(run.origin().buildHash().hex()) && epoch.codeHashes().equals(codeHashes()));
    }

    private List<String> codeHashes() {
        return config.strategies().stream().map(run.origin().codeHashes()::of).toList();
    }

    private void start() {
        JournalStage journalStage = new JournalStage(journal, new RecordChain(scan.lastChecksum()), config.journal()
                .force());
        List<Stage> stages = fitting.apply(
            List.of(assembly.market(), assembly.decision(), journalStage, new RouterStage(queue), telemetry));
        int epoch = scan.epochs().size() + 1;
        DirectSink cold = new DirectSink(stages, Recovery.COLD_SLOT_BYTES);
        ingress.open(cold, epoch);
        long firstNs = source.prime(scan.lastPositions(run.origin().sources()), scan.lastTimeNs());
        EventSlot slot = ingress.openEpoch(scan.empty() ? firstNs : scan.lastTimeNs());
        new RecordCodec().write(slot, StartedRecord.of(config, assembly, epoch, run.origin()));
        ingress.publish(slot);
        Pipelines.Built built = new Pipelines(config.ring(), run.topology()).build(stages);
        pipeline = built.pipeline();
        ingress.open(built.sink(), epoch);
        source.begin(pipeline);
    }

    /// Enters the next event.
    ///
    /// @return false at the end of the tape
    public boolean step() {
        return source.step();
    }

    /// Engine time of the next event; Long.MAX_VALUE at the end of the tape.
    public long nextNs() {
        return source.nextNs();
    }

    /// Enters an operator's command, at the time of the last event. A halt is felt by entries that wait to be sent at
    /// once.
    ///
    /// @param releases sum of [org.gradus.engine.message.Release] bits, for a resume
    public void command(OperatorAction action, int releases, long clientOrderId, Hash256 commandId, String principal) {
        boolean halt = action == OperatorAction.HALT;
        if (halt) {
            source.synchronise();
        }
        EventSlot slot = ingress.open(ingress.nowNs(), Source.OPERATOR, 0);
        ingress.encoder().operatorCommand(slot, action, releases, clientOrderId, commandId.first(), commandId.second(),
                principal);
        ingress.publish(slot);
        if (halt) {
            source.withdrawEntries(NotSentReason.HALTED);
        }
        source.felt();
    }

    /// Enters what neither tape nor market nor operator brings: a deposit, a split, the venue's state, an alert that
    /// was delivered.
    public void enter(Input input) {
        source.enter(input);
    }

    /// Takes note of the free space under the journal: below the configured mark nothing may be entered any more, until
    /// there is space again.
    ///
    /// @return false when so little is left that the engine must be stopped
    public boolean diskSpace(long freeBytes) {
        boolean nearlyFull = !roomAhead();
        if (watch.space(freeBytes, nearlyFull)) {
            source.felt();
        }
        return !nearlyFull && freeBytes >= config.journal().reserveBytes();
    }

    /// Whether the disk still gives the journal room ahead; when it does not, [#diskSpace(long)] has to be told at
    /// once.
    public boolean roomAhead() {
        return !journal.nearlyFull();
    }

    /// Writes the end of the epoch and its seal; the journal is complete then.
    public void stop(StoppedReason reason) {
        source.synchronise();
        EventSlot slot = ingress.open(ingress.nowNs(), Source.ENGINE, 0);
        ingress.encoder().stopped(slot, reason);
        ingress.publish(slot);
        source.synchronise();
        sealAndKeep();
        seals.awaitCopy();
        stopped = reason;
    }

    /// The copy comes behind the seal's own record: it must never tell of a seal that a crash kept out of the journal.
    private void sealAndKeep() {
        seals.seal();
        source.synchronise();
        seals.keepCopy();
    }

    public boolean stopped() {
        return stopped != null;
    }

    /// What the strategy with this number in the journal has thrown in this process, or null. From any thread.
    public @Nullable Throwable thrown(int strategyId) {
        return assembly.decision().thrown(strategyId);
    }

    /// What the journal was like when it was opened.
    public JournalScan opened() {
        return scan;
    }

    /// Sequence of the next record.
    public long nextSequence() {
        return ingress.nextSequence();
    }

    public long nowNs() {
        return ingress.nowNs();
    }

    /// The stages' state, for hashes and comparisons; only while nothing is published.
    public List<Stage> statefulStages() {
        source.synchronise();
        return new ArrayList<>(List.of(assembly.market(), assembly.decision()));
    }

    /// The venue's side of the run; for the publishing thread only.
    public SimulatedMarket market() {
        return market;
    }

    public Telemetry telemetry() {
        return telemetry;
    }

    /// Ends without a word in the journal, as a crash would, when [#stop(StoppedReason)] was not called before.
    @Override
    public void close() {
        try {
            if (pipeline != null) {
                pipeline.close();
            }
        } finally {
            seals.close();
            journal.close();
        }
    }
}
