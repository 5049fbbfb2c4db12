package org.gradus.bench;

import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordHeader;
import org.gradus.engine.codec.Stage;
import org.gradus.engine.state.StateVisitor;

/// Last stage, behind the router: notes how long each tick took from its intended send time until it was journaled, and
/// each order until the gateway had it. It also sees whether its own thread lost its core during a burst, and answers
/// the ping-pong at each burst's first tick. Owned by the stages' thread; read after the run.
final class BurstProbe implements Stage {
    final long[] tickNs;
    final long[] orderNs;
    final int[] orderTick;
    final boolean[] disturbed;
    private final int burstTicks;
    private final EchoVenue venue;
    private final PingPong pingPong;
    private final boolean hop;
    private ThreadSwitches switches;
    private long switchesBefore;
    private int ticks;
    private int orders;

    BurstProbe(int bursts, int burstTicks, EchoVenue venue, PingPong pingPong, boolean hop) {
        this.burstTicks = burstTicks;
        this.venue = venue;
        this.pingPong = pingPong;
        this.hop = hop;
        tickNs = new long[bursts * burstTicks];
        orderNs = new long[tickNs.length];
        orderTick = new int[tickNs.length];
        disturbed = new boolean[bursts];
    }

    @Override
    public void onSlot(EventSlot slot) {
        long handedOverNs = venue.takeHandOver();
        if (handedOverNs != 0) {
            orderTick[orders] = ticks;
            orderNs[orders++] = handedOverNs - slot.arrivedNs();
        }
        if (RecordHeader.source(slot.buffer(), 0) >= 0) {
            tick(System.nanoTime() - slot.arrivedNs());
        }
    }

    private void tick(long tookNs) {
        tickNs[ticks] = tookNs;
        int inBurst = ticks % burstTicks;
        if (inBurst == 0) {
            begin();
        } else if (inBurst == burstTicks - 1) {
            disturbed[ticks / burstTicks] = switches.involuntary() != switchesBefore;
        }
        ticks++;
    }

    private void begin() {
        if (switches == null) {
            switches = new ThreadSwitches();
        }
        switchesBefore = switches.involuntary();
        if (hop) {
            pingPong.pong();
        }
    }

    int orders() {
        return orders;
    }

    @Override
    public void visitState(StateVisitor visitor) {
        // Figures only.
    }
}
