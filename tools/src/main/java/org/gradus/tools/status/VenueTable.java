package org.gradus.tools.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.gradus.engine.domain.ClientOrderId;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.SplitRatio;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Decision.ReconcileOutcome.Difference;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.TradingState;
import org.gradus.engine.message.VenueDownReason;
import org.jspecify.annotations.Nullable;

/// What the journal says of the venue: whether it is up, what cannot be traded there, and by what its books differed
/// from ours when they were compared last. Owned by one [StatusFold].
final class VenueTable {
    private boolean heard;
    private @Nullable VenueDownReason down;
    private long sinceNs;
    /// By instrument; negative for all stocks at once.
    private final Map<Integer, Input.TradingStatus> trading = new TreeMap<>();
    private List<Difference> differences = List.of();
    private long differsNs;
    private long unchangedNs;

    void apply(Input input, long timeNs) {
        switch (input) {
            case Input.VenueUp _ -> heard(null, timeNs);
            case Input.VenueDown in -> heard(in.reason(), timeNs);
            case Input.TradingStatus in -> trading.put(in.instrument(), in);
            case Input.Started _ -> trading.clear();
            default -> {
                // Says nothing of the venue.
            }
        }
    }

    /// What keeps it down may change; since when it is down does not.
    private void heard(@Nullable VenueDownReason reason, long timeNs) {
        if (!heard || (reason == null) != (down == null)) {
            sinceNs = timeNs;
        }
        heard = true;
        down = reason;
    }

    void apply(Decision.ReconcileOutcome outcome, long timeNs) {
        if (!outcome.clean() && differences.isEmpty()) {
            differsNs = timeNs;
        }
        if (!outcome.differences().equals(differences)) {
            unchangedNs = timeNs;
        }
        differences = outcome.differences();
    }

    /// The operator has accepted what differed.
    void accepted() {
        differences = List.of();
    }

    Status.@Nullable Venue venue(JournalNames names, long nowNs) {
        if (!heard) {
            return null;
        }
        List<Status.Trading> stopped = new ArrayList<>();
        trading.forEach((instrument, told) -> {
            boolean over = told.state() == TradingState.OPEN && told.untilNs() != 0 && told.untilNs() <= nowNs;
            if (told.state() != TradingState.OPEN || over) {
                stopped.add(new Status.Trading(instrument < 0 ? "stocks" : names.symbol(instrument),
                    over ? TradingState.CLOSED.label() : told.state().label(), told.reason().label(),
                    told.detail().isEmpty() ? null : told.detail(),
                    over || told.untilNs() == 0 ? null : time(told.untilNs())));
            }
        });
        return new Status.Venue(down == null ? "up" : "down", down == null ? null : down.label(), time(sinceNs),
            stopped);
    }

    /// @return what differs; absent while the books agree
    Status.@Nullable Reconciliation reconciliation(JournalNames names) {
        return differences.isEmpty() ? null : new Status.Reconciliation(time(differsNs), time(unchangedNs),
            differences.stream().map(each -> shown(each, names)).toList());
    }

    private static Status.Difference shown(Difference in, JournalNames names) {
        String instrument = in.instrument() >= 0 ? names.symbol(in.instrument()) : in.name().isEmpty() ? null
            : in.name();
        boolean foreign = (in.venueOrderIdHigh() | in.venueOrderIdLow()) != 0;
        String order = in.clientOrderId() != 0 ? ClientOrderId.text(in.clientOrderId())
            : foreign ? new UUID(in.venueOrderIdHigh(), in.venueOrderIdLow()).toString() : null;
        return new Status.Difference(in.kind().label(), instrument, order, FixedPoint.format(in.ours()),
            FixedPoint.format(in.venue()), FixedPoint.format(in.venue() - in.ours()),
            in.ratio() == 0 ? null : SplitRatio.words(in.ratio()));
    }

    private static String time(long timeNs) {
        return Instant.ofEpochSecond(0, timeNs).toString();
    }
}
