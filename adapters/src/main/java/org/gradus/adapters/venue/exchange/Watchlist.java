package org.gradus.adapters.venue.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Assets that an account's owner has put on a list with a name. Guarded by the lock of [Exchange].
public final class Watchlist {
    public final UUID id;
    public final long createdNs;
    String name;
    long updatedNs;
    final List<Asset> assets = new ArrayList<>();

    Watchlist(UUID id, String name, long createdNs) {
        this.id = id;
        this.name = name;
        this.createdNs = createdNs;
        this.updatedNs = createdNs;
    }

    public String name() {
        return name;
    }

    public long updatedNs() {
        return updatedNs;
    }

    /// As their owner ordered them.
    public List<Asset> assets() {
        return List.copyOf(assets);
    }
}
