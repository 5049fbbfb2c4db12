package org.gradus.tools.run;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.gradus.adapters.strategy.UserStrategies;
import org.gradus.engine.journal.ChronicleStore;
import org.gradus.engine.journal.JournalFault;
import org.gradus.engine.message.Hash256;
import org.gradus.engine.message.StoppedReason;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.JournalScan;
import org.gradus.engine.runtime.RunSetup;
import org.gradus.engine.runtime.RunningEngine;
import org.gradus.engine.runtime.StartedRecord;
import org.gradus.engine.runtime.Telemetry;
import org.gradus.tools.config.RunConfig;
import org.gradus.tools.log.ThrownMessages;
import org.gradus.tools.log.TradingLog;
import org.gradus.tools.status.StatusBoard;

/// One `gradus run`, whatever feeds it: takes up or begins the journal, listens to the operator, watches the disk,
/// shows progress and stops in order. What is special about tapes and venues is in its two kinds.
public abstract class EngineRun {
    private static final long LISTEN_NS = 50_000_000L;
    private static final long WEIGH_NS = 500_000_000L;

    protected final RunHome home;
    protected final PrintStream out;
    protected final Until until;
    protected final UserStrategies strategies;
    protected final Telemetry telemetry = new Telemetry(System::nanoTime);
    private final OperatorListener listener;
    private final ProgressLine progress;
    private StrategyFaults faults = new StrategyFaults();
    private volatile boolean asked;
    private boolean begun;
    private long listenNs = System.nanoTime();
    private long weighNs = listenNs;

    protected EngineRun(UserStrategies strategies, RunHome home, Until until, PrintStream out) {
        this.home = home;
        this.out = out;
        this.until = until;
        this.strategies = strategies;
        listener = new OperatorListener(home, out);
        progress = new ProgressLine(out);
    }

    /// Asks the run to stop in order, from any thread; [#run()] returns soon after.
    public void stop() {
        asked = true;
    }

    /// The configuration as it is; a venue may have completed it.
    protected abstract RunConfig config();

    /// Names of what feeds the run, by source number.
    protected abstract List<String> sources();

    protected abstract Hash256 dataHash();

    /// Waits for what has to be there before anything is opened.
    ///
    /// @param reachedNs engine time of the last record of the journal that is taken up; 0 when it begins
    /// @return false when the run was asked to stop meanwhile
    protected boolean ready(long reachedNs) {
        return true;
    }

    /// Something has happened that whoever watches should see; it is in the log as well. Any thread.
    protected void headline(String line) {
        // A tape goes by too fast to read along; its summary tells.
    }

    /// Any thread.
    protected final void say(String line) {
        progress.say(line);
    }

    /// Waits, but not when the run is asked to stop.
    ///
    /// @return false when it was
    protected final boolean pause(long pauseNs) {
        long endNs = System.nanoTime() + pauseNs;
        while (!asked && System.nanoTime() < endNs) {
            LockSupport.parkNanos(Math.min(LISTEN_NS, pauseNs));
        }
        return !asked;
    }

    /// Opens the engine with its feeds.
    protected abstract Opened open(RunSetup setup);

    /// An engine, and what is closed behind it.
    protected interface Opened extends AutoCloseable {
        RunningEngine engine();

        /// The run begins.
        default void begin() {
            // Nothing to begin.
        }

        /// Engine time of what comes next; Long.MAX_VALUE when nothing does.
        long nextNs();

        /// Enters what is due.
        ///
        /// @param nextNs as [#nextNs()] just said
        /// @param heard  whether the operator was just heard, which may have changed what comes next
        void step(long nextNs, boolean heard);

        /// Lets what is under way come to its end, before the engine stops.
        default void letFinish() {
            // Nothing is under way.
        }

        @Override
        void close();
    }

    /// Whether there is anything to report of it.
    public boolean begun() {
        return begun;
    }

    /// @return true when the run came to its end in order
    public boolean run() {
        home.repair(config().engine().journal().blockBytes()).ifPresent(out::println);
        long reachedNs = archiveFinished();
        boolean begins = !Files.isDirectory(home.journal());
        Forewarnings.of(config().engine()).forEach(warning -> out.println("warning: " + warning));
        if (!ready(reachedNs)) {
            out.println("stopped while it waited: nothing was begun");
            return true;
        }
        begun = true;
        StoppedReason reason;
        boolean sealed;
        try (Opened opened = open(setup());
             TradingLog log = TradingLog.follow(home.journal(), tradingLog(), begins,
                     strategy -> ThrownMessages.shown(opened.engine().thrown(strategy)), this::headline);
             StatusBoard board = new StatusBoard(home.journal(), home.folder())) {
            board.start();
            tellOpening(opened.engine().opened());
            opened.begin();
            reason = drive(opened);
            opened.letFinish();
            sealed = stop(opened.engine(), reason);
            progress.end(telemetry);
            faults = StrategyFaults.of(opened.engine(), config().engine().strategies().size());
            log.finish().ifPresent(fault -> out.println("the trading log is not complete: " + fault));
        }
        return sealed && reason != StoppedReason.DISK_LOW;
    }

