package org.gradus.engine.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.testdata.RealBar;
import org.junit.jupiter.api.Test;

/// A million bars through every indicator, without a byte allocated.
class IndicatorAllocationTest {
    private static final int WARM_UP_BARS = 20_000;
    private static final int BARS = 1_000_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void updatesAndReadsAllocateNothing() {
        assertTrue(threads.isThreadAllocatedMemorySupported());
        RealBar[] bars = Bars.walk(1, 4_096).toArray(RealBar[]::new);
        List<String> allocating = new ArrayList<>();
        for (IndicatorSpec spec : Specs.USUAL) {
            allocatedBy(spec, bars, WARM_UP_BARS);
        }
        for (IndicatorSpec spec : Specs.USUAL) {
            long bytes = allocatedBy(spec, bars, BARS);
            if (bytes != 0) {
                allocating.add(spec.name() + ": " + bytes + " bytes");
            }
        }
        assertEquals(List.of(), allocating);
    }

    private long allocatedBy(IndicatorSpec spec, RealBar[] bars, int count) {
        Indicator indicator = spec.create();
        run(indicator, bars, WARM_UP_BARS);
        long before = threads.getCurrentThreadAllocatedBytes();
        double checksum = run(indicator, bars, count);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(Double.isFinite(checksum), spec.name());
        return bytes;
    }

    private static double run(Indicator indicator, RealBar[] bars, int count) {
        double checksum = 0;
        for (int i = 0; i < count; i++) {
            RealBar bar = bars[i & bars.length - 1];
            indicator.update(bar.open(), bar.high(), bar.low(), bar.close(), bar.volume(), i);
            for (int output = 0; output < indicator.outputs() && indicator.warm(); output++) {
                checksum += indicator.value(output);
            }
        }
        return checksum;
    }
}
