package org.gradus.adapters.alpaca.access;

import java.util.Objects;

/// Addresses with the keys that belong to them. There is one way to make either kind, so that a paper key cannot reach
/// the live venue, nor a live key the paper one: by type, and by host where an address is configured.
public final class AlpacaAccess {
    private final AlpacaEndpoints endpoints;
    private final Credentials keys;

    private AlpacaAccess(AlpacaEndpoints endpoints, Credentials keys) {
        this.endpoints = endpoints;
        this.keys = Objects.requireNonNull(keys);
    }

    public static AlpacaAccess paper(AlpacaEndpoints endpoints, Credentials.Paper keys) {
        if (endpoints.reachesLive()) {
            throw new IllegalArgumentException("a paper key never goes to the live venue");
        }
        return new AlpacaAccess(endpoints, keys);
    }

    public static AlpacaAccess live(AlpacaEndpoints endpoints, Credentials.Live keys) {
        if (endpoints.reachesPaper()) {
            throw new IllegalArgumentException("a live key never goes to the paper venue");
        }
        return new AlpacaAccess(endpoints, keys);
    }

    public AlpacaEndpoints endpoints() {
        return endpoints;
    }

    public Credentials keys() {
        return keys;
    }

    @Override
    public String toString() {
        return keys + " at " + endpoints.trading();
    }
}
