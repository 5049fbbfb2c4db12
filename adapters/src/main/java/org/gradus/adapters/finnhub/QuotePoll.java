package org.gradus.adapters.finnhub;

import java.time.Duration;
import java.util.function.Consumer;
import org.gradus.adapters.checks.SeenPrice;
import org.gradus.adapters.service.ServiceReply;
import org.gradus.adapters.wire.Pace;
import org.jspecify.annotations.Nullable;

/// Asks for the price of each instrument that the stream has not told of for a while: what trades seldom, and all of
/// them when the stream is down. A thread of its own.
public final class QuotePoll implements AutoCloseable {
    private static final long MILLISECOND_NS = 1_000_000L;

    private final FinnhubQuotes quotes;
    private final FinnhubFeed feed;
    private final long everyNs;
    private final Pace pace;
    private final Consumer<String> tell;
    private final Thread thread = new Thread(this::keepAsking, "finnhub-quotes");
    private @Nullable String lastFailure;
    private volatile boolean closed;

    /// @param every how old a price may become before it is asked for, and the pause between two rounds
    public QuotePoll(FinnhubQuotes quotes, FinnhubFeed feed, Duration every, Pace pace, Consumer<String> tell) {
        this.quotes = quotes;
        this.feed = feed;
        this.pace = pace;
        this.tell = tell;
        everyNs = every.toNanos();
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    private void keepAsking() {
        while (!closed) {
            round();
            pace.pause(everyNs);
        }
    }

    /// Asks once for everything that is due.
    void round() {
        for (Subscription each : feed.subscriptions()) {
            SeenPrice known = feed.latest(each.instrument().id());
            boolean due = known == null || pace.epochMs() * MILLISECOND_NS - known.timeNs() >= everyNs;
            if (closed || due && !ask(each)) {
                return;
            }
        }
    }

    /// @return false when nothing more is to be asked for now
    private boolean ask(Subscription subscription) {
        return switch (quotes.last(subscription.symbol())) {
            case ServiceReply.Given<FinnhubQuotes.LastPrice>(FinnhubQuotes.LastPrice last) -> {
                feed.board().seen(subscription.instrument().id(), last.price(), last.timeNs());
                lastFailure = null;
                yield true;
            }
            case ServiceReply.Later<FinnhubQuotes.LastPrice> _ -> false;
            case ServiceReply.Failed<FinnhubQuotes.LastPrice>(int status, String why) -> {
                tellOnce(why);
                yield status == 200;
            }
        };
    }

    private void tellOnce(String why) {
        if (!why.equals(lastFailure)) {
            lastFailure = why;
            tell.accept(why);
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
