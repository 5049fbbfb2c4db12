package org.gradus.adapters.alpaca.stream;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
import org.gradus.adapters.wire.WireObject;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.tape.TapeEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One market-data stream, the only connection to its endpoint: trades, quotes and minute bars of what it was asked
/// for. After each reconnection everything is asked for again.
public final class MarketStream implements AutoCloseable, StreamLink.Protocol, MarketMessages.Sink {
    /// Who hears of the market, on the connection's reader thread.
    public interface Listener extends StreamWatch {
        /// The event is reused for the next: copy what is kept. Faults are events too.
        void market(TapeEvent event);

        /// The exchange halted trading in an instrument, or let it go on.
        void trading(Instrument instrument, boolean halted, String words, long timeNs);
    }

    /// How messages are packed, in both directions.
    public enum Packing { JSON, MESSAGE_PACK }

    private final Credentials keys;
    private final URI address;
    private final Packing packing;
    private final List<Subscription> subscriptions;
    private final Listener listener;
    private final MarketMessages messages;
    private final StreamLink link;

    /// @param endpoint of the streams' address, such as `/v2/iex` or `/v1beta3/crypto/us`
    /// @param source   of the events, as the journal numbers it
    public record Feed(String endpoint, Packing packing, List<Subscription> subscriptions, int source) {
        public Feed {
            subscriptions = List.copyOf(subscriptions);
        }
    }

    public MarketStream(OkHttpClient http, AlpacaAccess access, Feed feed, StreamSettings settings, Pace pace,
                        Listener listener) {
        keys = access.keys();
        packing = feed.packing();
        subscriptions = feed.subscriptions();
        this.listener = listener;
        messages = new MarketMessages(subscriptions, feed.source(), keys::scrub, this);
        address = URI.create(access.endpoints().dataStreams() + feed.endpoint());
        Request.Builder request = new Request.Builder().url(address.toString());
        if (packing == Packing.MESSAGE_PACK) {
            request.header("Content-Type", "application/msgpack");
        }
        link = new StreamLink(http, request.build(), settings, pace, this, listener);
    }

    public void start() {
        link.start();
    }

    @Override
    public void close() {
        link.close();
    }

    /// The venue speaks first.
    @Override
    public void opened() {
    }

    /// To subscribe again to what is subscribed changes nothing, and is answered.
    @Override
    public void probe() {
        send(Subscription.message(subscriptions));
    }

    @Override
    public void text(String message) {
        try {
            messages.read(WireJson.read(message));
        } catch (Unreadable e) {
            messages.fault(e.fault(), message);
        }
    }

    @Override
    public void binary(byte[] message) {
        try {
            messages.read(packing == Packing.MESSAGE_PACK ? MessagePack.read(message) : WireJson.read(message));
        } catch (Unreadable e) {
            messages.fault(e.fault(), new String(message, StandardCharsets.ISO_8859_1));
        }
    }

    @Override
    public void market(TapeEvent event) {
        listener.market(event);
    }

    @Override
    public void trading(Instrument instrument, boolean halted, String words, long timeNs) {
        listener.trading(instrument, halted, keys.scrub(words), timeNs);
    }

    @Override
    public void success(String words) {
        if (words.equals("connected")) {
            send(WireJson.object().put("action", "auth").put("key", keys.keyId()).put("secret", keys.secret()));
        } else if (words.equals("authenticated")) {
            send(Subscription.message(subscriptions));
            // A venue that will not tell of halts must not refuse prices with them.
            ObjectNode statuses = Subscription.statuses(subscriptions);
            if (statuses != null) {
                send(statuses);
            }
        }
    }

    @Override
    public void subscribed(WireObject channels) {
        for (Subscription wanted : subscriptions) {
            String symbol = wanted.instrument().symbol();
            if (wanted.trades() && misses(channels, "trades", symbol)
                    || wanted.quotes() && misses(channels, "quotes", symbol)
                    || wanted.bars() && misses(channels, "bars", symbol)) {
                link.note("the venue does not stream all we asked for of " + symbol);
            }
        }
        link.ready();
    }

    @Override
    public void error(int code, String words) {
        String what = "error " + code + ": " + words;
        switch (code) {
            case 402 -> link.giveUp(keys.refusedAt(address) + ", " + what);
            case 408, 409 -> link.giveUp("this market-data stream is not for us, " + what);
            case 401, 404, 407, 500 -> link.drop(what, false);
            case 406 -> link.drop(what, true);
            default -> link.note(what);
        }
    }

    @Override
    public void note(String what) {
        link.note(what);
    }

    @Override
    public String plain(String text) {
        return keys.scrub(text);
    }

    private static boolean misses(WireObject channels, String channel, String symbol) {
        for (JsonNode listed : channels.raw(channel)) {
            if (listed.asString("").equals(symbol) || listed.asString("").equals("*")) {
                return false;
            }
        }
        return true;
    }

    private void send(ObjectNode message) {
        if (packing == Packing.MESSAGE_PACK) {
            link.send(MessagePack.write(message));
        } else {
            link.send(message.toString());
        }
    }
}
