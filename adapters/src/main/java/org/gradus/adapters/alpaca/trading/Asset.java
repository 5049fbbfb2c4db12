package org.gradus.adapters.alpaca.trading;

import java.util.UUID;
import org.gradus.adapters.wire.WireObject;

/// What can be traded, and in which steps. Steps and minimum are scaled by 1e-9 and 0 where the venue gives none, as it
/// does for stocks.
///
/// @param tradable and on the active list
public record Asset(UUID id, String symbol, String name, boolean crypto, boolean tradable, boolean fractionable,
                    boolean shortable, long minimumQuantity, long quantityStep, long priceStep) {
    static Asset of(WireObject asset) {
        boolean active = asset.textOr("status", "active").equals("active");
        return new Asset(asset.id("id"), asset.text("symbol"), asset.textOr("name", ""),
                asset.textOr("class", "").equals("crypto"), active && asset.flagOr("tradable", false),
                asset.flagOr("fractionable", false), asset.flagOr("shortable", false),
                asset.nearestOr("min_order_size", 0), asset.nearestOr("min_trade_increment", 0),
                asset.nearestOr("price_increment", 0));
    }

    public Symbols.Listed listed() {
        return new Symbols.Listed(id, symbol);
    }
}
