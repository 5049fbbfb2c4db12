package org.gradus.adapters.alpaca.trading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolsTest {
    private static final UUID BITCOIN = UUID.fromString("276e2673-764b-4ab6-a611-caf665ca6340");
    private static final UUID OTHER = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID ANOTHER = UUID.fromString("00000000-0000-0000-0000-000000000002");

    private final Symbols symbols = new Symbols(List.of(new Symbols.Listed(BITCOIN, "BTC/USD"),
            new Symbols.Listed(OTHER, "A/BUSD"), new Symbols.Listed(ANOTHER, "AB/USD")));

    @ParameterizedTest
    @ValueSource(strings = {"BTC/USD", "BTCUSD", "BTC%2FUSD", "276e2673-764b-4ab6-a611-caf665ca6340"})
    void knowsAPairByEachOfItsSpellings(String spelling) {
        assertEquals(Optional.of("BTC/USD"), symbols.canonical(spelling));
    }

    @Test
    void knowsNothingThatIsNotListed() {
        assertEquals(Optional.empty(), symbols.canonical("ETHUSD"));
        assertEquals(Optional.empty(), symbols.canonical(OTHER.toString().replace('1', '9')));
    }

    @Test
    void guessesNeitherOfTwoPairsThatLookAlikeWithoutTheirSlash() {
        assertEquals(Optional.empty(), symbols.canonical("ABUSD"));
        assertEquals(Optional.of("A/BUSD"), symbols.canonical(OTHER, "ABUSD"));
    }

    @Test
    void leavesATickerItsOwnName() {
        Symbols both = new Symbols(List.of(new Symbols.Listed(BITCOIN, "X/Y"), new Symbols.Listed(OTHER, "XY")));
        assertEquals(Optional.of("XY"), both.canonical("XY"));
    }
}
