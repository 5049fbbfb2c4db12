package org.gradus.adapters.tape;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/// The regular close of the US stock session, 16:00 New York, in UTC nanoseconds. Early closes are not known here: a
/// daily bar of such a day enters a few hours late, which looks at nothing too early.
/// Remembers the clock change it is between, so that asking about nearby days allocates nothing. One thread.
final class NewYorkSession {
    private static final ZoneRules RULES = ZoneId.of("America/New_York").getRules();
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long DAY_NS = 86_400 * SECOND_NS;
    private static final long CLOSE_NS = 16 * 3_600 * SECOND_NS;

    private long offsetNs;
    private long offsetFromNs = Long.MAX_VALUE;
    private long offsetUntilNs = Long.MIN_VALUE;

    /// The first close after this instant.
    long nextCloseNs(long instantNs) {
        long localNs = instantNs + offsetNsAt(instantNs);
        long localMidnightNs = localNs - Math.floorMod(localNs, DAY_NS);
        long closeNs = inUtc(localMidnightNs + CLOSE_NS);
        return closeNs > instantNs ? closeNs : inUtc(localMidnightNs + DAY_NS + CLOSE_NS);
    }

    /// The clocks change at two in the morning: a guess with the old offset still lands on the right side of it.
    private long inUtc(long localNs) {
        long guessNs = localNs - offsetNs;
        return localNs - offsetNsAt(guessNs);
    }

    private long offsetNsAt(long instantNs) {
        if (instantNs < offsetFromNs || instantNs >= offsetUntilNs) {
            findOffset(instantNs);
        }
        return offsetNs;
    }

    private void findOffset(long instantNs) {
        Instant instant = Instant.ofEpochSecond(0, instantNs);
        ZoneOffsetTransition next = RULES.nextTransition(instant);
        offsetNs = RULES.getOffset(instant).getTotalSeconds() * SECOND_NS;
        offsetFromNs = instantNs;
        offsetUntilNs = next == null ? Long.MAX_VALUE : next.toEpochSecond() * SECOND_NS;
    }
}
