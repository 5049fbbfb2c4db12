package org.gradus.adapters.venue.trading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.gradus.adapters.venue.Call;
import org.gradus.adapters.venue.Reply;
import org.gradus.adapters.venue.exchange.Account;
import org.gradus.adapters.venue.exchange.Activity;
import org.gradus.adapters.venue.exchange.Decimals;
import org.gradus.adapters.venue.exchange.Exchange;
import org.gradus.adapters.venue.exchange.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `/v2/account/activities`. Within a step of the exchange.
final class ActivityEndpoints {
    private static final int PAGE = 100;

    private final Exchange exchange;

    ActivityEndpoints(Exchange exchange) {
        this.exchange = exchange;
    }

    /// @param type  of the path; null: all that the query asks for
    Reply list(Account account, Call call, @Nullable String type) {
        Set<String> types = types(call, type);
        int size = Query.limit(call, "page_size", PAGE, PAGE);
        ArrayNode page = Json.NODES.arrayNode();
        for (Activity activity : behindToken(ordered(account, call), call.query("page_token"))) {
            if (page.size() < size && shown(activity) && asked(activity, types, call)) {
                page.add(json(activity));
            }
        }
        return new Reply(200, page);
    }

    /// The service books fees at the end of the day.
    private boolean shown(Activity activity) {
        boolean late = activity instanceof Activity.Fee && exchange.rules().unconfirmed().feesShownNextDay();
        return !late || Times.day(activity.timeNs()).isBefore(Times.day(exchange.nowNs()));
    }

    private static List<Activity> ordered(Account account, Call call) {
        String direction = Objects.requireNonNullElse(call.query("direction"), "desc");
        List<Activity> activities = new ArrayList<>(account.activities());
        return switch (direction) {
            case "asc" -> activities;
            case "desc" -> activities.reversed();
            default -> throw Form.invalid("direction");
        };
    }

    private static List<Activity> behindToken(List<Activity> activities, @Nullable String token) {
        if (token == null) {
            return activities;
        }
        for (int i = 0; i < activities.size(); i++) {
            if (activities.get(i).id().equals(token)) {
                return activities.subList(i + 1, activities.size());
            }
        }
        throw Refusal.malformed("invalid page_token");
    }

    private static Set<String> types(Call call, @Nullable String type) {
        Set<String> types = new HashSet<>();
        if (type != null) {
            types.add(type.toUpperCase(Locale.ROOT));
            return types;
        }
        Query.words(call, "activity_types").forEach(word -> types.add(word.toUpperCase(Locale.ROOT)));
        String category = call.query("category");
        if (category != null && !types.isEmpty()) {
            throw Refusal.malformed("only one of category or activity_types is accepted");
        }
        if (category != null) {
            switch (category) {
                case "trade_activity" -> types.add("FILL");
                case "non_trade_activity" -> types.addAll(List.of("CFEE", "FEE"));
                default -> throw Form.invalid("category");
            }
        }
        return types;
    }

    private static boolean asked(Activity activity, Set<String> types, Call call) {
        @Nullable Long afterNs = Times.parse("after", call.query("after"));
        @Nullable Long untilNs = Times.parse("until", call.query("until"));
        String date = call.query("date");
        String order = call.query("order_id");
        return (types.isEmpty() || types.contains(activity.type()))
            && (afterNs == null || activity.timeNs() > afterNs) && (untilNs == null || activity.timeNs() < untilNs)
            && (date == null || Times.day(activity.timeNs()).equals(Times.parseDay("date", date)))
            && (order == null || order.equalsIgnoreCase(Objects.toString(activity.orderId())));
    }

    private static ObjectNode json(Activity activity) {
        ObjectNode node = Json.NODES.objectNode();
        node.put("id", activity.id());
        node.put("activity_type", activity.type());
        switch (activity) {
            case Activity.Fill fill -> putFill(node, fill);
            case Activity.Fee fee -> putFee(node, fee);
        }
        return node;
    }

    private static void putFill(ObjectNode node, Activity.Fill fill) {
        node.put("transaction_time", Times.utc(fill.timeNs()));
        node.put("type", fill.last() ? "fill" : "partial_fill");
        Json.put(node, "price", fill.price());
        Json.put(node, "qty", fill.qty());
        node.put("side", fill.side().word());
        node.put("symbol", fill.symbol());
        Json.put(node, "leaves_qty", fill.leaves());
        Json.put(node, "cum_qty", fill.cumulative());
        Json.put(node, "order_id", fill.orderId());
        node.put("order_status", fill.last() ? "filled" : "partially_filled");
        node.put("swap_rate", "1");
    }

    private static void putFee(ObjectNode node, Activity.Fee fee) {
        boolean coins = fee.coins().signum() != 0;
        node.put("date", Times.day(fee.timeNs()).toString());
        node.put("created_at", Times.utc(fee.timeNs()));
        node.put("currency", "USD");
        node.put("net_amount", coins ? "0" : Decimals.text(fee.money().negate()));
        node.put("symbol", fee.symbol());
        node.put("qty", coins ? Decimals.text(fee.coins().negate()) : "0");
        Json.put(node, "price", fee.price());
        node.put("description", coins ? "Coin Pair Transaction Fee (Non USD)" : "Transaction Fee");
        node.put("status", "executed");
    }
}
