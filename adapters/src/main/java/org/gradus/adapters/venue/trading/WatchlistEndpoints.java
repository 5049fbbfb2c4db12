package org.gradus.adapters.venue.trading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.gradus.adapters.venue.Call;
import org.gradus.adapters.venue.Reply;
import org.gradus.adapters.venue.exchange.Account;
import org.gradus.adapters.venue.exchange.Asset;
import org.gradus.adapters.venue.exchange.Exchange;
import org.gradus.adapters.venue.exchange.Refusal;
import org.gradus.adapters.venue.exchange.Watchlist;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `/v2/watchlists`, addressed by id or by name. Within a step of the exchange.
final class WatchlistEndpoints {
    static final String PATH = "/v2/watchlists";
    private static final int LONGEST_NAME = 64;

    private final Exchange exchange;
    private final AssetEndpoints assets;

    WatchlistEndpoints(Exchange exchange, AssetEndpoints assets) {
        this.exchange = exchange;
        this.assets = assets;
    }

    /// @param rest  of the path, behind [#PATH]
    /// @return null when there is no such call
    @Nullable Reply handle(Account account, Call call, String rest) {
        if (rest.isEmpty()) {
            return switch (call.method()) {
                case "GET" -> list(account);
                case "POST" -> create(account, call);
                default -> null;
            };
        }
        if (rest.equals(":by_name")) {
            return handle(account, call, byName(account, named(call)), null);
        }
        if (!rest.startsWith("/")) {
            return null;
        }
        int slash = rest.indexOf('/', 1);
        String id = rest.substring(1, slash < 0 ? rest.length() : slash);
        return handle(account, call, byId(account, id), slash < 0 ? null : rest.substring(slash + 1));
    }

    private @Nullable Reply handle(Account account, Call call, Watchlist list, @Nullable String symbol) {
        if (symbol != null) {
            return call.method().equals("DELETE") ? remove(account, list, symbol) : null;
        }
        return switch (call.method()) {
            case "GET" -> reply(account, list);
            case "POST" -> append(account, list, call);
            case "PUT" -> update(account, list, call);
            case "DELETE" -> {
                exchange.forget(account, list);
                yield new Reply(204, null);
            }
            default -> null;
        };
    }

    private static Reply list(Account account) {
        ArrayNode lists = Json.NODES.arrayNode();
        account.watchlists().forEach(list -> lists.add(json(account, list)));
        return new Reply(200, lists);
    }

    private Reply create(Account account, Call call) {
        ObjectNode body = body(call);
        String name = name(account, body, null);
        if (name == null) {
            throw Refusal.malformed("name is required");
        }
        return reply(account, exchange.watch(account, name, symbols(body)));
    }

    private Reply append(Account account, Watchlist list, Call call) {
        String symbol = new Form(body(call)).text("symbol");
        if (symbol == null) {
            throw Refusal.malformed("symbol is required");
        }
        Asset asset = asset(symbol);
        List<Asset> longer = new ArrayList<>(list.assets());
        if (longer.contains(asset)) {
            throw Refusal.malformed("duplicate symbol: " + symbol);
        }
        longer.add(asset);
        exchange.watch(account, list, list.name(), longer);
        return reply(account, list);
    }

    /// A new content takes the place of the old one.
    private Reply update(Account account, Watchlist list, Call call) {
        ObjectNode body = body(call);
        String name = name(account, body, list);
        boolean content = body.has("symbols") && !body.get("symbols").isNull();
        if (name == null && !content) {
            throw Refusal.malformed("name or symbols is required");
        }
        exchange.watch(account, list, name == null ? list.name() : name, content ? symbols(body) : list.assets());
        return reply(account, list);
    }

    private Reply remove(Account account, Watchlist list, String symbol) {
        Asset asset = exchange.assets().find(symbol);
        List<Asset> shorter = new ArrayList<>(list.assets());
        if (!shorter.remove(asset)) {
            throw Refusal.notFound("symbol not found in watchlist: " + symbol);
        }
        exchange.watch(account, list, list.name(), shorter);
        return reply(account, list);
    }

    private static @Nullable String name(Account account, ObjectNode body, @Nullable Watchlist own) {
        String name = new Form(body).text("name");
        if (name != null && name.length() > LONGEST_NAME) {
            throw Refusal.malformed("name must be no more than 64 characters");
        }
        if (account.watchlists().stream().anyMatch(other -> other != own && other.name().equals(name))) {
            throw Refusal.malformed("watchlist name must be unique");
        }
        return name;
    }

    private List<Asset> symbols(ObjectNode body) {
        JsonNode symbols = body.get("symbols");
        Set<Asset> found = new LinkedHashSet<>();
        if (symbols == null || symbols.isNull()) {
            return List.of();
        }
        if (!symbols.isArray()) {
            throw Form.invalid("symbols");
        }
        for (JsonNode symbol : symbols) {
            if (symbol.isString()) {
                found.add(asset(symbol.stringValue()));
            } else if (!symbol.isNull()) {
                throw Form.invalid("symbols");
            }
        }
        return List.copyOf(found);
    }

    private Asset asset(String symbol) {
        Asset asset = exchange.assets().find(symbol);
        if (asset == null) {
            throw Refusal.malformed("could not find asset \"" + symbol + "\"");
        }
        return asset;
    }

    private ObjectNode body(Call call) {
        return Json.object(call.body(), exchange.rules().unconfirmed());
    }

    /// Some clients send the name with the rest of the body.
    private @Nullable String named(Call call) {
        return call.query("name") == null ? new Form(body(call)).text("name") : call.query("name");
    }

    private static Watchlist byName(Account account, @Nullable String name) {
        if (name == null) {
            throw Refusal.malformed("name is required");
        }
        return account.watchlists().stream().filter(list -> list.name().equals(name)).findFirst()
            .orElseThrow(WatchlistEndpoints::notFound);
    }

    private static Watchlist byId(Account account, String text) {
        UUID id = Form.uuid(text);
        return account.watchlists().stream().filter(list -> list.id.equals(id)).findFirst()
            .orElseThrow(WatchlistEndpoints::notFound);
    }

    private static Refusal notFound() {
        return Refusal.notFound("watchlist not found");
    }

    private Reply reply(Account account, Watchlist list) {
        ObjectNode node = json(account, list);
        ArrayNode content = node.putArray("assets");
        list.assets().forEach(asset -> content.add(assets.json(asset)));
        return new Reply(200, node);
    }

    /// The list of all lists leaves their content out.
    private static ObjectNode json(Account account, Watchlist list) {
        ObjectNode node = Json.NODES.objectNode();
        Json.put(node, "id", list.id);
        Json.put(node, "account_id", account.id);
        Json.putTime(node, "created_at", list.createdNs);
        Json.putTime(node, "updated_at", list.updatedNs());
        return node.put("name", list.name());
    }
}
