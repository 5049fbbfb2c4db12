package org.gradus.adapters.alpaca.stream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.gradus.adapters.wire.Mutations;
import org.gradus.adapters.wire.Unreadable;
import org.gradus.adapters.wire.WireJson;
import org.gradus.adapters.wire.WireObject;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.tape.TapeEvent;
import org.junit.jupiter.api.Test;

class HostileMessagesTest {
    private static final int MESSAGES = 10_000;
    private static final String TIME = ",\"t\":\"2026-11-23T15:00:00.123Z\"}";
    private static final List<String> MARKET = List.of(
            "[{\"T\":\"t\",\"S\":\"BTC/USD\",\"p\":60123.4,\"s\":0.25,\"i\":9007199254740993,\"tks\":\"S\"" + TIME
                + "]",
            "[{\"T\":\"q\",\"S\":\"BTC/USD\",\"bp\":60123.4,\"bs\":0.2,\"ap\":60124,\"as\":1.5" + TIME
                + ",{\"T\":\"b\",\"S\":\"BTC/USD\",\"o\":1,\"h\":2,\"l\":1,\"c\":2,\"v\":7.5,\"n\":3,\"vw\":1.5" + TIME
                + "]",
            "[{\"T\":\"subscription\",\"trades\":[\"BTC/USD\"],\"quotes\":[]}]",
            "[{\"T\":\"error\",\"code\":406,\"msg\":\"connection limit exceeded\"}]",
            "[{\"T\":\"x\",\"S\":\"BTC/USD\",\"i\":6},{\"T\":\"c\",\"S\":\"BTC/USD\",\"oi\":5}]");
    private static final Instrument BITCOIN = new Instrument(3, "BTC/USD", AssetClass.CRYPTO, "BTC", "USD", 1, 1, 0,
            Long.MAX_VALUE / FixedPoint.ONE, 8);

    private final AtomicInteger faults = new AtomicInteger();
    private final MarketMessages market = new MarketMessages(List.of(new Subscription(BITCOIN, true, true, true)), 0,
            text -> text, new MarketMessages.Sink() {
                @Override
                public void market(TapeEvent event) {
                    if (event.kind() == TapeEvent.Kind.FAULT) {
                        faults.incrementAndGet();
                    }
                }

                @Override
                public void trading(Instrument instrument, boolean halted, String words, long timeNs) {
                }

                @Override
                public void success(String words) {
                }

                @Override
                public void subscribed(WireObject channels) {
                }

                @Override
                public void error(int code, String words) {
                }

                @Override
                public void note(String what) {
                }
            });

    private void survives(Mutations mutations, long seed, Consumer<byte[]> reader) {
        for (int i = 0; i < MESSAGES; i++) {
            byte[] message = mutations.next();
            try {
                reader.accept(message);
            } catch (Unreadable expected) {
                faults.incrementAndGet();
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError("seed " + seed + ", message " + i + ": " + HexFormat.of().formatHex(message)
                        + " " + new String(message, ISO_8859_1), e);
            }
        }
        assertTrue(faults.get() > MESSAGES / 10 && faults.get() < 2 * MESSAGES, "seed " + seed + ": " + faults);
    }

    @Test
    void readsOrRefusesEveryOrderMessage() {
        long seed = System.nanoTime();
        survives(Mutations.ofTexts(seed, List.of(OrderStreamTest.FILL, OrderStreamTest.update("new", ""),
                "{\"stream\":\"authorization\",\"data\":{\"status\":\"authorized\",\"action\":\"authenticate\"}}",
                "{\"stream\":\"listening\",\"data\":{\"streams\":[\"trade_updates\"]}}",
                "{\"action\":\"error\",\"data\":{\"error_message\":\"slow\"}}")), seed,
                message -> OrderMessage.read(WireJson.read(message)));
    }

    @Test
    void readsOrRefusesEveryMarketMessage() {
        long seed = System.nanoTime();
        survives(Mutations.ofTexts(seed, MARKET), seed, message -> market.read(WireJson.read(message)));
    }

    @Test
    void readsOrRefusesEveryPackedMessage() {
        long seed = System.nanoTime();
        List<byte[]> packed = MARKET.stream().map(text -> PackedSamples.pack(WireJson.read(text))).toList();
        survives(new Mutations(seed, packed), seed, message -> market.read(MessagePack.read(message)));
    }
}
