package org.gradus.adapters.alpaca.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.gradus.adapters.alpaca.rest.Venue;
import org.gradus.adapters.wire.Mutations;
import org.gradus.adapters.wire.Unreadable;
import org.gradus.adapters.wire.WireJson;
import org.gradus.engine.domain.Timeframe;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostileHistoryTest {
    private static final int MESSAGES = 10_000;
    private static final String ROW = "{\"t\":\"2024-08-08T00:00:00Z\",\"o\":60000,\"h\":60001.5,\"l\":5.9e4,"
            + "\"c\":60000.10,\"v\":7,\"p\":1.5,\"s\":2,\"tks\":\"B\",\"bp\":1,\"bs\":2,\"ap\":3,\"as\":4}";

    @ParameterizedTest
    @EnumSource
    void readsOrRefusesEveryPage(HistoryKind kind) throws IOException {
        long seed = System.nanoTime();
        Mutations mutations = Mutations.ofTexts(seed, List.of("{\"" + kind.word() + "\":{\"BTC/USD\":[" + ROW
                + "]},\"next_page_token\":\"QlRD\"}", "{\"" + kind.word() + "\":null,\"next_page_token\":null}"));
        LocalDate day = LocalDate.of(2024, 8, 8);
        HistoryQuery query = new HistoryQuery("BTC/USD", kind, kind == HistoryKind.BARS ? Timeframe.H1 : null, day,
                day, "");
        int refused = 0;
        try (Venue venue = new Venue()) {
            HistoryPages pages = new HistoryPages(venue.keyless(), query, 0);
            for (int i = 0; i < MESSAGES; i++) {
                byte[] message = mutations.next();
                try {
                    pages.page(WireJson.read(message));
                } catch (Unreadable expected) {
                    refused++;
                } catch (RuntimeException | StackOverflowError e) {
                    throw new AssertionError("seed " + seed + ", " + i + ": " + new String(message, ISO_8859_1), e);
                }
            }
        }
        assertTrue(refused > MESSAGES / 10 && refused < MESSAGES, "seed " + seed + ": refused " + refused);
    }
}
