package org.gradus.adapters.venue.trading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.gradus.adapters.venue.Call;
import org.gradus.adapters.venue.Reply;
import org.gradus.adapters.venue.exchange.Account;
import org.gradus.adapters.venue.exchange.Asset;
import org.gradus.adapters.venue.exchange.Decimals;
import org.gradus.adapters.venue.exchange.Exchange;
import org.gradus.adapters.venue.exchange.Order;
import org.gradus.adapters.venue.exchange.Position;
import org.gradus.adapters.venue.exchange.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `/v2/positions`. Within a step of the exchange.
final class PositionEndpoints {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Exchange exchange;

    PositionEndpoints(Exchange exchange) {
        this.exchange = exchange;
    }

    Reply list(Account account) {
        ArrayNode array = Json.NODES.arrayNode();
        account.positions().forEach(position -> array.add(json(account, position)));
        return new Reply(200, array);
    }

    Reply position(Account account, String spelling) {
        return new Reply(200, json(account, found(account, spelling)));
    }

    Reply close(Account account, String spelling, Call call) {
        Position position = found(account, spelling);
        Order order = exchange.desk().close(account, position, quantity(position, call));
        ObjectNode answer = OrderJson.of(order, true);
        exchange.desk().work(order);
        return new Reply(200, answer);
    }

    Reply closeAll(Account account, Call call) {
        if (Query.flag(call, "cancel_orders")) {
            account.openOrders().forEach(this::cancelQuietly);
        }
        ArrayNode answers = Json.NODES.arrayNode();
        for (Position position : List.copyOf(account.positions())) {
            ObjectNode answer = answers.addObject();
            answer.put("symbol", position.asset.symbol());
            try {
                Order order = exchange.desk().close(account, position, position.qty().abs());
                answer.put("status", 200);
                answer.set("body", OrderJson.of(order, true));
                exchange.desk().work(order);
            } catch (Refusal refusal) {
                answer.put("status", refusal.status());
                answer.set("body", Errors.body(refusal));
            }
        }
        return new Reply(207, answers);
    }

    private void cancelQuietly(Order order) {
        if (!order.status().terminal()) {
            exchange.desk().cancel(order);
        }
    }

    private Position found(Account account, String spelling) {
        Asset asset = exchange.assets().find(spelling);
        Position position = asset == null ? null : account.position(asset);
        if (position == null) {
            throw Refusal.notFound("position does not exist");
        }
        return position;
    }

    private static BigDecimal quantity(Position position, Call call) {
        @Nullable BigDecimal qty = number(call, "qty");
        @Nullable BigDecimal percentage = number(call, "percentage");
        if (qty != null && percentage != null) {
            throw Refusal.malformed("only one of qty or percentage is accepted");
        }
        BigDecimal all = position.qty().abs();
        if (percentage == null) {
            return Objects.requireNonNullElse(qty, all);
        }
        if (percentage.compareTo(HUNDRED) > 0) {
            throw Form.invalid("percentage");
        }
        // A part of whole shares is whole shares.
        int scale = !position.asset.crypto() && Decimals.whole(all) ? 0 : Decimals.SCALE;
        BigDecimal part = all.multiply(percentage).divide(HUNDRED, scale, RoundingMode.DOWN);
        if (part.signum() == 0) {
            throw Refusal.malformed("qty must be > 0");
        }
        return part;
    }

    private static @Nullable BigDecimal number(Call call, String name) {
        String text = call.query(name);
        return text == null ? null : new Form(Json.NODES.objectNode().put(name, text)).quantity(name);
    }

    private ObjectNode json(Account account, Position position) {
        Asset asset = position.asset;
        BigDecimal value = exchange.funds().value(position);
        BigDecimal price = exchange.funds().price(position);
        BigDecimal before = Objects.requireNonNullElse(exchange.ticker(asset).lastClose(), price);
        ObjectNode node = Json.NODES.objectNode();
        Json.put(node, "asset_id", asset.id());
        node.put("symbol", asset.positionSymbol());
        node.put("exchange", asset.exchange());
        node.put("asset_class", asset.assetClass().word());
        node.put("asset_marginable", !asset.crypto());
        Json.put(node, "avg_entry_price", position.averagePrice());
        Json.put(node, "qty", position.qty());
        BigDecimal available = exchange.funds().available(account, asset);
        Json.put(node, "qty_available", position.qty().signum() < 0 ? available.negate() : available);
        node.put("side", position.qty().signum() < 0 ? "short" : "long");
        Json.put(node, "market_value", value);
        Json.put(node, "cost_basis", position.cost());
        Json.put(node, "unrealized_pl", value.subtract(position.cost()));
        Json.put(node, "unrealized_plpc", share(value, position.cost()));
        Json.put(node, "unrealized_intraday_pl", value.subtract(position.dayCost()));
        Json.put(node, "unrealized_intraday_plpc", share(value, position.dayCost()));
        Json.put(node, "current_price", price);
        Json.put(node, "lastday_price", before);
        Json.put(node, "change_today", Decimals.ratio(price.subtract(before), before));
        return node;
    }

    private static BigDecimal share(BigDecimal value, BigDecimal cost) {
        return Decimals.ratio(value.subtract(cost), cost.abs());
    }
}
