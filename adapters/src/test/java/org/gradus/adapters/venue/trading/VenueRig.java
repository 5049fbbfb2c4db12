package org.gradus.adapters.venue.trading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gradus.adapters.venue.Call;
import org.gradus.adapters.venue.MarketListener;
import org.gradus.adapters.venue.Reply;
import org.gradus.adapters.venue.exchange.Exchange;
import org.gradus.adapters.venue.exchange.OrderFaults;
import org.gradus.adapters.venue.exchange.VenueRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A venue on a desk: a clock and a market moved by hand, calls without a wire, and all that was told of orders.
final class VenueRig {
    static final String ACCOUNT = "PK1";
    /// A Monday, ten in the morning in New York.
    static final String OPEN = "2026-11-23T15:00:00Z";
    static final String NIGHT = "2026-11-24T03:00:00Z";

    final Exchange exchange;
    final List<ObjectNode> updates = new ArrayList<>();
    private final TradingEndpoints api;
    private BigDecimal size = BigDecimal.ONE;
    private long nowNs;

    VenueRig() {
        this(never(VenueRules.paper(1)));
    }

    VenueRig(VenueRules rules) {
        this(rules, OrderFaults.NONE);
    }

    VenueRig(VenueRules rules, OrderFaults faults) {
        at(OPEN);
        exchange = new Exchange(() -> nowNs, rules, new UpdateJson(), (account, data) -> updates.add(data), faults);
        api = new TradingEndpoints(exchange);
    }

    /// Fills are whole, so that a test knows what comes.
    static VenueRules never(VenueRules rules) {
        return rules.with(new VenueRules.Matching(VenueRules.Model.PAPER, BigDecimal.ZERO));
    }

    /// Of all quotes and trades to come.
    VenueRig sized(int units) {
        size = BigDecimal.valueOf(units);
        return this;
    }

    VenueRig at(String instant) {
        Instant parsed = Instant.parse(instant);
        nowNs = parsed.getEpochSecond() * 1_000_000_000L + parsed.getNano();
        if (exchange != null) {
            exchange.onTime(nowNs);
        }
        return this;
    }

    VenueRig after(long ns) {
        nowNs += ns;
        exchange.onTime(nowNs);
        return this;
    }

    long nowNs() {
        return nowNs;
    }

    VenueRig quote(String symbol, String bid, String ask) {
        exchange.onQuote(
            new MarketListener.Quote(symbol, new BigDecimal(bid), size, new BigDecimal(ask), size, nowNs));
        return this;
    }

    VenueRig trade(String symbol, String price) {
        exchange.onTrade(new MarketListener.Trade(symbol, new BigDecimal(price), size, nowNs));
        return this;
    }

    Reply call(String method, String target, String body) {
        Map<String, List<String>> query = new HashMap<>();
        int mark = target.indexOf('?');
        if (mark >= 0) {
            for (String pair : target.substring(mark + 1).split("&")) {
                String[] parts = pair.split("=", 2);
                query.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(parts.length > 1 ? parts[1] : "");
            }
        }
        String path = mark < 0 ? target : target.substring(0, mark);
        return api.handle(new Call(method, path, query, body, ACCOUNT));
    }

    JsonNode get(String target) {
        Reply reply = call("GET", target, "");
        assertEquals(200, reply.status(), () -> target + " " + reply.body());
        return reply.body();
    }

    Reply delete(String target) {
        return call("DELETE", target, "");
    }

    /// Single quotes stand for double ones.
    Reply post(String body) {
        return call("POST", "/v2/orders", body.replace('\'', '"'));
    }

    Reply patch(String id, String body) {
        return call("PATCH", "/v2/orders/" + id, body.replace('\'', '"'));
    }

    /// Submits an order that is taken, and gives its id.
    String order(String body) {
        Reply reply = post(body);
        assertEquals(200, reply.status(), () -> String.valueOf(reply.body()));
        return reply.body().get("id").asString();
    }

    String market(String symbol, String side, String qty) {
        String life = symbol.contains("/") ? "gtc" : "day";
        return order("{'symbol':'" + symbol + "','side':'" + side + "','type':'market','time_in_force':'" + life
            + "','qty':'" + qty + "'}");
    }

    String limit(String symbol, String side, String qty, String price) {
        return order("{'symbol':'" + symbol + "','side':'" + side + "','type':'limit','time_in_force':'gtc','qty':'"
            + qty + "','limit_price':'" + price + "'}");
    }

    String status(String id) {
        return field(id, "status");
    }

    String field(String id, String name) {
        return get("/v2/orders/" + id).get(name).asString();
    }

    String cash() {
        return get("/v2/account").get("cash").asString();
    }

    /// What was told since the last call of this, by name of the event.
    List<String> events() {
        List<String> names = updates.stream().map(update -> update.get("event").asString()).toList();
        updates.clear();
        return names;
    }

    static void refused(Reply reply, int status, int code, String message) {
        JsonNode body = reply.body();
        assertEquals(status + " " + code + " " + message,
            reply.status() + " " + (body == null || body.get("code") == null ? "" : body.get("code").asInt()) + " "
                + (body == null || body.get("message") == null ? body : body.get("message").asString()));
    }
}
