package org.gradus.adapters.venue.server;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.gradus.adapters.tape.TapeSpec;
import org.gradus.adapters.venue.Keys;
import org.gradus.adapters.venue.fault.FaultScript;
import org.gradus.adapters.venue.market.MadeQuotes;
import org.gradus.adapters.venue.market.TapeTime;
import org.gradus.adapters.venue.stream.StreamRules;
import org.jspecify.annotations.Nullable;

/// How a venue shall be.
///
/// @param port   0 for any
/// @param state  where books and clock are kept over the venue's end; null: nowhere
public record VenueSettings(Keys keys, BigDecimal cash, Playback playback, int requestsPerMinute, StreamRules streams,
                            FaultScript faults, int port, @Nullable Path state) {
    /// What a paper account begins with.
    public static final BigDecimal USUAL_CASH = new BigDecimal("100000");

    /// A venue without a tape, moved by hand, on any port.
    public static VenueSettings byHand(Keys keys) {
        return new VenueSettings(keys, USUAL_CASH, Playback.BY_HAND, 0, StreamRules.USUAL, FaultScript.NONE, 0, null);
    }

    public VenueSettings with(Playback changed) {
        return new VenueSettings(keys, cash, changed, requestsPerMinute, streams, faults, port, state);
    }

    public VenueSettings with(StreamRules changed) {
        return new VenueSettings(keys, cash, playback, requestsPerMinute, changed, faults, port, state);
    }

    public VenueSettings with(FaultScript changed) {
        return new VenueSettings(keys, cash, playback, requestsPerMinute, streams, changed, port, state);
    }

    public VenueSettings withBudget(int changed) {
        return new VenueSettings(keys, cash, playback, changed, streams, faults, port, state);
    }

    public VenueSettings withPort(int changed) {
        return new VenueSettings(keys, cash, playback, requestsPerMinute, streams, faults, changed, state);
    }

    public VenueSettings withCash(BigDecimal changed) {
        return new VenueSettings(keys, changed, playback, requestsPerMinute, streams, faults, port, state);
    }

    public VenueSettings withState(Path directory) {
        return new VenueSettings(keys, cash, playback, requestsPerMinute, streams, faults, port, directory);
    }

    /// What moves the market.
    ///
    /// @param tapes     played; none when the market is moved by hand
    /// @param history   bars of before, to be asked for
    /// @param wall      whether the tape is moved to now, or keeps its own times
    /// @param speed     times real time
    /// @param warmUpNs  how much of the tapes is past at the start, or `TapeTime.USUAL`
    public record Playback(List<TapeSpec> tapes, List<TapeSpec> history, boolean wall, double speed, long warmUpNs,
                           MadeQuotes madeQuotes) {
        public static final Playback BY_HAND = new Playback(List.of(), List.of(), true, 1, TapeTime.USUAL,
                MadeQuotes.USUAL);

        public Playback {
            tapes = List.copyOf(tapes);
            history = List.copyOf(history);
        }
    }
}
