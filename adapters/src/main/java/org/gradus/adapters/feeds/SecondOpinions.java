package org.gradus.adapters.feeds;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import org.gradus.adapters.checks.FeedComparison;
import org.gradus.adapters.checks.ForeignSymbols;
import org.gradus.adapters.checks.IndicatorComparison;
import org.gradus.adapters.checks.PriceBoard;
import org.gradus.adapters.checks.TappedFeed;
import org.gradus.adapters.finnhub.FinnhubFeed;
import org.gradus.adapters.finnhub.FinnhubQuotes;
import org.gradus.adapters.finnhub.QuotePoll;
import org.gradus.adapters.finnhub.Subscription;
import org.gradus.adapters.service.ServiceHttp;
import org.gradus.adapters.service.ServiceKey;
import org.gradus.adapters.taapi.TaapiClient;
import org.gradus.adapters.taapi.TaapiIndicators;
import org.gradus.adapters.taapi.TaapiRules;
import org.gradus.adapters.wire.Pace;
import org.gradus.adapters.wire.StreamSettings;
import org.gradus.adapters.wire.WireHttp;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.indicator.IndicatorSpec;
import org.gradus.engine.ingress.EngineClock;
import org.gradus.engine.ingress.VenueFeed;
import org.gradus.engine.journal.CheckedReader;
import org.gradus.engine.runtime.LiveVenue;
import org.jspecify.annotations.Nullable;

/// What other sources say in a run at a venue: prices that are compared with the venue's or stand for them, and
/// indicators that are compared with ours. Each takes a word in the configuration and a key in the environment.
public final class SecondOpinions implements AutoCloseable {
    private static final String FINNHUB_KEY = "FINNHUB_KEY";
    private static final String TAAPI_KEY = "TAAPI_KEY";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final long SETTLE_NS = 5_000_000_000L;
    private static final List<IndicatorSpec> COMPARED = List.of(IndicatorSpec.rsi(14), IndicatorSpec.macd(12, 26, 9));

    private final FeedsPlan feeds;
    private final @Nullable ServiceKey finnhubKey;
    private final @Nullable ServiceKey taapiKey;
    private final Consumer<String> tell;
    private final Pace pace = Pace.system();
    private final OkHttpClient http = ServiceHttp.client(new WireHttp.Times(Duration.ofSeconds(5),
            Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(30)));
    private final List<Runnable> closing = new ArrayList<>();
    private List<Instrument> instruments = List.of();

    /// @param tell takes what a person should know, from any thread
    /// @throws IllegalArgumentException when an instrument is to be fed by a source that there is no key for
    public SecondOpinions(FeedsPlan feeds, Map<String, String> environment, Consumer<String> tell) {
        this.feeds = feeds;
        this.tell = tell;
        finnhubKey = key(feeds.finnhub().enabled(), environment, FINNHUB_KEY, "Finnhub");
        taapiKey = key(feeds.taapi().enabled(), environment, TAAPI_KEY, "TAAPI");
        if (finnhubKey == null && !feeds.finnhub().fed().isEmpty()) {
            throw new IllegalArgumentException("feeds.finnhub.fed names instruments, and there is no key in "
                    + FINNHUB_KEY);
        }
    }

    private @Nullable ServiceKey key(boolean enabled, Map<String, String> environment, String variable, String name) {
        Optional<ServiceKey> key = enabled ? ServiceKey.from(environment, variable) : Optional.empty();
        if (enabled && key.isEmpty()) {
            tell.accept(name + " is enabled, but there is no key in " + variable + ": it is not asked");
        }
        return key.orElse(null);
    }

    /// Names of what feeds the run, by source number: the venue's, and Finnhub where it is asked.
    public List<String> sources(List<String> venueSources) {
        List<String> sources = new ArrayList<>(venueSources);
        if (finnhubKey != null) {
            sources.add("finnhub");
        }
        return sources;
    }

    /// Adds Finnhub and the comparison to a venue's feeds; the venue's market events of instruments that Finnhub feeds
    /// are only compared.
    ///
    /// @param source the number that Finnhub's records carry
    public LiveVenue.Maker around(LiveVenue.Maker maker, int source, EngineClock clock) {
        return traded -> {
            instruments = List.copyOf(traded);
            LiveVenue venue = maker.open(traded);
            return finnhubKey == null ? venue
                    : new LiveVenue(venue.connection(), compared(venue.feeds(), finnhubKey, source, clock),
                        venue.notes());
        };
    }

    private List<VenueFeed> compared(List<VenueFeed> venueFeeds, ServiceKey key, int source, EngineClock clock) {
        FeedsPlan.FinnhubPlan plan = feeds.finnhub();
        List<Subscription> subscriptions = instruments.stream().map(each -> new Subscription(
                plan.symbols().getOrDefault(each.symbol(), Subscription.usualSymbol(each)), each,
                plan.fed().contains(each.symbol()))).toList();
        FinnhubFeed finnhub = new FinnhubFeed(new FinnhubFeed.Access(http, plan.endpoints(), key,
                new StreamSettings(Duration.ofNanos(plan.silenceNs()), FIRST_PAUSE, LONGEST_PAUSE), pace),
                subscriptions, source, tell);
        QuotePoll poll = new QuotePoll(new FinnhubQuotes(http, plan.endpoints(), key, FinnhubQuotes.freePlan(), pace),
                finnhub, Duration.ofNanos(plan.quoteEveryNs()), pace, tell);
        closing.add(poll::close);
        poll.start();
        PriceBoard venueBoard = new PriceBoard("the venue", instruments.size());
        List<VenueFeed> all = new ArrayList<>();
        for (VenueFeed feed : venueFeeds) {
            all.add(new TappedFeed(feed, venueBoard, instrument -> subscriptions.get(instrument).fed()));
        }
        all.add(finnhub);
        all.add(new FeedComparison(instruments, venueBoard, finnhub, feeds.rules(), clock, tell));
        return all;
    }

    /// Compares indicators from now on, if that is asked for.
    ///
    /// @param journal of the running engine
    public void watch(Path journal, EngineClock clock) {
        if (taapiKey == null) {
            return;
        }
        FeedsPlan.TaapiPlan plan = feeds.taapi();
        Map<String, String> symbols = new HashMap<>();
        instruments.forEach(each -> ForeignSymbols.tetherPair(each)
                .ifPresent(usual -> symbols.put(each.symbol(), usual)));
        symbols.putAll(plan.symbols());
        TaapiIndicators taapi = new TaapiIndicators(
                new TaapiClient(http, plan.address(), taapiKey, TaapiClient.spacing(plan.spacingNs()), pace),
                new TaapiRules(plan.exchange(), symbols, plan.closedCandle(), plan.bulk(), SETTLE_NS), pace, tell);
        long longestNs = plan.timeframes().stream().mapToLong(each -> each.nanos()).max().orElse(0);
        IndicatorComparison comparison = new IndicatorComparison(instruments, COMPARED, taapi,
                new IndicatorComparison.Bounds(plan.rsiPoints(), FixedPoint.toDouble(plan.macdOfPrice()), longestNs),
                tell);
        IndicatorWatch watch = new IndicatorWatch(() -> new CheckedReader(journal), comparison, plan.timeframes(),
                clock, tell);
        closing.add(watch::close);
        closing.add(taapi::close);
        taapi.start();
        watch.start();
    }

    /// Ends what it started but the feeds, which the engine ends.
    @Override
    public void close() {
        closing.forEach(Runnable::run);
        WireHttp.close(http);
    }
}
