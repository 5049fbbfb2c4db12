package org.gradus.tools.log;

import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.Side;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.FillRefusal;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.jspecify.annotations.Nullable;

/// Tells what came of orders: fills, ends, and the trades they close.
final class OutcomeWords {
    private final RunMemory memory;

    OutcomeWords(RunMemory memory) {
        this.memory = memory;
    }

    void tell(Journaled record, List<Entry> entries) {
        switch (record.input()) {
            case Input.OrderFilled fill -> filled(record, fill, entries);
            case Input.OrderCancelled end -> ended(record, end.clientOrderId(), "cancelled", entries);
            case Input.OrderExpired end -> ended(record, end.clientOrderId(), "expired", entries);
            case Input.OrderRejected end -> failed(record, end.clientOrderId(), "rejected by the venue",
                    RuleWords.words(end.reason()) + (end.detail().isEmpty() ? "" : ", in its words: " + end.detail()),
                    entries);
            case Input.OrderNotSent end -> failed(record, end.clientOrderId(), "not sent",
                    RuleWords.words(end.reason()), entries);
            case Input.OrderUnknown end -> failed(record, end.clientOrderId(), "in the dark",
                    RuleWords.words(end.reason()) + "; it counts as working until the venue has proven its state",
                    entries);
            case Input.OrderHeld end -> failed(record, end.clientOrderId(), "held by the venue",
                    "it is there and not at work, so what it should protect is looked after here", entries);
            case Input.OrderReplaced end -> failed(record, end.clientOrderId(), "replaced",
                    "by order " + RunMemory.id(end.replacedBy()), entries);
            default -> {
                // No order report.
            }
        }
    }

    private void filled(Journaled record, Input.OrderFilled fill, List<Entry> entries) {
        OrderStory story = memory.order(fill.clientOrderId());
        Decision.FillOutcome outcome = outcome(record);
        if (outcome != null && !outcome.applied()) {
            if (outcome.reason() != FillRefusal.SEEN_BEFORE) {
                entries.add(entry(record, "a fill of order " + RunMemory.id(fill.clientOrderId()) + " is refused",
                        RuleWords.words(outcome.reason()), story));
            }
            return;
        }
        if (story != null) {
            boolean late = story.ended;
            story.fill(fill);
            if (story.whole() || late) {
                story.ended = true;
                entries.add(entry(record, subject(story) + (late ? " is filled after its end" : " is filled"), "",
                        story));
            }
        }
        record.decisions().forEach(decision -> {
            if (decision instanceof Decision.Allocation share) {
                share(record, fill, share, entries);
            }
        });
    }

    private void share(Journaled record, Input.OrderFilled fill, Decision.Allocation share, List<Entry> entries) {
        TradeStory trade = memory.trade(share.strategy(), share.instrument());
        long feeInAsset = share.side() == Side.BUY && fill.feeInBase() ? fill.fee() : 0;
        boolean ends = trade.add(share, feeInAsset, memory.tables.lot(share.instrument()), record.sequence(),
                record.timeNs());
        if (!ends) {
            return;
        }
        List<String> words = trade.words(share, record.timeNs(), memory.tables.asset(share.instrument()),
                memory.tables.currency());
        String title = memory.tables.strategy(share.strategy()) + " is out of "
                + memory.tables.symbol(share.instrument())
                + ": " + Numbers.gain(trade.net(share)) + " " + memory.tables.currency();
        entries.add(new Entry(record.sequence(), record.timeNs(), title,
                new Entry.Points().what(words.getFirst()).cameOfIt(words.getLast()).list()));
        trade.end(share);
    }

    private void ended(Journaled record, long clientOrderId, String how, List<Entry> entries) {
        OrderStory story = memory.order(clientOrderId);
        if (story == null) {
            failed(record, clientOrderId, how, "", entries);
            return;
        }
        story.ended = true;
        String by = story.calledBack ? "cancelled as asked" : how + " at the venue";
        String title = story.untouched() ? story.calledBack ? " is cancelled" : " is not filled" : " is filled in part";
        entries.add(entry(record, subject(story) + title, story.untouched() ? by : "the rest was " + by, story));
    }

    private void failed(Journaled record, long clientOrderId, String how, String why, List<Entry> entries) {
        OrderStory story = memory.order(clientOrderId);
        String subject = story == null ? "order " + RunMemory.id(clientOrderId) : subject(story);
        entries.add(entry(record, subject + " is " + how, why, story));
    }

    private String subject(OrderStory story) {
        String kind = story.decision.purpose() == Purpose.PROTECTIVE_STOP ? "stop order " : "order ";
        return kind + story.id();
    }

    private Entry entry(Journaled record, String title, String words, @Nullable OrderStory story) {
        List<String> came = new ArrayList<>();
        if (story != null && !story.untouched()) {
            came.add(story.filledWords(memory.tables.asset(story.decision.instrument()), memory.tables.currency()));
        }
        if (!words.isEmpty()) {
            came.add(words);
        }
        String of = story == null ? "" : who(story) + ", asked for in record " + story.sequence;
        return new Entry(record.sequence(), record.timeNs(), title,
                new Entry.Points().what(of).cameOfIt(String.join("; ", came)).list());
    }

    private String who(OrderStory story) {
        Decision.OrderDecision order = story.decision;
        return (order.strategy() < 0 ? "the stop" : memory.tables.strategy(order.strategy()) + "'s "
                + (order.purpose() == null ? "order" : RuleWords.words(order.purpose()))) + " in "
                + memory.tables.symbol(order.instrument());
    }

    private static Decision.@Nullable FillOutcome outcome(Journaled record) {
        for (Decision decision : record.decisions()) {
            if (decision instanceof Decision.FillOutcome outcome) {
                return outcome;
            }
        }
        return null;
    }
}
