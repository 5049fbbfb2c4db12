package org.gradus.engine.runtime;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.codec.RecordSource;
import org.gradus.engine.codec.Stage;
import org.gradus.engine.egress.OrderGateway;
import org.gradus.engine.egress.RouterStage;
import org.gradus.engine.ingress.Ingress;
import org.gradus.engine.ingress.SlotSink;
import org.gradus.engine.ingress.Source;
import org.gradus.engine.journal.Journal;
import org.gradus.engine.journal.JournalStage;
import org.gradus.engine.journal.KeptSeal;
import org.gradus.engine.journal.RecordChain;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.StoppedReason;
import org.gradus.engine.strategy.StrategyFactory;
import org.jspecify.annotations.Nullable;

/// What every engine stands on, whatever feeds it and whoever takes its orders: the journal, the stages, the door, the
/// seals and the watch over the disk; taken up where the journal ends. Owned by the publishing thread.
final class Chassis implements AutoCloseable {
    final EngineConfig config;
    final Assembly assembly;
    final Ingress ingress;
    final Seals seals;
    final JournalWatch watch;
    final Telemetry telemetry;
    final JournalScan scan;
    private final RunSetup run;
    private final Journal journal;
    private final UnaryOperator<List<Stage>> fitting;
    private @Nullable Pipeline pipeline;
    private @Nullable StoppedReason stopped;

    /// @param fitting the stages as they are to be driven, given the engine's own: for tests that break something
    Chassis(RunSetup run, StrategyFactory factory, Telemetry telemetry, UnaryOperator<List<Stage>> fitting) {
        this.run = run;
        this.fitting = fitting;
        this.telemetry = telemetry;
        scan = scan(run);
        config = new Numbering(scan.epochs()).apply(run.config());
        assembly = new Assembly(config, factory);
        ingress = new Ingress(assembly.marketSetup(), config.bars().graceNs());
        ingress.measureArrivals(telemetry::nanoTime);
        seals = new Seals(run.journal(), ingress, scan);
        watch = new JournalWatch(ingress, config.journal());
        journal = run.journal().write();
    }

    private static JournalScan scan(RunSetup run) {
        JournalScan scan = read(run);
        run.journal().compareKept(scan.lastSequence(), new KeptSeal(scan.sealSegment(), scan.sealSequence(),
            HexFormat.of().formatHex(scan.sealSha256())));
        return scan;
    }

    private static JournalScan read(RunSetup run) {
        if (!run.journal().exists()) {
            return new JournalScan();
        }
        try (RecordSource reader = run.journal().read()) {
            return JournalScan.of(reader);
        }
    }

    /// Takes the stages to where the journal ends; each record's orders are shown to the gateway before the record is
    /// shown to the witness.
    void recover(OrderGateway gateway, Consumer<EventSlot> witness) {
        if (scan.empty()) {
            return;
        }
        RouterStage router = new RouterStage(gateway);
        Recovery recovery = new Recovery(assembly.market(), assembly.decision(), config.ring().slotBytes());
        try (RecordSource reader = run.journal().read()) {
            recovery.run(reader, this::sameEpoch, slot -> {
                route(router, slot);
                watch.relive(slot);
                telemetry.onSlot(slot);
                witness.accept(slot);
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

    /// Opens the epoch and puts the stages to work.
    ///
    /// @param beforeJournal stages of the sending side between decision and journal
    /// @param firstNs       engine time of a journal's first record
    /// @return where records go in, for a door of its own
    SlotSink start(OrderGateway gateway, List<Stage> beforeJournal, long firstNs) {
        JournalStage journalStage = new JournalStage(journal, new RecordChain(scan.lastChecksum()), config.journal()
                .force());
        List<Stage> stages = new ArrayList<>(List.of(assembly.market(), assembly.decision()));
        stages.addAll(beforeJournal);
        stages.addAll(List.of(journalStage, new RouterStage(gateway), telemetry));
        stages = fitting.apply(stages);
        int epoch = scan.epochs().size() + 1;
        ingress.open(new DirectSink(stages, Recovery.COLD_SLOT_BYTES), epoch);
        EventSlot slot = ingress.openEpoch(scan.empty() ? firstNs : scan.lastTimeNs());
        new RecordCodec().write(slot, StartedRecord.of(config, assembly, epoch, run.origin()));
        ingress.publish(slot);
        Pipelines.Built built = new Pipelines(config.ring(), run.topology()).build(stages);
        pipeline = built.pipeline();
        ingress.open(built.sink(), epoch);
        return built.sink();
    }

    Pipeline pipeline() {
        if (pipeline == null) {
            throw new IllegalStateException("the engine has not been started");
        }
        return pipeline;
    }

    /// Enters an operator's command, at the time of the last event.
    void command(Input.OperatorCommand command) {
        EventSlot slot = ingress.open(ingress.nowNs(), Source.OPERATOR, 0);
        ingress.encoder().operatorCommand(slot, command);
        ingress.publish(slot);
    }

    /// Whether the disk still gives the journal room ahead.
    boolean roomAhead() {
        return !journal.nearlyFull();
    }

    /// Whether so much is free that the engine need not be stopped.
    boolean roomEnough(long freeBytes) {
        return roomAhead() && freeBytes >= config.journal().reserveBytes();
    }

    /// Writes the end of the epoch and its seal; the journal is complete then.
    ///
    /// @param synchronise waits for the stages and takes over what they decided
    void stop(StoppedReason reason, Runnable synchronise) {
        synchronise.run();
        EventSlot slot = ingress.open(ingress.nowNs(), Source.ENGINE, 0);
        ingress.encoder().stopped(slot, reason);
        ingress.publish(slot);
        synchronise.run();
        sealAndKeep(synchronise);
        seals.awaitCopy();
        stopped = reason;
    }

    /// The copy comes behind the seal's own record: it must never tell of a seal that a crash kept out of the journal.
    void sealAndKeep(Runnable synchronise) {
        seals.seal();
        synchronise.run();
        seals.keepCopy();
    }

    boolean stopped() {
        return stopped != null;
    }

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
