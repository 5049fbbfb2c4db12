package org.gradus.engine.tape;

import java.util.List;
import java.util.Objects;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Rounding;

/// Trades made up from a script of phases, for what no recorded tape holds on demand: a crash within a minute, an
/// absurd print. The same script and seed give the same tape on every machine: whole numbers only, and each draw is a
/// hash of seed, print and purpose. Owned by the publisher thread; allocates nothing while it runs.
public final class SyntheticTape implements Tape {
    private static final long MINUTE_NS = 60_000_000_000L;
    /// The wander around the drift is pulled back by this share a print, as a shift: 1/128.
    private static final int PULL_SHIFT = 7;
    /// Sizes are drawn in hundredths of a unit.
    private static final int STEPS_A_UNIT = 100;

    /// One stretch of the tape.
    ///
    /// @param name             for people
    /// @param durationNs       its length
    /// @param drift            how far the price has moved at its end, as a ratio of the price at its start, above −1
    /// @param volatility       largest step of one print, as a ratio of the price
    /// @param printsPerMinute  evenly spread, with jitter
    /// @param stray            one print in the middle is this far off, as a ratio of the price; 0 for none
    public record Phase(String name, long durationNs, long drift, long volatility, int printsPerMinute, long stray) {
        public Phase {
            require(durationNs > 0, name, "duration must be above 0");
            require(drift > -FixedPoint.ONE, name, "drift must be above -1");
            require(volatility >= 0 && volatility < FixedPoint.ONE / 10, name,
                "volatility must be from 0 to below 0.1");
            require(printsPerMinute > 0 && printsPerMinute <= 60_000, name,
                "prints per minute must be from 1 to 60000");
            require(stray > -FixedPoint.ONE, name, "stray must be above -1");
        }

        long prints() {
            return Rounding.share(printsPerMinute, durationNs, MINUTE_NS);
        }

        private static void require(boolean holds, String name, String problem) {
            if (!holds) {
                throw new IllegalArgumentException("phase " + name + ": " + problem);
            }
        }
    }

    /// What to make up.
    ///
    /// @param startNs     time of the beginning
    /// @param startPrice  scaled 1e-9
    /// @param largestSize of one print, in whole units of the asset
    public record Script(long seed, long startNs, long startPrice, int largestSize, List<Phase> phases) {
        /// What most tapes need.
        public static final int USUAL_SIZE = 2;

        public Script {
            if (largestSize < 1) {
                throw new IllegalArgumentException("the largest size must be at least 1");
            }
            phases = List.copyOf(phases);
        }

        public Script(long seed, long startNs, long startPrice, List<Phase> phases) {
            this(seed, startNs, startPrice, USUAL_SIZE, phases);
        }
    }

    private final Instrument instrument;
    private final int source;
    private final Script script;
    private final long sizeStep;
    private final long sizeSteps;
    private final TapeEvent event = new TapeEvent();

    private int phase = -1;
    private long phaseStartNs;
    private long phaseStartPrice;
    private long printsInPhase;
    private long printInPhase;
    private long wander;
    private long position;

    public SyntheticTape(Instrument instrument, int source, Script script) {
        this.instrument = Objects.requireNonNull(instrument, "instrument");
        this.source = source;
        this.script = Objects.requireNonNull(script, "script");
        sizeStep = sizeStep(instrument.sizeDecimals());
        sizeSteps = (long) script.largestSize() * STEPS_A_UNIT;
    }

    @Override
    public boolean advance() {
        while (printInPhase == printsInPhase) {
            if (phase + 1 >= script.phases().size()) {
                return false;
            }
            enterPhase();
        }
        print(script.phases().get(phase));
        return true;
    }

    @Override
    public TapeEvent event() {
        return event;
    }

    @Override
    public void close() {
        phase = script.phases().size();
        printInPhase = printsInPhase;
    }

    private void enterPhase() {
        phaseStartNs = phase < 0 ? script.startNs() : phaseStartNs + script.phases().get(phase).durationNs();
        phaseStartPrice = phase < 0 ? script.startPrice() : driftedPrice(script.phases().get(phase), 1, 1);
        phase++;
        printsInPhase = script.phases().get(phase).prints();
        printInPhase = 0;
    }

    private void print(Phase now) {
        position++;
        wander += Rounding.share(now.volatility(), draw(position, 1) >> 32, 1L << 31) - (wander >> PULL_SHIFT);
        boolean stray = now.stray() != 0 && printInPhase == printsInPhase / 2;
        long anchor = driftedPrice(now, printInPhase, printsInPhase);
        long price = anchor + Rounding.money(anchor, stray ? now.stray() : wander);
        long timeNs = timeNs(now);
        long size = (1 + (draw(position, 2) >>> 1) % sizeSteps) * sizeStep;
        byte aggressor = draw(position, 3) < 0 ? TapeEvent.AGGRESSOR_SELL : TapeEvent.AGGRESSOR_BUY;
        event.from(source, position, instrument.id()).at(timeNs, timeNs).trade(onTick(price), size, aggressor);
        printInPhase++;
    }

    private long driftedPrice(Phase now, long part, long whole) {
        return phaseStartPrice + Rounding.share(Rounding.money(phaseStartPrice, now.drift()), part, whole);
    }

    /// Each print falls somewhere within its own share of the phase, so time never goes back.
    private long timeNs(Phase now) {
        long fromNs = Rounding.share(now.durationNs(), printInPhase, printsInPhase);
        long widthNs = now.durationNs() / printsInPhase;
        return phaseStartNs + fromNs + Rounding.share(widthNs - 1, draw(position, 4) >>> 32, 1L << 32);
    }

    private long onTick(long price) {
        return Math.max(instrument.tick(), Rounding.priceDown(price, instrument.tick()));
    }

    /// A hundredth of a unit, or the finest step there is.
    private static long sizeStep(int decimals) {
        long step = 1;
        for (int i = 2; i < decimals; i++) {
            step *= 10;
        }
        return step;
    }

    /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014) over seed, print and purpose.
    private long draw(long print, int purpose) {
        long z = script.seed() + (print * 8 + purpose) * 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
