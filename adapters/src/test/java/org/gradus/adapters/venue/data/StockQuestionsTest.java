package org.gradus.adapters.venue.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gradus.adapters.venue.Call;
import org.gradus.adapters.venue.DataPlan;
import org.gradus.adapters.venue.Reply;
import org.gradus.adapters.venue.market.Candle;
import org.gradus.adapters.venue.market.MadeQuotes;
import org.gradus.adapters.venue.market.Market;
import org.gradus.adapters.venue.market.Timestamps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What may be asked about stocks, and in which words.
class StockQuestionsTest {
    private static final long NOW_NS = Timestamps.epochNs(Instant.parse("2023-11-14T18:00:30Z"));
    private final Market market = new Market(MadeQuotes.USUAL);

    StockQuestionsTest() {
        for (int i = 60; i > 0; i--) {
            market.printAndQuote("SPY", BigDecimal.valueOf(449), BigDecimal.TEN, 'B',
                    NOW_NS - i * Timestamps.MINUTE_NS);
        }
        market.time(NOW_NS);
    }

    private Reply ask(DataPlan plan, String pathAndQuery) {
        String[] parts = pathAndQuery.split("\\?", 2);
        Map<String, List<String>> query = parts.length == 1 ? Map.of() : Arrays.stream(parts[1].split("&"))
                .map(pair -> pair.split("=", -1)).collect(Collectors.toMap(pair -> pair[0], pair -> List.of(pair[1])));
        return new DataEndpoints(market, () -> NOW_NS, plan).handle(new Call("GET", parts[0], query, "", ""));
    }

    private Reply ask(String pathAndQuery) {
        return ask(DataPlan.PLUS, pathAndQuery);
    }

    @ParameterizedTest
    @ValueSource(strings = {"feed=otc", "feed=IEX", "adjustment=All", "asof=-", "asof=2023-11-14",
            "adjustment=split,spin-off", "adjustment=split,split", "adjustment=", "currency=USD", "dances=true"})
    void takesTheWordsOfTheService(String words) {
        assertEquals(200, ask("/v2/stocks/SPY/bars?timeframe=1Hour&" + words).status());
        assertEquals(200, ask("/v2/stocks/quotes?symbols=SPY&timeframe=60Min&" + words).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"feed=delayed_sip", "feed=", "asof=2023-02-30", "asof=then", "adjustment=dance",
            "currency=EUR"})
    void refusesOtherWordsButThoseThatAreOfNoConcern(String words) {
        boolean empty = words.endsWith("=");
        assertEquals(empty ? 200 : 400, ask("/v2/stocks/SPY/bars?timeframe=1Hour&" + words).status());
        boolean ofBars = words.startsWith("adjustment");
        assertEquals(empty || ofBars ? 200 : 400, ask("/v2/stocks/SPY/trades?" + words).status());
        assertEquals(200, ask("/v1beta3/crypto/us/bars?symbols=BTC/USD&timeframe=1Hour&" + words).status());
    }

    @Test
    void takesFeedsForTheLatestThatHaveNoHistory() {
        for (String feed : StockWords.LATEST_FEEDS) {
            assertEquals(200, ask("/v2/stocks/SPY/quotes/latest?feed=" + feed).status());
            assertEquals(200, ask("/v2/stocks/snapshots?symbols=SPY&feed=" + feed).status());
        }
        assertEquals(400, ask("/v2/stocks/SPY/quotes/latest?feed=opra").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPY/bars?timeframe=1Day", "trades?symbols=SPY", "SPY/quotes/latest?feed=iex",
            "bars/latest?symbols=SPY", "SPY/snapshot?feed=iex", "SPY/auctions?feed=sip"})
    void saysTheCurrencyOfPricesWhenAskedForIt(String question) {
        assertEquals("USD", ask("/v2/stocks/" + question + "&currency=USD").body().get("currency").stringValue());
        assertTrue(!ask("/v2/stocks/" + question).body().has("currency"));
    }

    @Test
    void leavesTheCurrencyOutOfAMapOfStocks() {
        assertEquals(1, ask("/v2/stocks/snapshots?symbols=SPY&currency=USD").body().size());
    }

