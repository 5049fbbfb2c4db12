package org.gradus.adapters.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

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
}
