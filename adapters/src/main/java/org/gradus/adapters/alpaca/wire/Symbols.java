package org.gradus.adapters.alpaca.wire;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The one place that knows how a pair is spelt where: `BTC/USD` in orders and market data, `BTCUSD` in positions and
/// fee activities, `BTC%2FUSD` in paths, and the asset's id everywhere. Made from the venue's list of assets,
/// immutable.
public final class Symbols {
    /// What can be traded, as the venue's list says.
    ///
    /// @param symbol with a slash for a pair
    public record Listed(UUID assetId, String symbol) {
    }

    private final Map<String, String> canonical = new HashMap<>();
    private final Map<UUID, String> byAsset = new HashMap<>();
    private final Map<String, UUID> assets = new HashMap<>();

    public Symbols(List<Listed> listed) {
        Set<String> ambiguous = new HashSet<>();
        for (Listed asset : listed) {
            canonical.put(asset.symbol(), asset.symbol());
            byAsset.put(asset.assetId(), asset.symbol());
            assets.put(asset.symbol(), asset.assetId());
        }
        for (Listed asset : listed) {
            String compact = compact(asset.symbol());
            String other = canonical.putIfAbsent(compact, asset.symbol());
            // A ticker in its own spelling comes first; of two pairs that look alike without their slash, neither.
            if (other != null && !other.equals(asset.symbol()) && !assets.containsKey(compact)) {
                ambiguous.add(compact);
            }
        }
        ambiguous.forEach(canonical::remove);
    }

    /// The symbol as orders spell it, from any of its spellings; empty for what is not on the list.
    public Optional<String> canonical(String spelling) {
        String plain = spelling.replace("%2F", "/").replace("%2f", "/");
        String known = canonical.get(plain);
        return known != null ? Optional.of(known) : assetId(plain).map(byAsset::get);
    }

    /// By id where it is known, else by spelling: the id is the same everywhere.
    public Optional<String> canonical(UUID assetId, String spelling) {
        String known = byAsset.get(assetId);
        return known != null ? Optional.of(known) : canonical(spelling);
    }

    /// What a path that could misread a slash is given instead of a symbol.
    public Optional<UUID> asset(String spelling) {
        return canonical(spelling).map(assets::get);
    }

    /// As positions spell it.
    public static String compact(String symbol) {
        return symbol.replace("/", "");
    }

    /// As a part of a path.
    public static String inPath(String symbol) {
        return symbol.replace("/", "%2F");
    }

    private static Optional<UUID> assetId(String text) {
        if (text.length() != 36) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
