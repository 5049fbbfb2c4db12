package org.gradus.engine.journal;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Asks the operating system for a file's blocks before anything is written to them. That changes no byte of the file,
/// so it is safe while the file is mapped. Used by one thread.
final class FileBlocks implements BlockReserve.Blocks {
    /// What the system answered.
    enum Answer { RESERVED, NO_SPACE, UNSUPPORTED }

    private static final int READ_WRITE = 2;
    private static final int INTERRUPTED = 4;
    private static final int FILE_TOO_LARGE = 27;
    private static final int NO_SPACE_LEFT = 28;
    private static final int QUOTA_EXCEEDED = 122;

    private static final @Nullable MethodHandle OPEN = function("open", JAVA_INT, ADDRESS, JAVA_INT);
    private static final @Nullable MethodHandle CLOSE = function("close", JAVA_INT, JAVA_INT);
    private static final @Nullable MethodHandle RESERVE = function("posix_fallocate", JAVA_INT, JAVA_INT, JAVA_LONG,
        JAVA_LONG);
    private static final int CLOSED = -1;

    private int descriptor;

    /// @param file exists
    FileBlocks(Path file) {
        descriptor = RESERVE == null || OPEN == null || CLOSE == null ? CLOSED : open(file);
    }

    /// Null where the platform has no such function, or our process may not call it.
    @SuppressWarnings("restricted")
    private static @Nullable MethodHandle function(String name, MemoryLayout result, MemoryLayout... arguments) {
        try {
            Linker linker = Linker.nativeLinker();
            return linker.defaultLookup().find(name)
                .map(address -> linker.downcallHandle(address, FunctionDescriptor.of(result, arguments))).orElse(null);
        } catch (UnsupportedOperationException | IllegalCallerException noNativeAccess) {
            return null;
        }
    }

    private static int open(Path file) {
        try (Arena arena = Arena.ofConfined()) {
            return (int) OPEN.invokeExact(arena.allocateFrom(file.toAbsolutePath().toString()), READ_WRITE);
        } catch (Throwable impossible) {
            throw new AssertionError("a native function does not throw", impossible);
        }
    }

    /// Reserves what lies between, growing the file where it is shorter.
    @Override
    public Answer reserve(long from, long to) {
        if (descriptor < 0) {
            return Answer.UNSUPPORTED;
        }
        int error = call(from, to - from);
        while (error == INTERRUPTED) {
            error = call(from, to - from);
        }
        return switch (error) {
            case 0 -> Answer.RESERVED;
            case NO_SPACE_LEFT, QUOTA_EXCEEDED, FILE_TOO_LARGE -> Answer.NO_SPACE;
            default -> Answer.UNSUPPORTED;
        };
    }

    private int call(long offset, long length) {
        try {
            return (int) RESERVE.invokeExact(descriptor, offset, length);
        } catch (Throwable impossible) {
            throw new AssertionError("a native function does not throw", impossible);
        }
    }

    @Override
    public void close() {
        if (descriptor < 0) {
            return;
        }
        try {
            int ignored = (int) CLOSE.invokeExact(descriptor);
            descriptor = CLOSED;
        } catch (Throwable impossible) {
            throw new AssertionError("a native function does not throw", impossible);
        }
    }
}
