package org.gradus.engine.domain;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An order's key goes out as text and comes back as the same long, and nothing else is taken for one of ours.
class ClientOrderIdTest {

    @Test
    void writesTheRunInBase36AndTheCounterInDecimal() {
        assertEquals("k7-42", ClientOrderId.text(ClientOrderId.of(20 * 36 + 7, 42)));
        assertEquals("0-0", ClientOrderId.text(0));
    }

    @Test
    void packsTheLargestPartsIntoALongThatIsNotNegative() {
        assertEquals(Long.MAX_VALUE, ClientOrderId.of(ClientOrderId.MAX_RUN_ID, ClientOrderId.MAX_COUNTER));
        assertEquals("4zsov-1099511627775", ClientOrderId.text(Long.MAX_VALUE));
    }

    @Test
    void givesBackItsParts() {
        SplittableRandom random = new SplittableRandom(Longs.SEED);
        for (int i = 0; i < 100_000; i++) {
            int run = random.nextInt(ClientOrderId.MAX_RUN_ID + 1) >> random.nextInt(23);
            long counter = random.nextLong(ClientOrderId.MAX_COUNTER + 1) >> random.nextInt(40);
            long id = ClientOrderId.of(run, counter);
            assertEquals(run, ClientOrderId.runId(id), Longs.named(i));
            assertEquals(counter, ClientOrderId.counter(id), Longs.named(i));
            assertEquals(id, ClientOrderId.parse(ClientOrderId.text(id)), Longs.named(i));
        }
    }

    @Test
    void refusesPartsOutOfRange() {
        assertAll(
            () -> assertThrows(IllegalArgumentException.class, () -> ClientOrderId.of(-1, 0)),
            () -> assertThrows(IllegalArgumentException.class, () -> ClientOrderId.of(1 << 23, 0)),
            () -> assertThrows(IllegalArgumentException.class, () -> ClientOrderId.of(0, -1)),
            () -> assertThrows(IllegalArgumentException.class, () -> ClientOrderId.of(0, 1L << 40)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "-", "k7", "k7-", "-42", "K7-42", "0k7-42", "k7-042", "k7-+42", "k7--42", "k7-4 2", "k7-42-1", "k7_42",
        "4zsow-1", "1-1099511627776", "9f1c2d3e-0000-4000-8000-000000000000"})
    void refusesTextThatItDidNotWrite(String text) {
        assertEquals("not a client order id: '" + text + "'",
                     assertThrows(IllegalArgumentException.class, () -> ClientOrderId.parse(text)).getMessage());
    }
}
