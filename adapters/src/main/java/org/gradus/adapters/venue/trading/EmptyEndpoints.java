package org.gradus.adapters.venue.trading;

import java.util.List;
import org.gradus.adapters.venue.Call;
import org.gradus.adapters.venue.Reply;
import org.gradus.adapters.venue.exchange.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Lists of what this venue has none of: option contracts, announcements of companies, transfers of coins.
final class EmptyEndpoints {
    private static final String CONTRACTS = "/v2/options/contracts";
    private static final String ANNOUNCEMENTS = "/v2/corporate_actions/announcements";

    /// @return null when there is no such list
    @Nullable Reply get(Call call, String path) {
        if (path.startsWith(CONTRACTS + "/")) {
            throw Refusal.notFound("option contract " + path.substring(CONTRACTS.length() + 1) + " not found");
        }
        if (path.startsWith(ANNOUNCEMENTS + "/")) {
            throw Refusal.notFound("announcement not found");
        }
        return switch (path) {
            case CONTRACTS -> contracts();
            case ANNOUNCEMENTS -> announcements(call);
            case "/v2/wallets/transfers", "/v2/wallets/whitelists" -> new Reply(200, Json.NODES.arrayNode());
            default -> null;
        };
    }

    private static Reply contracts() {
        ObjectNode node = Json.NODES.objectNode();
        node.putArray("option_contracts");
        return new Reply(200, node.putNull("next_page_token"));
    }

    private static Reply announcements(Call call) {
        for (String name : List.of("ca_types", "since", "until")) {
            if (call.query(name) == null) {
                throw Refusal.malformed(name + " is required");
            }
        }
        return new Reply(200, Json.NODES.arrayNode());
    }
}
