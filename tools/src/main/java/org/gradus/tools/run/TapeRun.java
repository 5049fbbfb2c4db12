package org.gradus.tools.run;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.gradus.adapters.strategy.UserStrategies;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.journal.JournalFault;
import org.gradus.engine.message.Hash256;
import org.gradus.engine.message.StoppedReason;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.JournalScan;
import org.gradus.engine.runtime.SimulatedEngine;
import org.gradus.engine.runtime.SimulatedRun;
import org.gradus.engine.runtime.StartedRecord;
import org.gradus.engine.runtime.Telemetry;
import org.gradus.engine.tape.MergedTape;
import org.gradus.tools.config.RunConfig;
import org.gradus.tools.config.TapeSource;
import org.gradus.tools.config.Tapes;
import org.gradus.tools.log.ThrownMessages;
import org.gradus.tools.log.TradingLog;
import org.gradus.tools.status.StatusBoard;

/// One `gradus run`: takes up or begins the journal, paces the tape, listens to the operator, watches the disk, shows
/// progress and sums up.
public final class TapeRun {
    private static final long LISTEN_NS = 50_000_000L;
    private static final long WEIGH_NS = 500_000_000L;
    private static final long NAP_NS = 1_000_000L;

    private final RunConfig config;
    private final UserStrategies strategies;
    private final RunHome home;
    private final double speed;
    private final long until;
    private final PrintStream out;
    private final LongSupplier freeBytes;
    private final OperatorListener listener;
    private final ProgressLine progress;
    private final Telemetry telemetry = new Telemetry(System::nanoTime);
    private StrategyFaults faults = new StrategyFaults();
    private volatile boolean asked;
    private long listenNs = System.nanoTime();
    private long weighNs = listenNs;
    private long tapeStartNs;
    private long wallStartNs;

    /// @param speed times real time; infinite for as fast as can be
    /// @param until last record number wanted
    public TapeRun(RunConfig config, UserStrategies strategies, RunHome home, double speed, long until,
            PrintStream out) {
        this(config, strategies, home, speed, until, out, home::freeBytes);
    }

    /// @param freeBytes free space on the disk under the journal
    TapeRun(RunConfig config, UserStrategies strategies, RunHome home, double speed, long until, PrintStream out,
            LongSupplier freeBytes) {
        this.config = config;
        this.strategies = strategies;
        this.home = home;
        this.speed = speed;
        this.until = until;
        this.out = out;
        this.freeBytes = freeBytes;
        listener = new OperatorListener(home, out);
        progress = new ProgressLine(out);
    }

    /// Asks the run to stop in order, from any thread; [#run()] returns soon after.
    public void stop() {
        asked = true;
    }

    /// @return true when the run came to its end in order
    public boolean run() {
        home.repair(config.engine().journal().blockBytes()).ifPresent(out::println);
        archiveFinished();
        boolean begins = !Files.isDirectory(home.journal());
        EngineConfig engineConfig = config.engine();
        Forewarnings.of(engineConfig).forEach(warning -> out.println("warning: " + warning));
        List<Instrument> instruments = engineConfig.instruments().stream()
                .map(EngineConfig.InstrumentConfig::instrument).toList();
        StoppedReason reason;
        boolean sealed;
        try (MergedTape tape = Tapes.open(config.tapes(), instruments);
             SimulatedEngine engine = new SimulatedEngine(setup(), strategies, tape, telemetry);
             TradingLog log = TradingLog.follow(home.journal(), tradingLog(), begins,
                     strategy -> ThrownMessages.shown(engine.thrown(strategy)));
             StatusBoard board = new StatusBoard(home.journal(), home.folder())) {
            board.start();
            tellOpening(engine.opened());
            reason = drive(engine);
            sealed = stop(engine, reason);
            progress.end(telemetry);
            faults = StrategyFaults.of(engine, engineConfig.strategies().size());
            log.finish().ifPresent(fault -> out.println("the trading log is not complete: " + fault));
        }
        return sealed && reason != StoppedReason.DISK_LOW;
    }

