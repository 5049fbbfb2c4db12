package org.gradus.adapters.venue.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.gradus.adapters.venue.fault.FaultScript;
import org.gradus.adapters.venue.market.Timestamps;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What a script does to the market, as a client of the stock stream hears it. Ten in the morning in New York.
class MarketFaultsTest {
    private static final long T = Timestamps.epochNs(Instant.parse("2023-11-14T15:00:10Z"));
    private static final long SECOND_NS = Timestamps.SECOND_NS;
    private static final String AUTH = "{\"action\":\"auth\",\"key\":\"PKTEST\",\"secret\":\"the-secret\"}";
    private static final String BAND = "[{\"T\":\"l\",\"S\":\"AAPL\",\"t\":\"2023-11-14T15:00:%s\",\"u\":105,\"d\":95,"
            + "\"i\":\"%s\",\"z\":\"C\"}]";
    private static final String STATUS = "[{\"T\":\"s\",\"S\":\"AAPL\",\"t\":\"2023-11-14T15:00:%s\",\"sc\":\"%s\","
            + "\"sm\":\"%s\",\"rc\":\"%s\",\"rm\":\"%s\",\"z\":\"C\"}]";

    private static VenueRig rig(String script) {
        return new VenueRig(settings -> settings.with(FaultScript.parse(script)));
    }

    private static StreamClient listening(VenueRig rig, String channels) {
        StreamClient client = rig.stream("/v2/iex").say(AUTH).say("{\"action\":\"subscribe\"," + channels + "}");
        for (int i = 0; i < 3; i++) {
            client.next();
        }
        return client;
    }

    private static void hears(StreamClient client, String text, Object... values) {
        assertEquals(text.formatted(values), client.next());
    }

    @Test
    void haltsAStockAndLetsItGoOn() {
        try (VenueRig rig = rig("halt 0ms on AAPL every 2"); StreamClient client = listening(rig,
                "\"statuses\":[\"*\"],\"lulds\":[\"AAPL\"],\"trades\":[\"AAPL\"],\"quotes\":[\"AAPL\"]")) {
            rig.print("AAPL", "100", "1", T);
            assertTrue(client.next().contains("\"T\":\"t\""));
            rig.print("AAPL", "101", "1", T + SECOND_NS);
            hears(client, STATUS, "11Z", "H", "Trading Halt", "T1", "Halt News Pending");
            hears(client, BAND, "11Z", "D");
            rig.quote("AAPL", "102", "103", T + 2 * SECOND_NS);
            rig.print("MSFT", "1", "1", T + 2 * SECOND_NS);
            rig.venue.market().time(T + 3 * SECOND_NS);
            hears(client, STATUS, "13Z", "Q", "Quotation Resumption", "T3", "News and Resumption Times");
            hears(client, STATUS, "13Z", "T", "Trading Resumption", "T3", "News and Resumption Times");
            hears(client, BAND, "13Z", "E");
            rig.print("AAPL", "104", "1", T + 4 * SECOND_NS);
            assertTrue(client.next().contains("\"p\":104,"));
            JsonNode trades = rig.ask("/v2/stocks/AAPL/trades?start=2023-11-14").json().get("trades");
            assertEquals(List.of("100", "104"), trades.valueStream().map(trade -> trade.get("p").toString()).toList());
        }
    }

    @Test
    void pausesAStockWithAnImbalance() {
        try (VenueRig rig = rig("pause 0ms on AAPL every 2"); StreamClient client = listening(rig,
                "\"statuses\":[\"AAPL\"],\"imbalances\":[\"AAPL\"]")) {
            rig.print("AAPL", "100", "1", T);
            rig.print("AAPL", "90", "1", T);
            hears(client, STATUS, "10Z", "P", "Volatility Trading Pause", "LUDP", "Volatility Trading Pause");
            assertEquals("[{\"T\":\"i\",\"S\":\"AAPL\",\"t\":\"2023-11-14T15:00:10Z\",\"p\":100,\"z\":\"C\"}]",
                    client.next());
        }
    }

    @Test
    void movesTheBandsOfAStockWithItsPrice() {
        try (VenueRig rig = new VenueRig(); StreamClient client = listening(rig, "\"lulds\":[\"AAPL\"]")) {
            for (String price : new String[] {"100", "100.5", "103"}) {
                long minute = price.equals("100") ? 0 : price.equals("103") ? 7 : 1;
                rig.print("AAPL", price, "1", T + minute * Timestamps.MINUTE_NS);
                rig.venue.market().time(T + (minute + 1) * Timestamps.MINUTE_NS);
            }
            assertTrue(client.next().contains("\"t\":\"2023-11-14T15:01:00Z\",\"u\":105,\"d\":95,\"i\":\"A\""));
            assertTrue(client.next().contains("\"t\":\"2023-11-14T15:08:00Z\",\"u\":108.15,\"d\":97.85,\"i\":\"B\""));
        }
    }

