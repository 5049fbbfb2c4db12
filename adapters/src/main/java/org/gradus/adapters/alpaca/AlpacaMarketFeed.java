package org.gradus.adapters.alpaca;

import java.util.function.Consumer;
import java.util.function.Function;
import org.gradus.adapters.alpaca.stream.MarketStream;
import org.gradus.engine.ingress.Arrivals;
import org.gradus.engine.ingress.VenueFeed;
import org.gradus.engine.message.VenueDownReason;
import org.gradus.engine.tape.TapeEvent;
import org.jspecify.annotations.Nullable;

/// One market-data stream as a feed of the engine.
final class AlpacaMarketFeed implements VenueFeed {
    private final Function<MarketStream.Listener, MarketStream> maker;
    private final String name;
    private final Consumer<String> notes;
    private @Nullable MarketStream stream;

    AlpacaMarketFeed(Function<MarketStream.Listener, MarketStream> maker, String name, Consumer<String> notes) {
        this.maker = maker;
        this.name = name;
        this.notes = notes;
    }

    @Override
    public void start(Arrivals arrivals, State state) {
        stream = maker.apply(new Told(arrivals, state));
        stream.start();
    }

    @Override
    public void close() {
        if (stream != null) {
            stream.close();
        }
    }

    /// Tells the engine.
    private final class Told implements MarketStream.Listener {
        private final Arrivals arrivals;
        private final State state;

        private Told(Arrivals arrivals, State state) {
            this.arrivals = arrivals;
            this.state = state;
        }

        @Override
        public void market(TapeEvent event) {
            arrivals.market(event);
        }

        @Override
        public void up() {
            notes.accept(name + " up");
            state.up();
        }

        @Override
        public void down(VenueDownReason reason, String detail) {
            notes.accept(name + " down, " + reason.label() + ": " + detail);
            state.down(reason);
        }

        @Override
        public void ended(String why) {
            notes.accept(name + " given up: " + why);
            state.down(VenueDownReason.STREAM_DROPPED);
        }

        @Override
        public void note(String what) {
            notes.accept(name + ": " + what);
        }
    }
}
