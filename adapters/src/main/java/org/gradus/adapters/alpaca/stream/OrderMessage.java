package org.gradus.adapters.alpaca.stream;

import java.util.ArrayList;
import java.util.List;
import org.gradus.adapters.wire.WireObject;
import tools.jackson.databind.JsonNode;

/// One message of the order stream.
sealed interface OrderMessage {
    /// The answer to our keys, or to listening before them.
    record Authorization(boolean granted, String action, String words) implements OrderMessage {
    }

    /// Everything we now listen to.
    record Listening(List<String> streams) implements OrderMessage {
    }

    record Update(OrderEvent event) implements OrderMessage {
    }

    /// Said before the venue closes.
    record Failure(String words) implements OrderMessage {
    }

    /// A kind newer than this list.
    record Other(String stream) implements OrderMessage {
    }

    /// @throws org.gradus.adapters.wire.Unreadable when it is not what it claims to be
    static OrderMessage read(JsonNode node) {
        WireObject message = WireObject.of(node);
        if (message.textOr("action", "").equals("error")) {
            return new Failure(message.object("data").map(data -> data.textOr("error_message", "")).orElse(""));
        }
        String stream = message.text("stream");
        WireObject data = WireObject.of(message.raw("data"));
        return switch (stream) {
            case "authorization" -> new Authorization(data.textOr("status", "").equals("authorized"),
                    data.textOr("action", ""), data.textOr("message", ""));
            case "listening" -> new Listening(words(data.raw("streams")));
            case "trade_updates" -> new Update(OrderEvent.of(data));
            default -> new Other(stream);
        };
    }

    private static List<String> words(JsonNode array) {
        List<String> words = new ArrayList<>();
        array.forEach(word -> words.add(word.asString("")));
        return words;
    }
}
