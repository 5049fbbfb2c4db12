package org.gradus.adapters.finnhub;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gradus.adapters.wire.Unreadable;
import org.gradus.adapters.wire.WireJson;
import org.gradus.adapters.wire.WireObject;
import org.gradus.engine.domain.FeedFault;

/// Reads the messages of Finnhub's stream. Fields and kinds that we do not know are passed over; of several trades in
/// one message each stands for itself. No state but the list of symbols.
final class StreamMessages {
    private static final long MILLISECOND_NS = 1_000_000L;
    private static final long MILLISECONDS_MAX = Long.MAX_VALUE / MILLISECOND_NS;

    private final Map<String, Subscription> bySymbol = new HashMap<>();

    /// Whom the messages are read to.
    interface Reader {
        /// @param size in the instrument's size decimals; 0 for a price that nobody traded at
        void trade(Subscription of, long price, long size, long timeNs);

        /// Finnhub is not pleased.
        void error(String words);

        /// A message, or one trade of it, that is not what it claims to be.
        void unreadable(FeedFault fault, String what);
    }

    StreamMessages(List<Subscription> subscriptions) {
        subscriptions.forEach(each -> bySymbol.put(each.symbol(), each));
    }

    void read(String text, Reader reader) {
        try {
            WireObject message = WireObject.of(WireJson.read(text));
            switch (message.text("type")) {
                case "trade" -> trades(message, reader);
                case "error" -> reader.error(message.textOr("msg", "without a word"));
                default -> {
                    // A ping is a sign of life like any message; what else may come is none of ours.
                }
            }
        } catch (Unreadable e) {
            reader.unreadable(e.fault(), e.getMessage());
        }
    }

    private void trades(WireObject message, Reader reader) {
        for (WireObject trade : message.objects("data")) {
            try {
                trade(trade, reader);
            } catch (Unreadable e) {
                reader.unreadable(e.fault(), e.getMessage());
            }
        }
    }

    private void trade(WireObject trade, Reader reader) {
        String symbol = trade.text("s");
        Subscription of = bySymbol.get(symbol);
        if (of == null) {
            throw new Unreadable(FeedFault.UNKNOWN_INSTRUMENT, "s: not subscribed");
        }
        long price = trade.nearest("p");
        long size = trade.has("v") ? trade.truncated("v", of.instrument().sizeDecimals()) : 0;
        long milliseconds = trade.whole("t");
        if (price <= 0) {
            throw new Unreadable(price == 0 ? FeedFault.ZERO_PRICE : FeedFault.NEGATIVE, "p: no price");
        }
        if (size < 0) {
            throw new Unreadable(FeedFault.NEGATIVE, "v: below zero");
        }
        if (milliseconds <= 0 || milliseconds > MILLISECONDS_MAX) {
            throw Unreadable.malformed("t: no time");
        }
        reader.trade(of, price, size, milliseconds * MILLISECOND_NS);
    }
}
