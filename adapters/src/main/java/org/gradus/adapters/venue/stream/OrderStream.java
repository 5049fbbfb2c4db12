package org.gradus.adapters.venue.stream;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.websocket.api.Session;
import org.gradus.adapters.venue.Keys;
import org.gradus.adapters.venue.OrderUpdates;
import org.gradus.adapters.venue.VenueJson;
import org.gradus.adapters.venue.fault.Faults;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The stream of order updates and its clients. Usable from any thread.
public final class OrderStream implements OrderUpdates {
    public static final String PATH = "/stream";
    /// How long an update waits for the next one to change places with.
    private static final long SWAP_MS = 1_000;

    private final Keys keys;
    private final StreamRules rules;
    private final Timers timers;
    private final Set<OrderConversation> conversations = ConcurrentHashMap.newKeySet();
    private final StreamFaults faults;
    private final UpdateFaults updateFaults;

    public OrderStream(Keys keys, StreamRules rules, Timers timers, Faults faults) {
        this.keys = keys;
        this.rules = rules;
        this.timers = timers;
        this.faults = new StreamFaults(faults, PATH);
        updateFaults = new UpdateFaults(faults);
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
    public synchronized void onUpdate(String account, ObjectNode data) {
        if (faults.cuts()) {
            conversations.forEach(OrderConversation::cutOff);
        }
        List<ObjectNode> arriving = updateFaults.pass(account, data);
        if (faults.swallows()) {
            return;
        }
        arriving.forEach(each -> tell(account, each));
        if (updateFaults.holds(account)) {
            timers.after(SWAP_MS, TimeUnit.MILLISECONDS, () -> tellHeldBack(account));
        }
    }

    private synchronized void tellHeldBack(String account) {
        ObjectNode data = updateFaults.release(account);
        if (data != null) {
            tell(account, data);
        }
    }

    private void tell(String account, ObjectNode data) {
        ObjectNode node = VenueJson.object().put("stream", OrderConversation.TRADE_UPDATES);
        node.set("data", data);
        Message message = new Message(node);
        conversations.forEach(each -> each.tell(account, message));
    }
}
