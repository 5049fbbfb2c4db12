package org.gradus.engine.core;

/// What a strategy threw, in words that are the same in each replay: the class, and where in the strategy's code.
/// The message stays out of them: it may hold addresses, hashes, a clock or the machine's language.
final class Thrown {
    private static final String OURS = Thrown.class.getPackageName() + ".";

    private Thrown() {
    }

    static String words(Throwable thrown) {
        StackTraceElement place = place(thrown);
        String words = thrown.getClass().getName() + (place == null ? "" : " at " + words(place));
        return words.replaceAll("[^ -~]", "?");
    }

    /// The first frame that is neither the JDK's nor ours. How deep a stack overflows is not the strategy's alone.
    private static StackTraceElement place(Throwable thrown) {
        if (thrown instanceof StackOverflowError) {
            return null;
        }
        for (StackTraceElement frame : thrown.getStackTrace()) {
            String module = frame.getModuleName();
            boolean jdk = module != null && (module.startsWith("java.") || module.startsWith("jdk."));
            if (!jdk && !frame.getClassName().startsWith(OURS)) {
                return frame;
            }
        }
        return null;
    }

    private static String words(StackTraceElement place) {
        return place.getFileName() == null ? place.getClassName() + "." + place.getMethodName()
                : place.getFileName() + ":" + place.getLineNumber();
    }
}
