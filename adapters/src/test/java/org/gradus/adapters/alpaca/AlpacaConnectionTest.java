package org.gradus.adapters.alpaca;

import static org.gradus.adapters.alpaca.Known.scaled;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.gradus.adapters.alpaca.rest.Venue;
import org.gradus.adapters.alpaca.stream.OrderEvent;
import org.gradus.adapters.alpaca.trading.AlpacaOrder;
import org.gradus.adapters.alpaca.trading.OrderStatus;
import org.gradus.adapters.alpaca.trading.Samples;
import org.gradus.adapters.alpaca.trading.TradingRest;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Side;
import org.gradus.engine.egress.LookUp;
import org.gradus.engine.egress.OrderCommand;
import org.gradus.engine.egress.SendOutcome;
import org.gradus.engine.egress.VenueOrderView;
import org.gradus.engine.egress.VenueSnapshot;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.message.RejectReason;
import org.gradus.engine.message.UnknownReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlpacaConnectionTest {
    private static final UUID ORDER = UUID.fromString(Samples.ORDER_ID);
    private static final SendOutcome ACCEPTED =
            new SendOutcome.Accepted(ORDER.getMostSignificantBits(), ORDER.getLeastSignificantBits());
    private static final String NOT_FOUND = "{\"code\":40410000,\"message\":\"order not found\"}";

    private final Venue venue = new Venue();
    private final AlpacaConnection connection = connection(Known.BITCOIN);

    AlpacaConnectionTest() throws IOException {
    }

    private AlpacaConnection connection(Instrument instrument) {
        return connection(instrument, new OrderIds());
    }

    private AlpacaConnection connection(Instrument instrument, OrderIds ids) {
        TradingRest trading = new TradingRest(venue.transport());
        return new AlpacaConnection(trading, new Tradables(List.of(instrument)),
                new FillReports(scaled("0.0025")), new OrderFinder(trading, ids), _ -> { }, () -> { });
    }

    @AfterEach
    void close() {
        venue.close();
    }

    private String asked() throws InterruptedException {
        var seen = venue.seen();
        return seen.getMethod() + " " + seen.getTarget();
    }

    private static OrderCommand cancel() {
        return Known.buy();
    }

    @Test
    void submitsAndTellsTheVenuesId() throws InterruptedException {
        venue.answers(200, Samples.ORDER);
        assertEquals(ACCEPTED, connection.submit(Known.buy()));
        assertTrue(venue.seen().getBody().utf8().contains("\"client_order_id\":\"k7-42\""));
    }

    @Test
    void namesTheOrderThatIsInTheWay() {
        venue.answers(403, "{\"code\":40310000,\"message\":\"potential wash trade detected\","
                + "\"existing_order_id\":\"904837e3-3b76-47ec-b432-046db621571b\"}");
        assertEquals(new SendOutcome.Refused(RejectReason.WASH_TRADE, "403 (40310000): potential wash trade detected,"
                + " in the way is order 904837e3-3b76-47ec-b432-046db621571b"), connection.submit(Known.buy()));
    }

    @Test
    void tellsWhyAnOrderWasRefused() {
        venue.answers(403, "{\"code\":40310000,\"message\":\"insufficient buying power\",\"buying_power\":\"1\"}")
                .answers(200, Samples.ORDER.replace("\"partially_filled\"", "\"rejected\""));
        assertEquals(new SendOutcome.Refused(RejectReason.INSUFFICIENT_FUNDS,
                "403 (40310000): insufficient buying power"), connection.submit(Known.buy()));
        assertEquals(RejectReason.VENUE_CHOICE,
                assertInstanceOf(SendOutcome.Refused.class, connection.submit(Known.buy())).reason());
    }

    @Test
    void takesARepeatedIdForProofThatTheOrderGotIn() throws InterruptedException {
        venue.answers(422, "{\"code\":40010001,\"message\":\"client_order_id must be unique\"}")
                .answers(200, Samples.ORDER);
        assertEquals(ACCEPTED, connection.submit(Known.buy()));
        asked();
        assertEquals("GET /v2/orders:by_client_order_id?client_order_id=k7-42", asked());
    }

    @Test
    void believesNoMessageAlone() {
        String body = "{\"code\":40010001,\"message\":\"limit orders require a limit price\"}";
        venue.answers(422, body).answers(404, NOT_FOUND).answers(422, body).answers(200, Samples.ORDER)
                .answers(422, "{\"code\":40010001,\"message\":\"client_order_id must be unique\"}")
                .answers(404, NOT_FOUND);
        assertEquals(RejectReason.MALFORMED,
                assertInstanceOf(SendOutcome.Refused.class, connection.submit(Known.buy())).reason());
        assertEquals(ACCEPTED, connection.submit(Known.buy()));
        assertEquals(new SendOutcome.Unknown(UnknownReason.SERVER_ERROR), connection.submit(Known.buy()));
    }

    @Test
    void tellsNotSentFromUnknown() {
        venue.answers(429, "").answers(504, "<html>").answers(200, "ok");
        venue.server.enqueue(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
        assertEquals(new SendOutcome.NotSent(NotSentReason.RATE_LIMIT), connection.submit(Known.buy()));
        venue.pace.pass(2_000_000_000L);
        assertEquals(new SendOutcome.Unknown(UnknownReason.SERVER_ERROR), connection.submit(Known.buy()));
        assertEquals(new SendOutcome.Unknown(UnknownReason.UNPARSABLE), connection.submit(Known.buy()));
        assertEquals(new SendOutcome.Unknown(UnknownReason.DROPPED), connection.submit(Known.buy()));
        venue.server.close();
        assertEquals(new SendOutcome.NotSent(NotSentReason.VENUE_DOWN), connection.submit(Known.buy()));
    }

    @Test
    void cancelsByTheNameItKnows() throws InterruptedException {
        venue.answers(200, Samples.ORDER).answers(204, "");
        connection.submit(Known.buy());
        asked();
        assertEquals(new SendOutcome.Accepted(0, 0), connection.cancel(cancel()));
        assertEquals("DELETE /v2/orders/" + ORDER, asked());
    }

    @Test
    void asksForTheNameOfAnOrderFromBeforeARestart() throws InterruptedException {
        venue.answers(200, Samples.ORDER).answers(422, "{\"code\":42210000,\"message\":\"already filled\"}")
                .answers(404, NOT_FOUND);
        assertEquals(RejectReason.TOO_LATE,
                assertInstanceOf(SendOutcome.Refused.class, connection.cancel(cancel())).reason());
        assertEquals("GET /v2/orders:by_client_order_id?client_order_id=k7-42", asked());
        OrderCommand unknown = cancel();
        unknown.clientOrderId++;
        assertInstanceOf(SendOutcome.Refused.class, connection.cancel(unknown));
    }

    @Test
    void aCancelWhoseOrderCannotBeNamedWasNotSent() {
        for (int i = 0; i < 4; i++) {
            venue.answers(503, "");
        }
        assertEquals(new SendOutcome.NotSent(NotSentReason.VENUE_DOWN), connection.cancel(cancel()));
    }

    @Test
    void replacesWhatHasChanged() throws InterruptedException {
        venue.answers(200, Samples.ORDER).answers(200, Samples.order(7).replace("k7-42", "k7-43"));
        OrderCommand change = Known.buy();
        change.replaces = Known.ID;
        change.clientOrderId = Known.ID + 1;
        change.limitPrice = scaled("60000");
        assertEquals(new SendOutcome.Accepted(0, 7), connection.replace(change));
        venue.seen();
        assertEquals("{\"limit_price\":\"60000\",\"client_order_id\":\"k7-43\"}", venue.seen().getBody().utf8());
    }

    @Test
    void looksUpAnOrderWithEachOfItsFills() throws InterruptedException {
        venue.answers(200, Samples.ORDER).answers(200, "[" + Samples.fill(2, "0.002") + "," + Samples.fill(1, "0.001")
                + "," + Samples.fill(4, "0.004") + "]");
        VenueOrderView view = assertInstanceOf(LookUp.Found.class, connection.lookUp(Known.ID)).order();
        assertEquals(VenueOrderView.State.WORKING, view.state());
        assertEquals(List.of(scaled("0.001"), scaled("0.002")),
                view.fills().stream().map(fill -> fill.cumulative()).toList(), "nothing from behind the hole");
        UUID execution = OrderEvent.madeUp(ORDER, scaled("0.002"));
        assertEquals(execution, new UUID(view.fills().get(1).executionIdHigh(), view.fills().get(1).executionIdLow()));
        asked();
        assertTrue(asked().startsWith("GET /v2/account/activities/FILL?order_id=" + ORDER
                + "&after=2026-09-18T13%3A24%3A49.018953300Z"));
    }

    @Test
    void tellsAMissFromAFailure() {
        venue.answers(404, NOT_FOUND).answers(401, "<html>").answers(200, Samples.ORDER).answers(403, "");
        assertEquals(new LookUp.NotFound(), connection.lookUp(Known.ID));
        String told = ": the paper keys, read from ALPACA_PAPER_KEY_ID and ALPACA_PAPER_SECRET_KEY, are refused at a "
                + "venue on this machine, " + venue.rest();
        assertEquals(new LookUp.Failed("401" + told), connection.lookUp(Known.ID));
        assertEquals(new LookUp.Failed("fills: 403" + told), connection.lookUp(Known.ID));
    }

    @Test
    void takesALegForWhatTheAnswerSaysItIsNotForWhatTheStreamToldMeanwhile() {
        long legId = Known.ID + 1;
        OrderIds ids = new OrderIds();
        AlpacaConnection stocks = connection(Known.APPLE, ids);
        venue.server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                ids.learn(entry(OrderStatus.PENDING_NEW));
                return new MockResponse.Builder().body(Samples.ORDER.replace("BTC/USD", "AAPL")
                        .replace("\"legs\":null", "\"legs\":[" + Samples.order(7).replace("k7-42", "theirs")
                                .replace("BTC/USD", "AAPL").replace("0.004", "0")
                                .replace("partially_filled", "held") + "]")).build();
            }
        });
        VenueOrderView leg = assertInstanceOf(LookUp.Found.class, stocks.lookUpLeg(legId, Known.ID)).order();
        assertEquals(List.of(legId, VenueOrderView.State.HELD), List.of(leg.clientOrderId(), leg.state()));
    }

    private static AlpacaOrder entry(OrderStatus ofLeg) {
        return stock(ORDER, "k7-42", OrderStatus.NEW, List.of(stock(new UUID(0, 7), "theirs", ofLeg, List.of())));
    }

    private static AlpacaOrder stock(UUID id, String clientOrderId, OrderStatus status, List<AlpacaOrder> legs) {
        return new AlpacaOrder(id, clientOrderId, "AAPL", status, Side.BUY, "limit", "gtc", scaled("10"), 0, 0, 0, 0,
                1, 1, 0, Optional.empty(), Optional.empty(), legs);
    }

    @Test
    void readsTheBooksOfTheVenue() {
        String stranger = Samples.POSITION.replace("BTCUSD", "DOGEUSD").replace("276e2673", "00000000");
        venue.answers(200, Samples.ASSET).answers(200, Samples.ACCOUNT)
                .answers(200, "[" + Samples.POSITION + "," + stranger + "]")
                .answers(200, "[" + Samples.ORDER.replace("\"buy\"", "\"sell\"").replace("k7-42", "by hand") + "]");
        VenueSnapshot.Taken taken = assertInstanceOf(VenueSnapshot.Taken.class, connection.snapshot());
        assertEquals(scaled("99398.75"), taken.cash());
        assertEquals(scaled("99000"), taken.buyingPower());
        assertEquals(List.of(scaled("0.00399")), taken.quantities());
        assertEquals(List.of("DOGEUSD"), taken.foreign().stream().map(Input.ForeignPosition::symbol).toList());
        assertEquals(0, taken.openOrders().getFirst().clientOrderId());
    }

    @Test
    void countsWhatOpenBuysKeepBackAsCash() {
        venue.answers(200, Samples.ASSET)
                .answers(200, Samples.ACCOUNT.replace("\"cash\"", "\"position_market_value\":\"240\",\"cash\""))
                .answers(200, "[]").answers(200, "[" + Samples.ORDER + "]");
        assertEquals(scaled("99772.5"), assertInstanceOf(VenueSnapshot.Taken.class, connection.snapshot()).cash());
    }

    @Test
    void takesNoBooksFromAnAccountThatMayNotTrade() {
        venue.answers(200, Samples.ASSET)
                .answers(200, Samples.ACCOUNT.replace("\"trading_blocked\":false", "\"trading_blocked\":true"));
        assertEquals(new VenueSnapshot.Failed("the account is not open for trading, status ACTIVE"),
                connection.snapshot());
    }

    @Test
    void tellsWhenTheVenueMeansSomethingElseByAnInstrument() {
        venue.answers(200, Samples.ASSET).answers(200, Samples.ASSET);
        Instrument finer = Known.instrument(0, "BTC/USD", AssetClass.CRYPTO, "0.001", "0.000000001");
        assertEquals(new VenueSnapshot.Failed("BTC/USD: the tick 0.001 is no multiple of the venue's 0.01"),
                connection(finer).snapshot());
        Instrument stock = Known.instrument(0, "BTC/USD", AssetClass.STOCK, "0.01", "1");
        assertEquals(new VenueSnapshot.Failed("BTC/USD: the venue takes it for crypto"),
                connection(stock).snapshot());
    }

    @Test
    void readsTheVenuesClock() {
        venue.answers(200, Samples.CLOCK).answers(200, "{}");
        assertEquals(OptionalLong.of(1_795_446_907_123_456_789L), connection.timeNs());
        assertEquals(OptionalLong.empty(), connection.timeNs());
    }
}
