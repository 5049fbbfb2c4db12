package org.gradus.engine.runtime;

import org.gradus.engine.domain.Rounding;
import org.gradus.engine.tape.Tape;
import org.gradus.engine.tape.TapeEvent;

/// A tape of trades of which two in three are shown as quotes around the same price.
final class QuotedTape implements Tape {
    private static final long TICK = 10_000_000;
    private static final long HALF_SPREAD = 250_000;

    private final Tape trades;

    QuotedTape(Tape trades) {
        this.trades = trades;
    }

    @Override
    public boolean advance() {
        if (!trades.advance()) {
            return false;
        }
        TapeEvent event = trades.event();
        if (event.position() % 3 != 0) {
            long half = Math.max(TICK, Rounding.priceDown(Rounding.fraction(event.price(), HALF_SPREAD), TICK));
            event.quote(event.price() - half, event.size(), event.price() + half, event.size());
        }
        return true;
    }

    @Override
    public TapeEvent event() {
        return trades.event();
    }

    @Override
    public void close() {
        trades.close();
    }
}
