package org.gradus.tools.launch;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// Asks the system whether the reader of standard output has gone, which nothing in Java tells without writing.
final class ReaderWatch {
    private static final int POLLFD_BYTES = 8;
    private static final int REVENTS = 6;
    private static final int STANDARD_OUTPUT = 1;
    /// An error on a pipe's writing end is the closed reading end; some systems say hang-up instead.
    private static final int POLLERR_OR_POLLHUP = 0x8 | 0x10;
    private static final MethodHandle POLL = find();

    private ReaderWatch() {
    }

    @SuppressWarnings("restricted") // bin/gradus grants native access
    private static MethodHandle find() {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow("poll"),
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    }

    /// Waits for it, but no longer than this.
    static boolean goneWithin(int waitMs) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment output = arena.allocate(POLLFD_BYTES, Integer.BYTES);
            output.set(JAVA_INT, 0, STANDARD_OUTPUT);
            int ready = (int) POLL.invokeExact(output, 1L, waitMs);
            return ready > 0 && (output.get(JAVA_SHORT, REVENTS) & POLLERR_OR_POLLHUP) != 0;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
