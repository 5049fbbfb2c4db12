package org.gradus.adapters.wire;

import java.net.URI;
import java.util.Set;

/// Where a key may go: to a host that is known to be the right one, encrypted, or to this machine. So a mistyped
/// address leaks no key.
public final class TrustedAddress {
    private TrustedAddress() {
    }

    /// @param what   it is the address of, for the message that refuses it
    /// @param scheme `http` or `ws`
    /// @return the address, without a slash at its end
    public static URI checked(String what, URI address, String scheme, Set<String> hosts) {
        String host = address.getHost();
        if (host == null || address.getUserInfo() != null || address.getQuery() != null
                || address.getFragment() != null) {
            throw new IllegalArgumentException("address of " + what + ": expected " + scheme
                    + "s://HOST or, on this machine, " + scheme + "://127.0.0.1:PORT, without user and query");
        }
        boolean local = loopback(address);
        if (!local && !hosts.contains(host)) {
            throw new IllegalArgumentException("address of " + what + ": host " + host + " is neither its own nor this "
                    + "machine; expected one of " + hosts.stream().sorted().toList() + " or 127.0.0.1");
        }
        boolean secure = (scheme + 's').equals(address.getScheme());
        if (!secure && !(local && scheme.equals(address.getScheme()))) {
            throw new IllegalArgumentException("address of " + what + ": expected " + scheme + "s://" + host);
        }
        return withoutSlash(address);
    }

    /// Judged by its spelling alone: asking a name server who this machine is would mean trusting it with keys.
    public static boolean loopback(URI address) {
        String host = address.getHost();
        return host != null && (host.equals("localhost") || host.equals("[::1]")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}"));
    }

    public static URI withoutSlash(URI address) {
        return URI.create(address.toString().replaceFirst("/+$", ""));
    }
}
