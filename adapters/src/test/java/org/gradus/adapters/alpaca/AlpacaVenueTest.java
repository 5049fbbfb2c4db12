package org.gradus.adapters.alpaca;

import static org.gradus.adapters.alpaca.Known.scaled;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradus.adapters.alpaca.AlpacaSettings.MarketFeed;
import org.gradus.adapters.alpaca.access.AlpacaAccess;
import org.gradus.adapters.alpaca.access.AlpacaEndpoints;
import org.gradus.adapters.alpaca.access.Credentials;
import org.gradus.adapters.alpaca.data.HistoryDownload;
import org.gradus.adapters.alpaca.data.HistoryKind;
import org.gradus.adapters.alpaca.data.HistoryQuery;
import org.gradus.adapters.alpaca.rest.Venue;
import org.gradus.adapters.alpaca.stream.MarketStream.Packing;
import org.gradus.adapters.venue.AccountKey;
import org.gradus.adapters.venue.Keys;
import org.gradus.adapters.venue.MarketListener.Quote;
import org.gradus.adapters.venue.exchange.VenueRules;
import org.gradus.adapters.venue.server.TradingSide;
import org.gradus.adapters.venue.server.VenueSettings;
import org.gradus.adapters.wire.StreamSettings;
import org.gradus.adapters.wire.WireHttp;
import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.TimeInForce;
import org.gradus.engine.egress.LookUp;
import org.gradus.engine.egress.OrderCommand;
import org.gradus.engine.egress.SendOutcome;
import org.gradus.engine.egress.VenueConnection;
import org.gradus.engine.egress.VenueOrderView;
import org.gradus.engine.egress.VenueSnapshot;
import org.gradus.engine.ingress.VenueFeed;
import org.gradus.engine.message.RejectReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The adapter against the venue of this project, over HTTP and WebSockets.
class AlpacaVenueTest {
    private static final VenueRules RULES = VenueRules.paper(1)
            .with(new VenueRules.Matching(VenueRules.Model.PAPER, BigDecimal.ZERO));

    private final org.gradus.adapters.venue.server.Venue venue = new org.gradus.adapters.venue.server.Venue(
            VenueSettings.byHand(new Keys(List.of(new AccountKey(Venue.KEY_ID, Venue.SECRET)))),
            TradingSide.Maker.exchange(RULES), _ -> { });
    private final Known.Diary diary = new Known.Diary();
    private final List<VenueFeed> feeds = new ArrayList<>();
    private VenueConnection connection;

    @AfterEach
    void close() {
        feeds.forEach(VenueFeed::close);
        if (connection != null) {
            connection.close();
        }
        venue.close();
    }

    private void connect(Packing packing) throws InterruptedException {
        MarketFeed feed = new MarketFeed("/v1beta3/crypto/us", packing, List.of("BTC/USD"), true, true, false, 0);
        AlpacaVenue alpaca = new AlpacaVenue(
                AlpacaAccess.paper(AlpacaEndpoints.at(venue.address()), Venue.keys()),
                new AlpacaSettings(WireHttp.Times.USUAL, StreamSettings.USUAL, 200, 20, scaled("0.0025"), 1,
                    List.of(feed)), List.of(Known.BITCOIN), diary::note);
        connection = alpaca.connection();
        feeds.addAll(alpaca.marketFeeds());
        feeds.add(alpaca.orderFeed(1));
        for (int i = 0; i < feeds.size(); i++) {
            feeds.get(i).start(diary, diary.state("feed " + i));
        }
        diary.hears("feed 0 up", "feed 1 up");
        quote("60000", "60010");
        diary.hears("QUOTE 60000 60010");
    }

    private void quote(String bid, String ask) {
        venue.market().quote(new Quote("BTC/USD", new BigDecimal(bid), BigDecimal.TEN, new BigDecimal(ask),
                BigDecimal.TEN, venue.clock().nowNs(), false));
    }

    private static OrderCommand buy(String limit) {
        OrderCommand command = Known.buy();
        command.limitPrice = scaled(limit);
        return command;
    }

    private static OrderCommand stop() {
        OrderCommand command = Known.buy();
        command.clientOrderId++;
        command.purpose = Purpose.PROTECTIVE_STOP;
        command.side = Side.SELL;
        command.orderType = OrderType.STOP_LIMIT;
        command.timeInForce = TimeInForce.GTC;
        command.quantity = scaled("0.014");
        command.triggerPrice = scaled("58500");
        command.limitPrice = scaled("58000");
        return command;
    }

    @ParameterizedTest
    @EnumSource
    void tradesAndAgreesWithTheVenuesBooks(Packing packing) throws InterruptedException {
        connect(packing);
        SendOutcome sent = connection.submit(buy("60010"));
        assertInstanceOf(SendOutcome.Accepted.class, sent, sent::toString);
        diary.hears("filled k7-42 0.015 at 60010 in all 0.015 fee 0.0000375 coin");
        VenueSnapshot.Taken taken = taken();
        assertEquals(List.of(scaled("0.0149625")), taken.quantities());
        assertEquals(scaled("99099.85"), taken.cash());
        assertEquals(List.of(), taken.openOrders());
        assertFalse(diary.told().contains(Venue.SECRET) || diary.told().contains(Venue.KEY_ID));
    }

    private VenueSnapshot.Taken taken() {
        VenueSnapshot snapshot = connection.snapshot();
        return assertInstanceOf(VenueSnapshot.Taken.class, snapshot, snapshot::toString);
    }

