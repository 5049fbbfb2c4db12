package org.gradus.adapters.tape;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.tape.TapeException;
import org.jspecify.annotations.Nullable;

/// The kinds of file we read, each known by its header.
enum TapeFormat {
    TRADES("timestamp_ns,price,size,side"),
    QUOTES("timestamp_ns,bid_price,bid_size,ask_price,ask_size"),
    BARS("timestamp_ms,open,high,low,close,volume"),
    /// Trades as Bitstamp's history is passed around: whole seconds, no side.
    BITSTAMP_TRADES("timestamp,price,amount");

    private static final int SHOWN_MAX = 200;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long MILLISECOND_NS = 1_000_000L;
    private static final long NANOSECOND_NS = 1L;

    private final String header;

    TapeFormat(String header) {
        this.header = header;
    }

    /// The format whose header is the current line.
    static TapeFormat of(LineReader lines, TapeFile file) {
        int length = Math.min(lines.to() - lines.from(), SHOWN_MAX);
        String found = new String(lines.bytes(), lines.from(), length, UTF_8);
        for (TapeFormat format : values()) {
            if (format.header.equals(found)) {
                return format;
            }
        }
        throw new TapeException(file.path() + ", line " + lines.number() + ": the header is \""
                + found.replaceAll("\\p{Cntrl}", "?") + "\", expected " + expected());
    }

    static String expected() {
        StringBuilder text = new StringBuilder("one of");
        for (TapeFormat format : values()) {
            text.append(format == values()[0] ? " \"" : ", \"").append(format.header).append('"');
        }
        return text.toString();
    }

    RowReader rows(TapeFile file) {
        int sizeDecimals = file.instrument().sizeDecimals();
        return switch (this) {
            case TRADES -> new TradeRows(NANOSECOND_NS, sizeDecimals, true);
            case QUOTES -> new QuoteRows(NANOSECOND_NS, sizeDecimals);
            case BARS -> new BarRows(MILLISECOND_NS, sizeDecimals, timeframe(file), barEnd(file));
            case BITSTAMP_TRADES -> new TradeRows(SECOND_NS, sizeDecimals, false);
        };
    }

    private static Timeframe timeframe(TapeFile file) {
        @Nullable Timeframe timeframe = file.timeframe();
        if (timeframe == null) {
            throw new TapeException(file.path() + ": the file holds bars, expected a timeframe for them, given with "
                    + "the file or in its name (" + TapeFiles.NAME_PATTERN + ")");
        }
        return timeframe;
    }

    private static BarEnd barEnd(TapeFile file) {
        return switch (file.barClose()) {
            case INTERVAL -> new BarEnd.AfterInterval(timeframe(file).nanos());
            case NEW_YORK_SESSION -> new BarEnd.AtNewYorkClose();
        };
    }
}
