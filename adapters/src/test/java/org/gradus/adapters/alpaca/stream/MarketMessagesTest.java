package org.gradus.adapters.alpaca.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.gradus.adapters.wire.Unreadable;
import org.gradus.adapters.wire.WireJson;
import org.gradus.adapters.wire.WireObject;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.FeedFault;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.tape.TapeEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketMessagesTest {
    private static final String TIME = ",\"t\":\"2026-11-23T15:00:00Z\"}";
    private static final Instrument BITCOIN = new Instrument(3, "BTC/USD", AssetClass.CRYPTO, "BTC", "USD", 1, 1, 0,
            Long.MAX_VALUE / FixedPoint.ONE, 4);
    private static final Instrument APPLE = new Instrument(4, "AAPL", AssetClass.STOCK, "AAPL", "USD", 1, 1, 0,
            Long.MAX_VALUE / FixedPoint.ONE, 0);

    private final List<String> heard = new ArrayList<>();
    private final MarketMessages messages = new MarketMessages(List.of(new Subscription(BITCOIN, true, true, true),
            new Subscription(APPLE, true, true, true)), 2, text -> text, new MarketMessages.Sink() {
                @Override
                public void market(TapeEvent event) {
                    heard.add(event.toString().replaceAll(" time=\\d+", ""));
                }

                @Override
                public void trading(Instrument instrument, boolean halted, String words, long timeNs) {
                    heard.add((halted ? "halted " : "trades ") + instrument.symbol() + ", " + words);
                }

                @Override
                public void success(String words) {
                    heard.add("success " + words);
                }

                @Override
                public void subscribed(WireObject channels) {
                    heard.add("subscribed " + channels.raw("trades"));
                }

                @Override
                public void error(int code, String words) {
                    heard.add("error " + code + " " + words);
                }

                @Override
                public void note(String what) {
                    heard.add("note " + what);
                }
            });

    private List<String> read(String... frame) {
        messages.read(WireJson.read("[" + String.join(",", frame) + "]"));
        return heard;
    }

    private String fault(String message) {
        return read(message).getLast().replaceAll("^FAULT 2:1 instrument=(-?\\d+) venueTime=\\d+ (\\S+) .*", "$1 $2");
    }

    private static String status(String code, String words) {
        return "{\"T\":\"s\",\"S\":\"AAPL\",\"sc\":\"" + code + "\",\"sm\":\"" + words
                + "\",\"rc\":\"T12\",\"rm\":\"News\",\"z\":\"C\"" + TIME;
    }

    @Test
    void readsHaltsOfEachTapeAndTheirEnds() {
        assertEquals(List.of("halted AAPL, Trading Halt (2), News (T12)", "trades AAPL, Resume (3), News (T12)",
                "halted AAPL, Trading Halt (H), News (T12)",
                "halted AAPL, Volatility Trading Pause (P), News (T12)",
                "note AAPL: Quotation Resumption (Q), News (T12); there are quotes again, and no trades yet",
                "trades AAPL, Trading Resumption (T), News (T12)",
                "note AAPL: Short Sale (E), News (T12); what may be traded stays as it was"),
                read(status("2", "Trading Halt"), status("3", "Resume"), status("H", "Trading Halt"),
                        status("P", "Volatility Trading Pause"), status("Q", "Quotation Resumption"),
                        status("T", "Trading Resumption"), status("E", "Short Sale")));
    }

    @Test
    void aHaltIsToldInWordsAlsoWhereTheExchangeGivesCodesAlone() {
        assertEquals(List.of("halted AAPL, trading halt (H)", "halted AAPL, volatility trading pause (P), reason LUDP",
                "note AAPL: quotes resume (Q); there are quotes again, and no trades yet"),
                read("{\"T\":\"s\",\"S\":\"AAPL\",\"sc\":\"H\"" + TIME,
                        "{\"T\":\"s\",\"S\":\"AAPL\",\"sc\":\"P\",\"rc\":\"LUDP\"" + TIME,
                        "{\"T\":\"s\",\"S\":\"AAPL\",\"sc\":\"Q\"" + TIME));
    }

    @Test
    void priceBandsAndImbalancesSayNothing() {
        assertEquals(List.of(), read("{\"T\":\"l\",\"S\":\"AAPL\",\"u\":3.2,\"d\":2.6,\"i\":\"B\"" + TIME,
                "{\"T\":\"i\",\"S\":\"AAPL\",\"p\":3.2" + TIME));
    }

    @Test
    void readsStockTradesQuotesAndBars() {
        assertEquals(List.of(
                "TRADE 2:1 instrument=4 venueTime=1795446000000000000 price=190120000000 size=100 aggressor=0",
                "QUOTE 2:2 instrument=4 venueTime=1795446000000000000 bid=190110000000 bidSize=300 ask=190130000000"
                    + " askSize=200",
                "BAR 2:3 instrument=4 venueTime=1795446060000000000 M1 start=1795446000000000000 "
                    + "end=1795446060000000000 open=190000000000 high=191000000000 low=189000000000 "
                    + "close=190500000000 volume=12345"),
                read("{\"T\":\"t\",\"S\":\"AAPL\",\"p\":190.12,\"s\":100,\"i\":52983525029461,\"x\":\"V\",\"c\":[],"
                    + "\"z\":\"C\"" + TIME,
                    "{\"T\":\"q\",\"S\":\"AAPL\",\"bp\":190.11,\"bs\":300,\"bx\":\"V\",\"ap\":190.13,\"as\":200,"
                    + "\"ax\":\"V\"" + TIME,
                    "{\"T\":\"b\",\"S\":\"AAPL\",\"o\":190,\"h\":191,\"l\":189,\"c\":190.5,\"v\":12345,\"n\":7,"
                    + "\"vw\":190.4" + TIME));
    }

    @Test
    void readsAQuietCryptoBar() {
        assertEquals(List.of("BAR 2:1 instrument=3 venueTime=1795446060000000000 M1 start=1795446000000000000 "
                + "end=1795446060000000000 open=60000000000000 high=60000000000000 low=60000000000000 "
                + "close=60000000000000 volume=0"), read("{\"T\":\"b\",\"S\":\"BTC/USD\",\"o\":60000,\"h\":60000,"
                + "\"l\":60000,\"c\":60000,\"v\":0,\"n\":0,\"vw\":0" + TIME));
    }

    @Test
    void cutsSizesToTheInstrumentsDecimalsAndKeepsIdsBeyondADouble() {
        assertEquals(List.of("TRADE 2:1 instrument=3 venueTime=1795446000000000000 price=60000000000001 size=12345"
                + " aggressor=1"), read("{\"T\":\"t\",\"S\":\"BTC/USD\",\"p\":60000.000000001,\"s\":1.23456789,"
                + "\"i\":18446744073709551615,\"tks\":\"B\"" + TIME));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"p\":0,\"s\":1 | 3 ZERO_PRICE", "\"p\":1,\"s\":0 | 3 ZERO_SIZE", "\"p\":-1,\"s\":1 | 3 NEGATIVE",
        "\"p\":1,\"s\":-1 | 3 NEGATIVE", "\"p\":1e30,\"s\":1 | 3 OVERFLOW", "\"p\":\"x\",\"s\":1 | 3 MALFORMED",
        "\"p\":0.0000000001,\"s\":1 | 3 MALFORMED", "\"p\":1 | 3 MALFORMED", "\"p\":NULL,\"s\":1 | 3 MALFORMED"})
    void refusesTradesThatCannotBe(String fields, String fault) {
        assertEquals(fault, fault("{\"T\":\"t\",\"S\":\"BTC/USD\"," + fields.replace("NULL", "null") + TIME));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"T\":\"q\",\"S\":\"AAPL\",\"bp\":2,\"bs\":1,\"ap\":1,\"as\":1 | 4 CROSSED_QUOTE",
        "{\"T\":\"q\",\"S\":\"AAPL\",\"bp\":0,\"bs\":0,\"ap\":1,\"as\":1 | 4 ZERO_PRICE",
        "{\"T\":\"b\",\"S\":\"AAPL\",\"o\":3,\"h\":2,\"l\":1,\"c\":2,\"v\":1 | 4 BAD_BAR",
        "{\"T\":\"t\",\"S\":\"ETH/USD\",\"p\":2,\"s\":2 | -1 UNKNOWN_INSTRUMENT",
        "{\"S\":\"AAPL\",\"p\":2,\"s\":2 | 4 MALFORMED"})
    void refusesWhatContradictsItself(String message, String fault) {
        assertEquals(fault, fault(message + TIME));
    }

    @ParameterizedTest
    @CsvSource({"yesterday", "1970-01-02T00:00:00Z", "2200-01-01T00:00:00Z"})
    void refusesABrokenClock(String time) {
        assertEquals("3 MALFORMED", fault("{\"T\":\"t\",\"S\":\"BTC/USD\",\"p\":1,\"s\":1,\"t\":\"" + time + "\"}"));
    }

    @Test
    void goesOnBehindABadMessageOfABatch() {
        read("{\"T\":\"t\",\"S\":\"AAPL\",\"p\":1,\"s\":1" + TIME, "7", "{\"T\":\"t\",\"S\":\"AAPL\",\"p\":2,\"s\":1"
                + TIME);
        assertEquals(List.of(
                "TRADE 2:1 instrument=4 venueTime=1795446000000000000 price=1000000000 size=1 aggressor=0",
                "FAULT 2:2 instrument=-1 venueTime=1795446000000000000 MALFORMED detail=7",
                "TRADE 2:3 instrument=4 venueTime=1795446000000000000 price=2000000000 size=1 aggressor=0"), heard);
    }

    @Test
    void passesOverBarsSoFarAndBarsCorrectedAndNotesTheRest() {
        assertEquals(List.of("note trade 5 of AAPL is corrected", "note trade 6 of AAPL is cancelled",
                "note a message of kind n", "success connected",
                "subscribed [\"AAPL\"]", "error 405 symbol limit exceeded"),
                read("{\"T\":\"d\",\"S\":\"AAPL\"}", "{\"T\":\"u\",\"S\":\"AAPL\"}",
                    "{\"T\":\"c\",\"S\":\"AAPL\",\"oi\":5,\"op\":1}", "{\"T\":\"x\",\"S\":\"AAPL\",\"i\":6}",
                    "{\"T\":\"n\"}",
                    "{\"T\":\"success\",\"msg\":\"connected\"}", "{\"T\":\"subscription\",\"trades\":[\"AAPL\"]}",
                    "{\"T\":\"error\",\"code\":405,\"msg\":\"symbol limit exceeded\"}"));
    }

    @Test
    void refusesAFrameThatIsNoArray() {
        assertEquals(FeedFault.MALFORMED, assertThrows(Unreadable.class, () -> messages.read(WireJson.read("{}")))
                .fault());
    }

    @ParameterizedTest
    @CsvSource({"60123.4", "0.1", "1e-7", "60000.000000001", "123456789.123"})
    void readsTheSameNumberFromADoubleAndFromItsText(String price) {
        String frame = "[{\"T\":\"t\",\"S\":\"BTC/USD\",\"p\":" + price + ",\"s\":0.25,\"i\":9007199254740993" + TIME
                + "]";
        messages.read(WireJson.read(frame));
        messages.read(MessagePack.read(PackedSamples.pack(WireJson.read(frame))));
        assertEquals(heard.get(0).replace("2:1", "2:2"), heard.get(1));
    }
}
