package org.gradus.adapters.alpaca.trading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import org.gradus.adapters.wire.Mutations;
import org.gradus.adapters.wire.Unreadable;
import org.gradus.adapters.wire.WireJson;
import org.gradus.adapters.wire.WireObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostileAnswersTest {
    private static final int MESSAGES = 10_000;

    /// Every reader of an answer, with one that it can read.
    enum Reader {
        ACCOUNT(Samples.ACCOUNT, AccountState::of),
        ASSET(Samples.ASSET, Asset::of),
        CLOCK(Samples.CLOCK, MarketClock::of),
        DAY(Samples.DAY, TradingDay::of),
        POSITION(Samples.POSITION, AlpacaPosition::of),
        ORDER(Samples.ORDER.replace("\"legs\":null", "\"legs\":[" + Samples.ORDER + "]"), AlpacaOrder::of),
        FILL(Samples.fill(1, "0.001"), FillActivity::of),
        CLOSED("{\"symbol\":\"BTC/USD\",\"status\":200,\"body\":{}}", TradingRest.ClosedPosition::of);

        private final String valid;
        private final Function<WireObject, ?> reader;

        Reader(String valid, Function<WireObject, ?> reader) {
            this.valid = valid;
            this.reader = reader;
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsOrRefusesEveryAnswer(Reader reader) {
        long seed = System.nanoTime();
        Mutations mutations = Mutations.ofTexts(seed, List.of(reader.valid));
        int refused = 0;
        for (int i = 0; i < MESSAGES; i++) {
            byte[] message = mutations.next();
            try {
                reader.reader.apply(WireObject.of(WireJson.read(message)));
            } catch (Unreadable expected) {
                refused++;
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("seed " + seed + ", message " + i + ": " + new String(message, UTF_8), e);
            }
        }
        assertTrue(refused > MESSAGES / 10 && refused < MESSAGES, "seed " + seed + ": refused " + refused);
    }
}
