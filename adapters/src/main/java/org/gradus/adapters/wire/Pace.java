package org.gradus.adapters.wire;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Time as the adapter sees it: what retries, budgets and reconnections wait by. Tests drive it by hand.
public interface Pace {
    /// Only differences mean something.
    long nowNs();

    long epochMs();

    /// Waits, or for less long when the thread is interrupted.
    void pause(long ns);

    /// A number from 0 up to 1, to keep many clients from coming back at once.
    double draw();

    /// The same, so many times as fast: what it calls a minute is one of a venue whose clock runs that fast.
    default Pace times(double speed) {
        Pace real = this;
        return speed == 1 ? real : new Pace() {
            @Override
            public long nowNs() {
                return (long) (real.nowNs() * speed);
            }

            @Override
            public long epochMs() {
                return real.epochMs();
            }

            @Override
            public void pause(long ns) {
                real.pause((long) (ns / speed));
            }

            @Override
            public double draw() {
                return real.draw();
            }
        };
    }

    /// This machine's.
    static Pace system() {
        return new Pace() {
            @Override
            public long nowNs() {
                return System.nanoTime();
            }

            @Override
            public long epochMs() {
                return System.currentTimeMillis();
            }

            @Override
            public void pause(long ns) {
                long untilNs = System.nanoTime() + ns;
                for (long left = ns; left > 0 && !Thread.currentThread().isInterrupted();
                        left = untilNs - System.nanoTime()) {
                    LockSupport.parkNanos(Math.min(left, TimeUnit.SECONDS.toNanos(1)));
                }
            }

            @Override
            public double draw() {
                return ThreadLocalRandom.current().nextDouble();
            }
        };
    }
}
