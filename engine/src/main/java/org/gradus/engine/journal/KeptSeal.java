package org.gradus.engine.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A journal's last seal as a copy outside the journal remembers it, so that a cut tail shows.
///
/// @param sequence of the seal's record
public record KeptSeal(int segment, long sequence, String sha256) {
    static final String ADVICE = "See `gradus journal verify`; bring the journal back from a copy, or move the kept"
        + " seal away, which accepts the loss";
    private static final Pattern LINE = Pattern.compile("([0-9]{1,9}) ([0-9]{1,18}) ([0-9a-f]{64})");

    /// @return empty when there is no such file
    /// @throws JournalFault when it holds something else
    public static Optional<KeptSeal> read(Path copy) {
        if (!Files.exists(copy)) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(Files.readString(copy)));
        } catch (IOException | JournalFault unreadable) {
            throw new JournalFault("the kept seal " + copy + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /// @param journal its folder
    /// @param copy    where this seal is kept
    /// @throws JournalFault when the journal ends before this seal
    public void requireReached(long lastSequence, Path journal, Path copy) {
        if (lastSequence < sequence) {
            throw new JournalFault("the journal " + journal + (lastSequence == 0 ? " holds no record"
                : " ends at record " + lastSequence) + ", but " + copy + " keeps the seal of record " + sequence
                + ": its tail was cut off. " + ADVICE);
        }
    }

    public static KeptSeal parse(String line) {
        Matcher words = LINE.matcher(line.strip());
        if (!words.matches()) {
            throw new JournalFault("it reads '" + line.lines().findFirst().orElse("")
                + "', expected: segment sequence sha256");
        }
        return new KeptSeal(Integer.parseInt(words.group(1)), Long.parseLong(words.group(2)), words.group(3));
    }
}
