package org.gradus.tools.launch;

import java.util.Optional;
import java.util.stream.Stream;

/// Who in this process has called `System.exit` and waits in it for the process to end. A signal comes from the machine
/// and is nobody's call.
final class ExitCall {
    private static final String RUNTIME = Runtime.class.getName();
    private static final String SYSTEM = System.class.getName();

    private ExitCall() {
    }

    /// The place of the call; empty while nobody calls.
    static Optional<StackTraceElement> find() {
        return Thread.getAllStackTraces().values().stream().flatMap(stack -> caller(stack).stream()).findFirst();
    }

    private static Optional<StackTraceElement> caller(StackTraceElement[] stack) {
        return Stream.of(stack).dropWhile(frame -> !exits(frame)).filter(frame -> !exits(frame)).findFirst();
    }

    private static boolean exits(StackTraceElement frame) {
        return frame.getMethodName().equals("exit")
                && (frame.getClassName().equals(RUNTIME) || frame.getClassName().equals(SYSTEM));
    }
}
