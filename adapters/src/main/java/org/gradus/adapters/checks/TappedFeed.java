package org.gradus.adapters.checks;

import java.util.function.IntPredicate;
import org.gradus.engine.ingress.Arrivals;
import org.gradus.engine.ingress.VenueFeed;
import org.gradus.engine.message.Input;
import org.gradus.engine.tape.TapeEvent;

/// A market feed whose prices are noted on their way into the engine: of a quote its middle, of a bar its close. What
/// another feed is to feed is noted and goes no further.
public final class TappedFeed implements VenueFeed {
    private final VenueFeed feed;
    private final PriceBoard board;
    private final IntPredicate fedElsewhere;

    /// @param fedElsewhere of an instrument's number
    public TappedFeed(VenueFeed feed, PriceBoard board, IntPredicate fedElsewhere) {
        this.feed = feed;
        this.board = board;
        this.fedElsewhere = fedElsewhere;
    }

    @Override
    public void start(Arrivals arrivals, State state) {
        feed.start(new Arrivals() {
            @Override
            public void market(TapeEvent event) {
                note(event);
                boolean fault = event.kind() == TapeEvent.Kind.FAULT;
                if (fault || !fedElsewhere.test(event.instrumentId())) {
                    arrivals.market(event);
                }
            }

            @Override
            public void report(Input report, long venueTimeNs) {
                arrivals.report(report, venueTimeNs);
            }
        }, state);
    }

    private void note(TapeEvent event) {
        switch (event.kind()) {
            case TRADE -> board.seen(event.instrumentId(), event.price(), event.venueTimeNs());
            case QUOTE -> {
                if (event.bid() > 0 && event.ask() >= event.bid()) {
                    board.seen(event.instrumentId(), event.bid() + (event.ask() - event.bid()) / 2,
                            event.venueTimeNs());
                }
            }
            case BAR -> board.seen(event.instrumentId(), event.close(), event.endNs());
            case FAULT -> {
                // Not a price.
            }
        }
    }

    @Override
    public void close() {
        feed.close();
    }
}
