package org.gradus.adapters.finnhub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.gradus.adapters.checks.Instruments;
import org.gradus.adapters.wire.Mutations;
import org.gradus.engine.domain.FeedFault;
import org.gradus.engine.domain.FixedPoint;
import org.junit.jupiter.api.Test;

class StreamMessagesTest {
    private static final String TRADES = "{\"type\":\"trade\",\"data\":[{\"s\":\"BINANCE:BTCUSDT\",\"p\":60123.41,"
            + "\"t\":1795000000123,\"v\":0.012345678,\"c\":[\"1\"]},{\"s\":\"AAPL\",\"p\":261.7,\"t\":1795000000200,"
            + "\"v\":100}]}";

    private final StreamMessages messages = new StreamMessages(List.of(
            new Subscription("BINANCE:BTCUSDT", Instruments.BTC, true),
            new Subscription("AAPL", Instruments.AAPL, false)));
    private final List<String> read = new ArrayList<>();
    private final StreamMessages.Reader reader = new StreamMessages.Reader() {
        @Override
        public void trade(Subscription of, long price, long size, long timeNs) {
            assertTrue(price > 0 && size >= 0 && timeNs > 0);
            read.add(of.symbol() + " " + FixedPoint.format(price) + " x " + size + " at " + timeNs);
        }

        @Override
        public void error(String words) {
            read.add("error: " + words);
        }

        @Override
        public void unreadable(FeedFault fault, String what) {
            read.add(fault.label());
        }
    };

    private List<String> of(String text) {
        read.clear();
        messages.read(text, reader);
        return List.copyOf(read);
    }

    @Test
    void readsEveryTradeOfAMessageToTheLastDigit() {
        assertEquals(List.of("BINANCE:BTCUSDT 60123.41 x 1234567 at 1795000000123000000",
                "AAPL 261.7 x 100 at 1795000000200000000"), of(TRADES));
    }

    @Test
    void passesOverWhatIsNotForIt() {
        assertEquals(List.of(), of("{\"type\":\"ping\"}"));
        assertEquals(List.of(), of("{\"type\":\"news\",\"data\":[{}]}"));
        assertEquals(List.of(), of("{\"type\":\"trade\",\"data\":[]}"));
    }

    @Test
    void takesNoSizeForAPriceWithoutATrade() {
        assertEquals(List.of("AAPL 261.7 x 0 at 1000000"),
                of("{\"type\":\"trade\",\"data\":[{\"s\":\"AAPL\",\"p\":261.7,\"t\":1,\"v\":0}]}"));
    }

    @Test
    void roundsWhatAFloatHasAddedBehindTheNinthDigit() {
        assertEquals(List.of("AAPL 0.3 x 1 at 1000000"),
                of("{\"type\":\"trade\",\"data\":[{\"s\":\"AAPL\",\"p\":0.30000000000000004,\"t\":1,\"v\":1}]}"));
    }

    @Test
    void letsOneBadTradeSpoilNoOther() {
        assertEquals(List.of("unknown-instrument", "zero-price", "negative", "malformed", "overflow",
                "AAPL 261.7 x 1 at 1000000"), of("{\"type\":\"trade\",\"data\":["
                + "{\"s\":\"MSFT\",\"p\":1,\"t\":1,\"v\":1},{\"s\":\"AAPL\",\"p\":0,\"t\":1,\"v\":1},"
                + "{\"s\":\"AAPL\",\"p\":1,\"t\":1,\"v\":-1},{\"s\":\"AAPL\",\"t\":1,\"v\":1},"
                + "{\"s\":\"AAPL\",\"p\":99999999999999,\"t\":1,\"v\":1},"
                + "{\"s\":\"AAPL\",\"p\":261.7,\"t\":1,\"v\":1}]}"));
    }

    @Test
    void passesOnWhatFinnhubComplainsOf() {
        assertEquals(List.of("error: Invalid symbol"), of("{\"type\":\"error\",\"msg\":\"Invalid symbol\"}"));
        assertEquals(List.of("error: without a word"), of("{\"type\":\"error\"}"));
    }

    @Test
    void survivesTenThousandHostileMessages() {
        long seed = 20_261_126;
        Mutations hostile = Mutations.ofTexts(seed, List.of(TRADES, "{\"type\":\"ping\"}",
                "{\"type\":\"error\",\"msg\":\"Invalid symbol\"}"));
        int faulty = 0;
        for (int i = 0; i < 10_000; i++) {
            String message = hostile.nextText();
            try {
                faulty += of(message).stream().allMatch(word -> word.contains(" ")) ? 0 : 1;
            } catch (RuntimeException thrown) {
                throw new AssertionError("seed " + seed + ", message " + i + ": " + message, thrown);
            }
        }
        assertTrue(faulty > 2_000, "seed " + seed + ": " + faulty);
    }
}
