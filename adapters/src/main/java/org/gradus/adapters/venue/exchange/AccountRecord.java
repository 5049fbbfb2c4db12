package org.gradus.adapters.venue.exchange;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An account and its activities as the state file keeps them.
final class AccountRecord {
    private AccountRecord() {
    }

    static ObjectNode of(Account account) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("key", account.key).put("id", account.id.toString()).put("created", account.createdNs);
        OrderRecord.put(node, "cash", account.cash);
        OrderRecord.put(node, "lastEquity", account.lastEquity);
        OrderRecord.put(node, "lastMaintenance", account.lastMaintenance);
        Configurations set = account.configurations;
        node.putObject("set").put("fractional", set.fractionalTrading()).put("multiplier", set.maxMarginMultiplier())
            .put("noShorting", set.noShorting()).put("suspend", set.suspendTrade())
            .put("email", set.tradeConfirmEmail()).put("ptp", set.ptpNoExceptionEntry())
            .put("overnight", set.disableOvernightTrading()).put("options", set.maxOptionsTradingLevel());
        ObjectNode positions = node.putObject("positions");
        for (Position position : account.positions()) {
            ObjectNode each = positions.putObject(position.asset.symbol());
            OrderRecord.put(each, "qty", position.qty);
            OrderRecord.put(each, "cost", position.cost);
            OrderRecord.put(each, "dayCost", position.dayCost);
        }
        account.watchlists.forEach(list -> put(node.withArray("watchlists"), list));
        return node;
    }

    static Account begin(JsonNode node) {
        return new Account(OrderRecord.text(node, "key"), UUID.fromString(OrderRecord.text(node, "id")),
            node.get("created").longValue(), BigDecimal.ZERO);
    }

    static void read(JsonNode node, Account account, Assets assets) {
        account.cash = decimal(node, "cash");
        account.lastEquity = decimal(node, "lastEquity");
        account.lastMaintenance = decimal(node, "lastMaintenance");
        JsonNode set = node.get("set");
        account.configurations = new Configurations(set.get("fractional").booleanValue(),
            set.get("multiplier").intValue(), set.get("noShorting").booleanValue(), set.get("suspend").booleanValue(),
            OrderRecord.text(set, "email"), set.get("ptp").booleanValue(), set.get("overnight").booleanValue(),
            set.get("options").intValue());
        account.forgetPositions();
        node.get("positions").properties().forEach(entry -> {
            Position position = account.at(assets.listing(entry.getKey()));
            position.qty = decimal(entry.getValue(), "qty");
            position.cost = decimal(entry.getValue(), "cost");
            position.dayCost = decimal(entry.getValue(), "dayCost");
        });
        account.watchlists.clear();
        node.path("watchlists").forEach(each -> account.watchlists.add(watchlist(each, assets)));
    }

    private static void put(ArrayNode array, Watchlist list) {
        ObjectNode node = array.addObject().put("id", list.id.toString()).put("name", list.name)
            .put("created", list.createdNs).put("updated", list.updatedNs);
        ArrayNode symbols = node.putArray("assets");
        list.assets.forEach(asset -> symbols.add(asset.symbol()));
    }

    private static Watchlist watchlist(JsonNode node, Assets assets) {
        Watchlist list = new Watchlist(UUID.fromString(OrderRecord.text(node, "id")), OrderRecord.text(node, "name"),
            node.get("created").longValue());
        list.updatedNs = node.get("updated").longValue();
        node.get("assets").forEach(symbol -> list.assets.add(assets.listing(symbol.stringValue())));
        return list;
    }

    static ObjectNode of(Changes.Entry entry) {
        Activity activity = entry.activity();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("account", entry.account().key).put("id", activity.id()).put("time", activity.timeNs())
            .put("order", Objects.toString(activity.orderId()));
        switch (activity) {
            case Activity.Fill fill -> {
                node.put("symbol", fill.symbol()).put("side", fill.side().name()).put("last", fill.last());
                OrderRecord.put(node, "price", fill.price());
                OrderRecord.put(node, "qty", fill.qty());
                OrderRecord.put(node, "cumulative", fill.cumulative());
                OrderRecord.put(node, "leaves", fill.leaves());
            }
            case Activity.Fee fee -> {
                node.put("symbol", fee.symbol());
                OrderRecord.put(node, "coins", fee.coins());
                OrderRecord.put(node, "money", fee.money());
                OrderRecord.put(node, "price", fee.price());
            }
        }
        return node;
    }

    static Activity activity(JsonNode node) {
        String id = OrderRecord.text(node, "id");
        long timeNs = node.get("time").longValue();
        UUID order = UUID.fromString(OrderRecord.text(node, "order"));
        String symbol = OrderRecord.text(node, "symbol");
        if (!node.has("side")) {
            return new Activity.Fee(id, timeNs, order, symbol, decimal(node, "coins"), decimal(node, "money"),
                decimal(node, "price"));
        }
        return new Activity.Fill(id, timeNs, order, symbol, Side.valueOf(OrderRecord.text(node, "side")),
            decimal(node, "price"), decimal(node, "qty"), decimal(node, "cumulative"), decimal(node, "leaves"),
            node.get("last").booleanValue());
    }

    private static BigDecimal decimal(JsonNode node, String name) {
        @Nullable BigDecimal value = OrderRecord.decimal(node, name);
        return Objects.requireNonNull(value, name);
    }
}
