package org.gradus.tools.venue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.gradus.adapters.venue.exchange.Account;
import org.gradus.adapters.venue.exchange.Order;
import org.gradus.adapters.venue.exchange.OrderStatus;
import org.gradus.adapters.venue.exchange.Side;
import tools.jackson.databind.JsonNode;

/// The books of a venue at one moment, as the exchange keeps them or as it tells of them.
///
/// @param quantities held, by symbol without a slash
record VenueBooks(BigDecimal cash, Map<String, BigDecimal> quantities, List<Entry> orders) {
    /// One order, open or not.
    record Entry(String clientOrderId, String symbol, boolean buy, BigDecimal quantity, BigDecimal filled,
                 boolean open) {
        private static Entry of(Order order) {
            return new Entry(order.clientOrderId, order.asset.symbol(), order.side == Side.BUY,
                order.qty() == null ? BigDecimal.ZERO : order.qty(), order.filledQty(), !order.status().terminal());
        }

        private static Entry of(JsonNode order) {
            String status = order.get("status").stringValue();
            return new Entry(order.get("client_order_id").stringValue(), order.get("symbol").stringValue(),
                order.get("side").stringValue().equals("buy"), decimal(order, "qty"), decimal(order, "filled_qty"),
                !OrderStatus.valueOf(status.toUpperCase(Locale.ROOT)).terminal());
        }
    }

    static VenueBooks of(Account account) {
        Map<String, BigDecimal> quantities = new TreeMap<>();
        account.positions().forEach(each -> quantities.put(plain(each.asset.symbol()), each.qty()));
        return new VenueBooks(account.cash(), quantities, account.orders().stream().map(Entry::of).toList());
    }

    /// @param get answers a path of the trading service
    static VenueBooks told(Function<String, JsonNode> get) {
        Map<String, BigDecimal> quantities = new TreeMap<>();
        get.apply("/v2/positions").forEach(each ->
            quantities.put(plain(each.get("symbol").stringValue()), decimal(each, "qty")));
        List<Entry> orders = new ArrayList<>();
        get.apply("/v2/orders?status=all&limit=500").forEach(each -> orders.add(Entry.of(each)));
        return new VenueBooks(decimal(get.apply("/v2/account"), "cash"), quantities, List.copyOf(orders));
    }

    static String plain(String symbol) {
        return symbol.replace("/", "");
    }

    private static BigDecimal decimal(JsonNode node, String field) {
        return new BigDecimal(node.get(field).stringValue());
    }
}
