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
    ///
    /// @param clientOrderId of a leg, which has one of the venue's making: of its entry, and a word behind it
    record Entry(String clientOrderId, String symbol, boolean buy, BigDecimal quantity, BigDecimal filled,
                 boolean open) {
        private static Entry of(Order order) {
            Order parent = order.parent();
            return new Entry(parent == null ? order.clientOrderId : leg(parent.clientOrderId),
                order.asset.symbol(), order.side == Side.BUY,
                order.qty() == null ? BigDecimal.ZERO : order.qty(), order.filledQty(), !order.status().terminal());
        }

        private static Entry of(JsonNode order, String clientOrderId) {
            String status = order.get("status").stringValue();
            return new Entry(clientOrderId, order.get("symbol").stringValue(),
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
        get.apply("/v2/orders?status=all&limit=500&nested=true").forEach(each -> {
            String id = each.get("client_order_id").stringValue();
            orders.add(Entry.of(each, id));
            each.get("legs").forEach(leg -> orders.add(Entry.of(leg, leg(id))));
        });
        return new VenueBooks(decimal(get.apply("/v2/account"), "cash"), quantities, List.copyOf(orders));
    }

    static String leg(String entryId) {
        return entryId + " leg";
    }

    static String plain(String symbol) {
        return symbol.replace("/", "");
    }

    private static BigDecimal decimal(JsonNode node, String field) {
        return new BigDecimal(node.get(field).stringValue());
    }
}
