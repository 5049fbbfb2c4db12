package org.gradus.adapters.alpaca.stream;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gradus.adapters.wire.Unreadable;
import org.gradus.adapters.wire.WireObject;
import org.gradus.engine.domain.FeedFault;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.tape.TapeEvent;
import tools.jackson.databind.JsonNode;

/// Reads the messages of a market-data stream, whichever frames they came in. One bad message in a batch is a fault of
/// its own and does not hold up the others. Owned by the stream's reader thread.
final class MarketMessages {
    private static final int NO_INSTRUMENT = -1;
    /// 1990 and 2100, as for tapes.
    private static final long EARLIEST_NS = 631_152_000L * 1_000_000_000L;
    private static final long LATEST_NS = 4_102_444_800L * 1_000_000_000L;

    /// Takes what was read; an event is reused for the next.
    interface Sink {
        void market(TapeEvent event);

        /// The connection itself, not the market: `connected`, `authenticated`.
        void success(String words);

        /// The full list of what is now subscribed.
        void subscribed(WireObject channels);

        void error(int code, String words);

        /// The exchange halted trading in an instrument, or let it go on.
        ///
        /// @param words the exchange's codes and words
        void trading(Instrument instrument, boolean halted, String words, long timeNs);

        /// Something that is no price, such as a correction or a cancel.
        void note(String what);
    }

    private final Map<String, Instrument> instruments = new HashMap<>();
    private final int source;
    private final UnaryOperator<String> scrub;
    private final Sink sink;
    private final TapeEvent event = new TapeEvent();
    private long position;
    private long lastTimeNs;

    /// @param source of the events, as the journal numbers it
    /// @param scrub  takes secrets out of a message that is quoted
    MarketMessages(List<Subscription> subscriptions, int source, UnaryOperator<String> scrub, Sink sink) {
        subscriptions.forEach(each -> instruments.put(each.instrument().symbol(), each.instrument()));
        this.source = source;
        this.scrub = scrub;
        this.sink = sink;
    }

    /// @throws Unreadable when not even the frame is as it should be
    void read(JsonNode frame) {
        if (!frame.isArray()) {
            throw Unreadable.malformed("expected an array of messages");
        }
        for (JsonNode message : frame) {
            position++;
            try {
                one(WireObject.of(message));
            } catch (Unreadable e) {
                fault(instrumentOf(message), e.fault(), message.toString());
            }
        }
    }

    void fault(int instrumentId, FeedFault fault, String detail) {
        sink.market(event.from(source, position, instrumentId).at(lastTimeNs, lastTimeNs)
                .fault(fault, scrub.apply(detail)));
    }

    /// A frame that could not even be taken apart.
    void fault(FeedFault fault, String detail) {
        position++;
        fault(NO_INSTRUMENT, fault, detail);
    }

    private void one(WireObject message) {
        switch (message.text("T")) {
            case "t" -> trade(message);
            case "q" -> quote(message);
            case "b" -> bar(message);
            // Bars so far, bars corrected when a bar of ours has long been acted on, price bands and imbalances.
            case "d", "u", "l", "i" -> { }
            case "success" -> sink.success(message.textOr("msg", ""));
            case "subscription" -> sink.subscribed(message);
            case "error" -> sink.error((int) message.wholeOr("code", 0), message.textOr("msg", ""));
            case "c" -> sink.note("trade " + message.textOr("oi", "?") + " of " + symbol(message) + " is corrected");
            case "x" -> sink.note("trade " + message.textOr("i", "?") + " of " + symbol(message) + " is cancelled");
            case "s" -> status(message);
            default -> sink.note("a message of kind " + message.text("T"));
        }
    }

    /// The tapes A and B say 2 and 3, tape C says H, P, Q and T.
    private void status(WireObject message) {
        Instrument instrument = begin(message);
        String words = TradingWords.of(message);
        switch (message.textOr("sc", "")) {
            case "2", "H", "P" -> sink.trading(instrument, true, words, lastTimeNs);
            case "3", "T" -> sink.trading(instrument, false, words, lastTimeNs);
            case "Q" -> sink.note(instrument.symbol() + ": " + words + "; there are quotes again, and no trades yet");
            default -> sink.note(instrument.symbol() + ": " + words + "; what may be traded stays as it was");
        }
    }

    private void trade(WireObject message) {
        Instrument instrument = begin(message);
        long price = price(message, "p");
        long size = size(message, "s", instrument);
        byte aggressor = switch (message.textOr("tks", "")) {
            case "B" -> TapeEvent.AGGRESSOR_BUY;
            case "S" -> TapeEvent.AGGRESSOR_SELL;
            default -> TapeEvent.AGGRESSOR_UNKNOWN;
        };
        sink.market(event.trade(price, size, aggressor));
    }

    private void quote(WireObject message) {
        Instrument instrument = begin(message);
        long bid = price(message, "bp");
        long bidSize = size(message, "bs", instrument);
        long ask = price(message, "ap");
        long askSize = size(message, "as", instrument);
        if (bid > ask) {
            throw new Unreadable(FeedFault.CROSSED_QUOTE, "a bid above the ask");
        }
        sink.market(event.quote(bid, bidSize, ask, askSize));
    }

    /// A minute bar stands at its end: nobody could have known it earlier.
    private void bar(WireObject message) {
        Instrument instrument = begin(message);
        long startNs = lastTimeNs;
        long endNs = startNs + Timeframe.M1.nanos();
        long open = price(message, "o");
        long high = price(message, "h");
        long low = price(message, "l");
        long close = price(message, "c");
        long volume = notNegative(message.truncated("v", instrument.sizeDecimals()));
        if (Math.max(open, close) > high || Math.min(open, close) < low) {
            throw new Unreadable(FeedFault.BAD_BAR, "a bar that contradicts itself");
        }
        sink.market(event.at(endNs, endNs).bar(Timeframe.M1, startNs, endNs).prices(open, high, low, close)
                .volume(volume));
    }

    private Instrument begin(WireObject message) {
        Instrument instrument = instruments.get(symbol(message));
        if (instrument == null) {
            throw new Unreadable(FeedFault.UNKNOWN_INSTRUMENT, "nothing we asked for");
        }
        long timeNs = message.timeNs("t");
        if (timeNs < EARLIEST_NS || timeNs >= LATEST_NS) {
            throw Unreadable.malformed("a broken clock");
        }
        lastTimeNs = timeNs;
        event.from(source, position, instrument.id()).at(lastTimeNs, lastTimeNs);
        return instrument;
    }

    private int instrumentOf(JsonNode message) {
        Instrument instrument = instruments.get(message.path("S").asString(""));
        return instrument == null ? NO_INSTRUMENT : instrument.id();
    }

    private static String symbol(WireObject message) {
        return message.textOr("S", "?");
    }

    private static long price(WireObject message, String name) {
        long price = notNegative(message.decimal(name));
        if (price == 0) {
            throw new Unreadable(FeedFault.ZERO_PRICE, name);
        }
        return price;
    }

    private static long size(WireObject message, String name, Instrument instrument) {
        long size = notNegative(message.truncated(name, instrument.sizeDecimals()));
        if (size == 0) {
            throw new Unreadable(FeedFault.ZERO_SIZE, name);
        }
        return size;
    }

    private static long notNegative(long value) {
        if (value < 0) {
            throw new Unreadable(FeedFault.NEGATIVE, "below zero");
        }
        return value;
    }
}
