package org.gradus.engine.runtime;

/// The stages at work behind a sink, as the publishing thread sees them.
public interface Pipeline extends AutoCloseable {
    /// Waits until every published record has passed the last stage.
    ///
    /// @throws StageFailed when a stage threw: the engine stops
    void awaitIdle();

    /// Lets the stages finish what is published and ends their threads.
    @Override
    void close();
}
