package org.gradus.adapters.venue.exchange;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.gradus.engine.sim.StatelessRandom;

/// Ids and chance of a venue, each draw numbered, so that the same calls give the same run. The count is kept with the
/// accounts, so that no id comes twice. Guarded by the lock of [Exchange].
final class Draws {
    private static final DateTimeFormatter ACTIVITY = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final long MILLISECOND_NS = 1_000_000;
    private static final int ULID_TIME = 10;
    private static final int ULID_CHANCE = 16;
    private static final int LETTER_BITS = 5;

    private final StatelessRandom random;
    private long count;

    Draws(long seed) {
        this.random = new StatelessRandom(seed);
    }

    long count() {
        return count;
    }

    void goOnFrom(long drawn) {
        count = drawn;
    }

    UUID uuid() {
        long key = count++;
        return new UUID(random.bits(key, 0) & ~0xF000L | 0x4000L,
            random.bits(key, 1) & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
    }

    String activityId(long timeNs) {
        return ACTIVITY.format(Sessions.at(timeNs)) + "::" + uuid();
    }

    /// Sorts by time: 48 bits of milliseconds, then the count, then chance.
    String ulid(long timeNs) {
        StringBuilder text = new StringBuilder();
        long milliseconds = timeNs / MILLISECOND_NS;
        for (int i = ULID_TIME - 1; i >= 0; i--) {
            text.append(letter(milliseconds >> LETTER_BITS * i));
        }
        long key = count++;
        long chance = random.bits(key, 0);
        for (int i = ULID_CHANCE - 1; i >= 0; i--) {
            text.append(i >= ULID_CHANCE / 2 ? letter(key >> LETTER_BITS * (i - ULID_CHANCE / 2))
                : letter(chance >> LETTER_BITS * i));
        }
        return text.toString();
    }

    boolean chance(BigDecimal probability) {
        return BigDecimal.valueOf(random.uniform(count++, 0)).compareTo(probability) < 0;
    }

    /// In [0, 1).
    BigDecimal part() {
        return BigDecimal.valueOf(random.uniform(count++, 0));
    }

    private static char letter(long bits) {
        return CROCKFORD.charAt((int) (bits & 31));
    }
}
