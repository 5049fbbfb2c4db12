package org.gradus.bench;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// The core-to-core round trip between two threads: one writes a number to a cache line, the other answers on another.
/// It is the floor that a hop is held against.
final class PingPong {
    static final int ROUNDS = 100;
    private static final int SPINS = 5_000;
    /// A minute or so of tries: the other side has failed then.
    private static final int PATIENCE = 100_000_000;
    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);
    /// Far enough apart that neither shares a line, or a pair of lines, with the other.
    private static final int PING = 32;
    private static final int PONG = 64;

    private final long[] cells = new long[96];
    private long pinged;
    private long ponged;

    /// Half of the game: the other thread must call [#pong()] in the meantime.
    ///
    /// @return mean nanoseconds of a round trip
    double ping() {
        long startNs = System.nanoTime();
        for (int i = 0; i < ROUNDS; i++) {
            CELL.setRelease(cells, PING, ++pinged);
            await(PONG, pinged);
        }
        return (System.nanoTime() - startNs) / (double) ROUNDS;
    }

    /// Spins, as one who measures must, until it is plain that the other thread has no core.
    private void await(int cell, long value) {
        int tries = 0;
        while ((long) CELL.getAcquire(cells, cell) != value) {
            if (++tries < SPINS) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
            if (tries > PATIENCE) {
                throw new IllegalStateException("the other thread does not answer");
            }
        }
    }

    void pong() {
        for (int i = 0; i < ROUNDS; i++) {
            ponged++;
            await(PING, ponged);
            CELL.setRelease(cells, PONG, ponged);
        }
    }
}
