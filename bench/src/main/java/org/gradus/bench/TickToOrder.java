package org.gradus.bench;

import com.lmax.disruptor.BusySpinWaitStrategy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.openhft.affinity.Affinity;
import org.gradus.engine.codec.Stage;
import org.gradus.engine.egress.RouterStage;
import org.gradus.engine.ingress.Ingress;
import org.gradus.engine.ingress.SlotSink;
import org.gradus.engine.journal.ChronicleJournal;
import org.gradus.engine.journal.JournalStage;
import org.gradus.engine.journal.RecordChain;
import org.gradus.engine.runtime.Assembly;
import org.gradus.engine.runtime.DirectSink;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.Pipeline;
import org.gradus.engine.runtime.RingSink;
import org.gradus.engine.tape.TapeEvent;

/// Open loop: ticks enter at a fixed rate whether or not the engine keeps up, and each is timed from the moment it was
/// meant to be sent, so a stall counts for every tick that waited behind it. Ticks come in bursts of a millisecond that
/// start drained; within each burst the same two threads also play the ping-pong that the hop is held against.
final class TickToOrder {
    /// Of tape time: a bar closes, and orders are decided, every 857 ticks, each time at another place of a burst.
    private static final long TICK_NS = 70_000_000L;
    private static final long START_NS = 1_700_000_000_000_000_000L;
    /// A gap of the clock while the publisher does nothing but look at it: someone else had the core.
    private static final long GAP_NS = 10_000;
    /// Asked before any thread is pinned: a pinned one sees its own core only, and so do those it starts.
    private static final boolean MAY_PIN = Runtime.getRuntime().availableProcessors() >= 2;
    /// On a busy machine the two threads seldom meet and a burst takes long: then there are fewer of them.
    private static final long LONGEST_RUN_NS = 15_000_000_000L;

    private final EngineConfig config;
    private final int ticksPerSecond;
    private final int burstTicks;
    private final boolean hop;
    private final EchoVenue venue = new EchoVenue();
    private final PingPong pingPong = new PingPong();
    private final TapeEvent event = new TapeEvent();
    private final PriceWalk prices = new PriceWalk();
    private final BurstProbe probe;
    private final boolean[] disturbed;
    private final double[] roundTripNs;
    private Ingress ingress;
    private long intendedNs;
    private long sent;
    private int bursts;

    /// @param hop  through the ring to the stages' own thread; else by direct call
    TickToOrder(EngineConfig config, int ticksPerSecond, int bursts, boolean hop) {
        this.config = config;
        this.ticksPerSecond = ticksPerSecond;
        this.hop = hop;
        burstTicks = Math.max(20, ticksPerSecond / 1_000);
        probe = new BurstProbe(bursts, burstTicks, venue, pingPong, hop);
        disturbed = new boolean[bursts];
        roundTripNs = new double[bursts];
    }

    Latencies run(Path journalFolder) {
        Assembly assembly = new Assembly(config, TurnStrategy.factory());
        ingress = new Ingress(assembly.marketSetup(), 0);
        ingress.measureArrivals(() -> intendedNs);
        try (ChronicleJournal journal = new ChronicleJournal(journalFolder, config.journal().blockBytes())) {
            List<Stage> stages = List.of(assembly.market(), assembly.decision(),
                    new JournalStage(journal, new RecordChain(0), config.journal().force()), new RouterStage(venue),
                    probe);
            try (Pipeline pipeline = hop ? ring(stages) : new DirectSink(stages, config.ring().slotBytes())) {
                ingress.open((SlotSink) pipeline, 1);
                pin(0);
                publish(pipeline);
            } finally {
                Affinity.resetToBaseAffinity();
            }
        }
        return new Latencies(probe, burstTicks, Arrays.copyOf(disturbed, bursts), hop ? roundTripNs : null);
    }

    private RingSink ring(List<Stage> stages) {
        return new RingSink(List.of(stages), config.ring().slots(), config.ring().slotBytes(),
                new BusySpinWaitStrategy(), group -> pin(1));
    }

    /// Where there is a core for each thread, each gets its own.
    private static void pin(int core) {
        if (MAY_PIN) {
            Affinity.setAffinity(core);
        }
    }

    private void publish(Pipeline pipeline) {
        ThreadSwitches switches = new ThreadSwitches();
        long endNs = System.nanoTime() + LONGEST_RUN_NS;
        for (int burst = 0; burst < disturbed.length && System.nanoTime() < endNs; burst++) {
            pipeline.awaitIdle();
            long before = switches.involuntary();
            boolean gap = burst(burst);
            disturbed[burst] = gap || switches.involuntary() != before;
            bursts = burst + 1;
        }
        pipeline.awaitIdle();
    }

    /// @return true when the clock jumped while it was being watched
    private boolean burst(int burst) {
        long stepNs = 1_000_000_000L / ticksPerSecond;
        boolean gap = false;
        long nextNs = System.nanoTime() + stepNs;
        for (int i = 0; i < burstTicks; i++) {
            gap |= waitUntil(nextNs);
            send(nextNs);
            if (i == 0 && hop) {
                roundTripNs[burst] = pingPong.ping();
                nextNs = System.nanoTime();
            }
            nextNs += stepNs;
        }
        return gap;
    }

    private static boolean waitUntil(long timeNs) {
        boolean gap = false;
        long now = System.nanoTime();
        while (now < timeNs) {
            long later = System.nanoTime();
            gap |= later - now > GAP_NS;
            now = later;
        }
        return gap;
    }

    private void send(long whenNs) {
        intendedNs = whenNs;
        long timeNs = START_NS + sent * TICK_NS;
        venue.answer(ingress, timeNs, prices.last());
        event.from(0, ++sent, 0).at(timeNs, timeNs).trade(prices.next(), 100_000_000L, TapeEvent.AGGRESSOR_BUY);
        ingress.tape(event);
    }
}
