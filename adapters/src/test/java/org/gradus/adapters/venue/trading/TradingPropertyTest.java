package org.gradus.adapters.venue.trading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.gradus.adapters.venue.Reply;
import org.gradus.adapters.venue.exchange.VenueRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Thousands of calls and quotes at random: the books must agree with what was told, and no order may rise again.
class TradingPropertyTest {
    private static final int STEPS = 3_000;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final Set<String> ENDS = Set.of("filled", "canceled", "expired", "replaced", "rejected");
    private static final List<String> SYMBOLS = List.of("BTC/USD", "ETH/USD", "AAPL", "SPY");
    private static final Map<String, Double> PRICES = Map.of("BTC/USD", 60_000.0, "ETH/USD", 3_000.0, "AAPL", 200.0,
        "SPY", 500.0);

    private final Map<String, Double> prices = new HashMap<>(PRICES);
    private final Map<String, String> ended = new HashMap<>();
    private final List<String> ids = new ArrayList<>();
    private SplittableRandom random = new SplittableRandom(0);
    private VenueRig venue = new VenueRig();

    @ParameterizedTest
    @CsvSource({"1, PAPER", "2, PAPER", "3, PAPER", "4, PAPER", "5, PESSIMISTIC", "6, PESSIMISTIC"})
    void booksAgreeWithFillsWhateverIsAsked(long seed, VenueRules.Model model) {
        random = new SplittableRandom(seed);
        VenueRules rules = VenueRules.paper(seed);
        venue = new VenueRig(rules.with(new VenueRules.Matching(model, rules.matching().partialFills()))).sized(200);
        for (int i = 0; i < STEPS; i++) {
            step();
            if (i % 250 == 0) {
                look("seed " + seed + " step " + i);
            }
        }
        look("seed " + seed);
        assertTrue(venue.get("/v2/account/activities/FILL").size() >= 100, "too little happened");
    }

