package org.gradus.tools.launch;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gradus.adapters.venue.AccountKey;
import org.gradus.adapters.venue.Keys;
import picocli.CommandLine.Option;

/// The keys of a venue: given on the command line, else by the environment, else drawn. They open play accounts on
/// loopback and nothing else, so they may be shown.
final class VenueKeys {
    static final String KEY_VARIABLE = "GRADUS_VENUE_KEY_ID";
    static final String SECRET_VARIABLE = "GRADUS_VENUE_SECRET_KEY";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final int KEY_LENGTH = 18;
    private static final int SECRET_LENGTH = 40;

    private VenueKeys() {
    }

    /// One account.
    static final class Pair {
        @Option(names = "--key", paramLabel = "ID", required = true,
                description = "key id of an account, with its --secret; repeated for more accounts")
        private String key;

        @Option(names = "--secret", paramLabel = "SECRET", required = true, description = "what opens that account")
        private String secret;
    }

    static Keys of(List<Pair> pairs, Map<String, String> environment) {
        List<AccountKey> accounts = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Pair pair : pairs) {
            if (pair.key.isBlank() || pair.secret.isBlank() || !ids.add(pair.key)) {
                throw new IllegalArgumentException("--key " + pair.key + ": expected a key id of its own and a secret");
            }
            accounts.add(new AccountKey(pair.key, pair.secret));
        }
        if (accounts.isEmpty()) {
            accounts.add(fromEnvironment(environment));
        }
        return new Keys(accounts);
    }

    private static AccountKey fromEnvironment(Map<String, String> environment) {
        String key = environment.getOrDefault(KEY_VARIABLE, "");
        String secret = environment.getOrDefault(SECRET_VARIABLE, "");
        if (key.isEmpty() != secret.isEmpty()) {
            throw new IllegalArgumentException(KEY_VARIABLE + " and " + SECRET_VARIABLE
                    + ": expected both or neither in the environment");
        }
        SecureRandom random = new SecureRandom();
        return key.isEmpty() ? new AccountKey("PK" + drawn(random, KEY_LENGTH), drawn(random, SECRET_LENGTH))
                : new AccountKey(key, secret);
    }

    private static String drawn(SecureRandom random, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
