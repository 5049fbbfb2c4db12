package org.gradus.adapters.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The cards on the market of simulated runs.
class InProcessAcceptanceTest {
    static List<Card> cards() {
        return Card.all();
    }

    @ParameterizedTest(name = "card {0}")
    @MethodSource("cards")
    void passes(Card card) {
        try (GatewayUnderTest gateway = new InProcessGateway()) {
            new Player(gateway).play(card);
        }
    }

    @Test
    void thereAreAtLeastForty() {
        assertTrue(Card.all().size() >= 40);
    }
}