    @Test
    void explainsConditionsByTapeAndExchanges() {
        assertEquals("Regular Sale", ask("/v2/stocks/meta/conditions/trade?tape=C").body().get("@").stringValue());
        assertEquals("Regular Sale", ask("/v2/stocks/meta/conditions/trade?tape=A").body().get(" ").stringValue());
        assertTrue(ask("/v2/stocks/meta/conditions/quote?tape=B").body().has("R"));
        assertEquals("IEX", ask("/v2/stocks/meta/exchanges").body().get("V").stringValue());
    }

    @ParameterizedTest
    @CsvSource({"meta/conditions/trade,400", "meta/conditions/trade?tape=X,400", "meta/conditions/bar?tape=A,400",
            "meta/nothing,404", "nothing,404", "SPY/nothing,404", "bars/latest,400", "snapshots?symbols=spy,400"})
    void refusesWhatThereIsNot(String question, int status) {
        assertEquals(status, ask("/v2/stocks/" + question).status());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/v2/stocks/SPY/auctions?|{\"auctions\":[],\"next_page_token\":null,"
            + "\"symbol\":\"SPY\"}", "/v2/stocks/auctions?symbols=SPY|{\"auctions\":{},\"next_page_token\":null}",
            "/v1beta1/news?limit=50|{\"news\":[],\"next_page_token\":null}", "/v1/corporate-actions?types="
            + "forward_split,cash_dividend&region=us|{\"corporate_actions\":{},\"next_page_token\":null}",
            "/v1beta1/corporate-actions?limit=1000|{\"corporate_actions\":{},\"next_page_token\":null}"})
    void hasNoneOfWhatATapeKnowsNothingOfButMayBeAsked(String question, String answer) {
        assertEquals(answer, String.valueOf(ask(question.replaceAll("\\?$", "")).body()));
        String more = question + "&";
        for (String wrong : List.of("limit=0", "limit=100000", "sort=up", "start=x", "end=x")) {
            String asked = (more + wrong).replace("?&", "?").replaceAll("limit=(50|1000)&(?=limit)", "");
            assertEquals(400, ask(asked).status(), asked);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1beta1/news?include_content=maybe", "/v1/corporate-actions?types=dance",
            "/v1/corporate-actions?region=mars", "/v1/corporate-actions?ids=a&symbols=SPY",
            "/v2/stocks/SPY/auctions?feed=iex"})
    void refusesWrongWordsAlsoWhereThereIsNone(String question) {
        assertEquals(400, ask(question).status());
    }

    @Test
    void showsTheFreePlanNothingOfTheLastQuarterOfAnHourOfAllExchanges() {
        String bars = "/v2/stocks/SPY/bars?timeframe=1Min&start=2023-11-14T17:00:00Z";
        assertEquals(60, ask(bars).body().get("bars").size());
        assertEquals(46, ask(DataPlan.BASIC, bars).body().get("bars").size());
        assertEquals(60, ask(DataPlan.BASIC, bars + "&feed=iex").body().get("bars").size());
        assertEquals(200, ask(DataPlan.BASIC, bars + "&end=2023-11-14T17:45:00Z&feed=sip").status());
        Reply refused = ask(DataPlan.BASIC, bars + "&end=2023-11-14T17:46:00Z");
        assertEquals(403, refused.status());
        assertEquals("{\"code\":42210000,\"message\":\"subscription does not permit querying recent SIP data\"}",
                refused.body().toString());
        assertEquals(403, ask(DataPlan.BASIC, "/v2/stocks/SPY/quotes/latest?feed=sip").status());
        assertEquals(200, ask(DataPlan.BASIC, "/v2/stocks/SPY/quotes/latest").status());
    }

    @Test
    void takesAMinutesBarForTheLatestBesideBarsOfDays() {
        long minuteNs = NOW_NS - NOW_NS % Timestamps.MINUTE_NS;
        BigDecimal one = BigDecimal.ONE;
        market.pastBar("SPY", new Candle(minuteNs - Timestamps.DAY_NS, minuteNs, one, one, one, one, one, one, 1),
                Timestamps.DAY_NS);
        assertEquals("449", ask("/v2/stocks/SPY/bars/latest").body().get("bar").get("c").toString());
    }
}
