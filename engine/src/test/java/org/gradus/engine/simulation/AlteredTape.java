package org.gradus.engine.simulation;

import static org.gradus.engine.domain.FixedPoint.ONE;

import org.gradus.engine.domain.Rounding;
import org.gradus.engine.tape.Tape;
import org.gradus.engine.tape.TapeEvent;

/// A tape that ends before one row, or on which the prices of that row are three percent higher.
final class AlteredTape implements Tape {
    private static final long HIGHER = ONE * 103 / 100;

    private final Tape tape;
    private final long row;
    private final boolean ends;

    AlteredTape(Tape tape, long row, boolean ends) {
        this.tape = tape;
        this.row = row;
        this.ends = ends;
    }

    @Override
    public boolean advance() {
        if (!tape.advance()) {
            return false;
        }
        TapeEvent event = tape.event();
        if (event.position() != row) {
            return true;
        }
        if (!ends) {
            raise(event);
        }
        return !ends;
    }

    private static void raise(TapeEvent event) {
        switch (event.kind()) {
            case TRADE -> event.trade(higher(event.price()), event.size(), event.aggressor());
            case QUOTE -> event.quote(higher(event.bid()), event.bidSize(), higher(event.ask()), event.askSize());
            case BAR -> event.prices(higher(event.open()), higher(event.high()), higher(event.low()),
                    higher(event.close()));
            case FAULT -> throw new AssertionError("a fault has no price");
        }
    }

    private static long higher(long price) {
        return Rounding.priceDown(Rounding.fraction(price, HIGHER), ONE / 100);
    }

    @Override
    public TapeEvent event() {
        return tape.event();
    }

    @Override
    public void close() {
        tape.close();
    }
}
