package org.gradus.adapters.venue.stream;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gradus.adapters.venue.VenueJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Which symbols of which channels one client hears. Not safe for use by several threads at once.
final class Subscriptions {
    static final String ALL = "*";
    /// Come along with the trades of stocks, and cannot be had without them.
    private static final List<String> WITH_TRADES = List.of("corrections", "cancelErrors");
    private static final List<String> LIMITED = List.of("trades", "quotes", "orderbooks");
    private static final List<String> TICKS = List.of("trades", "quotes");
    private static final List<String> BOOKS = List.of("orderbooks");

    private final FeedKind kind;
    private final StreamRules rules;
    private Map<String, Set<String>> symbols = new LinkedHashMap<>();

    Subscriptions(FeedKind kind, StreamRules rules) {
        this.kind = kind;
        this.rules = rules;
        kind.channels().forEach(channel -> symbols.put(channel, new TreeSet<>()));
    }

    boolean hears(String channel, String symbol) {
        Set<String> heard = symbols.get(channel);
        return heard != null && (heard.contains(symbol) || heard.contains(ALL));
    }

    /// Adds or takes away what the message lists. Nothing changes when a part of it is refused.
    ///
    /// @return null when done
    StreamError change(JsonNode message, boolean add) {
        Map<String, Set<String>> changed = new LinkedHashMap<>();
        symbols.forEach((channel, heard) -> changed.put(channel, new TreeSet<>(heard)));
        for (Map.Entry<String, JsonNode> field : message.properties()) {
            String channel = field.getKey();
            if (!FeedKind.isChannel(channel)) {
                // Fields that nobody knows do not matter, here as in bodies.
                continue;
            }
            if (!kind.channels().contains(channel)) {
                return StreamError.INVALID_SUBSCRIBE_ACTION;
            }
            StreamError error = change(changed.get(channel), field.getValue(), add);
            if (error != null) {
                return error;
            }
        }
        WITH_TRADES.forEach(channel -> changed.computeIfPresent(channel, (_, _) ->
                new TreeSet<>(changed.get("trades"))));
        if (add && (tooMany(changed, LIMITED, rules.symbolsMax())
                || tooMany(changed, TICKS, rules.plan().symbolsMax())
                || tooMany(changed, BOOKS, rules.plan().booksMax()))) {
            return StreamError.SYMBOL_LIMIT_EXCEEDED;
        }
        symbols = changed;
        return null;
    }

    /// Whoever may not hear any number may not hear all.
    private static boolean tooMany(Map<String, Set<String>> changed, List<String> channels, int max) {
        int heard = 0;
        for (String channel : channels) {
            Set<String> symbols = changed.getOrDefault(channel, Set.of());
            heard += symbols.size();
            if (symbols.contains(ALL) && max != Integer.MAX_VALUE) {
                return true;
            }
        }
        return heard > max;
    }

    private StreamError change(Set<String> heard, JsonNode list, boolean add) {
        if (!list.isArray() && !list.isNull()) {
            return StreamError.INVALID_SYNTAX;
        }
        for (JsonNode symbol : list) {
            if (!symbol.isString() || !kind.knows(symbol.stringValue())) {
                return StreamError.INVALID_SYNTAX;
            }
            if (add) {
                heard.add(symbol.stringValue());
            } else {
                heard.remove(symbol.stringValue());
            }
        }
        return null;
    }

    Set<String> of(String channel) {
        return symbols.getOrDefault(channel, Set.of());
    }

    /// Every channel with its whole list.
    ObjectNode reply() {
        ObjectNode reply = VenueJson.object().put("T", "subscription");
        symbols.forEach((channel, heard) -> {
            var list = reply.putArray(channel);
            heard.forEach(list::add);
        });
        return reply;
    }
}
