package org.gradus.adapters.alpaca.data;

import java.math.BigDecimal;
import org.gradus.adapters.wire.Unreadable;
import org.gradus.adapters.wire.WireObject;
import org.gradus.adapters.wire.WireTimes;
import org.gradus.engine.domain.FeedFault;

/// What history is made of, and its row in a tape. Numbers keep the venue's decimals; judging them is the tape's
/// business.
public enum HistoryKind {
    BARS("bars", "timestamp_ms,open,high,low,close,volume", 1_000_000L) {
        @Override
        String fields(WireObject row) {
            return joined(row, "o", "h", "l", "c", "v");
        }
    },
    TRADES("trades", "timestamp_ns,price,size,side", 1) {
        @Override
        String fields(WireObject row) {
            String side = switch (row.textOr("tks", "")) {
                case "B" -> "buy";
                case "S" -> "sell";
                default -> "unknown";
            };
            return joined(row, "p", "s") + ',' + side;
        }
    },
    QUOTES("quotes", "timestamp_ns,bid_price,bid_size,ask_price,ask_size", 1) {
        @Override
        String fields(WireObject row) {
            return joined(row, "bp", "bs", "ap", "as");
        }
    };

    /// Beyond any price, and short enough to write down.
    private static final int NUMBER_CHARS_MAX = 60;

    private final String word;
    private final String header;
    private final long unitNs;

    HistoryKind(String word, String header, long unitNs) {
        this.word = word;
        this.header = header;
        this.unitNs = unitNs;
    }

    public static HistoryKind of(String word) {
        for (HistoryKind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("kind '" + word + "': expected bars, trades or quotes");
    }

    /// As paths and answers call it.
    public String word() {
        return word;
    }

    String header() {
        return header;
    }

    /// Of the times in its rows.
    long unitNs() {
        return unitNs;
    }

    /// A row without its time.
    abstract String fields(WireObject row);

    Row row(WireObject row) {
        long timeNs = WireTimes.parseNs(row.text("t"));
        return new Row(timeNs, timeNs / unitNs + "," + fields(row));
    }

    /// One row of the file.
    record Row(long timeNs, String line) {
    }

    private static String joined(WireObject row, String... names) {
        StringBuilder line = new StringBuilder();
        for (String name : names) {
            line.append(line.isEmpty() ? "" : ",").append(plain(row.text(name)));
        }
        return line.toString();
    }

    /// Without an exponent and trailing zeros.
    private static String plain(String text) {
        try {
            BigDecimal number = new BigDecimal(text).stripTrailingZeros();
            if (Math.abs((long) number.scale()) + number.precision() <= NUMBER_CHARS_MAX) {
                return number.toPlainString();
            }
        } catch (NumberFormatException e) {
            throw Unreadable.malformed("not a number in the history");
        }
        throw new Unreadable(FeedFault.OVERFLOW, "a number beyond all reason in the history");
    }
}
