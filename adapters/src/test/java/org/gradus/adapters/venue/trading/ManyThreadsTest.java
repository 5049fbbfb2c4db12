package org.gradus.adapters.venue.trading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.gradus.adapters.venue.Call;
import org.gradus.adapters.venue.MarketListener;
import org.gradus.adapters.venue.exchange.Exchange;
import org.gradus.adapters.venue.exchange.VenueRules;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Clients and the market call at once.
class ManyThreadsTest {
    private static final int CLIENTS = 4;
    private static final int ORDERS = 100;
    private static final long NOW_NS = 1_795_000_000_000_000_000L;

    private final List<ObjectNode> updates = new ArrayList<>();
    private final Exchange exchange = new Exchange(() -> NOW_NS, VenueRules.paper(4), new UpdateJson(),
        (account, data) -> updates.add(data));
    private final TradingEndpoints api = new TradingEndpoints(exchange);

    @Test
    void eachOrdersEventsComeInTheirOrderAndTheBooksAgree() throws Exception {
        quote(0);
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS + 1)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                running.add(threads.submit(this::trade));
            }
            running.add(threads.submit(() -> {
                for (int i = 0; i < 2_000; i++) {
                    quote(i);
                }
            }));
            for (Future<?> each : running) {
                each.get(60, TimeUnit.SECONDS);
            }
        }
        String last = "";
        Map<String, BigDecimal> filled = new HashMap<>();
        for (ObjectNode update : updates) {
            assertTrue(last.compareTo(update.get("timestamp").asString()) != 0, "a time came twice");
            last = update.get("timestamp").asString();
            JsonNode order = update.get("order");
            BigDecimal sum = filled.merge(order.get("id").asString(),
                update.has("price") ? update.get("qty").asDecimal() : BigDecimal.ZERO, BigDecimal::add);
            assertEquals(0, sum.compareTo(order.get("filled_qty").asDecimal()), update.toString());
        }
        assertEquals(CLIENTS * ORDERS, filled.size());
    }

    private void trade() {
        for (int i = 0; i < ORDERS; i++) {
            String body = "{\"symbol\":\"BTC/USD\",\"qty\":\"0.001\",\"side\":\"buy\",\"type\":\"market\","
                + "\"time_in_force\":\"gtc\"}";
            assertEquals(200, api.handle(new Call("POST", "/v2/orders", Map.of(), body, "PK1")).status());
            assertEquals(200, api.handle(new Call("GET", "/v2/orders", Map.of(), "", "PK1")).status());
        }
    }

    private void quote(int i) {
        BigDecimal price = BigDecimal.valueOf(50_000 + i % 100);
        exchange.onQuote(new MarketListener.Quote("BTC/USD", price, BigDecimal.ONE, price, BigDecimal.ONE, NOW_NS + i));
    }
}
