package org.gradus.engine.ingress;

/// Counts, for each instrument, events of its feed that were lost at the door, until that can be told. Owned by
/// [LiveDoor].
final class FeedGaps {
    private final int[] count;
    private final long[] fromNs;
    private final long[] toNs;
    private int open;

    FeedGaps(int instruments) {
        count = new int[instruments];
        fromNs = new long[instruments];
        toNs = new long[instruments];
    }

    void lost(int instrumentId, long timeNs) {
        if (count[instrumentId]++ == 0) {
            open++;
            fromNs[instrumentId] = timeNs;
        }
        toNs[instrumentId] = timeNs;
    }

    /// An instrument with a gap to tell; -1 when there is none.
    int next() {
        for (int i = 0; open > 0 && i < count.length; i++) {
            if (count[i] > 0) {
                return i;
            }
        }
        return -1;
    }

    int count(int instrumentId) {
        return count[instrumentId];
    }

    long fromNs(int instrumentId) {
        return fromNs[instrumentId];
    }

    long toNs(int instrumentId) {
        return toNs[instrumentId];
    }

    void told(int instrumentId) {
        count[instrumentId] = 0;
        open--;
    }
}
