package org.gradus.engine.ingress;

import org.gradus.engine.message.VenueDownReason;

/// Port to one or several streams of a venue: market data, order reports or both. It runs on threads of its own from
/// [#start] to [#close()], and reconnects by itself.
public interface VenueFeed extends AutoCloseable {
    /// Begins; returns at once.
    void start(Arrivals arrivals, State state);

    /// Ends the feed's threads; nothing arrives any more when this returns.
    @Override
    void close();

    /// What a feed tells of itself, from any of its threads; at first it counts as down. While one of an engine's feeds
    /// is down nothing is entered, and after each [#up()] the venue's books are compared with ours.
    interface State {
        /// Every stream is connected, authenticated and subscribed to all it should be; what happens from now on is
        /// told.
        void up();

        /// A stream is gone or silent for too long: what happens is not told, or late.
        void down(VenueDownReason reason);

        /// Something happened to the account that no report tells of, such as an order of somebody else: the books are
        /// to be compared soon, not only when their time comes.
        default void booksChanged() {
        }
    }
}
