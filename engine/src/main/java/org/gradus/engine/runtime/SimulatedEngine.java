package org.gradus.engine.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gradus.engine.codec.Stage;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.ingress.Ingress;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.StoppedReason;
import org.gradus.engine.sim.SimulatedMarket;
import org.gradus.engine.strategy.StrategyFactory;
import org.gradus.engine.tape.MergedTape;

/// One run of tapes through the whole engine to the simulated market, from its first record or from where its journal
/// ends. Everything but the stages lives on the calling thread, which publishes: start reading here.
public final class SimulatedEngine extends ChassisEngine {
    private final SimulatedRun run;
    private final SimulatedMarket market;
    private final GatewayQueue queue = new GatewayQueue();
    private final Ingress ingress;
    private final SimulatedSource source;
    private final ScriptedOperator operator;

    /// Takes up the journal where it ends, or begins it.
    ///
    /// @throws RecoveryFailed when the journal and this build and configuration do not agree
    public SimulatedEngine(SimulatedRun run, StrategyFactory factory, MergedTape tape, Telemetry telemetry) {
        this(run, factory, tape, telemetry, UnaryOperator.identity());
    }

    /// @param fitting the stages as they are to be driven, given the engine's own: for tests that break something
    SimulatedEngine(SimulatedRun run, StrategyFactory factory, MergedTape tape, Telemetry telemetry,
            UnaryOperator<List<Stage>> fitting) {
        super(new Chassis(run.setup(), factory, telemetry, fitting));
        this.run = run;
        ingress = chassis.ingress;
        EngineConfig config = chassis.config;
        market = new SimulatedMarket(config.market(), run.faults(), chassis.assembly.marketSetup().instruments(),
                config.cash(), new long[config.instruments().size()]);
        operator = new ScriptedOperator(config.operatorScript(), ingress);
        source = new SimulatedSource(ingress, tape, market, numbers(), queue, new Chores(),
                new CoreWatch(chassis.assembly.market(), chassis.assembly.decision()));
        chassis.recover(queue, slot -> {
            operator.relive(slot);
            source.relive(slot);
        });
        start();
    }

    /// The journal's number of each instrument by its number on the tape, which is that of the configuration.
    private int[] numbers() {
        return run.config().instruments().stream()
                .mapToInt(each -> chassis.config.instrumentId(each.instrument().symbol())).toArray();
    }

    private void start() {
        JournalScan scan = chassis.scan;
        long firstNs = source.prime(scan.lastPositions(run.origin().sources()), scan.lastTimeNs());
        chassis.start(queue, List.of(), firstNs);
        source.begin(chassis.pipeline());
    }

    /// What the source does at its own moments: seals and the scripted operator.
    private final class Chores implements Housekeeping {
        @Override
        public void newSecond() {
            if (!chassis.seals.keepsUp()) {
                chassis.watch.forceFailed();
            }
        }

        @Override
        public void newDay(long dayNs) {
            ingress.clock(dayNs);
            source.synchronise();
            chassis.sealAndKeep(source::synchronise);
        }

        @Override
        public long nextNs() {
            return chassis.watch.toTell() ? ingress.nowNs() : operator.nextNs();
        }

        @Override
        public void due(long timeNs) {
            if (chassis.watch.toTell()) {
                chassis.watch.tell();
                source.withdrawEntries(NotSentReason.OUR_FAULT);
            } else {
                operator.resume(timeNs);
            }
        }

        @Override
        public void riskState(RiskState state, long timeNs) {
            operator.riskState(state, timeNs);
            chassis.watch.riskState(state);
        }

        @Override
        public void journalFault() {
            chassis.watch.forceFailed();
        }
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
    @Override
    public void command(Input.OperatorCommand command) {
        boolean halt = command.action() == OperatorAction.HALT;
        if (halt) {
            source.synchronise();
        }
        chassis.command(command);
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

    @Override
    public boolean diskSpace(long freeBytes) {
        boolean enough = chassis.roomEnough(freeBytes);
        if (chassis.watch.space(freeBytes, !roomAhead())) {
            source.felt();
        }
        return enough;
    }

    @Override
    public void stop(StoppedReason reason) {
        chassis.stop(reason, source::synchronise);
    }

    /// The stages' state, for hashes and comparisons; only while nothing is published.
    public List<Stage> statefulStages() {
        source.synchronise();
        return new ArrayList<>(List.of(chassis.assembly.market(), chassis.assembly.decision()));
    }

    /// The venue's side of the run; for the publishing thread only.
    public SimulatedMarket market() {
        return market;
    }

    /// Ends without a word in the journal, as a crash would, when [#stop(StoppedReason)] was not called before.
    @Override
    public void close() {
        chassis.close();
    }
}
