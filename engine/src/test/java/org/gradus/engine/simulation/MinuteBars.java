package org.gradus.engine.simulation;

import static org.gradus.engine.domain.FixedPoint.ONE;

import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.sim.StatelessRandom;
import org.gradus.engine.tape.Tape;
import org.gradus.engine.tape.TapeEvent;

/// Feed bars of a minute whose price walks.
public final class MinuteBars implements Tape {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long VOLUME = 500 * ONE;

    private final StatelessRandom random;
    /// Of the tape and of its instrument alike.
    private final int number;
    private final long firstNs;
    private final int bars;
    private final TapeEvent event = new TapeEvent();
    private long position;
    private long price = 100 * ONE;

    public MinuteBars(int number, long seed, long firstNs, int bars) {
        random = new StatelessRandom(seed);
        this.number = number;
        this.firstNs = firstNs;
        this.bars = bars;
    }

    @Override
    public boolean advance() {
        if (position == bars) {
            return false;
        }
        long startNs = firstNs + position++ * MINUTE_NS;
        long open = price;
        price = Math.max(50 * ONE, price + cents(121) - 60 * (ONE / 100));
        long high = Math.max(open, price) + cents(30);
        long low = Math.min(open, price) - cents(30);
        event.from(number, position, number).at(startNs + MINUTE_NS, startNs + MINUTE_NS)
                .bar(Timeframe.M1, startNs, startNs + MINUTE_NS).prices(open, high, low, price).volume(VOLUME);
        return true;
    }

    private long cents(int below) {
        return random.below(below, position, below) * (ONE / 100);
    }

    @Override
    public TapeEvent event() {
        return event;
    }

    @Override
    public void close() {
        position = bars;
    }
}
