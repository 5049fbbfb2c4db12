package org.gradus.adapters.service;

import java.net.URI;
import org.gradus.adapters.alpaca.wire.AlpacaEndpoints;

/// Where a service may be: at the host that is known to be it, encrypted, or on this machine. So a mistyped address
/// leaks no key.
public final class ServiceAddress {
    private ServiceAddress() {
    }

    /// @param scheme `http` or `ws`
    /// @return the address, without a slash at its end
    public static URI checked(String service, URI address, String scheme, String host) {
        boolean local = AlpacaEndpoints.loopback(address);
        boolean secure = (scheme + 's').equals(address.getScheme());
        if (address.getUserInfo() != null || address.getQuery() != null || address.getFragment() != null
                || !(local || host.equals(address.getHost())) || !(secure || local && scheme.equals(
                        address.getScheme()))) {
            throw new IllegalArgumentException("address of " + service + ": expected " + scheme + "s://" + host
                    + " or, on this machine, " + scheme + "://127.0.0.1:PORT, without user and query");
        }
        return URI.create(address.toString().replaceFirst("/+$", ""));
    }
}
