package org.gradus.adapters.venue.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gradus.adapters.venue.Keys;
import org.jspecify.annotations.Nullable;

/// Who a request comes from, by its headers.
///
/// @param kind     what the headers prove
/// @param account  the key id, when they prove anything
record Caller(Kind kind, String account) {
    /// What a request's headers prove.
    enum Kind { NOBODY, WRONG, KNOWN }

    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";

    /// @param header  finds a header by its name, null when it is missing
    static Caller of(UnaryOperator<@Nullable String> header, Keys keys) {
        String keyId = header.apply("APCA-API-KEY-ID");
        String secret = header.apply("APCA-API-SECRET-KEY");
        if (keyId != null || secret != null) {
            return of(keyId == null || secret == null ? Optional.empty() : keys.open(keyId, secret));
        }
        String authorization = header.apply("Authorization");
        if (authorization == null) {
            return new Caller(Kind.NOBODY, "");
        }
        if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return of(keys.openByToken(authorization.substring(BEARER.length()).strip()));
        }
        return of(authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())
                ? basic(authorization.substring(BASIC.length()).strip(), keys) : Optional.empty());
    }

    private static Optional<String> basic(String encoded, Keys keys) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : keys.open(pair.substring(0, colon), pair.substring(colon + 1));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Caller of(Optional<String> account) {
        return account.map(known -> new Caller(Kind.KNOWN, known)).orElse(new Caller(Kind.WRONG, ""));
    }
}
