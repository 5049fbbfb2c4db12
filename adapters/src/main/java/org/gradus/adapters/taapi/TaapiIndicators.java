package org.gradus.adapters.taapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.gradus.adapters.checks.BarQuestion;
import org.gradus.adapters.checks.IndicatorCheck;
import org.gradus.adapters.service.ServiceReply;
import org.gradus.adapters.wire.Backoff;
import org.gradus.adapters.wire.Pace;
import org.jspecify.annotations.Nullable;

/// Collects questions, asks them one request at a time when there is room, and keeps the answers. Whoever asks never
/// waits: a thread of its own does. Questions that grow too old, and the oldest when there are too many, are dropped.
public final class TaapiIndicators implements IndicatorCheck, AutoCloseable {
    private static final int KEPT = 1_000;
    private static final int ASKED_MAX = 200;
    private static final int TRIES = 2;
    /// What TAAPI can look back.
    private static final int BACKTRACK_MAX = 50;
    private static final long IDLE_NS = 500_000_000L;
    private static final long FIRST_PAUSE_NS = 15_000_000_000L;
    private static final long LONGEST_PAUSE_NS = 600_000_000_000L;
    private static final long MILLISECOND_NS = 1_000_000L;

    private final TaapiClient client;
    private final TaapiRules rules;
    private final Pace pace;
    private final Consumer<String> tell;
    private final Map<BarQuestion, List<Double>> answers = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<BarQuestion, List<Double>> eldest) {
            return size() > KEPT;
        }
    };
    /// Questions without an answer, oldest first, and how often TAAPI had none.
    private final Map<BarQuestion, Integer> asked = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<BarQuestion, Integer> eldest) {
            return size() > ASKED_MAX;
        }
    };
    private final Backoff backoff = new Backoff(FIRST_PAUSE_NS, LONGEST_PAUSE_NS);
    private final Thread thread = new Thread(this::keepAsking, "taapi");
    private @Nullable String lastFailure;
    private volatile boolean closed;

    public TaapiIndicators(TaapiClient client, TaapiRules rules, Pace pace, Consumer<String> tell) {
        this.client = client;
        this.rules = rules;
        this.pace = pace;
        this.tell = tell;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    @Override
    public String name() {
        return "TAAPI";
    }

    @Override
    public boolean answers(BarQuestion question) {
        return rules.symbols().containsKey(question.instrument().symbol()) && Calculation.known(question.spec());
    }

    @Override
    public synchronized @Nullable List<Double> values(BarQuestion question) {
        List<Double> known = answers.get(question);
        if (known == null && answers(question)) {
            asked.putIfAbsent(question, 0);
        }
        return known;
    }

    private void keepAsking() {
        while (!closed) {
            pace.pause(Math.max(step(), MILLISECOND_NS));
        }
    }

    /// Makes one request if something is due and there is room.
    ///
    /// @return how long until there may be more to do
    long step() {
        long nowNs = pace.epochMs() * MILLISECOND_NS;
        List<BarQuestion> due = due(nowNs);
        if (due.isEmpty()) {
            return IDLE_NS;
        }
        BarQuestion first = due.getFirst();
        TaapiClient.Candles candles = new TaapiClient.Candles(rules.exchange(),
                rules.symbols().get(first.instrument().symbol()), first.timeframe().label());
        List<Calculation> calculations = due.stream()
                .map(each -> new Calculation(each.spec(), backtrack(each, nowNs))).toList();
        return switch (ask(candles, calculations)) {
            case ServiceReply.Given<List<Optional<CalculatedValues>>>(List<Optional<CalculatedValues>> values) -> {
                backoff.worked(LONGEST_PAUSE_NS);
                keep(due, values);
                yield 0;
            }
            case ServiceReply.Later<List<Optional<CalculatedValues>>>(long waitNs) -> waitNs;
            case ServiceReply.Failed<List<Optional<CalculatedValues>>>(int _, String why) -> {
                tellOnce(why);
                yield backoff.nextNs(pace.draw());
            }
        };
    }

    private ServiceReply<List<Optional<CalculatedValues>>> ask(TaapiClient.Candles candles,
                                                               List<Calculation> calculations) {
        return rules.bulk() ? client.bulk(candles, calculations)
                : client.direct(candles, calculations.getFirst()).map(values -> List.of(Optional.of(values)));
    }

    /// The oldest question that can be answered by now, and others on the same candles.
    private synchronized List<BarQuestion> due(long nowNs) {
        asked.keySet().removeIf(each -> backtrack(each, nowNs) > BACKTRACK_MAX);
        List<BarQuestion> due = new ArrayList<>();
        for (Map.Entry<BarQuestion, Integer> each : asked.entrySet()) {
            BarQuestion question = each.getKey();
            boolean open = each.getValue() < TRIES && nowNs >= question.endNs() + rules.settleNs();
            boolean fits = due.isEmpty() || question.instrument().equals(due.getFirst().instrument())
                    && question.timeframe() == due.getFirst().timeframe();
            if (open && fits && due.size() < (rules.bulk() ? TaapiClient.MOST : 1)) {
                due.add(question);
            }
        }
        return due;
    }

    private int backtrack(BarQuestion question, long nowNs) {
        long bars = (question.timeframe().startOf(nowNs) - question.startNs()) / question.timeframe().nanos();
        return (int) Math.min(Integer.MAX_VALUE, Math.max(0, bars - 1 + rules.closedCandle()));
    }

    private synchronized void keep(List<BarQuestion> due, List<Optional<CalculatedValues>> values) {
        for (int i = 0; i < values.size(); i++) {
            BarQuestion question = due.get(i);
            if (values.get(i).isEmpty()) {
                missed(question, "TAAPI has no " + question);
            } else if (ofAnotherCandle(values.get(i).get(), question)) {
                missed(question, "TAAPI answers for another candle than asked, " + question
                        + ": look at feeds.taapi.closed-candle");
            } else {
                asked.remove(question);
                answers.put(question, values.get(i).get().values());
                lastFailure = null;
            }
        }
    }

    /// Once may be chance: a candle that closed while the request was on its way.
    private void missed(BarQuestion question, String why) {
        Integer misses = asked.computeIfPresent(question, (_, before) -> before + 1);
        if (misses != null && misses >= TRIES) {
            tellOnce(why);
        }
    }

    private static boolean ofAnotherCandle(CalculatedValues values, BarQuestion question) {
        return values.startNs() != 0 && values.startNs() != question.startNs();
    }

    private synchronized void tellOnce(String why) {
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
