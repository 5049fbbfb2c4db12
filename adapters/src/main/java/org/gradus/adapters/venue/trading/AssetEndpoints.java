package org.gradus.adapters.venue.trading;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gradus.adapters.venue.Call;
import org.gradus.adapters.venue.Reply;
import org.gradus.adapters.venue.exchange.Asset;
import org.gradus.adapters.venue.exchange.AssetClass;
import org.gradus.adapters.venue.exchange.Decimals;
import org.gradus.adapters.venue.exchange.Exchange;
import org.gradus.adapters.venue.exchange.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What is traded: `/v2/assets`. Within a step of the exchange.
final class AssetEndpoints {
    /// All there are: nothing that was listed goes away.
    private static final String ACTIVE = "active";

    /// Increments that are wrong are a hundred times too fine.
    private static final int WRONG_SHIFT = 2;

    private final Exchange exchange;

    AssetEndpoints(Exchange exchange) {
        this.exchange = exchange;
    }

    /// By class, exchange and symbol.
    Reply assets(Call call) {
        String assetClass = Objects.requireNonNullElse(call.query("asset_class"), AssetClass.US_EQUITY.word());
        String status = Objects.requireNonNullElse(call.query("status"), ACTIVE);
        @Nullable String market = call.query("exchange");
        Set<String> attributes = Query.words(call, "attributes");
        ArrayNode array = Json.NODES.arrayNode();
        exchange.assets().all().stream().filter(asset -> asset.assetClass().word().equals(assetClass)
                && status.equals(ACTIVE) && (market == null || market.equals(asset.exchange()))
                && (attributes.isEmpty() || attributes(asset).stream().anyMatch(attributes::contains)))
            .sorted(Comparator.comparing(Asset::exchange).thenComparing(Asset::symbol))
            .forEach(asset -> array.add(json(asset)));
        return new Reply(200, array);
    }

    Reply asset(String spelling) {
        Asset asset = exchange.assets().find(spelling);
        if (asset == null) {
            throw Refusal.notFound("asset not found for " + spelling);
        }
        return new Reply(200, json(asset));
    }

    private static List<String> attributes(Asset asset) {
        return asset.crypto() ? List.of() : List.of("fractional_eh_enabled");
    }

    ObjectNode json(Asset asset) {
        boolean stock = !asset.crypto();
        ObjectNode node = Json.NODES.objectNode();
        Json.put(node, "id", asset.id());
        node.put("class", asset.assetClass().word());
        node.put("exchange", asset.exchange());
        node.put("symbol", asset.symbol());
        node.put("name", asset.name());
        node.put("status", ACTIVE);
        node.put("tradable", true);
        node.put("marginable", stock);
        node.put("maintenance_margin_requirement", stock ? 30 : 100);
        node.put("margin_requirement_long", stock ? "30" : "100");
        node.put("margin_requirement_short", stock ? "30" : "100");
        node.put("shortable", stock);
        node.put("easy_to_borrow", stock);
        if (stock) {
            node.put("borrow_status", "easy_to_borrow");
            node.put("cusip", asset.cusip());
        }
        node.put("fractionable", true);
        attributes(asset).forEach(node.putArray("attributes")::add);
        if (!stock) {
            node.put("min_order_size", Decimals.text(asset.minimumSize()));
            boolean wrong = exchange.faults().showsWrongIncrements(asset.symbol());
            int shift = wrong ? WRONG_SHIFT : 0;
            Json.put(node, "min_trade_increment", Decimals.STEP.movePointLeft(shift));
            Json.put(node, "price_increment", asset.priceIncrement().movePointLeft(shift));
        }
        return node;
    }
}
