package org.gradus.adapters.finnhub;

import java.net.URI;
import java.util.Set;
import org.gradus.adapters.wire.TrustedAddress;

/// Finnhub's addresses.
///
/// @param rest   what the paths of questions are appended to
/// @param stream the whole address of the stream
public record FinnhubEndpoints(URI rest, URI stream) {
    public static final FinnhubEndpoints USUAL =
            new FinnhubEndpoints(URI.create("https://finnhub.io/api/v1"), URI.create("wss://ws.finnhub.io"));

    public FinnhubEndpoints {
        rest = TrustedAddress.checked("Finnhub's quotes", rest, "http", Set.of("finnhub.io"));
        stream = TrustedAddress.checked("Finnhub's stream", stream, "ws", Set.of("ws.finnhub.io"));
    }
}
