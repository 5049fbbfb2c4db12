package org.gradus.adapters.venue.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.gradus.adapters.venue.exchange.VenueRules;
import org.gradus.adapters.venue.market.TapeTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptTimeTest {
    @TempDir
    private Path directory;
    private final Thread own = Thread.currentThread();
    private final AtomicLong realNs = new AtomicLong(1_795_000_000_000_000_000L);

    @Test
    void theNextVenueFindsWhatTheFirstKept() {
        assertNull(KeptTime.read(directory));
        new KeptTime(new TapeTime(1_000, 7), 50).keep(directory);
        assertEquals(new KeptTime(new TapeTime(1_000, 7), 50), KeptTime.read(directory));
    }

    @Test
    void whatIsNotKeptBeginsAnew() {
        new KeptTime(new TapeTime(9, 9), 50).keep(null);
        assertNull(KeptTime.read(null));
    }

    @Test
    void theVenuesTimeDoesNotStandWhileItStartsAgain() {
        assertEquals(aheadOfTheWorld(), aheadOfTheWorld());
    }

    private long aheadOfTheWorld() {
        VenueSettings settings = VenueSettings.byHand(VenueRig.KEYS).withState(directory);
        try (Venue venue = new Venue(settings, TradingSide.Maker.exchange(VenueRules.paper(1)), _ -> { },
                this::passing)) {
            return venue.clock().nowNs() - realNs.get();
        }
    }

    /// A second goes by whenever whoever starts the venue looks.
    private long passing() {
        return Thread.currentThread() == own ? realNs.addAndGet(1_000_000_000L) : realNs.get();
    }
}
