package org.gradus.tools.run;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.gradus.adapters.feeds.SecondOpinions;
import org.gradus.adapters.strategy.UserStrategies;
import org.gradus.adapters.wire.Backoff;
import org.gradus.engine.ingress.EngineClock;
import org.gradus.engine.ingress.FollowedClock;
import org.gradus.engine.message.Hash256;
import org.gradus.engine.runtime.LiveEngine;
import org.gradus.engine.runtime.LiveRules;
import org.gradus.engine.runtime.LiveVenue;
import org.gradus.engine.runtime.RunSetup;
import org.gradus.engine.runtime.RunningEngine;
import org.gradus.tools.config.RunConfig;
import org.gradus.tools.log.Numbers;

/// A run at a venue: the world's time, or the venue's.
public final class LiveRun extends EngineRun {
    /// Short against a second, so that no tick is late, and long against nothing to do.
    private static final long NAP_NS = 1_000_000L;
    private static final long LONGEST_FINISH_NS = 10_000_000_000L;
    /// So far a clock may be behind where the journal ends: the two are never read at once.
    private static final long BEHIND_NS = 60_000_000_000L;

    private final RunConfig config;
    private final AlpacaLine line;
    private final SecondOpinions opinions;
    private final double speed;
    private EngineClock clock = new WallClock();
    private String toldWaiting = "";

    /// @param config      as [FirstStart] completed it
    /// @param speed       times real time at which the venue's clock runs
    /// @param environment where the keys are
    public LiveRun(RunConfig config, UserStrategies strategies, RunHome home, double speed, Until until,
            PrintStream out, Map<String, String> environment) {
        super(strategies, home, until, out);
        this.config = config;
        this.speed = speed;
        line = new AlpacaLine(config, speed, environment, note -> say("venue: " + note));
        opinions = new SecondOpinions(config.feeds(), environment, this::say);
    }

    @Override
    protected RunConfig config() {
        return config;
    }

    @Override
    protected List<String> sources() {
        return opinions.sources(line.sources());
    }

    @Override
    protected Hash256 dataHash() {
        return Hash256.ZERO;
    }

    /// Engine time that goes by the venue's clock begins when that can be read.
    @Override
    protected boolean ready(long reachedNs) {
        out.println(line + "; `gradus status --home " + home.folder() + "` shows how it stands, Ctrl-C stops it in "
                + "order");
        if (!config.alpaca().venueClock()) {
            requireNoWayBack("this machine's", clock.nowNs(), reachedNs, "set it right");
            return true;
        }
        Backoff pauses = new Backoff(config.alpaca().times().firstPauseNs(), config.alpaca().times().longestPauseNs());
        OptionalLong now = line.timeNs(this::waiting);
        while (now.isEmpty() && pause(pauses.nextNs(ThreadLocalRandom.current().nextDouble()))) {
            now = line.timeNs(this::waiting);
        }
        now.ifPresent(timeNs -> {
            requireNoWayBack("the venue's", timeNs, reachedNs, "let the venue go on where it was (gradus venue --state "
                    + "DIR does)");
            clock = new FollowedClock(System::nanoTime, speed, timeNs);
        });
        return now.isPresent();
    }

    /// Engine time never goes back: it would stand still until the clock has caught up, and every wait with it.
    private void requireNoWayBack(String whose, long nowNs, long reachedNs, String remedy) {
        if (nowNs < reachedNs - (long) (BEHIND_NS * Math.max(1, speed))) {
            throw new IllegalArgumentException(whose + " clock says " + Numbers.time(nowNs) + ", but the run in "
                    + home.folder() + " has come to " + Numbers.time(reachedNs) + " and its time cannot go back: "
                    + remedy + ", or choose another --home");
        }
    }

    @Override
    protected void headline(String line) {
        say(line);
    }

    /// Once for each reason.
    private void waiting(String why) {
        if (!why.equals(toldWaiting)) {
            toldWaiting = why;
            say("waiting: " + why + "; asking again until it can, or until Ctrl-C");
        }
    }

    @Override
    protected Opened open(RunSetup setup) {
        LiveRules rules = config.alpaca().rules().at(speed);
        LiveVenue.Maker venue = opinions.around(traded -> line.open(traded, clock), line.sources().size(), clock);
        return new AtVenue(new LiveEngine(setup, rules, clock, venue, strategies, telemetry), clock);
    }

    /// Goes with the clock.
    private final class AtVenue implements Opened {
        private final LiveEngine engine;
        private final EngineClock clock;

        private AtVenue(LiveEngine engine, EngineClock clock) {
            this.engine = engine;
            this.clock = clock;
        }

        @Override
        public RunningEngine engine() {
            return engine;
        }

        @Override
        public void begin() {
            engine.start();
            opinions.watch(home.journal(), clock);
        }

        @Override
        public long nextNs() {
            return clock.nowNs();
        }

        @Override
        public void step(long nextNs, boolean heard) {
            if (!engine.step()) {
                LockSupport.parkNanos(NAP_NS);
            }
        }

        /// Requests on their way are answered, and what is said of them is journaled; stops at the venue stay.
        @Override
        public void letFinish() {
            engine.letFinish();
            long endNs = System.nanoTime() + LONGEST_FINISH_NS;
            while (!engine.idle() && System.nanoTime() < endNs) {
                step(0, false);
            }
        }

        @Override
        public void close() {
            engine.close();
            opinions.close();
        }
    }
}
