package org.gradus.adapters.acceptance;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The same cards on the gateway of live runs, over HTTP and WebSockets to our venue.
class VenueAcceptanceTest {
    static List<Card> cards() {
        return Card.all();
    }

    @ParameterizedTest(name = "card {0}")
    @MethodSource("cards")
    void passes(Card card) {
        try (GatewayUnderTest gateway = new HttpGateway()) {
            new Player(gateway).play(card);
        }
    }
}
