package org.gradus.adapters.alpaca.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlpacaAccessTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("ALPACA_PAPER_KEY_ID", "PKPAPERID",
            "ALPACA_PAPER_SECRET_KEY", "paper-secret", "ALPACA_LIVE_KEY_ID", "AKLIVEID",
            "ALPACA_LIVE_SECRET_KEY", "live-secret");
    private static final Credentials.Paper PAPER = Credentials.Paper.from(ENVIRONMENT).orElseThrow();
    private static final Credentials.Live LIVE = Credentials.Live.from(ENVIRONMENT).orElseThrow();

    @Test
    void readsEachKindOfKeysFromItsOwnVariables() {
        assertEquals("PKPAPERID paper-secret", PAPER.keyId() + " " + PAPER.secret());
        assertEquals("AKLIVEID live-secret", LIVE.keyId() + " " + LIVE.secret());
        assertEquals(Optional.empty(), Credentials.Live.from(Map.of("ALPACA_PAPER_KEY_ID", "x")));
    }

    @Test
    void tellsWhichHalfIsMissingAndNeverTheOther() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
                () -> Credentials.Paper.from(Map.of("ALPACA_PAPER_KEY_ID", "PKPAPERID")));
        assertTrue(refusal.getMessage().contains("ALPACA_PAPER_SECRET_KEY"), refusal.getMessage());
        assertFalse(refusal.getMessage().contains("PKPAPERID"), refusal.getMessage());
    }

    @Test
    void refusesAKeyThatNoHeaderCanCarryWithoutShowingIt() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> Credentials.Paper.from(
                Map.of("ALPACA_PAPER_KEY_ID", "PK\nX-Evil: 1", "ALPACA_PAPER_SECRET_KEY", "s")));
        assertFalse(refusal.getMessage().contains("Evil"), refusal.getMessage());
    }

    @Test
    void paperKeysNeverReachTheLiveVenue() {
        assertThrows(IllegalArgumentException.class, () -> AlpacaAccess.paper(AlpacaEndpoints.LIVE, PAPER));
        AlpacaEndpoints half = AlpacaEndpoints.PAPER.withOrderStream(URI.create("wss://api.alpaca.markets/stream"));
        assertThrows(IllegalArgumentException.class, () -> AlpacaAccess.paper(half, PAPER));
    }

    @Test
    void liveKeysNeverReachThePaperVenue() {
        assertThrows(IllegalArgumentException.class, () -> AlpacaAccess.live(AlpacaEndpoints.PAPER, LIVE));
    }

    @Test
    void tellsWhichVariablesHoldKeysThatAreRefusedAndAtWhichEndpoint() {
        assertEquals("the paper keys, read from ALPACA_PAPER_KEY_ID and ALPACA_PAPER_SECRET_KEY, are refused at the "
                + "paper endpoint https://paper-api.alpaca.markets",
                PAPER.refusedAt(AlpacaEndpoints.PAPER.trading()));
        assertEquals("the live keys, read from ALPACA_LIVE_KEY_ID and ALPACA_LIVE_SECRET_KEY, are refused at the "
                + "live endpoint wss://api.alpaca.markets/stream", LIVE.refusedAt(AlpacaEndpoints.LIVE.orderStream()));
    }

    @Test
    void showsNoKey() {
        String shown = PAPER + " " + LIVE + " " + AlpacaAccess.paper(AlpacaEndpoints.PAPER, PAPER) + " "
                + AlpacaAccess.live(AlpacaEndpoints.LIVE, LIVE);
        for (String key : ENVIRONMENT.values()) {
            assertFalse(shown.contains(key), shown);
        }
    }

    @Test
    void scrubsAKeyThatSomebodyElseQuotes() {
        assertEquals("bad key *** with ***", PAPER.scrub("bad key PKPAPERID with paper-secret"));
    }

    @Test
    void servesEverythingAtTheAddressOfALocalVenue() {
        AlpacaEndpoints endpoints = AlpacaEndpoints.at(URI.create("http://127.0.0.1:8080/"));
        assertEquals("http://127.0.0.1:8080 ws://127.0.0.1:8080/stream http://127.0.0.1:8080 ws://127.0.0.1:8080",
                endpoints.trading() + " " + endpoints.orderStream() + " " + endpoints.data() + " "
                + endpoints.dataStreams());
    }

    @Test
    void takesAlpacasOwnAddressForTradingToo() {
        assertEquals(AlpacaEndpoints.PAPER,
                AlpacaEndpoints.PAPER.withTradingAt(URI.create("https://paper-api.alpaca.markets/")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://paper-api.alpaca.markets", "https://evil.example",
            "https://api.alpaca.markets.evil",
            "http://127.0.0.1.evil.example", "http://10.0.0.1:80", "https://user@paper-api.alpaca.markets",
            "ftp://127.0.0.1", "https://paper-api.alpaca.markets?key=1", "/v2"})
    void refusesToSendKeysAnywhereElse(String address) {
        assertThrows(IllegalArgumentException.class, () -> AlpacaEndpoints.PAPER.withTradingAt(URI.create(address)));
    }
}
