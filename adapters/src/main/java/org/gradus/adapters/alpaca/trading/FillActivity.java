package org.gradus.adapters.alpaca.trading;

import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.gradus.adapters.wire.WireObject;
import org.gradus.engine.domain.Side;

/// One execution out of the account's history: what the order stream may have lost. Executions within one millisecond
/// may be listed in any order, so they are sorted by what they add up to.
///
/// @param id         of the activity; its time part is New York's
/// @param cumulative of the order, this execution included
public record FillActivity(String id, UUID orderId, String symbol, Side side, long price, long quantity,
                           long cumulative, long timeNs) {
    public static final Comparator<FillActivity> IN_ORDER = Comparator.comparingLong(FillActivity::cumulative);

    static FillActivity of(WireObject fill) {
        return new FillActivity(fill.text("id"), fill.id("order_id"), fill.textOr("symbol", ""),
                AlpacaOrder.side(fill.text("side")), fill.nearest("price"), fill.nearest("qty"),
                fill.nearest("cum_qty"), fill.timeNs("transaction_time"));
    }

    /// The execution's own id, which is the second half of the activity's; empty when it is spelt in another way.
    public Optional<UUID> executionId() {
        int at = id.indexOf("::");
        try {
            return at < 0 || id.length() - at - 2 != 36 ? Optional.empty()
                    : Optional.of(UUID.fromString(id.substring(at + 2)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