    /// A disk that takes no copy of the last seal is no reason to leave the log and the status unfinished.
    private boolean stop(RunningEngine engine, StoppedReason reason) {
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
        return config().engine().name();
    }

    /// Latencies of this process; whole when the run has ended.
    public Telemetry telemetry() {
        return telemetry;
    }

    /// What strategies have thrown, when the run has ended.
    StrategyFaults faults() {
        return faults;
    }

    /// Demos, backtests and trials in a folder of their own keep their log there; a person's trading, in the folder
    /// that belongs to its configuration, is told in one place, the project's root.
    public Path tradingLog() {
        boolean usual = absolute(home.folder()).equals(absolute(Path.of("var", name())));
        return switch (config().engine().mode()) {
            case DEMO, BACKTEST -> home.tradingLog();
            case PAPER, LIVE -> usual ? Path.of(System.getProperty("gradus.root", "."), RunHome.TRADING_LOG)
                    : home.tradingLog();
        };
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private RunSetup setup() {
        EngineConfig engine = config().engine();
        Hash256 build = BuildIdentity.ofEngine();
        StartedRecord.Origin origin = new StartedRecord.Origin("gradus 0.1.0, Java " + Runtime.version(),
                build, BuildIdentity.ofText(engine.resolvedText()), dataHash(), sources(),
                strategies.codeHashes(build.hex()));
        return new RunSetup(engine, origin, new ChronicleStore(home.journal(), home.keptSeal(),
                engine.journal().blockBytes()), engine.ring().topology());
    }

    /// A finished run makes room for a new one; an unfinished one is taken up again.
    ///
    /// @return engine time where it is taken up; 0 for a new one
    private long archiveFinished() {
        Optional<JournalScan> before = RunHome.scan(home.folder());
        if (before.isPresent() && before.get().finished()) {
            home.archive(Long.toString(System.currentTimeMillis()));
            listener.forgetOldCommands();
            out.println("the finished run before this one is in " + home.folder().resolve("archive"));
            return 0;
        }
        return before.map(JournalScan::lastTimeNs).orElse(0L);
    }

    private void tellOpening(JournalScan scan) {
        if (!scan.empty()) {
            out.println("taking up the run behind record " + scan.lastSequence());
        }
        if (scan.unfinishedBytes() > 0) {
            out.println("the journal was torn: behind that record " + scan.unfinishedBytes() + " bytes had been begun"
                + " and never finished; they are gone, and all records before them are whole");
        } else if (scan.cutShort()) {
            out.println("the engine before this one did not stop in order");
        }
        listener.tellMarker();
    }

    private StoppedReason drive(Opened opened) {
        RunningEngine engine = opened.engine();
        while (!asked) {
            if (engine.nextSequence() > until.record()) {
                return StoppedReason.RECORD_LIMIT;
            }
            if (!spaceLeft(engine)) {
                out.println("the disk is nearly full: stopping; stops at the venue stay");
                return StoppedReason.DISK_LOW;
            }
            boolean heard = listen(engine);
            long nextNs = opened.nextNs();
            if (nextNs == Long.MAX_VALUE) {
                return StoppedReason.END_OF_TAPE;
            }
            if (nextNs >= until.timeNs()) {
                return StoppedReason.RECORD_LIMIT;
            }
            opened.step(nextNs, heard);
        }
        return StoppedReason.OPERATOR;
    }

    private boolean spaceLeft(RunningEngine engine) {
        long now = System.nanoTime();
        if (now < weighNs && engine.roomAhead()) {
            return true;
        }
        weighNs = now + WEIGH_NS;
        return engine.diskSpace(home.freeBytes());
    }

    /// Now and then: the operator's commands and the progress line.
    private boolean listen(RunningEngine engine) {
        long now = System.nanoTime();
        if (now < listenNs) {
            return false;
        }
        listenNs = now + LISTEN_NS;
        progress.show(engine.telemetry(), engine.nextSequence());
        return listener.listen(engine);
    }
}
