package org.gradus.adapters.alpaca.access;

import java.net.URI;
import java.util.Set;
import org.gradus.adapters.wire.TrustedAddress;

/// The four addresses of one venue. Keys go only to hosts named here or to this machine, encrypted but for the latter,
/// so a mistyped address can leak nothing.
///
/// @param trading     orders and account, over HTTP
/// @param orderStream the whole address of the order stream
/// @param data        market data over HTTP
/// @param dataStreams what the paths of the market-data streams are appended to
public record AlpacaEndpoints(URI trading, URI orderStream, URI data, URI dataStreams) {
    private static final String PAPER_HOST = "paper-api.alpaca.markets";
    private static final String LIVE_HOST = "api.alpaca.markets";
    private static final Set<String> TRADING_HOSTS = Set.of(PAPER_HOST, LIVE_HOST);
    private static final Set<String> DATA_HOSTS = Set.of("data.alpaca.markets", "data.sandbox.alpaca.markets");
    private static final Set<String> STREAM_HOSTS =
            Set.of("stream.data.alpaca.markets", "stream.data.sandbox.alpaca.markets");

    private static final URI DATA = URI.create("https://data.alpaca.markets");
    private static final URI DATA_STREAMS = URI.create("wss://stream.data.alpaca.markets");

    public static final AlpacaEndpoints PAPER = new AlpacaEndpoints(URI.create("https://" + PAPER_HOST),
            URI.create("wss://" + PAPER_HOST + "/stream"), DATA, DATA_STREAMS);
    public static final AlpacaEndpoints LIVE = new AlpacaEndpoints(URI.create("https://" + LIVE_HOST),
            URI.create("wss://" + LIVE_HOST + "/stream"), DATA, DATA_STREAMS);

    public AlpacaEndpoints {
        trading = TrustedAddress.checked("Alpaca's trading", trading, "http", TRADING_HOSTS);
        orderStream = TrustedAddress.checked("Alpaca's order stream", orderStream, "ws", TRADING_HOSTS);
        data = TrustedAddress.checked("Alpaca's market data", data, "http", DATA_HOSTS);
        dataStreams = TrustedAddress.checked("Alpaca's market-data streams", dataStreams, "ws", STREAM_HOSTS);
    }

    /// A venue that serves everything at one address, such as `http://127.0.0.1:8080`.
    public static AlpacaEndpoints at(URI venue) {
        URI base = TrustedAddress.withoutSlash(venue);
        return new AlpacaEndpoints(base, orderStreamAt(base), base, streamsAt(base));
    }

    /// Orders and their stream at one address.
    public AlpacaEndpoints withTradingAt(URI address) {
        URI base = TrustedAddress.withoutSlash(address);
        return new AlpacaEndpoints(base, orderStreamAt(base), data, dataStreams);
    }

    public AlpacaEndpoints withOrderStream(URI address) {
        return new AlpacaEndpoints(trading, address, data, dataStreams);
    }

    public AlpacaEndpoints withData(URI address) {
        return new AlpacaEndpoints(trading, orderStream, address, dataStreams);
    }

    public AlpacaEndpoints withDataStreams(URI address) {
        return new AlpacaEndpoints(trading, orderStream, data, address);
    }

    /// Whether orders sent here are orders at Alpaca's live venue.
    boolean reachesLive() {
        return LIVE_HOST.equals(trading.getHost()) || LIVE_HOST.equals(orderStream.getHost());
    }

    boolean reachesPaper() {
        return PAPER_HOST.equals(trading.getHost()) || PAPER_HOST.equals(orderStream.getHost());
    }

    /// Whose it is, in words.
    static String kind(URI address) {
        String host = address.getHost();
        return PAPER_HOST.equals(host) ? "the paper endpoint " : LIVE_HOST.equals(host) ? "the live endpoint "
                : TrustedAddress.loopback(address) ? "a venue on this machine, " : "";
    }

    private static URI orderStreamAt(URI base) {
        return URI.create(streamsAt(base) + "/stream");
    }

    private static URI streamsAt(URI base) {
        return URI.create(base.toString().replaceFirst("^http", "ws"));
    }
}
