package org.gradus.adapters.venue.stream;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.websocket.api.Session;
import org.gradus.adapters.venue.Keys;
import org.gradus.adapters.venue.OrderUpdates;
import org.gradus.adapters.venue.VenueJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The stream of order updates and its clients. Usable from any thread.
public final class OrderStream implements OrderUpdates {
    private final Keys keys;
    private final StreamRules rules;
    private final Timers timers;
    private final Set<OrderConversation> conversations = ConcurrentHashMap.newKeySet();

    public OrderStream(Keys keys, StreamRules rules, Timers timers) {
        this.keys = keys;
        this.rules = rules;
        this.timers = timers;
    }

    /// A client has connected.
    ///
    /// @param contentType     of the upgrade request
    /// @param upgradeAccount  the account that the upgrade's headers opened, if they did
    public Conversation connected(Session session, @Nullable String contentType, @Nullable String upgradeAccount) {
        Encoding json = rules.textUpdates() ? Encoding.JSON_TEXT : Encoding.JSON_BINARY;
        Line line = new Line(session, Encoding.of(contentType, json), Outbox.USUAL_BOUND, timers);
        OrderConversation conversation = new OrderConversation(this, line, upgradeAccount);
        conversations.add(conversation);
        return conversation;
    }

    Keys keys() {
        return keys;
    }

    void leave(OrderConversation conversation) {
        conversations.remove(conversation);
    }

    @Override
    public void onUpdate(String account, ObjectNode data) {
        ObjectNode node = VenueJson.object().put("stream", OrderConversation.TRADE_UPDATES);
        node.set("data", data);
        Message message = new Message(node);
        conversations.forEach(each -> each.tell(account, message));
    }
}
