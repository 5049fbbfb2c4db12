package org.gradus.adapters.checks;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// The latest price of each instrument, from one source. Any thread.
public final class PriceBoard implements PriceCheck {
    /// A time so far ahead of another is rather damaged than late, and must not keep everything else out for ever.
    private static final long LEAP_NS = 60_000_000_000L;

    private final String name;
    private final AtomicReferenceArray<@Nullable SeenPrice> latest;

    public PriceBoard(String name, int instruments) {
        this.name = name;
        latest = new AtomicReferenceArray<>(instruments);
    }

    /// What is older than what is known changes nothing.
    public void seen(int instrument, long price, long timeNs) {
        if (price > 0) {
            SeenPrice seen = new SeenPrice(price, timeNs);
            latest.accumulateAndGet(instrument, seen, PriceBoard::newer);
        }
    }

    private static @Nullable SeenPrice newer(@Nullable SeenPrice known, @Nullable SeenPrice next) {
        boolean late = known != null && next != null && known.timeNs() > next.timeNs()
                && known.timeNs() - next.timeNs() < LEAP_NS;
        return late ? known : next;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable SeenPrice latest(int instrument) {
        return latest.get(instrument);
    }
}
