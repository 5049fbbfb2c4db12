package org.gradus.tools.run;

import java.time.Instant;
import org.gradus.engine.ingress.EngineClock;

/// This machine's clock, read each minute and run on monotonically: engine time never goes back when the system's clock
/// is set. How far it is from the venue's is watched.
final class WallClock implements EngineClock {
    private static final long SECOND_NS = 1_000_000_000L;
    /// A clock that is slewed drifts away from the monotonic one, so it is read again now and then.
    private static final long READ_AGAIN_NS = 60 * SECOND_NS;

    private long readAtNs;
    private long wallNs;
    private long lastNs;

    WallClock() {
        read();
    }

    private void read() {
        Instant now = Instant.now();
        readAtNs = System.nanoTime();
        wallNs = now.getEpochSecond() * SECOND_NS + now.getNano();
    }

    @Override
    public synchronized long nowNs() {
        if (System.nanoTime() - readAtNs > READ_AGAIN_NS) {
            read();
        }
        lastNs = Math.max(lastNs, wallNs + System.nanoTime() - readAtNs);
        return lastNs;
    }
}
