package org.gradus.engine.domain;

/// Why a market input was refused. A refused input is counted and journaled, and never becomes a price.
public enum FeedFault implements Coded {

    /// Text or bytes that cannot be read as the message they claim to be.
    MALFORMED(0),
    OUT_OF_ORDER(1),
    DUPLICATE(2),
    /// A price too far from the mark to be believed before it is confirmed.
    ABSURD_PRICE(3),
    ZERO_PRICE(4),
    ZERO_SIZE(5),
    /// A price or size below zero.
    NEGATIVE(6),
    /// A bid above the ask.
    CROSSED_QUOTE(7),
    UNKNOWN_INSTRUMENT(8),
    /// A number outside what a scaled long can hold.
    OVERFLOW(9),
    /// A message or line that ends too early.
    TRUNCATED(10),
    /// A bar that contradicts itself, such as a high below its low.
    BAD_BAR(11),
    /// A time so far ahead of the row before that it is rather a damaged number than a pause.
    TIME_LEAP(12),
    /// A price that another source contradicts.
    DISPUTED_PRICE(13);

    private static final FeedFault[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label = Coded.dashed(name());

    FeedFault(int code) {
        this.code = (byte) code;
    }

    public static FeedFault of(int code) {
        return Coded.at(BY_CODE, code);
    }

    @Override
    public byte code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }
}
