package org.gradus.tools.config;

import static org.gradus.tools.config.Unit.DURATION;
import static org.gradus.tools.config.Unit.SIZE;

import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.runtime.EngineConfig.BarsConfig;
import org.gradus.engine.runtime.EngineConfig.JournalConfig;
import org.gradus.engine.runtime.EngineConfig.OperatorScript;
import org.gradus.engine.runtime.EngineConfig.RingConfig;
import org.gradus.engine.runtime.EngineConfig.Topology;
import org.gradus.engine.runtime.EngineConfig.Waiting;

/// Reads how the engine is built, as opposed to how it trades: `bars`, `ring`, `journal`, `operator`.
final class MachineSettings {
    /// A checked order with everything around it, an evaluation and an input fit into one.
    private static final int SMALLEST_SLOT = 4_096;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long YEAR_NS = 366 * Timeframe.D1.nanos();
    private static final int LARGEST_CORE = 1023;
    /// Chronicle takes messages up to about a quarter of a block.
    private static final int BLOCKS_PER_SLOT = 8;

    private MachineSettings() {
    }

    static BarsConfig bars(Section top) {
        Section bars = top.section("bars");
        Timeframe base = bars.choice("base", List.of(Timeframe.values()), Timeframe::label);
        List<Timeframe> built = InstrumentSettings.timeframes(bars, "timeframes");
        long graceNs = bars.number("grace", DURATION, 0, 3600 * SECOND_NS);
        if (bars.good("base", "timeframes") && (built.isEmpty() || built.getFirst() != base)) {
            bars.refuse("base", "expected the first of timeframes, " + (built.isEmpty() ? "which has none"
                    : built.getFirst().label()));
        }
        if (graceNs % SECOND_NS != 0) {
            bars.refuse("grace", "expected whole seconds");
        }
        return new BarsConfig(base == null ? Timeframe.M1 : base, built, graceNs);
    }

    static RingConfig ring(Section top) {
        Section ring = top.section("ring");
        int slots = ring.whole("slots", 16, 1 << 22);
        int slotBytes = (int) ring.number("slot-size", SIZE, SMALLEST_SLOT, 1 << 20);
        if (ring.good("slots") && Integer.bitCount(slots) != 1) {
            ring.refuse("slots", "expected a power of two, like " + Integer.highestOneBit(slots));
        }
        if (ring.good("slot-size") && slotBytes % 64 != 0) {
            ring.refuse("slot-size", "expected a multiple of 64 B");
        }
        Topology topology = ring.choice("topology", Topology.class);
        Waiting waiting = ring.choice("waiting", Waiting.class);
        return new RingConfig(slots, slotBytes, topology == null ? Topology.FUSED : topology,
                waiting == null ? Waiting.AUTO : waiting, cores(ring));
    }

    static JournalConfig journal(Section top, RingConfig ring) {
        Section journal = top.section("journal");
        boolean force = journal.flag("force");
        int blockBytes = (int) journal.number("block", SIZE, 1 << 20, 1 << 30);
        long freeMarkBytes = journal.number("free-mark", SIZE, 0, 1L << 50);
        long reserveBytes = journal.number("reserve", SIZE, 0, 1L << 50);
        if (journal.good("free-mark", "reserve") && reserveBytes > freeMarkBytes) {
            journal.refuse("reserve", "expected at most free-mark, which is " + SIZE.show(freeMarkBytes));
        }
        if (journal.good("block") && (long) ring.slotBytes() * BLOCKS_PER_SLOT > blockBytes) {
            journal.refuse("block", "expected at least " + BLOCKS_PER_SLOT + " times ring.slot-size, which is "
                    + SIZE.show(ring.slotBytes()));
        }
        return new JournalConfig(force, blockBytes, freeMarkBytes, reserveBytes);
    }

    static OperatorScript operator(Section top) {
        return new OperatorScript(top.section("operator").section("script").number("resume-after", DURATION, 0,
                YEAR_NS));
    }

    private static List<Integer> cores(Section ring) {
        List<Integer> cores = new ArrayList<>();
        for (String text : ring.texts("cores", "core numbers from 0")) {
            if (text.matches("[0-9]{1,4}") && Integer.parseInt(text) <= LARGEST_CORE) {
                cores.add(Integer.parseInt(text));
            } else {
                ring.refuse("cores", text + " is no core number, expected 0 to " + LARGEST_CORE);
            }
        }
        return cores;
    }
}
