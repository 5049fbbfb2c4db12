package org.gradus.adapters.venue.trading;

import java.util.UUID;
import org.gradus.adapters.venue.Call;
import org.gradus.adapters.venue.Reply;
import org.gradus.adapters.venue.exchange.Account;
import org.gradus.adapters.venue.exchange.Exchange;
import org.gradus.adapters.venue.exchange.Order;
import org.gradus.adapters.venue.exchange.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `/v2/orders`. Within a step of the exchange.
final class OrderEndpoints {
    private final Exchange exchange;

    OrderEndpoints(Exchange exchange) {
        this.exchange = exchange;
    }

    /// The answer shows the order as it came in; what it then does is told by events.
    Reply submit(Account account, Call call) {
        Order order = exchange.desk().place(account, form(call).order());
        ObjectNode answer = OrderJson.of(order, true);
        exchange.desk().work(order);
        return new Reply(200, answer);
    }

    Reply replace(Account account, String id, Call call) {
        Order old = found(account, id);
        Order successor = exchange.desk().replace(old, form(call).replacement());
        ObjectNode answer = OrderJson.of(successor, true);
        exchange.desk().work(successor);
        return new Reply(200, answer);
    }

    Reply cancel(Account account, String id) {
        exchange.desk().cancel(found(account, id));
        return new Reply(204, null);
    }

    Reply cancelAll(Account account) {
        ArrayNode answers = Json.NODES.arrayNode();
        for (Order order : account.openOrders()) {
            int status = 200;
            try {
                exchange.desk().cancel(order);
            } catch (Refusal refusal) {
                // A group's other exit went with the first.
                status = refusal.status();
            }
            answers.addObject().put("id", order.id.toString()).put("status", status);
        }
        return new Reply(207, answers);
    }

    Reply order(Account account, String id, Call call) {
        return new Reply(200, OrderJson.of(found(account, id), Query.flag(call, "nested")));
    }

    Reply orderByClientId(Account account, Call call) {
        String clientOrderId = call.query("client_order_id");
        if (clientOrderId == null) {
            throw Refusal.malformed("client_order_id is missing");
        }
        @Nullable Order order = account.order(clientOrderId);
        if (order == null) {
            throw Refusal.notFound("order not found");
        }
        return new Reply(200, OrderJson.of(order, Query.flag(call, "nested")));
    }

    Reply list(Account account, Call call) {
        return new Reply(200, new OrderList(call, exchange.assets()).of(account));
    }

    private OrderForm form(Call call) {
        var unconfirmed = exchange.rules().unconfirmed();
        return new OrderForm(new Form(Json.object(call.body(), unconfirmed)), exchange.assets(), unconfirmed);
    }

    private static Order found(Account account, String text) {
        UUID id = Form.uuid(text);
        if (id == null) {
            throw Refusal.malformed("order_id is missing");
        }
        Order order = account.order(id);
        if (order == null) {
            throw Refusal.notFound("order not found");
        }
        return order;
    }
}
