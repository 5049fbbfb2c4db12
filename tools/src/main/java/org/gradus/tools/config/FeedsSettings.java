package org.gradus.tools.config;

import static org.gradus.tools.config.Unit.DURATION;
import static org.gradus.tools.config.Unit.RATIO;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.gradus.adapters.checks.FeedRules;
import org.gradus.adapters.feeds.FeedsPlan;
import org.gradus.adapters.finnhub.FinnhubEndpoints;
import org.gradus.adapters.taapi.TaapiClient;
import org.gradus.adapters.wire.TrustedAddress;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Timeframe;

/// Reads `feeds`: second sources of prices and indicators. Whether their keys are there is not a matter of
/// configuration.
final class FeedsSettings {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long HOUR_NS = 3_600 * SECOND_NS;
    private static final int MOST_CANDLES_BACK = 50;

    private final Section feeds;
    private final InstrumentSettings instruments;
    private final List<Timeframe> built;

    /// @param built timeframes whose bars exist
    FeedsSettings(Section top, InstrumentSettings instruments, List<Timeframe> built) {
        feeds = top.section("feeds");
        this.instruments = instruments;
        this.built = built;
    }

    FeedsPlan read() {
        FeedRules rules = new FeedRules(feeds.number("disagreement", RATIO, FixedPoint.ONE / 10_000, FixedPoint.ONE),
                duration(feeds, "disagreement-wait", 0), duration(feeds, "fresh", SECOND_NS));
        return new FeedsPlan(rules, finnhub(feeds.section("finnhub")), taapi(feeds.section("taapi")));
    }

    private FeedsPlan.FinnhubPlan finnhub(Section section) {
        boolean enabled = section.flag("enabled");
        URI quotes = address(section, "quotes-url", "finnhub", FinnhubEndpoints.USUAL.rest(), "http");
        URI stream = address(section, "stream-url", "finnhub", FinnhubEndpoints.USUAL.stream(), "ws");
        List<String> fed = section.texts("fed", "symbols of instruments");
        fed.forEach(symbol -> knownInstrument(section, "fed", symbol));
        if (!fed.isEmpty() && section.good("enabled") && !enabled) {
            section.refuse("fed", "expected [] while Finnhub is not enabled: nobody would feed them");
        }
        return new FeedsPlan.FinnhubPlan(enabled, new FinnhubEndpoints(quotes, stream), fed, symbols(section),
                duration(section, "quote-every", SECOND_NS), duration(section, "silence", SECOND_NS));
    }

    private FeedsPlan.TaapiPlan taapi(Section section) {
        boolean enabled = section.flag("enabled");
        URI address = address(section, "url", "taapi", TaapiClient.USUAL, "http");
        String exchange = section.text("exchange", "an exchange such as binance");
        List<Timeframe> timeframes = InstrumentSettings.timeframes(section, "timeframes");
        if (section.good("timeframes") && !built.containsAll(timeframes)) {
            section.refuse("timeframes", "expected some of bars.timeframes");
        }
        int closedCandle = section.whole("closed-candle", 0, MOST_CANDLES_BACK);
        String method = section.choice("method", List.of("bulk", "direct"), Function.identity());
        long spacingNs = duration(section, "spacing", SECOND_NS / 10);
        int points = section.whole("rsi-points", 1, 100);
        long macd = section.number("macd-of-price", RATIO, 1, FixedPoint.ONE);
        return new FeedsPlan.TaapiPlan(enabled, address, exchange, symbols(section), timeframes, closedCandle,
                "bulk".equals(method), spacingNs, points, macd);
    }

    private Map<String, String> symbols(Section section) {
        Map<String, String> symbols = section.freeTexts("symbols");
        symbols.keySet().forEach(symbol -> knownInstrument(section, "symbols", symbol));
        return symbols;
    }

    private void knownInstrument(Section section, String key, String symbol) {
        if (instruments.id(symbol) < 0) {
            section.refuse(key, "no instrument " + symbol + ", expected one of " + instruments.names());
        }
    }

    /// @param own the word that stands for the service's own address
    private static URI address(Section section, String key, String own, URI usual, String scheme) {
        String text = section.text(key, own + ", or an address on this machine");
        if (!section.good(key) || text.equals(own)) {
            return usual;
        }
        try {
            return TrustedAddress.checked(own, URI.create(text), scheme, Set.of(usual.getHost()));
        } catch (IllegalArgumentException refused) {
            section.refuse(key, "expected " + own + ", or an address on this machine such as " + scheme
                    + "://127.0.0.1:8080");
            return usual;
        }
    }

    private static long duration(Section section, String key, long least) {
        return section.number(key, DURATION, least, HOUR_NS);
    }
}
