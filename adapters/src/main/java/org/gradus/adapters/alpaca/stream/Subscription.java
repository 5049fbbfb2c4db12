package org.gradus.adapters.alpaca.stream;

import java.util.List;
import java.util.function.Predicate;
import org.gradus.adapters.wire.WireJson;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.Instrument;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What a market-data stream is asked for.
///
/// @param instrument by its symbol as the stream spells it, `BTC/USD` or `AAPL`
public record Subscription(Instrument instrument, boolean trades, boolean quotes, boolean bars) {
    static ObjectNode message(List<Subscription> all) {
        ObjectNode message = WireJson.object().put("action", "subscribe");
        put(message, "trades", all, Subscription::trades);
        put(message, "quotes", all, Subscription::quotes);
        put(message, "bars", all, Subscription::bars);
        return message;
    }

    /// Halts are told of stocks only; null where there are none.
    static @Nullable ObjectNode statuses(List<Subscription> all) {
        ObjectNode message = WireJson.object().put("action", "subscribe");
        put(message, "statuses", all, each -> each.instrument().assetClass() == AssetClass.STOCK);
        return message.has("statuses") ? message : null;
    }

    private static void put(ObjectNode message, String channel, List<Subscription> all, Predicate<Subscription> has) {
        List<Subscription> wanted = all.stream().filter(has).toList();
        if (!wanted.isEmpty()) {
            var symbols = message.putArray(channel);
            wanted.forEach(each -> symbols.add(each.instrument().symbol()));
        }
    }
}
