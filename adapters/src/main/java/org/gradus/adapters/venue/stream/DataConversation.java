package org.gradus.adapters.venue.stream;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.gradus.adapters.venue.MarketListener.Quote;
import org.gradus.adapters.venue.VenueJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One client of a data stream: greeted, authenticated in time, then told what it has subscribed to.
/// The market's thread and the connection's meet here; each call holds the lock.
final class DataConversation implements Conversation {
    private final DataStream stream;
    private final Line line;
    private final @Nullable String upgradeAccount;
    private final boolean upgradeRefused;
    private final Subscriptions subscriptions;
    /// The order books as the client knows them, by symbol.
    private final Map<String, Quote> books = new HashMap<>();
    private @Nullable Future<?> authTimeout;
    private @Nullable String account;

    /// @param upgradeAccount  the account that the upgrade's headers opened, if they did
    /// @param upgradeRefused  whether there were headers that opened nothing
    DataConversation(DataStream stream, Line line, @Nullable String upgradeAccount, boolean upgradeRefused) {
        this.stream = stream;
        this.line = line;
        this.upgradeAccount = upgradeAccount;
        this.upgradeRefused = upgradeRefused;
        subscriptions = new Subscriptions(stream.kind(), stream.rules());
    }

    @Override
    public synchronized void opened() {
        line.send(success("connected"));
        authTimeout = stream.timers().after(stream.rules().authTimeoutMs(), TimeUnit.MILLISECONDS,
                this::authTimeout);
        if (upgradeAccount != null) {
            authenticated(upgradeAccount);
        } else if (upgradeRefused) {
            line.send(StreamError.AUTH_FAILED.message());
        }
    }

    private synchronized void authTimeout() {
        if (account == null) {
            line.send(StreamError.AUTH_TIMEOUT.message());
            line.close(StreamError.AUTH_TIMEOUT.text());
        }
    }

    @Override
    public synchronized void received(byte[] bytes, boolean text) {
        try {
            answer(line.encoding().read(bytes, text));
        } catch (IllegalArgumentException malformed) {
            line.send(StreamError.INVALID_SYNTAX.message());
        } catch (RuntimeException ours) {
            line.send(StreamError.INTERNAL_ERROR.message());
            throw ours;
        }
    }

    private void answer(JsonNode message) {
        switch (message.path("action").asString("")) {
            case "auth" -> authenticate(message);
            case "subscribe" -> change(message, true);
            case "unsubscribe" -> change(message, false);
            default -> line.send(StreamError.INVALID_SYNTAX.message());
        }
    }

    private void authenticate(JsonNode message) {
        if (account != null) {
            line.send(StreamError.ALREADY_AUTHENTICATED.message());
            return;
        }
        String key = message.path("key").asString("");
        String secret = message.path("secret").asString("");
        Optional<String> opened = key.equals("oauth") ? stream.keys().openByToken(secret)
                : stream.keys().open(key, secret);
        opened.ifPresentOrElse(this::authenticated, () -> line.send(StreamError.AUTH_FAILED.message()));
    }

    private void authenticated(String opened) {
        StreamError refusal = stream.admit(opened, this);
        if (refusal != null) {
            line.send(refusal.message());
            line.close(refusal.text());
            return;
        }
        account = opened;
        if (authTimeout != null) {
            authTimeout.cancel(false);
        }
        line.send(success("authenticated"));
    }

    private void change(JsonNode message, boolean add) {
        if (account == null) {
            line.send(StreamError.NOT_AUTHENTICATED.message());
            return;
        }
        var booksBefore = subscriptions.of("orderbooks");
        StreamError refusal = subscriptions.change(message, add);
        line.send(refusal != null ? refusal.message() : array(subscriptions.reply()));
        books.keySet().removeIf(symbol -> !subscriptions.hears("orderbooks", symbol));
        if (refusal == null && add) {
            subscriptions.of("orderbooks").stream().filter(symbol -> !booksBefore.contains(symbol))
                    .forEach(symbol -> stream.books(symbol).forEach(this::begin));
        }
    }

    private void begin(Quote quote) {
        books.put(quote.symbol(), quote);
        line.send(array(DataStream.wholeBook(quote)));
    }

    /// Tells the client if it hears this channel.
    synchronized void tell(String channel, String symbol, Message message) {
        if (account != null && subscriptions.hears(channel, symbol) && !line.send(message)) {
            giveUp();
        }
    }

    /// Tells what is different from the book that this client was told last; the whole book when it was told none.
    synchronized void tellBook(Quote quote) {
        if (account == null || !subscriptions.hears("orderbooks", quote.symbol())) {
            return;
        }
        Quote before = books.put(quote.symbol(), quote);
        ObjectNode book = before == null ? DataStream.wholeBook(quote) : DataStream.bookChange(before, quote);
        boolean news = !book.get("b").isEmpty() || !book.get("a").isEmpty();
        if (news && !line.send(array(book))) {
            giveUp();
        }
    }

    private void giveUp() {
        line.giveUp(StreamError.SLOW_CLIENT.message(), StreamError.SLOW_CLIENT.text());
    }

    void cutOff() {
        line.cutOff();
    }

    @Override
    public synchronized void closed() {
        if (authTimeout != null) {
            authTimeout.cancel(false);
        }
        stream.leave(account, this);
        account = null;
    }

    private static ArrayNode success(String text) {
        return array(VenueJson.object().put("T", "success").put("msg", text));
    }

    static ArrayNode array(ObjectNode node) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        array.add(node);
        return array;
    }
}
