package org.gradus.adapters.venue;

import java.util.Objects;

/// What a client proves its account with. Each key has an account of its own. The secret appears in no text.
public record AccountKey(String keyId, String secret) {
    public AccountKey {
        Objects.requireNonNull(keyId, "keyId");
        Objects.requireNonNull(secret, "secret");
    }

    @Override
    public String toString() {
        return "AccountKey[" + keyId + "]";
    }
}
