package org.gradus.adapters.finnhub;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import org.gradus.adapters.checks.PriceBoard;
import org.gradus.adapters.checks.PriceCheck;
import org.gradus.adapters.checks.SeenPrice;
import org.gradus.adapters.service.ServiceKey;
import org.gradus.adapters.wire.Pace;
import org.gradus.adapters.wire.StreamSettings;
import org.gradus.engine.domain.FeedFault;
import org.gradus.engine.ingress.Arrivals;
import org.gradus.engine.ingress.VenueFeed;
import org.gradus.engine.message.VenueDownReason;
import org.gradus.engine.tape.TapeEvent;
import org.jspecify.annotations.Nullable;

/// Finnhub's trades: those of fed instruments enter the engine, and the latest price of every instrument stands ready
/// to be compared. A feed that feeds nothing is never down, for nothing depends on it. The key may have one
/// connection, so there is one of these for it.
public final class FinnhubFeed implements VenueFeed, PriceCheck {
    private static final String NAME = "Finnhub";
    private static final long MILLISECOND_NS = 1_000_000L;
    private static final long LEAP_NS = 60_000_000_000L;

    private final List<Subscription> subscriptions;
    private final boolean feeds;
    private final int source;
    private final Pace pace;
    private final Consumer<String> tell;
    private final PriceBoard board;
    private final StreamMessages messages;
    private final FinnhubStream stream;
    private final TapeEvent event = new TapeEvent();
    private final AtomicLong malformed = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();
    private long position;
    private @Nullable Arrivals arrivals;
    private @Nullable State state;

    /// How Finnhub is reached.
    public record Access(OkHttpClient http, FinnhubEndpoints endpoints, ServiceKey key, StreamSettings settings,
                         Pace pace) {
    }

    /// @param source the number of this feed in record headers
    /// @param tell   takes what a person should know
    public FinnhubFeed(Access access, List<Subscription> subscriptions, int source, Consumer<String> tell) {
        this.subscriptions = List.copyOf(subscriptions);
        this.source = source;
        this.tell = tell;
        pace = access.pace();
        feeds = subscriptions.stream().anyMatch(Subscription::fed);
        board = new PriceBoard(NAME, 1 + subscriptions.stream().mapToInt(each -> each.instrument().id()).max()
                .orElse(-1));
        messages = new StreamMessages(subscriptions);
        stream = new FinnhubStream(access, subscriptions.stream().map(Subscription::symbol).toList(), new Told());
    }

    @Override
    public void start(Arrivals arrivals, State state) {
        this.arrivals = arrivals;
        this.state = state;
        if (!feeds) {
            state.up();
        }
        stream.start();
    }

    @Override
    public void close() {
        stream.close();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public @Nullable SeenPrice latest(int instrument) {
        return board.latest(instrument);
    }

    /// Where prices that were asked for, not streamed, are noted too.
    PriceBoard board() {
        return board;
    }

    List<Subscription> subscriptions() {
        return subscriptions;
    }

    /// Messages, or trades in them, that could not be read.
    public long malformed() {
        return malformed.get();
    }

    /// Messages in which Finnhub complained.
    public long errors() {
        return errors.get();
    }

    /// What the stream tells, one thing at a time.
    private final class Told implements FinnhubStream.Listener, StreamMessages.Reader {
        @Override
        public void up() {
            tell.accept("Finnhub's stream is connected");
            if (feeds && state != null) {
                state.up();
            }
        }

        @Override
        public void message(String text) {
            position++;
            messages.read(text, this);
        }

        @Override
        public void trade(Subscription of, long price, long size, long timeNs) {
            if (timeNs - pace.epochMs() * MILLISECOND_NS > LEAP_NS) {
                unreadable(FeedFault.TIME_LEAP, "t: far ahead of us");
                return;
            }
            board.seen(of.instrument().id(), price, timeNs);
            if (of.fed() && size > 0) {
                enter(event.from(source, position, of.instrument().id())
                        .trade(price, size, TapeEvent.AGGRESSOR_UNKNOWN), timeNs);
            }
        }

        /// It does not say which symbol it means. Where something is fed, all of it has to be there.
        @Override
        public void error(String words) {
            errors.incrementAndGet();
            tell.accept("Finnhub says: " + stream.plain(words));
            if (feeds) {
                stream.drop("error, " + words);
            }
        }

        @Override
        public void unreadable(FeedFault fault, String what) {
            malformed.incrementAndGet();
            enter(event.from(source, position, -1).fault(fault, stream.plain(what)),
                    pace.epochMs() * MILLISECOND_NS);
        }

        private void enter(TapeEvent event, long venueTimeNs) {
            if (arrivals != null) {
                arrivals.market(event.at(venueTimeNs, venueTimeNs));
            }
        }

        @Override
        public void down(VenueDownReason reason, String why) {
            tell.accept("Finnhub's stream is down: " + why);
            if (feeds && state != null) {
                state.down(reason);
            }
        }

        @Override
        public void ended(String why) {
            note(why);
        }

        /// Another attempt that failed.
        @Override
        public void note(String what) {
            down(VenueDownReason.STREAM_DROPPED, what);
        }
    }
}
