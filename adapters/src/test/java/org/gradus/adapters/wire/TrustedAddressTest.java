package org.gradus.adapters.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedAddressTest {
    private static final Set<String> HOSTS = Set.of("finnhub.io");

    @ParameterizedTest
    @ValueSource(strings = {"http://finnhub.io", "https://finnhub.io.example.org", "https://user@finnhub.io",
        "https://finnhub.io?token=x", "https://finnhub.io#token", "/v1", "http://10.0.0.1:80", "ftp://127.0.0.1"})
    void goesToNoAddressThatIsNotTheService(String address) {
        assertThrows(IllegalArgumentException.class,
                () -> TrustedAddress.checked("Finnhub", URI.create(address), "http", HOSTS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://finnhub.io/api/v1/", "http://127.0.0.1:8080/", "https://127.0.0.1:8443"})
    void goesToTheServiceAndToThisMachine(String address) {
        assertEquals(address.replaceFirst("/$", ""),
                TrustedAddress.checked("Finnhub", URI.create(address), "http", HOSTS).toString());
    }
}
