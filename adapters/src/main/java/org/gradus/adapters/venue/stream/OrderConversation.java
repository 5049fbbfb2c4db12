package org.gradus.adapters.venue.stream;

import java.util.Optional;
import org.gradus.adapters.venue.VenueJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One client of the order stream: it authenticates in either form, says what it listens to, and is told.
/// The exchange's thread and the connection's meet here; each call holds the lock.
final class OrderConversation implements Conversation {
    static final String TRADE_UPDATES = "trade_updates";
    private static final String DEPRECATED = "the authenticate action is deprecated, use auth instead";

    private final OrderStream stream;
    private final Line line;
    private @Nullable String account;
    private boolean listening;

    OrderConversation(OrderStream stream, Line line, @Nullable String upgradeAccount) {
        this.stream = stream;
        this.line = line;
        account = upgradeAccount;
    }

    /// The real service says nothing before it is asked.
    @Override
    public void opened() {
    }

    @Override
    public synchronized void received(byte[] bytes, boolean text) {
        JsonNode message;
        try {
            message = line.encoding().read(bytes, text);
        } catch (IllegalArgumentException malformed) {
            fail("invalid message");
            return;
        }
        switch (message.path("action").asString("")) {
            case "auth" -> authenticate(message.path("key"), message.path("secret"), false);
            case "authenticate" -> authenticate(message.path("data").path("key_id"),
                    message.path("data").path("secret_key"), true);
            case "listen" -> listen(message.path("data").path("streams"));
            default -> fail("unknown action");
        }
    }

    private void authenticate(JsonNode key, JsonNode secret, boolean deprecated) {
        String keyId = key.asString("");
        Optional<String> opened = keyId.equals("oauth") ? stream.keys().openByToken(secret.asString(""))
                : stream.keys().open(keyId, secret.asString(""));
        account = opened.orElse(null);
        if (account == null) {
            line.send(authorization("unauthorized", "authenticate", "access key verification failed"));
            line.close("unauthorized");
            return;
        }
        line.send(authorization("authorized", "authenticate", deprecated ? DEPRECATED : null));
    }

    private void listen(JsonNode streams) {
        if (account == null) {
            line.send(authorization("unauthorized", "listen", null));
            return;
        }
        if (!streams.isArray()) {
            fail("streams must be a list");
            return;
        }
        listening = false;
        ObjectNode reply = VenueJson.object().put("stream", "listening");
        ArrayNode heard = reply.putObject("data").putArray("streams");
        for (JsonNode name : streams) {
            if (name.isString() && name.stringValue().equals(TRADE_UPDATES) && !listening) {
                listening = true;
                heard.add(TRADE_UPDATES);
            }
        }
        line.send(reply);
    }

    private static ObjectNode authorization(String status, String action, @Nullable String message) {
        ObjectNode reply = VenueJson.object().put("stream", "authorization");
        ObjectNode data = reply.putObject("data").put("status", status).put("action", action);
        if (message != null) {
            data.put("message", message);
        }
        return reply;
    }

    private void fail(String why) {
        line.send(error(why));
        line.close(why);
    }

    private static ObjectNode error(String why) {
        ObjectNode reply = VenueJson.object().put("action", "error");
        reply.putObject("data").put("error_message", why);
        return reply;
    }

    /// Tells the client about an order of its account. One too slow to take it is cut off: it must ask again by REST
    /// rather than miss an update without knowing.
    synchronized void tell(String owner, Message message) {
        if (listening && owner.equals(account) && !line.send(message)) {
            line.giveUp(error("slow client"), "slow client");
        }
    }

    void cutOff() {
        line.cutOff();
    }

    @Override
    public synchronized void closed() {
        listening = false;
        stream.leave(this);
    }
}
