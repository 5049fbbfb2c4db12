package org.gradus.engine.simulation;

import static org.gradus.engine.domain.FixedPoint.ONE;

import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Rounding;
import org.gradus.engine.sim.StatelessRandom;
import org.gradus.engine.tape.Tape;
import org.gradus.engine.tape.TapeEvent;

/// A short nervous market: a price that walks and jumps, quotes that come and go, prints of no size, absurd prints, and
/// minutes in which the feed is silent. The last minutes are calm, so that everything on its way arrives.
final class WalkTape implements Tape {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long CALM_NS = 300 * SECOND_NS;

    private final Instrument instrument;
    private final int source;
    private final StatelessRandom random;
    private final Weather weather;
    private final TapeEvent event = new TapeEvent();
    private long position;
    private long timeNs;
    private long price;

    /// @param startNs   of the first event
    /// @param calmNs    when the calm begins
    /// @param pauseNs   between two of them, on average
    /// @param step      largest relative move from one to the next, scaled 1e-9
    /// @param jumps     probability of a move twenty times as large
    /// @param gaps      probability of a silence of up to five minutes
    /// @param quotes    share of events that are quotes
    /// @param absurd    probability of a print that is far off
    record Weather(long startNs, long calmNs, long pauseNs, long step, long jumps, long gaps, long quotes,
            long absurd) {
    }

    WalkTape(Instrument instrument, int source, long seed, Weather weather) {
        this.instrument = instrument;
        this.source = source;
        this.weather = weather;
        random = new StatelessRandom(seed);
        timeNs = weather.startNs();
        price = 100 * ONE;
    }

    @Override
    public boolean advance() {
        if (timeNs >= weather.calmNs() + CALM_NS) {
            return false;
        }
        position++;
        boolean calm = timeNs >= weather.calmNs();
        timeNs += pauseNs(calm);
        price = Math.max(ONE, price + Rounding.money(price, move(calm)));
        event.from(source, position, instrument.id()).at(timeNs, timeNs);
        if (random.chance(weather.quotes(), position, 5)) {
            quote();
        } else {
            trade(calm);
        }
        return true;
    }

    private long pauseNs(boolean calm) {
        if (calm) {
            return 5 * SECOND_NS;
        }
        if (random.chance(weather.gaps(), position, 1)) {
            return random.below(300 * SECOND_NS, position, 2);
        }
        return random.chance(ONE / 5, position, 3) ? 0 : random.below(2 * weather.pauseNs(), position, 4);
    }

    private long move(boolean calm) {
        long most = calm ? 0 : random.chance(weather.jumps(), position, 6) ? 20 * weather.step()
                : weather.step();
        return most == 0 ? 0 : random.below(2 * most + 1, position, 7) - most;
    }

    private void quote() {
        long half = Rounding.fraction(price, ONE / 2_000);
        event.quote(onTick(price - half), size(8), onTick(price + half), size(9));
    }

    private void trade(boolean calm) {
        boolean absurd = !calm && random.chance(weather.absurd(), position, 10);
        long shown = absurd ? price + Rounding.money(price, random.below(ONE, position, 11) - ONE / 2) : price;
        boolean nothing = random.chance(ONE / 100, position, 12);
        event.trade(onTick(shown), nothing ? 0 : size(13), TapeEvent.AGGRESSOR_UNKNOWN);
    }

    /// Up to thirty units, of which the market gives us a tenth.
    private long size(int draw) {
        return 1 + random.below(30 * ONE, position, draw) / 10;
    }

    private long onTick(long raw) {
        return Math.max(instrument.tick(), Rounding.priceDown(raw, instrument.tick()));
    }

    @Override
    public TapeEvent event() {
        return event;
    }

    @Override
    public void close() {
        timeNs = Long.MAX_VALUE;
    }
}
