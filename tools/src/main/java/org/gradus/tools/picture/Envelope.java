package org.gradus.tools.picture;

/// A line through any number of values, kept in bounded memory: the lowest and highest of each stretch of time, in the
/// order they came. When there is no room left, neighbours are merged, so no extreme is ever lost.
final class Envelope {
    private static final int STRETCHES = 2_400;

    private final long[] lowAtNs = new long[STRETCHES];
    private final long[] highAtNs = new long[STRETCHES];
    private final double[] lows = new double[STRETCHES];
    private final double[] highs = new double[STRETCHES];
    private long widthNs = 1_000_000_000L;
    private long startNs;
    private int size;

    /// Values come in the order of time.
    void add(long timeNs, double value) {
        if (size == 0) {
            startNs = timeNs;
        }
        while ((timeNs - startNs) / widthNs >= STRETCHES) {
            widen();
        }
        int last = size - 1;
        if (last >= 0 && (lowAtNs[last] - startNs) / widthNs == (timeNs - startNs) / widthNs) {
            widen(last, timeNs, value);
        } else {
            put(size++, timeNs, value);
        }
    }

    private void put(int at, long timeNs, double value) {
        lowAtNs[at] = timeNs;
        highAtNs[at] = timeNs;
        lows[at] = value;
        highs[at] = value;
    }

    private void widen(int at, long timeNs, double value) {
        if (value < lows[at]) {
            lows[at] = value;
            lowAtNs[at] = timeNs;
        }
        if (value > highs[at]) {
            highs[at] = value;
            highAtNs[at] = timeNs;
        }
    }

    private void widen() {
        widthNs *= 2;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept > 0 && (lowAtNs[kept - 1] - startNs) / widthNs == (lowAtNs[i] - startNs) / widthNs) {
                widen(kept - 1, lowAtNs[i], lows[i]);
                widen(kept - 1, highAtNs[i], highs[i]);
            } else {
                lowAtNs[kept] = lowAtNs[i];
                highAtNs[kept] = highAtNs[i];
                lows[kept] = lows[i];
                highs[kept++] = highs[i];
            }
        }
        size = kept;
    }

    boolean empty() {
        return size == 0;
    }

    double lowest() {
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            lowest = Math.min(lowest, lows[i]);
        }
        return lowest;
    }

    double highest() {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            highest = Math.max(highest, highs[i]);
        }
        return highest;
    }

    /// Where the line goes through, in the order of time.
    interface Points {
        void point(long timeNs, double value);
    }

    void forEach(Points points) {
        for (int i = 0; i < size; i++) {
            boolean lowFirst = lowAtNs[i] <= highAtNs[i];
            points.point(lowFirst ? lowAtNs[i] : highAtNs[i], lowFirst ? lows[i] : highs[i]);
            if (lowAtNs[i] != highAtNs[i]) {
                points.point(lowFirst ? highAtNs[i] : lowAtNs[i], lowFirst ? highs[i] : lows[i]);
            }
        }
    }
}
