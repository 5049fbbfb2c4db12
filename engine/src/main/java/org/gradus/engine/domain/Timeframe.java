package org.gradus.engine.domain;

/// The length of a bar. Bars lie on the UTC grid: a bar covers `[startOf, endOf)`, and days begin at 00:00 UTC.
public enum Timeframe implements Coded {

    M1(0, "1m", 1),
    M5(1, "5m", 5),
    M15(2, "15m", 15),
    H1(3, "1h", 60),
    H4(4, "4h", 240),
    D1(5, "1d", 1440);

    private static final Timeframe[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label;
    private final long nanos;

    Timeframe(int code, String label, int minutes) {
        this.code = (byte) code;
        this.label = label;
        this.nanos = minutes * 60_000_000_000L;
    }

    public static Timeframe of(int code) {
        return Coded.at(BY_CODE, code);
    }

    /// Reads a label such as `15m`.
    public static Timeframe parse(String label) {
        return Coded.labelled(BY_CODE, label);
    }

    public long nanos() {
        return nanos;
    }

    /// The start of the bar that covers this time. It divides, so hot callers keep the answer until the bar ends.
    public long startOf(long epochNs) {
        return epochNs - Math.floorMod(epochNs, nanos);
    }

    /// The end of the bar that covers this time, which is the first instant after it.
    public long endOf(long epochNs) {
        return startOf(epochNs) + nanos;
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
