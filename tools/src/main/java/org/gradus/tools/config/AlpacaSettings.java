package org.gradus.tools.config;

import static org.gradus.tools.config.Unit.DURATION;
import static org.gradus.tools.config.Unit.MONEY;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.function.Function;
import org.gradus.adapters.wire.TrustedAddress;
import org.gradus.engine.core.Tolerance;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.egress.SendingRules;
import org.gradus.engine.risk.RiskLimits;
import org.gradus.engine.runtime.LiveRules;

/// Reads `alpaca`: how a run trades at Alpaca. What the simulated market does not need is not read for it, so that its
/// runs keep their identity.
final class AlpacaSettings {
    /// Stands for the addresses of Alpaca itself.
    private static final String OWN = "alpaca";
    private static final String EXPECTED = "alpaca, or the address of a venue on this machine such as "
        + "http://127.0.0.1:8484";
    private static final long MILLISECOND_NS = 1_000_000L;
    private static final long SECOND_NS = 1_000 * MILLISECOND_NS;
    private static final long HOUR_NS = 3_600 * SECOND_NS;
    private static final int MOST_REQUESTS = 10_000;

    private final Section alpaca;
    private final RiskLimits limits;

    AlpacaSettings(Section top, RiskLimits limits) {
        alpaca = top.section("alpaca");
        this.limits = limits;
    }

    AlpacaRun read(long maximumAgeNs) {
        String trading = address("trading-url", "http");
        String data = address("data-url", "http");
        String streams = address("streams-url", "ws");
        String stock = word("stock-feed", List.of("iex", "sip"));
        String crypto = word("crypto-feed", List.of("us", "us-1", "eu-1"));
        boolean packed = word("encoding", List.of("json", "msgpack")).equals("msgpack");
        AlpacaRun.Requests requests = requests();
        AlpacaRun.Times times = times();
        long entryMarginNs = duration(alpaca.section("hours"), "entry-margin", 0);
        boolean venueClock = word("clock", List.of("wall", "venue")).equals("venue");
        return new AlpacaRun(trading, data, streams, stock, crypto, packed, requests, times, entryMarginNs,
            venueClock, rules(maximumAgeNs));
    }

    Tolerance tolerance() {
        Section reconcile = alpaca.section("reconcile");
        return new Tolerance(reconcile.number("cash-tolerance", MONEY, 0, 1_000 * FixedPoint.ONE),
            reconcile.whole("dust-lots", 0, 1_000_000));
    }

    private String word(String key, List<String> words) {
        String word = alpaca.choice(key, words, Function.identity());
        return word == null ? words.getFirst() : word;
    }

    private String address(String key, String scheme) {
        String text = alpaca.text(key, EXPECTED);
        if (!alpaca.good(key) || text.equals(OWN)) {
            return "";
        }
        try {
            URI address = new URI(text);
            boolean fits = (scheme + 's').equals(address.getScheme())
                || scheme.equals(address.getScheme()) && TrustedAddress.loopback(address);
            if (fits && address.getHost() != null) {
                return text;
            }
        } catch (URISyntaxException unreadable) {
            alpaca.refuse(key, "expected " + EXPECTED);
            return "";
        }
        alpaca.refuse(key, "expected " + EXPECTED + "; unencrypted on this machine only");
        return "";
    }

    private AlpacaRun.Requests requests() {
        Section requests = alpaca.section("requests");
        int perMinute = requests.whole("per-minute", 10, MOST_REQUESTS);
        int reserved = requests.whole("reserved", 0, MOST_REQUESTS);
        if (requests.good("per-minute", "reserved") && reserved >= perMinute) {
            requests.refuse("reserved", "leaves nothing for entries: expected less than per-minute, which is "
                + perMinute);
        }
        return new AlpacaRun.Requests(perMinute, reserved);
    }

    private AlpacaRun.Times times() {
        Section times = alpaca.section("timeouts");
        long connectNs = duration(times, "connect", 100 * MILLISECOND_NS);
        long requestNs = duration(times, "request", 100 * MILLISECOND_NS);
        Section streams = alpaca.section("streams");
        long silenceNs = duration(streams, "silence", SECOND_NS);
        long firstPauseNs = duration(streams, "first-pause", MILLISECOND_NS);
        long longestPauseNs = duration(streams, "longest-pause", MILLISECOND_NS);
        if (streams.good("first-pause", "longest-pause") && longestPauseNs < firstPauseNs) {
            streams.refuse("longest-pause", "expected at least first-pause");
        }
        return new AlpacaRun.Times(connectNs, requestNs, silenceNs, firstPauseNs, longestPauseNs);
    }

    private LiveRules rules(long maximumAgeNs) {
        Section lookUp = alpaca.section("look-up");
        SendingRules sending = new SendingRules(limits.ratePerMinute(), limits.rateReserved(), maximumAgeNs,
            duration(lookUp, "first", MILLISECOND_NS), duration(lookUp, "longest", MILLISECOND_NS),
            duration(lookUp, "grace", SECOND_NS), duration(lookUp, "cancel-wait", SECOND_NS));
        Section reconcile = alpaca.section("reconcile");
        Section health = alpaca.section("health");
        return new LiveRules(sending, duration(reconcile, "every", SECOND_NS),
            duration(reconcile, "confirm-after", MILLISECOND_NS), reconcile.whole("confirmations", 0, 100),
            duration(reconcile, "patience", SECOND_NS), duration(health, "every", SECOND_NS),
            duration(health, "clock-skew", MILLISECOND_NS), health.whole("failures", 1, 100));
    }

    private static long duration(Section section, String key, long least) {
        return section.number(key, DURATION, least, HOUR_NS);
    }
}
