package org.gradus.adapters.alpaca.access;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// A key pair, of the paper or of the live account. It comes from the environment, is never printed, and shows itself
/// only to what puts it on the wire.
public abstract sealed class Credentials {
    private static final String HIDDEN = "***";

    private final String keyId;
    private final String secret;

    private Credentials(String keyId, String secret) {
        this.keyId = keyId;
        this.secret = secret;
    }

    /// Keys of the paper account.
    public static final class Paper extends Credentials {
        private static final String KEY_ID = "ALPACA_PAPER_KEY_ID";
        private static final String SECRET = "ALPACA_PAPER_SECRET_KEY";

        private Paper(String keyId, String secret) {
            super(keyId, secret);
        }

        /// @return empty when neither variable is set
        public static Optional<Paper> from(Map<String, String> environment) {
            return read(environment, KEY_ID, SECRET, Paper::new);
        }

        @Override
        String variables() {
            return KEY_ID + " and " + SECRET;
        }

        @Override
        public String toString() {
            return "paper keys";
        }
    }

    /// Keys of the live account.
    public static final class Live extends Credentials {
        private static final String KEY_ID = "ALPACA_LIVE_KEY_ID";
        private static final String SECRET = "ALPACA_LIVE_SECRET_KEY";

        private Live(String keyId, String secret) {
            super(keyId, secret);
        }

        /// @return empty when neither variable is set
        public static Optional<Live> from(Map<String, String> environment) {
            return read(environment, KEY_ID, SECRET, Live::new);
        }

        @Override
        String variables() {
            return KEY_ID + " and " + SECRET;
        }

        @Override
        public String toString() {
            return "live keys";
        }
    }

    /// For a header or an authentication message, and nothing else.
    public String keyId() {
        return keyId;
    }

    /// For a header or an authentication message, and nothing else.
    public String secret() {
        return secret;
    }

    /// Names of the environment variables that it comes from.
    abstract String variables();

    /// What to look at when the keys are refused there.
    public String refusedAt(URI address) {
        return "the " + this + ", read from " + variables() + ", are refused at " + AlpacaEndpoints.kind(address)
                + address;
    }

    /// A text of somebody else, who may have quoted a key, without it.
    public String scrub(String text) {
        return text.replace(secret, HIDDEN).replace(keyId, HIDDEN);
    }

    /// Makes one kind of keys.
    private interface Maker<K extends Credentials> {
        K make(String keyId, String secret);
    }

    private static <K extends Credentials> Optional<K> read(Map<String, String> environment, String idName,
                                                            String secretName, Maker<K> maker) {
        String keyId = environment.getOrDefault(idName, "").strip();
        String secret = environment.getOrDefault(secretName, "").strip();
        if (keyId.isEmpty() && secret.isEmpty()) {
            return Optional.empty();
        }
        check(idName, keyId);
        check(secretName, secret);
        return Optional.of(maker.make(keyId, secret));
    }

    /// The value itself is not for a message.
    private static void check(String name, String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("environment variable " + name + " is missing: a key has two halves");
        }
        if (!value.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new IllegalArgumentException("environment variable " + name + " holds what no key can hold");
        }
    }
}
