package org.gradus.adapters.service;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// The key to one service. It comes from the environment, is never printed, and shows itself only to what puts it on
/// the wire.
public final class ServiceKey {
    private static final String HIDDEN = "***";

    private final String variable;
    private final String secret;

    private ServiceKey(String variable, String secret) {
        this.variable = variable;
        this.secret = secret;
    }

    /// @param variable of the environment, such as `FINNHUB_KEY`
    /// @return empty when it is not set
    public static Optional<ServiceKey> from(Map<String, String> environment, String variable) {
        String secret = environment.getOrDefault(variable, "").strip();
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        // The value itself is not for a message.
        if (!secret.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new IllegalArgumentException("environment variable " + variable + " holds what no key can hold");
        }
        return Optional.of(new ServiceKey(variable, secret));
    }

    /// For the wire, and nothing else.
    public String secret() {
        return secret;
    }

    /// A text of somebody else, who may have quoted the key, without it.
    public String scrub(String text) {
        return text.replace(secret, HIDDEN).replace(URLEncoder.encode(secret, StandardCharsets.UTF_8), HIDDEN);
    }

    @Override
    public String toString() {
        return "the key of " + variable;
    }
}
