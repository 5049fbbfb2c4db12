package org.gradus.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// Asks the kernel how often the calling thread lost its core against its will: what tells a neighbour's work from
/// ours. Linux only; elsewhere it knows nothing and says 0. One instance per thread.
final class ThreadSwitches {
    private static final int RUSAGE_THREAD = 1;
    private static final int RUSAGE_BYTES = 144;
    /// Of ru_nivcsw, the last of two times and fourteen longs.
    private static final int INVOLUNTARY = 136;
    private static final MethodHandle GETRUSAGE = find();

    private final MemorySegment usage = Arena.ofAuto().allocate(RUSAGE_BYTES, Long.BYTES);

    @SuppressWarnings("restricted") // bin/gradus grants native access
    private static MethodHandle find() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return null;
        }
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup().find("getrusage").map(address -> linker.downcallHandle(address,
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS))).orElse(null);
    }

    static boolean known() {
        return GETRUSAGE != null;
    }

    long involuntary() {
        if (GETRUSAGE == null) {
            return 0;
        }
        try {
            int failed = (int) GETRUSAGE.invokeExact(RUSAGE_THREAD, usage);
            return failed == 0 ? usage.get(ValueLayout.JAVA_LONG, INVOLUNTARY) : 0;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
