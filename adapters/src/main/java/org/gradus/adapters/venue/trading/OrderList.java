package org.gradus.adapters.venue.trading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.gradus.adapters.venue.Call;
import org.gradus.adapters.venue.exchange.Account;
import org.gradus.adapters.venue.exchange.Asset;
import org.gradus.adapters.venue.exchange.Assets;
import org.gradus.adapters.venue.exchange.Order;
import org.gradus.adapters.venue.exchange.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/// One query of `GET /v2/orders`.
final class OrderList {
    private static final int LIMIT = 50;
    private static final int LARGEST_LIMIT = 500;

    private final String status;
    private final int limit;
    private final @Nullable Long afterNs;
    private final @Nullable Long untilNs;
    private final boolean ascending;
    private final boolean nested;
    private final Set<String> symbols;
    private final @Nullable String side;
    private final Set<String> classes;
    private final @Nullable UUID beforeId;
    private final @Nullable UUID afterId;

    OrderList(Call call, Assets assets) {
        status = oneOf(call, "status", "open", "closed", "all");
        limit = Query.limit(call, "limit", LIMIT, LARGEST_LIMIT);
        afterNs = Times.parse("after", call.query("after"));
        untilNs = Times.parse("until", call.query("until"));
        ascending = oneOf(call, "direction", "desc", "asc").equals("asc");
        nested = Query.flag(call, "nested");
        symbols = symbols(call, assets);
        side = call.query("side") == null ? null : oneOf(call, "side", "all", "buy", "sell");
        classes = Query.words(call, "asset_class");
        beforeId = id(call, "before_order_id");
        afterId = id(call, "after_order_id");
        boolean cursors = beforeId != null || afterId != null;
        if (beforeId != null && afterId != null || cursors && (afterNs != null || untilNs != null)) {
            throw Refusal.malformed("before_order_id and after_order_id are exclusive, and not with after or until");
        }
    }

    ArrayNode of(Account account) {
        List<Order> orders = between(new ArrayList<>(account.orders()));
        ArrayNode array = Json.NODES.arrayNode();
        for (Order order : ascending ? orders : orders.reversed()) {
            if (array.size() < limit && shown(order)) {
                array.add(OrderJson.of(order, nested));
            }
        }
        return array;
    }

    /// Orders are in the order of their submission, so ids mark places.
    private List<Order> between(List<Order> orders) {
        int from = 0;
        int until = orders.size();
        for (int i = 0; i < orders.size(); i++) {
            from = orders.get(i).id.equals(afterId) ? i + 1 : from;
            until = orders.get(i).id.equals(beforeId) ? i : until;
        }
        boolean unknown = afterId != null && from == 0 || beforeId != null && until == orders.size();
        if (unknown) {
            throw Refusal.notFound("order not found");
        }
        return orders.subList(from, until);
    }

    private boolean shown(Order order) {
        if (nested && order.parent() != null) {
            return false;
        }
        boolean state = hasState(order) || nested && order.legs().stream().anyMatch(this::hasState);
        return state && (afterNs == null || order.createdNs > afterNs) && (untilNs == null || order.createdNs < untilNs)
            && (symbols.isEmpty() || symbols.contains(order.asset.symbol()))
            && (side == null || side.equals("all") || side.equals(order.side.word()))
            && (classes.isEmpty() || classes.contains("all") || classes.contains(order.asset.assetClass().word()));
    }

    private boolean hasState(Order order) {
        return status.equals("all") || order.status().terminal() == status.equals("closed");
    }

    private static Set<String> symbols(Call call, Assets assets) {
        Set<String> symbols = new HashSet<>();
        for (String spelling : Query.words(call, "symbols")) {
            Asset asset = assets.find(spelling);
            symbols.add(asset == null ? spelling : asset.symbol());
        }
        return symbols;
    }

    private static @Nullable UUID id(Call call, String name) {
        String text = call.query(name);
        UUID id = text == null ? null : Form.uuid(text);
        if (text != null && id == null) {
            throw Form.invalid(name);
        }
        return id;
    }

    /// The first is the default.
    private static String oneOf(Call call, String name, String... words) {
        String word = Objects.requireNonNullElse(call.query(name), words[0]);
        if (!List.of(words).contains(word)) {
            throw Form.invalid(name);
        }
        return word;
    }
}
