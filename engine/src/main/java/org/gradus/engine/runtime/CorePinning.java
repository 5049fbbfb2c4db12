package org.gradus.engine.runtime;

import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import net.openhft.affinity.Affinity;

/// Pins consumer threads to the configured cores, in the order of the stages. Where that is impossible (no such core,
/// no right, no native library, which makes the affinity library do nothing without a word) the thread runs unpinned,
/// with a warning.
final class CorePinning implements RingSink.Pinning {
    private final List<Integer> cores;
    private final Consumer<String> warnings;

    CorePinning(List<Integer> cores, Consumer<String> warnings) {
        this.cores = cores;
        this.warnings = warnings;
    }

    @Override
    public void pin(int group) {
        if (group >= cores.size()) {
            return;
        }
        int core = cores.get(group);
        BitSet wanted = new BitSet();
        wanted.set(core);
        String fault = pin(wanted);
        if (fault != null) {
            warnings.accept("warning: stage thread " + group + " could not be pinned to core " + core
                + " and runs unpinned: " + fault);
        }
    }

    /// Asked back, because the library answers nothing.
    private static String pin(BitSet wanted) {
        try {
            Affinity.setAffinity(wanted);
            BitSet now = Affinity.getAffinity();
            return wanted.equals(now) ? null : "the system allows " + now;
        } catch (RuntimeException | LinkageError refused) {
            return refused.getMessage();
        }
    }
}
