package org.gradus.adapters.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceKeyTest {
    @Test
    void isAbsentWhereTheEnvironmentHoldsNone() {
        assertTrue(ServiceKey.from(Map.of(), "FINNHUB_KEY").isEmpty());
        assertTrue(ServiceKey.from(Map.of("FINNHUB_KEY", " "), "FINNHUB_KEY").isEmpty());
    }

    @Test
    void doesNotShowItself() {
        ServiceKey key = ServiceKey.from(Map.of("FINNHUB_KEY", "abc+def"), "FINNHUB_KEY").orElseThrow();
        assertEquals("the key of FINNHUB_KEY", key.toString());
        assertEquals("token=*** or ***", key.scrub("token=abc+def or abc%2Bdef"));
    }

    @Test
    void namesTheVariableButNotTheValueOfAKeyThatIsNone() {
        String wrong = "line one\nline two";
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
                () -> ServiceKey.from(Map.of("TAAPI_KEY", wrong), "TAAPI_KEY"));
        assertTrue(refusal.getMessage().contains("TAAPI_KEY"));
        assertFalse(refusal.getMessage().contains("line"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://finnhub.io", "https://finnhub.io.example.org", "https://user@finnhub.io",
        "https://finnhub.io?token=x", "http://10.0.0.1:80", "ftp://127.0.0.1"})
    void goesToNoAddressThatIsNotTheService(String address) {
        assertThrows(IllegalArgumentException.class,
                () -> ServiceAddress.checked("Finnhub", URI.create(address), "http", "finnhub.io"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://finnhub.io/api/v1/", "http://127.0.0.1:8080/", "https://127.0.0.1:8443"})
    void goesToTheServiceAndToThisMachine(String address) {
        assertEquals(address.replaceFirst("/$", ""),
                ServiceAddress.checked("Finnhub", URI.create(address), "http", "finnhub.io").toString());
    }
}
