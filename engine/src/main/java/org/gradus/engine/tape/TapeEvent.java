package org.gradus.engine.tape;

import java.util.Objects;
import org.gradus.engine.domain.FeedFault;
import org.gradus.engine.domain.Timeframe;

/// One event of a tape, reused by its tape for all of them: who needs one for longer copies it. Prices are scaled by
/// 1e-9, sizes and volumes by the instrument's size decimals. Only the fields of the event's kind have a meaning.
/// Owned by the tape, read on the thread that advances it.
public final class TapeEvent {
    /// What an event is.
    public enum Kind { TRADE, QUOTE, BAR, FAULT }

    public static final byte AGGRESSOR_UNKNOWN = 0;
    public static final byte AGGRESSOR_BUY = 1;
    public static final byte AGGRESSOR_SELL = 2;

    /// A fault quotes the original row up to here: enough to recognise it, too little to hurt.
    public static final int DETAIL_MAX = 200;

    private Kind kind = Kind.TRADE;
    private int instrumentId;
    private int source;
    private long position;
    private long timeNs;
    private long venueTimeNs;

    private long price;
    private long size;
    private byte aggressor;

    private long bid;
    private long bidSize;
    private long ask;
    private long askSize;

    private Timeframe timeframe;
    private long startNs;
    private long endNs;
    private long open;
    private long high;
    private long low;
    private long close;
    private long volume;

    private FeedFault fault;
    private String detail;

    public Kind kind() { return kind; }

    public int instrumentId() { return instrumentId; }

    /// Index of the file the event comes from.
    public int source() { return source; }

    /// Line in that file, from 1; the header counts.
    public long position() { return position; }

    /// When the event enters the engine.
    public long timeNs() { return timeNs; }

    public long venueTimeNs() { return venueTimeNs; }

    public long price() { return price; }

    public long size() { return size; }

    public byte aggressor() { return aggressor; }

    public long bid() { return bid; }

    public long bidSize() { return bidSize; }

    public long ask() { return ask; }

    public long askSize() { return askSize; }

    public Timeframe timeframe() { return timeframe; }

    public long startNs() { return startNs; }

    public long endNs() { return endNs; }

    public long open() { return open; }

    public long high() { return high; }

    public long low() { return low; }

    public long close() { return close; }

    public long volume() { return volume; }

    public FeedFault fault() { return fault; }

    /// The original text of a refused row, at most `DETAIL_MAX` characters of it.
    public String detail() { return detail; }

    /// Where the event comes from.
    public TapeEvent from(int source, long position, int instrumentId) {
        this.source = source;
        this.position = position;
        this.instrumentId = instrumentId;
        return this;
    }

    /// When it happened at the venue, and when it enters the engine.
    public TapeEvent at(long timeNs, long venueTimeNs) {
        this.timeNs = timeNs;
        this.venueTimeNs = venueTimeNs;
        return this;
    }

    public TapeEvent trade(long price, long size, byte aggressor) {
        kind = Kind.TRADE;
        this.price = price;
        this.size = size;
        this.aggressor = aggressor;
        return this;
    }

    public TapeEvent quote(long bid, long bidSize, long ask, long askSize) {
        kind = Kind.QUOTE;
        this.bid = bid;
        this.bidSize = bidSize;
        this.ask = ask;
        this.askSize = askSize;
        return this;
    }

    /// A bar of this interval; its prices and volume are set with `prices` and `volume`.
    public TapeEvent bar(Timeframe timeframe, long startNs, long endNs) {
        kind = Kind.BAR;
        this.timeframe = timeframe;
        this.startNs = startNs;
        this.endNs = endNs;
        return this;
    }

    public TapeEvent prices(long open, long high, long low, long close) {
        this.open = open;
        this.high = high;
        this.low = low;
        this.close = close;
        return this;
    }

    public TapeEvent volume(long volume) {
        this.volume = volume;
        return this;
    }

    public TapeEvent fault(FeedFault fault, String detail) {
        kind = Kind.FAULT;
        this.fault = Objects.requireNonNull(fault, "fault");
        this.detail = bounded(detail);
        return this;
    }

    /// Becomes a copy of another, for whoever keeps it longer than its owner does.
    public void copyFrom(TapeEvent other) {
        kind = other.kind;
        from(other.source, other.position, other.instrumentId);
        at(other.timeNs, other.venueTimeNs);
        price = other.price;
        size = other.size;
        aggressor = other.aggressor;
        bid = other.bid;
        bidSize = other.bidSize;
        ask = other.ask;
        askSize = other.askSize;
        timeframe = other.timeframe;
        startNs = other.startNs;
        endNs = other.endNs;
        prices(other.open, other.high, other.low, other.close);
        volume = other.volume;
        fault = other.fault;
        detail = other.detail;
    }

    /// Never cuts a character that takes two units in half.
    private static String bounded(String text) {
        if (text.length() <= DETAIL_MAX) {
            return text;
        }
        boolean halved = Character.isHighSurrogate(text.charAt(DETAIL_MAX - 1));
        return text.substring(0, halved ? DETAIL_MAX - 1 : DETAIL_MAX);
    }

    /// The fields of the event's kind, in scaled integers: for tests and error messages, the same on every machine.
    @Override
    public String toString() {
        String fields = switch (kind) {
            case TRADE -> "price=" + price + " size=" + size + " aggressor=" + aggressor;
            case QUOTE -> "bid=" + bid + " bidSize=" + bidSize + " ask=" + ask + " askSize=" + askSize;
            case BAR -> timeframe + " start=" + startNs + " end=" + endNs + " open=" + open + " high=" + high
                    + " low=" + low + " close=" + close + " volume=" + volume;
            case FAULT -> fault + " detail=" + detail;
        };
        return kind + " " + source + ":" + position + " instrument=" + instrumentId + " time=" + timeNs
                + " venueTime=" + venueTimeNs + " " + fields;
    }
}
