package org.gradus.engine.domain;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/// An instrument that could not be traded cannot be made, and the message says which field is at fault.
class InstrumentTest {

    private static final long ONE = FixedPoint.ONE;

    @Test
    void keepsWhatItIsGiven() {
        Instrument bitcoin = new Instrument(3, "BTC/USD", AssetClass.CRYPTO, "BTC", "USD", 1, 1, ONE, 100 * ONE, 8);
        assertEquals("Instrument[id=3, symbol=BTC/USD, assetClass=CRYPTO, baseCurrency=BTC, quoteCurrency=USD, tick=1,"
            + " lot=1, minimumNotional=1000000000, maximumQuantity=100000000000, sizeDecimals=8]", bitcoin.toString());
    }

    @Test
    void refusesWordsThatAreNotOne() {
        assertAll(
            () -> assertEquals("instrument '': symbol '' is not one word", fault("", "BTC", "USD")),
            () -> assertEquals("instrument 'A B': symbol 'A B' is not one word", fault("A B", "BTC", "USD")),
            () -> assertEquals("instrument 'X': base currency '' is not one word", fault("X", "", "USD")),
            () -> assertEquals("instrument 'X': quote currency ' ' is not one word", fault("X", "BTC", " ")));
    }

    @Test
    void refusesNumbersThatCannotBeTraded() {
        assertAll(
            () -> assertEquals("instrument 'X': id -1 is negative", fault(-1, 1, 1, 0, 1, 9)),
            () -> assertEquals("instrument 'X': tick 0 is not positive", fault(0, 0, 1, 0, 1, 9)),
            () -> assertEquals("instrument 'X': lot -5 is not positive", fault(0, 1, -5, 0, 1, 9)),
            () -> assertEquals("instrument 'X': minimum notional -1 is negative", fault(0, 1, 1, -1, 1, 9)),
            () -> assertEquals("instrument 'X': maximum quantity 9 is less than one lot", fault(0, 1, 10, 0, 9, 9)),
            () -> assertEquals("instrument 'X': size decimals 19 is not in 0..18", fault(0, 1, 1, 0, 1, 19)));
    }

    private static String fault(String symbol, String base, String quote) {
        return assertThrows(IllegalArgumentException.class,
            () -> new Instrument(0, symbol, AssetClass.STOCK, base, quote, 1, 1, 0, 1, 9)).getMessage();
    }

    private static String fault(int id, long tick, long lot, long minimum, long maximum, int decimals) {
        return assertThrows(IllegalArgumentException.class, () -> new Instrument(
            id, "X", AssetClass.STOCK, "X", "USD", tick, lot, minimum, maximum, decimals)).getMessage();
    }
}
