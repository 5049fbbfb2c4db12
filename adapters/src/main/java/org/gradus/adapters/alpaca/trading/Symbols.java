package org.gradus.adapters.alpaca.trading;

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

    public Symbols(List<Listed> listed) {
        Set<String> listedSymbols = new HashSet<>();
        Set<String> ambiguous = new HashSet<>();
        for (Listed asset : listed) {
            canonical.put(asset.symbol(), asset.symbol());
            byAsset.put(asset.assetId(), asset.symbol());
            listedSymbols.add(asset.symbol());
        }
        for (Listed asset : listed) {
            String compact = compact(asset.symbol());
            String other = canonical.putIfAbsent(compact, asset.symbol());
            // A ticker in its own spelling comes first; of two pairs that look alike without their slash, neither.
            if (other != null && !other.equals(asset.symbol()) && !listedSymbols.contains(compact)) {
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

    /// As positions spell it.
    private static String compact(String symbol) {
        return symbol.replace("/", "");
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
