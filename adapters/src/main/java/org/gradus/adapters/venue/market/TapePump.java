package org.gradus.adapters.venue.market;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Plays the tapes into the market at the pace of the venue's clock, on a thread of its own; before it starts, what is
/// past is played at once. At the end the last quotes stay, said again every second so that they do not grow stale.
public final class TapePump implements AutoCloseable {
    private static final long TICK_REAL_NS = 20_000_000L;
    private static final long REQUOTE_REAL_NS = Timestamps.SECOND_NS;
    private static final long JOIN_MS = 5_000;

    private final Market market;
    private final Consumer<String> says;
    private final TapePlayer player;
    private final Thread thread = new Thread(this::run, "venue-market");
    private MarketClock clock;
    private long tickNs;
    private long requoteNs;
    private long nextTickNs;
    private long nextRequoteNs;
    private boolean ended;
    private volatile boolean closed;

    /// @param says  hears what people should know, as that the tape has ended
    public TapePump(Reel reel, Market market, long shiftNs, Consumer<String> says) {
        this.market = market;
        this.says = says;
        player = new TapePlayer(reel, market, shiftNs);
    }

    /// Plays what is past by the venue's present, and before it the bars of earlier times.
    public void warmUp(Iterable<Reel> history, long shiftNs, long nowNs) {
        history.forEach(reel -> TapePlayer.remember(reel, market, shiftNs, nowNs));
        while (player.more() && player.dueNs() <= nowNs) {
            player.play();
        }
        nextTickNs = nowNs;
        market.time(nowNs);
    }

    /// Plays the rest as this clock goes on.
    public void start(MarketClock venueClock) {
        clock = venueClock;
        tickNs = Math.max(Timestamps.SECOND_NS, (long) (TICK_REAL_NS * clock.speed()));
        requoteNs = (long) (REQUOTE_REAL_NS * clock.speed());
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (!closed) {
                catchUp(clock.nowNs());
                long untilNs = player.more() ? Math.min(player.dueNs(), nextTickNs) : nextTickNs;
                LockSupport.parkNanos(this, Math.max(1, clock.realUntilNs(untilNs)));
            }
        } catch (RuntimeException failed) {
            says.accept("the market has stopped: " + failed);
        } finally {
            player.close();
        }
    }

    /// Everything due, in the order of its time.
    private void catchUp(long nowNs) {
        while (!closed && (nextTickNs <= nowNs || player.more() && player.dueNs() <= nowNs)) {
            if (player.more() && player.dueNs() <= nextTickNs) {
                player.play();
            } else {
                tick();
            }
        }
    }

    private void tick() {
        market.time(nextTickNs);
        if (!player.more()) {
            atTheEnd();
        }
        nextTickNs += tickNs;
    }

    private void atTheEnd() {
        if (!ended) {
            ended = true;
            says.accept("the tape has ended at " + Timestamps.text(nextTickNs) + "; the last quotes stay");
        }
        if (nextTickNs >= nextRequoteNs) {
            market.requote(nextTickNs);
            nextRequoteNs = nextTickNs + requoteNs;
        }
    }

    @Override
    public void close() {
        closed = true;
        if (!thread.isAlive()) {
            player.close();
            return;
        }
        LockSupport.unpark(thread);
        try {
            thread.join(JOIN_MS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
