package org.gradus.adapters.alpaca;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gradus.adapters.alpaca.stream.MarketStream;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.ingress.Arrivals;
import org.gradus.engine.ingress.VenueFeed;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.TradingReason;
import org.gradus.engine.message.TradingState;
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
        stream = maker.apply(new Told(name, notes, arrivals, state));
        stream.start();
    }

    @Override
    public void close() {
        if (stream != null) {
            stream.close();
        }
    }

    /// Tells the engine.
    static final class Told extends StreamTold implements MarketStream.Listener {
        private final Arrivals arrivals;
        /// Of the reader thread and, behind a new connection, of the stream's timer.
        private final Set<Integer> halted = ConcurrentHashMap.newKeySet();

        Told(String name, Consumer<String> notes, Arrivals arrivals, State state) {
            super(name, notes, state);
            this.arrivals = arrivals;
        }

        @Override
        public void market(TapeEvent event) {
            arrivals.market(event);
        }

        @Override
        public void trading(Instrument instrument, boolean stops, String words, long timeNs) {
            boolean news = stops ? halted.add(instrument.id()) : halted.remove(instrument.id());
            if (news) {
                arrivals.report(new Input.TradingStatus(instrument.id(), stops ? TradingState.HALTED
                        : TradingState.OPEN, TradingReason.EXCHANGE, 0, 0, words), timeNs);
            }
        }

        /// While the line was down a halt may have ended unheard; an exit must not wait for that for ever.
        private void forgetHalts() {
            for (int instrument : halted) {
                halted.remove(instrument);
                arrivals.report(new Input.TradingStatus(instrument, TradingState.OPEN, TradingReason.LINE_LOST, 0, 0,
                        ""), 0);
            }
        }

        @Override
        public void up() {
            forgetHalts();
            super.up();
        }
    }
}
