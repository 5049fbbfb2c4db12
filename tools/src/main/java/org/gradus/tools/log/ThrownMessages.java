package org.gradus.tools.log;

import org.jspecify.annotations.Nullable;

/// The message of what a strategy threw, known only to the process it threw in: the journal has class and place, which
/// are the same in each replay.
@FunctionalInterface
public interface ThrownMessages {
    /// Nothing is known any more.
    ThrownMessages NONE = _ -> "";
    int LENGTH_MAX = 120;

    /// @param strategy its number in the journal
    /// @return one line, or nothing
    String of(int strategy);

    /// One line of it. The code that makes a message is the strategy's, and may throw itself.
    static String shown(@Nullable Throwable thrown) {
        try {
            String message = thrown == null || thrown.getMessage() == null ? "" : thrown.getMessage().strip();
            String line = message.replaceAll("[\\p{Cntrl}\\s]+", " ");
            return line.length() <= LENGTH_MAX ? line : line.substring(0, LENGTH_MAX) + "…";
        } catch (RuntimeException | StackOverflowError again) {
            return "";
        }
    }

    /// Class, place and message as far as they are known.
    static String words(String thrown, String message) {
        return "threw" + (thrown.isEmpty() ? "" : " " + thrown) + (message.isEmpty() ? "" : ": " + message);
    }
}
