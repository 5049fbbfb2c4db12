package org.gradus.adapters.venue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/// The accounts of the venue and what opens them. Comparing takes as long for a wrong secret as for the right one.
/// Immutable.
public record Keys(List<AccountKey> accounts) {
    public Keys {
        accounts = List.copyOf(accounts);
    }

    /// The account that this pair opens: its key id.
    public Optional<String> open(String keyId, String secret) {
        return accounts.stream().filter(each -> same(each.keyId(), keyId) & same(each.secret(), secret))
                .map(AccountKey::keyId).findFirst();
    }

    /// The account that a bearer's token opens; the secret of an account is its token.
    public Optional<String> openByToken(String token) {
        return accounts.stream().filter(each -> same(each.secret(), token)).map(AccountKey::keyId).findFirst();
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(UTF_8), b.getBytes(UTF_8));
    }
}
