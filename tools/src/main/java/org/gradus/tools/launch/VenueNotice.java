package org.gradus.tools.launch;

import java.net.URI;
import org.gradus.adapters.venue.AccountKey;
import org.gradus.adapters.venue.Keys;
import org.gradus.adapters.venue.market.Timestamps;
import org.gradus.adapters.venue.server.Venue;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a venue says when it is ready: where it is, what opens it, and how to point clients there.
final class VenueNotice {
    private final Venue venue;
    private final Keys keys;

    VenueNotice(Venue venue, Keys keys) {
        this.venue = venue;
        this.keys = keys;
    }

    String text() {
        URI address = venue.address();
        String stream = address.toString().replace("http:", "ws:");
        AccountKey first = keys.accounts().getFirst();
        StringBuilder text = new StringBuilder();
        text.append("venue ready at ").append(address).append(", it is ")
                .append(Timestamps.text(venue.clock().nowNs())).append(" there\n");
        text.append("  symbols   ").append(String.join(", ", venue.symbols())).append('\n');
        for (AccountKey key : keys.accounts()) {
            text.append("  key       ").append(key.keyId()).append("  secret ").append(key.secret()).append('\n');
        }
        text.append("  REST      ").append(address).append(" for trading and for market data\n");
        text.append("  streams   ").append(stream).append("/stream, ").append(stream).append("/v1beta3/crypto/us, ")
                .append(stream).append("/v2/iex\n");
        text.append("  clients   export APCA_API_KEY_ID=").append(first.keyId()).append(" APCA_API_SECRET_KEY=")
                .append(first.secret()).append(" APCA_API_BASE_URL=").append(address).append(" APCA_API_DATA_URL=")
                .append(address).append('\n');
        text.append("  Gradus    export ALPACA_PAPER_KEY_ID=").append(first.keyId())
                .append(" ALPACA_PAPER_SECRET_KEY=").append(first.secret())
                .append(" ALPACA_TRADING_URL=").append(address)
                .append(" ALPACA_DATA_URL=").append(address).append('\n');
        text.append("  docs/venue.md tells more; Ctrl-C ends it\n");
        return text.toString();
    }

    String json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        URI address = venue.address();
        node.put("event", "venue-ready").put("address", address.toString())
                .put("stream", address.toString().replace("http:", "ws:")).put("port", address.getPort())
                .put("time", Timestamps.text(venue.clock().nowNs()));
        ArrayNode symbols = node.putArray("symbols");
        venue.symbols().forEach(symbols::add);
        ArrayNode accounts = node.putArray("accounts");
        for (AccountKey key : keys.accounts()) {
            accounts.addObject().put("key", key.keyId()).put("secret", key.secret());
        }
        return JsonMapper.shared().writeValueAsString(node);
    }
}
