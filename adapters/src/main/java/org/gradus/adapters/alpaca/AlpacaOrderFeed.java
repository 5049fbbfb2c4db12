package org.gradus.adapters.alpaca;

import java.util.function.Consumer;
import java.util.function.Function;
import org.gradus.adapters.alpaca.stream.OrderEvent;
import org.gradus.adapters.alpaca.stream.OrderStream;
import org.gradus.engine.domain.FeedFault;
import org.gradus.engine.ingress.Arrivals;
import org.gradus.engine.ingress.VenueFeed;
import org.gradus.engine.tape.TapeEvent;
import org.jspecify.annotations.Nullable;

/// The order stream as a feed of the engine. When an event stands behind fills that cannot be had, the stream is taken
/// down and up again: then the engine asks for the state of every order.
final class AlpacaOrderFeed implements VenueFeed {
    private static final int NO_INSTRUMENT = -1;

    private final Function<OrderStream.Listener, OrderStream> maker;
    private final AlpacaOrderReports reports;
    private final int source;
    private final Consumer<String> notes;
    private @Nullable OrderStream stream;

    /// @param source of its faults, as the journal numbers it
    AlpacaOrderFeed(Function<OrderStream.Listener, OrderStream> maker, AlpacaOrderReports reports, int source,
                    Consumer<String> notes) {
        this.maker = maker;
        this.reports = reports;
        this.source = source;
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
    private final class Told extends StreamTold implements OrderStream.Listener {
        private final Arrivals arrivals;
        private final State state;
        private final TapeEvent fault = new TapeEvent();
        private long faults;

        private Told(Arrivals arrivals, State state) {
            super("order stream", notes, state);
            this.arrivals = arrivals;
            this.state = state;
        }

        @Override
        public void event(OrderEvent event) {
            if (!reports.pass(event, arrivals, state::booksChanged) && stream != null) {
                stream.reconnect("fills of order " + event.order().clientOrderId() + " are missing");
            }
        }

        @Override
        public void fault(FeedFault what, String detail) {
            faults++;
            arrivals.market(fault.from(source, faults, NO_INSTRUMENT).at(0, 0).fault(what, detail));
        }
    }
}
