package org.gradus.adapters.alpaca.trading;

import java.util.UUID;
import org.gradus.adapters.wire.WireObject;

/// What the venue says we hold. The symbol of a pair comes without its slash: the asset's id is the better name.
///
/// @param quantity     negative when short
/// @param available    what open orders do not hold; the most an exit may sell
public record AlpacaPosition(UUID assetId, String symbol, long quantity, long available, long averageEntryPrice) {
    static AlpacaPosition of(WireObject position) {
        long quantity = position.nearest("qty");
        return new AlpacaPosition(position.id("asset_id"), position.text("symbol"), quantity,
                position.nearestOr("qty_available", quantity), position.nearestOr("avg_entry_price", 0));
    }
}
