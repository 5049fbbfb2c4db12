package org.gradus.tools.log;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.gradus.engine.domain.ClientOrderId;
import org.gradus.engine.message.Decision.Evaluation;
import org.gradus.engine.message.Decision.OrderDecision;
import org.gradus.tools.journal.EpochTables;
import org.jspecify.annotations.Nullable;

/// What the log has to remember of earlier records to explain later ones. Owned by one narrator; bounded.
final class RunMemory {
    private static final int MOST_ORDERS = 8_192;

    final EpochTables tables = new EpochTables();
    private final Map<Long, OrderStory> orders = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, OrderStory> eldest) {
            return size() > MOST_ORDERS;
        }
    };
    private final Map<Long, Long> parkedAt = new HashMap<>();
    private final Map<String, TradeStory> trades = new HashMap<>();
    private final Map<String, String> entryReasons = new HashMap<>();
    private final Map<String, String> exitReasons = new HashMap<>();
    private final Map<Integer, String> stopReasons = new HashMap<>();
    private final Map<Integer, Long> stopPrices = new HashMap<>();
    String flattenReason = "";

    void submitted(OrderDecision order, long sequence) {
        orders.put(order.clientOrderId(), new OrderStory(order, sequence));
    }

    @Nullable OrderStory order(long clientOrderId) {
        return orders.get(clientOrderId);
    }

    void parked(long clientOrderId, long sequence) {
        parkedAt.put(clientOrderId, sequence);
    }

    /// The record that parked it, once; null when it was not parked.
    @Nullable Long released(long clientOrderId) {
        return parkedAt.remove(clientOrderId);
    }

    TradeStory trade(int strategy, int instrument) {
        return trades.computeIfAbsent(key(strategy, instrument), _ -> new TradeStory());
    }

    /// Keeps what a strategy said when it wanted to act.
    void evaluated(Evaluation evaluation, long sequence) {
        String key = key(evaluation.strategy(), evaluation.instrument());
        switch (evaluation.signal()) {
            case ENTER -> entryReasons.put(key, reason(evaluation));
            case EXIT -> exitReasons.put(key, reason(evaluation) + ", said in record " + sequence);
            case HOLD, WARMING_UP -> {
                // Nothing follows from it.
            }
        }
    }

    String entryReason(OrderDecision order) {
        return entryReasons.getOrDefault(key(order.strategy(), order.instrument()), "");
    }

    String exitReason(OrderDecision order) {
        return exitReasons.getOrDefault(key(order.strategy(), order.instrument()), "");
    }

    void stopReason(int instrument, String words) {
        stopReasons.put(instrument, words);
    }

    String stopReason(int instrument) {
        return stopReasons.getOrDefault(instrument, "");
    }

    /// Whether this is another price than the stop had.
    boolean stopMoved(int instrument, long price) {
        Long before = stopPrices.put(instrument, price);
        return before != null && before != price;
    }

    static String id(long clientOrderId) {
        return ClientOrderId.text(clientOrderId);
    }

    private String reason(Evaluation evaluation) {
        String words = tables.rationale(evaluation, Numbers::real);
        StringJoiner values = new StringJoiner(", ");
        evaluation.values().forEach(value -> values.add(tables.valueName(evaluation.strategy(), value.index()) + " "
                + Numbers.real(value.value())));
        String bar = evaluation.timeframe().label() + " bar " + evaluation.barsSeen();
        return (words.isEmpty() ? "no reason given" : words) + " (" + bar
                + (evaluation.values().isEmpty() ? "" : ": " + values) + ")";
    }

    private static String key(int strategy, int instrument) {
        return strategy + " " + instrument;
    }
}
