package org.gradus.adapters.venue;

/// What market data the keys of a venue may see.
public enum DataPlan {
    /// The free one: no fresh data of all exchanges (`sip`), and few symbols on a stream.
    BASIC(15 * 60 * 1_000_000_000L, 30, 10),
    /// Everything, at once.
    PLUS(0, Integer.MAX_VALUE, Integer.MAX_VALUE);

    private final long sipDelayNs;
    private final int symbolsMax;
    private final int booksMax;

    DataPlan(long sipDelayNs, int symbolsMax, int booksMax) {
        this.sipDelayNs = sipDelayNs;
        this.symbolsMax = symbolsMax;
        this.booksMax = booksMax;
    }

    /// How old data of all exchanges must be to be asked for.
    public long sipDelayNs() {
        return sipDelayNs;
    }

    /// Whether this stream may be listened to at all.
    public boolean streams(String path) {
        return this == PLUS || !path.equals("/v2/sip") && !path.equals("/v1beta1/boats");
    }

    /// Symbols of trades and quotes that one connection may hear.
    public int symbolsMax() {
        return symbolsMax;
    }

    /// Order books that one connection may hear.
    public int booksMax() {
        return booksMax;
    }
}