    /// A disk that takes no copy of the last seal is no reason to leave the log and the status unfinished.
    private boolean stop(SimulatedEngine engine, StoppedReason reason) {
        try {
            engine.stop(reason);
            return true;
        } catch (JournalFault refused) {
            out.println("the run stopped, but not whole: " + refused.getMessage());
            return false;
        }
    }

    /// Of the configuration.
    String name() {
        return config.engine().name();
    }

    /// Latencies of this process; whole when the run has ended.
    public Telemetry telemetry() {
        return telemetry;
    }

    /// What strategies have thrown, when the run has ended.
    StrategyFaults faults() {
        return faults;
    }

    /// Demos and backtests keep their log at home; a person's trading is told in one place, the project's root.
    public Path tradingLog() {
        return switch (config.engine().mode()) {
            case DEMO, BACKTEST -> home.tradingLog();
            case PAPER, LIVE -> Path.of(System.getProperty("gradus.root", "."), RunHome.TRADING_LOG);
        };
    }

    private SimulatedRun setup() {
        EngineConfig engine = config.engine();
        Hash256 build = BuildIdentity.ofEngine();
        StartedRecord.Origin origin = new StartedRecord.Origin("gradus 0.1.0, Java " + Runtime.version(),
                build, BuildIdentity.ofText(engine.resolvedText()),
                BuildIdentity.ofTapes(config.tapes()), config.tapes().stream().map(TapeSource::name).toList(),
                strategies.codeHashes(build.hex()));
        return new SimulatedRun(engine, origin, home.journal(), home.keptSeal(), engine.ring().topology());
    }

    /// A finished run makes room for a new one; an unfinished one is taken up again.
    private void archiveFinished() {
        if (!Files.isDirectory(home.journal())) {
            return;
        }
        if (RunHome.finished(home.folder())) {
            home.archive(Long.toString(System.currentTimeMillis()));
            listener.forgetOldCommands();
            out.println("the finished run before this one is in " + home.folder().resolve("archive"));
        }
    }

    private void tellOpening(JournalScan scan) {
        if (!scan.empty()) {
            out.println("taking up the run behind record " + scan.lastSequence());
        }
        if (scan.torn()) {
            out.println("the journal was torn: a record behind that one had been begun and never finished; it is gone, "
                + "and all records before it are whole");
        } else if (scan.cutShort()) {
            out.println("the engine before this one did not stop in order");
        }
        listener.tellMarker();
    }

    private StoppedReason drive(SimulatedEngine engine) {
        wallStartNs = System.nanoTime();
        while (!asked) {
            if (engine.nextSequence() > until) {
                return StoppedReason.RECORD_LIMIT;
            }
            if (!spaceLeft(engine)) {
                out.println("the disk is nearly full: stopping; stops at the venue stay");
                return StoppedReason.DISK_LOW;
            }
            boolean heard = listen(engine);
            long nextNs = engine.nextNs();
            if (nextNs == Long.MAX_VALUE) {
                return StoppedReason.END_OF_TAPE;
            }
            if (!heard && due(nextNs)) {
                engine.step();
            }
        }
        return StoppedReason.OPERATOR;
    }

    private boolean spaceLeft(SimulatedEngine engine) {
        long now = System.nanoTime();
        if (now < weighNs && engine.roomAhead()) {
            return true;
        }
        weighNs = now + WEIGH_NS;
        return engine.diskSpace(freeBytes.getAsLong());
    }

    /// Now and then: the operator's commands and the progress line.
    private boolean listen(SimulatedEngine engine) {
        long now = System.nanoTime();
        if (now < listenNs) {
            return false;
        }
        listenNs = now + LISTEN_NS;
        progress.show(engine.telemetry(), engine.nextSequence());
        return listener.listen(engine);
    }

    private boolean due(long nextNs) {
        if (speed == Double.POSITIVE_INFINITY) {
            return true;
        }
        if (tapeStartNs == 0) {
            tapeStartNs = nextNs;
        }
        if ((nextNs - tapeStartNs) / speed <= System.nanoTime() - wallStartNs) {
            return true;
        }
        LockSupport.parkNanos(NAP_NS);
        return false;
    }
}