    private void step() {
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> quote();
            case 4, 5, 6 -> submit();
            case 7 -> cancelOrReplace();
            case 8 -> venue.after(random.nextLong(random.nextInt(20) == 0 ? 20_000 * SECOND_NS : 5 * SECOND_NS));
            default -> close();
        }
    }

    private void quote() {
        String symbol = any(SYMBOLS);
        double price = prices.merge(symbol, 0.98 + random.nextDouble() * 0.04, (old, factor) -> old * factor);
        venue.quote(symbol, money(price * 0.9995), money(price * 1.0005));
        if (random.nextInt(3) == 0) {
            venue.trade(symbol, money(price));
        }
    }

    private void submit() {
        String symbol = any(SYMBOLS);
        boolean crypto = symbol.contains("/");
        String side = random.nextBoolean() ? "buy" : "sell";
        String type = any(List.of("market", "limit", "stop_limit", "stop", "trailing_stop"));
        double price = prices.get(symbol);
        StringBuilder body = new StringBuilder("{'symbol':'" + symbol + "','side':'" + side + "','type':'" + type
            + "','time_in_force':'" + any(crypto ? List.of("gtc", "ioc") : List.of("day", "gtc", "ioc", "fok", "cls"))
            + "'");
        double size = random.nextInt(1, 30_000) / price;
        boolean byMoney = type.equals("market") && random.nextInt(3) == 0;
        String qty = crypto || random.nextInt(4) == 0 ? String.valueOf((float) size) : String.valueOf((int) size + 1);
        body.append(byMoney ? ",'notional':'" + random.nextInt(1, 9_000) + "'" : ",'qty':'" + qty + "'");
        if (type.contains("limit")) {
            body.append(",'limit_price':'").append(money(near(price))).append("'");
        }
        if (type.startsWith("stop")) {
            body.append(",'stop_price':'").append(money(near(price))).append("'");
        }
        body.append(type.equals("trailing_stop") ? ",'trail_percent':'1.5'" : "");
        if (!crypto && random.nextInt(4) == 0) {
            body.append(",'order_class':'").append(any(List.of("bracket", "oto", "oco")))
                .append("','take_profit':{'limit_price':'").append(money(price * (side.equals("buy") ? 1.03 : 0.97)))
                .append("'},'stop_loss':{'stop_price':'").append(money(price * (side.equals("buy") ? 0.9 : 1.1)))
                .append("'}");
        }
        taken(venue.post(body + "}"));
    }

    private void cancelOrReplace() {
        if (ids.isEmpty()) {
            return;
        }
        String id = any(ids);
        if (random.nextBoolean()) {
            venue.delete("/v2/orders/" + id);
            return;
        }
        String symbol = venue.field(id, "symbol");
        taken(venue.patch(id, "{'limit_price':'" + money(near(prices.get(symbol))) + "'}"));
    }

    private void close() {
        if (random.nextInt(10) == 0) {
            venue.delete("/v2/positions?cancel_orders=" + random.nextBoolean());
        } else {
            taken(venue.delete("/v2/positions/" + any(SYMBOLS) + "?percentage=" + random.nextInt(1, 101)));
        }
    }

    private void taken(Reply reply) {
        assertTrue(reply.status() == 200 || reply.status() == 403 || reply.status() == 422 || reply.status() == 404,
            () -> String.valueOf(reply.body()));
        if (reply.status() == 200) {
            ids.add(reply.body().get("id").asString());
        }
    }

    private void look(String where) {
        Map<String, BigDecimal> held = new HashMap<>();
        BigDecimal cash = fromActivities(held);
        venue.exchange.step(() -> {
            assertEquals(0, cash.compareTo(venue.exchange.account(VenueRig.ACCOUNT).cash()), where);
            return null;
        });
        Map<String, BigDecimal> shown = new HashMap<>();
        for (JsonNode position : venue.get("/v2/positions")) {
            BigDecimal qty = position.get("qty").asDecimal();
            BigDecimal available = position.get("qty_available").asDecimal();
            assertTrue(available.abs().compareTo(qty.abs()) <= 0 && available.signum() * qty.signum() >= 0, where);
            shown.put(position.get("symbol").asString(), qty.stripTrailingZeros());
        }
        held.values().removeIf(qty -> qty.signum() == 0);
        held.replaceAll((symbol, qty) -> qty.stripTrailingZeros());
        assertEquals(held, shown, where);
        assertTrue(venue.get("/v2/account").get("buying_power").asDecimal().signum() >= 0, where);
        ids.forEach(id -> lookAt(id, where));
    }

    private void lookAt(String id, String where) {
        JsonNode order = venue.get("/v2/orders/" + id);
        String status = order.get("status").asString();
        String before = ended.get(id);
        assertTrue(before == null || before.equals(status), () -> where + ": " + before + " became " + order);
        if (ENDS.contains(status)) {
            ended.put(id, status);
        }
        BigDecimal filled = order.get("filled_qty").asDecimal();
        BigDecimal most = order.get("qty").isNull() ? filled : order.get("qty").asDecimal();
        assertTrue(filled.compareTo(most) <= 0, () -> where + ": " + order);
        assertTrue(!status.equals("filled") || filled.compareTo(most) == 0, () -> where + ": " + order);
    }

    private BigDecimal fromActivities(Map<String, BigDecimal> held) {
        BigDecimal cash = new BigDecimal(100_000);
        String token = "";
        while (true) {
            JsonNode page = venue.get("/v2/account/activities?direction=asc" + token);
            for (JsonNode activity : page) {
                cash = cash.add(cashOf(activity));
                held.merge(activity.get("symbol").asString().replace("/", ""), quantityOf(activity), BigDecimal::add);
                token = "&page_token=" + activity.get("id").asString();
            }
            if (page.isEmpty()) {
                return cash;
            }
        }
    }

    private static BigDecimal cashOf(JsonNode activity) {
        if (!activity.has("side")) {
            return activity.get("net_amount").asDecimal();
        }
        BigDecimal value = activity.get("price").asDecimal().multiply(activity.get("qty").asDecimal())
            .setScale(9, RoundingMode.HALF_EVEN);
        return activity.get("side").asString().equals("buy") ? value.negate() : value;
    }

    private static BigDecimal quantityOf(JsonNode activity) {
        BigDecimal qty = activity.get("qty").asDecimal();
        return activity.has("side") && activity.get("side").asString().equals("sell") ? qty.negate() : qty;
    }

    private double near(double price) {
        return price * (0.97 + random.nextDouble() * 0.06);
    }

    private static String money(double price) {
        return BigDecimal.valueOf(price).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
