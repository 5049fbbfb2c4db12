package org.gradus.tools.journal;

import java.nio.file.Path;
import java.util.Optional;
import org.gradus.engine.journal.JournalFault;
import org.gradus.engine.journal.KeptSeal;
import org.gradus.tools.run.RunHome;
import org.jspecify.annotations.Nullable;

/// How far a journal must reach: to the seal that was kept outside it. Made before the journal is read, because a
/// running engine keeps the next seal at any time.
public final class JournalEnd {
    private final Path home;
    private @Nullable JournalFault unreadable;
    private Optional<KeptSeal> kept = Optional.empty();

    /// @param home the run folder
    public JournalEnd(Path home) {
        this.home = home;
        try {
            kept = KeptSeal.read(RunHome.keptSeal(home));
        } catch (JournalFault fault) {
            // What the journal holds is shown first.
            unreadable = fault;
        }
    }

    /// Tells on standard error of what an engine that was killed has left; a running one is writing it just now.
    ///
    /// @param bytes behind the journal's last record
    public void tellUnfinished(long bytes) {
        unfinished(home, bytes).ifPresent(words -> System.err.println("note: the journal is " + words));
    }

    /// @return empty where nothing is unfinished, or an engine is about to finish it
    public static Optional<String> unfinished(Path home, long bytes) {
        return bytes == 0 || RunHome.runner(home).isPresent() ? Optional.empty() : Optional.of("unfinished at its end, "
            + bytes + " bytes: an engine was killed here; no record is missing, and the next start clears them away");
    }

    /// @param lastSequence of the journal's last record, 0 when there is none
    /// @throws JournalFault when it holds no record, or ends before the kept seal, or that one cannot be read
    public void require(long lastSequence) {
        kept.ifPresent(seal -> seal.requireReached(lastSequence, RunHome.journal(home), RunHome.keptSeal(home)));
        if (lastSequence == 0) {
            throw new JournalFault("the journal " + RunHome.journal(home) + " holds no record");
        }
        if (unreadable != null) {
            throw unreadable;
        }
    }
}
