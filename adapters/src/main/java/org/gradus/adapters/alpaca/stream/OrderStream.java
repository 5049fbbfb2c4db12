package org.gradus.adapters.alpaca.stream;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.gradus.adapters.alpaca.access.AlpacaAccess;
import org.gradus.adapters.alpaca.access.Credentials;
import org.gradus.adapters.wire.Pace;
import org.gradus.adapters.wire.StreamLink;
import org.gradus.adapters.wire.StreamSettings;
import org.gradus.adapters.wire.StreamWatch;
import org.gradus.adapters.wire.Unreadable;
import org.gradus.adapters.wire.WireJson;
import org.gradus.engine.domain.FeedFault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The stream of what happens to our orders. Missed events are not repeated by the venue: after each `up` the caller
/// asks for the state of things.
public final class OrderStream implements AutoCloseable, StreamLink.Protocol {
    private static final String UPDATES = "trade_updates";

    /// Who hears of orders, on the connection's reader thread; a call that blocks holds the stream back.
    public interface Listener extends StreamWatch {
        void event(OrderEvent event);

        /// A message that is not what it claims to be.
        void fault(FeedFault fault, String detail);
    }

    private final Credentials keys;
    private final URI address;
    private final Listener listener;
    private final StreamLink link;

    public OrderStream(OkHttpClient http, AlpacaAccess access, StreamSettings settings, Pace pace, Listener listener) {
        keys = access.keys();
        address = access.endpoints().orderStream();
        this.listener = listener;
        Request request = new Request.Builder().url(address.toString()).build();
        link = new StreamLink(http, request, settings, pace, this, listener);
    }

    public void start() {
        link.start();
    }

    /// Connects anew, because something told here cannot be relied on.
    public void reconnect(String why) {
        link.drop(why, false);
    }

    @Override
    public void close() {
        link.close();
    }

    @Override
    public void opened() {
        link.send(WireJson.object().put("action", "auth").put("key", keys.keyId()).put("secret", keys.secret())
                .toString());
    }

    /// To listen again to what is listened to changes nothing, and is answered.
    @Override
    public void probe() {
        listen();
    }

    @Override
    public void text(String message) {
        try {
            take(WireJson.read(message));
        } catch (Unreadable e) {
            listener.fault(e.fault(), keys.scrub(message));
        }
    }

    /// Paper sends JSON in binary frames.
    @Override
    public void binary(byte[] message) {
        boolean json = message.length > 0 && (message[0] == '{' || message[0] == '[' || message[0] <= ' '
                && message[0] > 0);
        try {
            take(json ? WireJson.read(message) : MessagePack.read(message));
        } catch (Unreadable e) {
            listener.fault(e.fault(), keys.scrub(new String(message, StandardCharsets.UTF_8)));
        }
    }

    @Override
    public String plain(String text) {
        return keys.scrub(text);
    }

    private void take(JsonNode node) {
        switch (OrderMessage.read(node)) {
            case OrderMessage.Authorization authorization -> authorized(authorization);
            case OrderMessage.Listening(var streams) -> listening(streams.contains(UPDATES));
            case OrderMessage.Update(OrderEvent event) -> listener.event(event);
            case OrderMessage.Failure(String words) -> link.note("the venue reports: " + words);
            case OrderMessage.Other(String stream) -> link.note("a message of stream " + stream);
        }
    }

    private void authorized(OrderMessage.Authorization authorization) {
        if (authorization.granted()) {
            listen();
        } else if (authorization.action().equals("listen")) {
            link.drop("listened before the keys were taken", false);
        } else {
            link.giveUp(keys.refusedAt(address) + ": " + authorization.words());
        }
    }

    private void listening(boolean toUpdates) {
        if (toUpdates) {
            link.ready();
        } else {
            link.drop("the venue does not offer " + UPDATES, true);
        }
    }

    private void listen() {
        ObjectNode listen = WireJson.object().put("action", "listen");
        listen.putObject("data").putArray("streams").add(UPDATES);
        link.send(listen.toString());
    }
}
