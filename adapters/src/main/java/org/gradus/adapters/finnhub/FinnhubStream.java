package org.gradus.adapters.finnhub;

import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okio.ByteString;
import org.gradus.adapters.service.ServiceKey;
import org.gradus.adapters.wire.StreamLink;
import org.gradus.adapters.wire.StreamWatch;
import org.gradus.adapters.wire.WireJson;

/// Finnhub's stream, the only connection of its key: it subscribes to everything, which Finnhub does not confirm. The
/// key has to stand in the address; so the address is in no message of ours.
final class FinnhubStream implements AutoCloseable, StreamLink.Protocol {
    private static final int WORDS_MAX = 160;

    private final ServiceKey key;
    private final List<String> symbols;
    private final Listener listener;
    private final StreamLink link;

    /// Whom it tells.
    interface Listener extends StreamWatch {
        /// On the connection's reader thread.
        void message(String text);
    }

    FinnhubStream(FinnhubFeed.Access access, List<String> symbols, Listener listener) {
        key = access.key();
        this.symbols = List.copyOf(symbols);
        this.listener = listener;
        HttpUrl url = HttpUrl.get(access.endpoints().stream().toString().replaceFirst("^ws", "http"));
        Request request = new Request.Builder()
                .url(url.newBuilder().addQueryParameter("token", key.secret()).build()).build();
        link = new StreamLink(access.http(), request, access.settings(), access.pace(), this, listener);
    }

    void start() {
        link.start();
    }

    /// This connection is of no use any more.
    void drop(String why) {
        link.drop(why, false);
    }

    @Override
    public void opened() {
        for (String symbol : symbols) {
            link.send(WireJson.object().put("type", "subscribe").put("symbol", symbol).toString());
        }
        link.ready();
    }

    @Override
    public void text(String message) {
        listener.message(message);
    }

    @Override
    public void binary(byte[] message) {
        listener.message(ByteString.of(message).utf8());
    }

    /// Finnhub pings by itself.
    @Override
    public void probe() {
    }

    /// Scrubbed before it is cut: a part of a key is a part of a secret.
    @Override
    public String plain(String text) {
        String words = key.scrub(text).replaceAll("\\p{Cntrl}+", " ");
        return words.length() <= WORDS_MAX ? words : words.substring(0, WORDS_MAX) + "…";
    }

    /// Nothing is told any more when this returns.
    @Override
    public void close() {
        link.close();
    }
}
