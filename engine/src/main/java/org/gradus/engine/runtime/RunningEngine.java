package org.gradus.engine.runtime;

import org.gradus.engine.message.Input;
import org.gradus.engine.message.StoppedReason;
import org.jspecify.annotations.Nullable;

/// An engine at work, whatever feeds it, as a launcher sees it. Its methods are for the publishing thread unless they
/// say otherwise.
public interface RunningEngine extends AutoCloseable {
    /// Enters an operator's command, at the time of the last event.
    void command(Input.OperatorCommand command);

    /// Takes note of the free space under the journal: below the configured mark nothing may be entered any more, until
    /// there is space again.
    ///
    /// @return false when so little is left that the engine must be stopped
    boolean diskSpace(long freeBytes);

    /// Whether the disk still gives the journal room ahead; when it does not, [#diskSpace(long)] has to be told at
    /// once.
    boolean roomAhead();

    /// Writes the end of the epoch and its seal; the journal is complete then.
    void stop(StoppedReason reason);

    boolean stopped();

    /// What the strategy with this number in the journal has thrown in this process, or null. From any thread.
    @Nullable Throwable thrown(int strategyId);

    /// What the journal was like when it was opened.
    JournalScan opened();

    /// Sequence of the next record.
    long nextSequence();

    /// Engine time of the last record.
    long nowNs();

    Telemetry telemetry();

    /// Ends without a word in the journal, as a crash would, when [#stop(StoppedReason)] was not called before.
    @Override
    void close();
}
