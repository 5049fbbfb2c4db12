package org.gradus.adapters.alpaca.trading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradus.adapters.alpaca.rest.Answer;
import org.gradus.adapters.alpaca.rest.Urgency;
import org.gradus.adapters.alpaca.rest.Venue;
import org.gradus.adapters.wire.WireJson;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.TimeInForce;
import org.gradus.engine.message.UnknownReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TradingRestTest {
    private static final UUID ORDER = UUID.fromString(Samples.ORDER_ID);

    private final Venue venue = new Venue();
    private final TradingRest trading = new TradingRest(venue.transport());

    TradingRestTest() throws IOException {
    }

    @AfterEach
    void close() {
        venue.close();
    }

    private static <T> T given(Answer<T> answer) {
        if (answer instanceof Answer.Given<T>(T value, String _)) {
            return value;
        }
        throw new AssertionError(answer.toString());
    }

    private static long scaled(String text) {
        return FixedPoint.parse(text);
    }

    private String asked() throws InterruptedException {
        var seen = venue.seen();
        return seen.getMethod() + " " + seen.getTarget();
    }

    @Test
    void readsTheAccount() throws InterruptedException {
        venue.answers(200, Samples.ACCOUNT);
        assertEquals(new AccountState("ACTIVE", scaled("99398.75"), scaled("100012.5"), 0,
                scaled("198000"), scaled("99000"), true, true, true, false), given(trading.account()));
        assertEquals("GET /v2/account", asked());
    }

    @Test
    void readsAssetsAndPassesOverOneOfANewKind() throws InterruptedException {
        venue.answers(200, "[" + Samples.ASSET + ",{\"id\":7},{\"symbol\":\"X\"}]");
        assertEquals(List.of(new Asset(UUID.fromString("276e2673-764b-4ab6-a611-caf665ca6340"), "BTC/USD",
                "Bitcoin / US Dollar", true, true, true, false, scaled("0.000016"), 1, scaled("0.01"))),
                given(trading.assets("crypto")));
        assertEquals("GET /v2/assets?status=active&asset_class=crypto", asked());
    }

    @Test
    void readsClockAndCalendar() {
        venue.answers(200, Samples.CLOCK).answers(200, "[" + Samples.DAY + "]");
        assertEquals(1_795_446_907_123_456_789L, given(trading.clock()).timeNs());
        LocalDate friday = LocalDate.of(2026, 11, 27);
        assertEquals(List.of(new TradingDay(friday, LocalTime.of(9, 30), LocalTime.of(13, 0))),
                given(trading.calendar(friday, friday)));
    }

    @Test
    void readsPositions() {
        venue.answers(200, "[" + Samples.POSITION + "]");
        AlpacaPosition position = given(trading.positions()).getFirst();
        assertEquals("BTCUSD 0.00399 0.00299", position.symbol() + " " + FixedPoint.format(position.quantity()) + " "
                + FixedPoint.format(position.available()));
    }

    @Test
    void submitsALimitOrder() throws InterruptedException {
        venue.answers(200, Samples.ORDER);
        OrderRequest request = new OrderRequest("k7-42", "BTC/USD", Side.BUY, OrderType.LIMIT, TimeInForce.IOC,
                scaled("0.015"), scaled("60123.45"), 0, OptionalLong.empty());
        AlpacaOrder order = given(trading.submit(request, Urgency.ENTRY));
        assertEquals("k7-42 PARTIALLY_FILLED 0.015 0.004 60123.412345679", order.clientOrderId() + " "
                + order.status() + " " + FixedPoint.format(order.quantity()) + " " + FixedPoint.format(order.filled())
                + " " + FixedPoint.format(order.averageFillPrice()));
        var seen = venue.seen();
        assertEquals("POST /v2/orders", seen.getMethod() + " " + seen.getTarget());
        assertEquals(WireJson.read("{\"symbol\":\"BTC/USD\",\"qty\":\"0.015\",\"side\":\"buy\",\"type\":\"limit\","
                + "\"time_in_force\":\"ioc\",\"limit_price\":\"60123.45\",\"client_order_id\":\"k7-42\"}"),
                WireJson.read(seen.getBody().utf8()));
    }

    @Test
    void submitsAStopLimitAndAnEntryWithItsStop() throws InterruptedException {
        venue.answers(200, Samples.ORDER).answers(200, Samples.ORDER);
        trading.submit(new OrderRequest("k7-1", "BTC/USD", Side.SELL, OrderType.STOP_LIMIT, TimeInForce.GTC, 1,
                scaled("58000"), scaled("58300"), OptionalLong.empty()), Urgency.URGENT);
        assertEquals("{\"symbol\":\"BTC/USD\",\"qty\":\"0.000000001\",\"side\":\"sell\",\"type\":\"stop_limit\","
                + "\"time_in_force\":\"gtc\",\"limit_price\":\"58000\",\"stop_price\":\"58300\","
                + "\"client_order_id\":\"k7-1\"}", venue.seen().getBody().utf8());
        trading.submit(new OrderRequest("k7-2", "AAPL", Side.BUY, OrderType.MARKET, TimeInForce.DAY, scaled("3"), 0,
                0, OptionalLong.of(scaled("190.5"))), Urgency.ENTRY);
        assertEquals("{\"symbol\":\"AAPL\",\"qty\":\"3\",\"side\":\"buy\",\"type\":\"market\","
                + "\"time_in_force\":\"day\",\"order_class\":\"oto\",\"stop_loss\":{\"stop_price\":\"190.5\"},"
                + "\"client_order_id\":\"k7-2\"}", venue.seen().getBody().utf8());
    }

    @Test
    void looksAnOrderUpByEitherId() throws InterruptedException {
        venue.answers(200, Samples.ORDER).answers(200, Samples.ORDER);
        assertEquals(ORDER, given(trading.order(ORDER)).id());
        assertEquals("GET /v2/orders/" + ORDER, asked());
        assertEquals(ORDER, given(trading.orderByClientId("k7-42")).id());
        assertEquals("GET /v2/orders:by_client_order_id?client_order_id=k7-42", asked());
    }

    @Test
    void changesOnlyWhatItIsTold() throws InterruptedException {
        venue.answers(200, Samples.ORDER);
        trading.replace(ORDER, new OrderChange("k7-43", 0, scaled("58000.5"), scaled("58300")), Urgency.URGENT);
        var seen = venue.seen();
        assertEquals("PATCH /v2/orders/" + ORDER, seen.getMethod() + " " + seen.getTarget());
        assertEquals("{\"limit_price\":\"58000.5\",\"stop_price\":\"58300\",\"client_order_id\":\"k7-43\"}",
                seen.getBody().utf8());
    }

    @Test
    void cancelsOneAndAll() throws InterruptedException {
        venue.answers(204, "").answers(207, "[{\"id\":\"" + Samples.ORDER_ID + "\",\"status\":200}]");
        given(trading.cancel(ORDER));
        assertEquals("DELETE /v2/orders/" + ORDER, asked());
        assertEquals(List.of(ORDER), given(trading.cancelAll()));
    }

    @Test
    void closesOnePositionAndAll() throws InterruptedException {
        venue.answers(200, Samples.ORDER)
                .answers(207, "[{\"symbol\":\"BTC/USD\",\"status\":403,\"body\":{}}]");
        trading.closePosition("BTC/USD", scaled("0.5"));
        assertEquals("DELETE /v2/positions/BTC%2FUSD?qty=0.5", asked());
        assertEquals(List.of(new TradingRest.ClosedPosition("BTC/USD", 403)),
                given(trading.closeAllPositions(true)));
        assertEquals("DELETE /v2/positions?cancel_orders=true", asked());
    }

    @Test
    void pagesThroughOrdersWithoutALossOrARepeat() throws InterruptedException {
        venue.answers(200, page(1, 500)).answers(200, page(500, 999)).answers(200, page(1_000, 1_003));
        assertEquals(IntStream.rangeClosed(1, 999).mapToObj(n -> "00000000-0000-0000-0000-%012d".formatted(n)).toList(),
                given(trading.orders("open")).stream().map(order -> order.id().toString()).limit(999).toList());
        assertEquals("GET /v2/orders?status=open&direction=asc&limit=500", asked());
        assertEquals("GET /v2/orders?status=open&direction=asc&limit=500"
                + "&after_order_id=00000000-0000-0000-0000-000000000500", asked());
    }

    @Test
    void endsWhenAPageRepeats() {
        venue.answers(200, page(1, 500)).answers(200, page(1, 500));
        assertEquals(500, given(trading.orders("open")).size());
        assertEquals(2, venue.server.getRequestCount());
    }

    private static String page(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Samples::order).collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void pagesThroughFillsAndSortsThemByWhatTheyAddUpTo() throws InterruptedException {
        String first = IntStream.rangeClosed(1, 100).mapToObj(n -> Samples.fill(n, "0." + (1_000 + n)))
                .collect(Collectors.joining(",", "[", "]"));
        venue.answers(200, first).answers(200, "[" + Samples.fill(101, "0.0005") + "]");
        List<FillActivity> fills = given(trading.fillsAfter(1_795_446_000_000_000_000L, "", Urgency.URGENT));
        assertEquals(101, fills.size());
        assertEquals(scaled("0.0005"), fills.stream().sorted(FillActivity.IN_ORDER).toList().getFirst().cumulative());
        assertEquals(Optional.of(UUID.fromString("00000000-0000-0000-0000-000000000101")),
                fills.getLast().executionId());
        assertEquals("GET /v2/account/activities/FILL?after=2026-11-23T15%3A00%3A00Z&direction=asc&page_size=100",
                asked());
        assertEquals("GET /v2/account/activities/FILL?after=2026-11-23T15%3A00%3A00Z&direction=asc&page_size=100"
                + "&page_token=20261123101507123%3A%3A00000000-0000-0000-0000-000000000100", asked());
    }

    @Test
    void anAnswerOfAnotherShapeProvesNothing() {
        venue.answers(200, "[]").answers(200, "{\"orders\":[]}").answers(200, "null");
        for (Answer<?> answer : List.of(trading.account(), trading.orders("open"), trading.order(ORDER))) {
            assertEquals(UnknownReason.UNPARSABLE, assertInstanceOf(Answer.Unknown.class, answer).reason());
        }
    }

    @Test
    void toleratesUnknownFieldsAndWords() {
        venue.answers(200, Samples.ORDER.replace("\"status\":\"partially_filled\"", "\"status\":\"on_the_moon\"")
                .replace("{\"id\"", "{\"new_field\":{\"a\":[1]},\"id\""));
        assertEquals(OrderStatus.OTHER, given(trading.order(ORDER)).status());
    }
}