    @Test
    void correctsAPrintBeforeItsBar() {
        try (VenueRig rig = rig("correct 0ms on AAPL first 1"); StreamClient client = listening(rig,
                "\"trades\":[\"AAPL\"],\"bars\":[\"AAPL\"],\"updatedBars\":[\"AAPL\"]")) {
            rig.print("AAPL", "100", "7", T);
            rig.venue.market().time(T + SECOND_NS);
            assertTrue(client.next().contains("\"i\":1,"));
            hears(client, "[{\"T\":\"c\",\"S\":\"AAPL\",\"t\":\"2023-11-14T15:00:11Z\",\"x\":\"V\",\"oi\":1,\"op\":100,"
                    + "\"os\":7,\"oc\":[\"@\"],\"ci\":2,\"cp\":100.01,\"cs\":7,\"cc\":[\"@\"],\"z\":\"C\"}]");
            rig.venue.market().time(T + Timestamps.MINUTE_NS);
            assertTrue(client.next().contains("\"T\":\"b\",\"S\":\"AAPL\",\"t\":\"2023-11-14T15:00:00Z\","
                    + "\"o\":100.01,"));
            String trades = rig.ask("/v2/stocks/AAPL/trades?start=2023-11-14").body();
            assertTrue(trades.contains("\"i\":1,\"x\":\"V\",\"c\":[\"@\"],\"u\":\"incorrect\""), trades);
            assertTrue(trades.contains("\"i\":2,\"x\":\"V\",\"c\":[\"@\"],\"u\":\"corrected\""), trades);
            assertTrue(rig.ask("/v2/stocks/AAPL/trades/latest").body().contains("\"p\":100.01,"));
        }
    }

    @Test
    void takesAPrintBackAndTellsItsBarAgainAtTheHalfMinute() {
        try (VenueRig rig = rig("bust 0ms on AAPL every 2"); StreamClient client = listening(rig,
                "\"trades\":[\"AAPL\"],\"bars\":[\"AAPL\"],\"updatedBars\":[\"AAPL\"]")) {
            rig.print("AAPL", "100", "1", T);
            rig.print("AAPL", "200", "3", T);
            rig.print("AAPL", "110", "1", T + Timestamps.MINUTE_NS);
            client.next();
            client.next();
            assertTrue(client.next().contains("\"p\":110,"));
            assertTrue(client.next().contains("\"T\":\"b\",\"S\":\"AAPL\",\"t\":\"2023-11-14T15:00:00Z\",\"o\":100,"
                    + "\"h\":200"));
            rig.venue.market().time(T + 61 * SECOND_NS);
            hears(client, "[{\"T\":\"x\",\"S\":\"AAPL\",\"t\":\"2023-11-14T15:01:11Z\",\"i\":2,\"x\":\"V\",\"p\":200,"
                    + "\"s\":3,\"a\":\"C\",\"z\":\"C\"}]");
            rig.venue.market().time(T + 79 * SECOND_NS);
            rig.venue.market().time(T + 80 * SECOND_NS);
            hears(client, "[{\"T\":\"u\",\"S\":\"AAPL\",\"t\":\"2023-11-14T15:00:00Z\",\"o\":100,\"h\":100,\"l\":100,"
                    + "\"c\":100,\"v\":1,\"n\":1,\"vw\":100}]");
            assertTrue(rig.ask("/v2/stocks/AAPL/bars?timeframe=1Min&start=2023-11-14").body().contains("\"h\":100,"));
        }
    }

    @Test
    void tellsALatePrintWithItsOwnTimeAndItsBarAgain() {
        try (VenueRig rig = rig("late 0ms on ETH/USD every 2"); StreamClient client = rig.stream("/v1beta3/crypto/us")
                .say(AUTH).say("{\"action\":\"subscribe\",\"trades\":[\"*\"],\"updatedBars\":[\"*\"]}")) {
            for (int i = 0; i < 3; i++) {
                client.next();
            }
            rig.print("ETH/USD", "10", "1", T);
            rig.print("ETH/USD", "12", "1", T + SECOND_NS);
            rig.print("ETH/USD", "11", "1", T + 2 * SECOND_NS);
            assertTrue(client.next().contains("\"p\":10,"));
            assertTrue(client.next().contains("\"p\":11,"));
            rig.venue.market().time(T + Timestamps.MINUTE_NS);
            assertTrue(client.next().contains("\"t\":\"2023-11-14T15:00:11Z\",\"p\":12,"));
            rig.venue.market().time(T + 2 * Timestamps.MINUTE_NS);
            assertTrue(client.next().contains("\"T\":\"u\",\"S\":\"ETH/USD\",\"t\":\"2023-11-14T15:00:00Z\",\"o\":10,"
                    + "\"h\":12,\"l\":10,\"c\":11,\"v\":3,\"n\":3,"));
        }
    }
}