    @Test
    void restsReplacesAndCancelsAStop() throws InterruptedException {
        connect(Packing.JSON);
        connection.submit(buy("60010"));
        diary.hears("filled k7-42");
        assertInstanceOf(SendOutcome.Accepted.class, connection.submit(stop()));
        diary.hears("accepted k7-43");
        assertEquals(VenueOrderView.State.WORKING, taken().openOrders().getFirst().state());
        OrderCommand tighter = stop();
        tighter.clientOrderId++;
        tighter.replaces = stop().clientOrderId;
        tighter.triggerPrice = scaled("59000");
        tighter.limitPrice = scaled("58500");
        SendOutcome replaced = connection.replace(tighter);
        assertInstanceOf(SendOutcome.Accepted.class, replaced, replaced::toString);
        diary.hears("replaced k7-43 by k7-44");
        assertEquals(new SendOutcome.Accepted(0, 0), connection.cancel(tighter));
        diary.hears("cancelled k7-44 0");
        assertEquals(List.of(), taken().openOrders());
    }

    @Test
    void looksUpTheSameFillsThatTheStreamToldOf() throws InterruptedException {
        connect(Packing.JSON);
        connection.submit(buy("60010"));
        diary.hears("filled k7-42");
        VenueOrderView view = assertInstanceOf(LookUp.Found.class, connection.lookUp(Known.ID)).order();
        assertEquals(VenueOrderView.State.FILLED, view.state());
        assertEquals(diary.fills, view.fills());
        assertEquals(new LookUp.NotFound(), connection.lookUp(Known.ID + 1));
    }

    @Test
    void anOrderSentTwiceIsOneOrder() throws InterruptedException {
        connect(Packing.JSON);
        SendOutcome first = connection.submit(buy("60010"));
        assertEquals(first, connection.submit(buy("60010")));
        diary.hears("filled k7-42");
        assertEquals(scaled("99099.85"), taken().cash());
    }

    @Test
    void hearsTheVenuesRefusalsInItsOwnWords() throws InterruptedException {
        connect(Packing.JSON);
        OrderCommand small = buy("60010");
        small.quantity = scaled("0.0001");
        assertEquals(RejectReason.BELOW_MINIMUM,
                assertInstanceOf(SendOutcome.Refused.class, connection.submit(small)).reason());
        OrderCommand large = buy("60010");
        large.quantity = scaled("3");
        assertEquals(RejectReason.INSUFFICIENT_FUNDS,
                assertInstanceOf(SendOutcome.Refused.class, connection.submit(large)).reason());
        assertEquals(RejectReason.INSUFFICIENT_QUANTITY,
                assertInstanceOf(SendOutcome.Refused.class, connection.submit(stop())).reason());
        assertInstanceOf(SendOutcome.Refused.class, connection.cancel(small));
    }

    @Test
    void readsTheVenuesClock() throws InterruptedException {
        connect(Packing.JSON);
        long before = venue.clock().nowNs();
        long told = connection.timeNs().orElseThrow();
        assertTrue(told >= before && told <= venue.clock().nowNs());
    }

    @Test
    void fetchesHistoryAsATapeWithoutKeys(@TempDir Path folder) throws IOException {
        long nowNs = venue.clock().nowNs();
        venue.market().print("BTC/USD", new BigDecimal("60000.50"), new BigDecimal("0.25"), 'B',
                nowNs - 2_000_000_000L);
        venue.market().print("BTC/USD", new BigDecimal("60001"), new BigDecimal("0.5"), 'S', nowNs - 1_000_000_000L);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        HistoryQuery query = new HistoryQuery("BTC/USD", HistoryKind.TRADES, null, today.minusDays(1), today, "");
        try (HistoryDownload download = new HistoryDownload(AlpacaEndpoints.at(venue.address()), Optional.empty(),
                (done, rows, at) -> { })) {
            Path file = download.fetch(query, folder, false).file().orElseThrow();
            assertEquals(List.of("timestamp_ns,price,size,side", nowNs - 2_000_000_000L + ",60000.5,0.25,buy",
                    nowNs - 1_000_000_000L + ",60001,0.5,sell"), Files.readAllLines(file));
        }
    }

    @Test
    void wrongKeysEndTheFeedsAndAreNotShown() throws InterruptedException {
        AlpacaVenue alpaca = new AlpacaVenue(AlpacaAccess.paper(AlpacaEndpoints.at(venue.address()),
                Credentials.Paper.from(Map.of("ALPACA_PAPER_KEY_ID", "PKWRONG77",
                    "ALPACA_PAPER_SECRET_KEY", "wrong-secret-77")).orElseThrow()),
                new AlpacaSettings(WireHttp.Times.USUAL, StreamSettings.USUAL, 200, 20, 0, 1, List.of()),
                List.of(Known.BITCOIN), diary::note);
        connection = alpaca.connection();
        feeds.add(alpaca.orderFeed(0));
        feeds.getFirst().start(diary, diary.state("feed"));
        diary.hears("order stream given up: the paper keys, read from ALPACA_PAPER_KEY_ID");
        diary.hears("feed down");
        assertTrue(connection.snapshot().toString().contains("the paper keys, read from ALPACA_PAPER_KEY_ID and "
                + "ALPACA_PAPER_SECRET_KEY, are refused at a venue on this machine, http://127.0.0.1:"),
                () -> connection.snapshot().toString());
        String told = diary.told() + connection.snapshot() + connection.submit(buy("60010"))
                + connection.lookUp(Known.ID);
        assertFalse(told.contains("PKWRONG77") || told.contains("wrong-secret-77"), told);
    }
}
