package org.gradus.adapters.venue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An authenticated request about trading.
///
/// @param path     percent-decoded, with its leading slash: `/v2/assets/BTC/USD`, `/v2/orders:by_client_order_id`
/// @param query    decoded names and values
/// @param body     as it came; empty when there was none
/// @param account  the key id that the request was signed with
public record Call(String method, String path, Map<String, List<String>> query, String body, String account) {
    public Call {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(account, "account");
        query = Map.copyOf(query);
    }

    /// The first value of a query parameter; null when it was not given, or given empty.
    public @Nullable String query(String name) {
        List<String> values = query.getOrDefault(name, List.of());
        return values.isEmpty() || values.getFirst().isEmpty() ? null : values.getFirst();
    }
}
