package org.gradus.engine.portfolio;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// Bytes that the calling thread allocates while some work is done.
public final class AllocationMeter {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private AllocationMeter() {
    }

    /// Runs the work once to warm up, then measures it; the cost of measuring itself is taken off.
    public static long bytesOf(Runnable work) {
        work.run();
        long start = THREADS.getCurrentThreadAllocatedBytes();
        long empty = THREADS.getCurrentThreadAllocatedBytes() - start;
        long before = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before - empty;
    }
}
