package org.gradus.engine.runtime;

import java.util.List;
import java.util.function.Consumer;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.egress.VenueConnection;
import org.gradus.engine.ingress.VenueFeed;

/// What an adapter makes for one live engine, which closes it.
///
/// @param feeds in the order of the configured sources that they feed; at least one tells of orders
/// @param notes takes what is worth a line for people, from any thread
public record LiveVenue(VenueConnection connection, List<VenueFeed> feeds, Consumer<String> notes) {
    public LiveVenue {
        feeds = List.copyOf(feeds);
    }

    /// Makes it for instruments as the journal numbers them: those are the numbers that events and reports carry.
    @FunctionalInterface
    public interface Maker {
        LiveVenue open(List<Instrument> instruments);
    }
}
