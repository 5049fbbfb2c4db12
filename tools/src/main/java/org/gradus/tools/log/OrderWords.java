package org.gradus.tools.log;

import java.util.List;
import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.domain.Rule;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.TimeInForce;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Decision.OrderDecision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.OrderAction;
import org.jspecify.annotations.Nullable;

/// Tells order decisions: what is asked of the venue or refused to a strategy, and why.
final class OrderWords {
    private final RunMemory memory;
    private final String home;

    OrderWords(RunMemory memory, String home) {
        this.memory = memory;
        this.home = home;
    }

    void tell(Journaled record, OrderDecision order, Decision.@Nullable Checks checks, List<Entry> entries) {
        Entry.Points points = new Entry.Points().what(what(order)).why(why(record, order))
                .checks(checks == null ? "" : RuleWords.of(checks)).cameOfIt(nowWhat(order));
        switch (order.action()) {
            case SUBMIT, REPLACE -> memory.submitted(order, record.sequence());
            case PARK -> memory.parked(order.clientOrderId(), record.sequence());
            case CANCEL -> calledBack(order.clientOrderId());
            case REFUSE -> {
                // Nothing more will be heard of it.
            }
        }
        entries.add(new Entry(record.sequence(), record.timeNs(), title(order), points.list()));
    }

    private void calledBack(long clientOrderId) {
        OrderStory story = memory.order(clientOrderId);
        if (story != null) {
            story.calledBack = true;
        }
    }

    private String title(OrderDecision order) {
        String symbol = memory.tables.symbol(order.instrument());
        String who = order.strategy() < 0 ? "the engine" : memory.tables.strategy(order.strategy());
        String verb = order.side() == Side.BUY ? "buy" : "sell";
        return switch (order.action()) {
            case SUBMIT, REPLACE -> switch (order.purpose()) {
                case PROTECTIVE_STOP -> "a stop for " + symbol + " goes " + (order.parent() == 0 ? "to the venue"
                        : "along with its entry");
                case STOP_ESCALATION -> "the stop sells " + who + "'s " + symbol + " at the market";
                case FLATTEN -> who + "'s " + symbol + " is flattened";
                case null, default -> who + " " + verb + "s " + symbol;
            };
            case PARK -> who + " wants to " + verb + " " + symbol + " and has to wait";
            case REFUSE -> who + " may not " + verb + " " + symbol + ": "
                    + (order.rule() == null ? "refused" : order.rule().label());
            case CANCEL -> (order.purpose() == Purpose.PROTECTIVE_STOP ? "the stop for " : "an order in ") + symbol
                    + " is called back";
        };
    }

    private String what(OrderDecision order) {
        String id = "order " + RunMemory.id(order.clientOrderId());
        return switch (order.action()) {
            case SUBMIT -> id + " submitted: " + terms(order);
            case REPLACE -> id + " submitted in place of " + RunMemory.id(order.replaces()) + ": " + terms(order);
            case PARK -> id + " parked: " + terms(order);
            case REFUSE -> id + " refused: " + terms(order);
            case CANCEL -> id + " is to be cancelled";
        };
    }

    private String terms(OrderDecision order) {
        String asset = memory.tables.asset(order.instrument());
        String side = order.side() == null ? "" : order.side().label() + " ";
        return side + Numbers.quantity(order.quantity()) + " " + asset + " " + price(order) + ", worth "
                + Numbers.money(order.notional()) + " " + memory.tables.currency() + promise(order) + "; equity "
                + Numbers.money(order.equity()) + ", exposure with it " + Numbers.money(order.exposureAfter());
    }

    private static String price(OrderDecision order) {
        String limit = order.limitPrice() == 0 ? "" : Numbers.price(order.limitPrice());
        boolean resting = order.orderType() == OrderType.STOP || order.orderType() == OrderType.STOP_LIMIT;
        if (resting) {
            return "when the price falls to " + Numbers.price(order.stopPrice())
                    + (limit.isEmpty() ? "" : ", for " + limit + " at least");
        }
        if (limit.isEmpty()) {
            return "at the market";
        }
        return "for " + limit + (order.side() == Side.BUY ? " at most" : " at least")
                + (order.timeInForce() == TimeInForce.IOC ? ", at once or not at all" : "");
    }

    private static String promise(OrderDecision order) {
        if (order.purpose() != Purpose.ENTRY || order.stopPrice() == 0) {
            return "";
        }
        long price = order.limitPrice() == 0 ? order.price() : order.limitPrice();
        return ", stop promised at " + Numbers.price(order.stopPrice()) + " ("
                + Numbers.percent(price - order.stopPrice(), price) + " below)";
    }

    private String why(Journaled record, OrderDecision order) {
        if (order.action() == OrderAction.CANCEL) {
            return whyCalledBack(record, order);
        }
        String reason = switch (order.purpose()) {
            case ENTRY -> memory.entryReason(order);
            case EXIT, REBALANCE -> memory.exitReason(order);
            case PROTECTIVE_STOP -> order.parent() == 0
                    ? "every position stands under a stop; this is the tightest that was promised"
                    : "it sleeps at the venue until order " + RunMemory.id(order.parent())
                    + " is filled whole, and ends with it when that is not";
            case STOP_ESCALATION -> memory.stopReason(order.instrument());
            case FLATTEN -> memory.flattenReason;
            case null -> "";
        };
        return order.action() == OrderAction.PARK ? reason : afterWaiting(record, order, reason);
    }

    private String afterWaiting(Journaled record, OrderDecision order, String reason) {
        Long parkedAt = memory.released(order.clientOrderId());
        if (parkedAt == null) {
            return reason;
        }
        String end = switch (record.input()) {
            case Input.OperatorCommand command -> command.principal() + " said "
                    + (command.action() == OperatorAction.APPROVE ? "yes" : "no");
            default -> "its time to wait is over" + (order.reason() == DenialReason.VETO_ALERT_UNDELIVERED
                    ? "; silence is no consent, because its announcement was delivered to nobody (no simulated run "
                    + "delivers any: approve it in time, or see docs/simulation.md)" : "");
        };
        return "it waited since record " + parkedAt + ", and " + end;
    }

    private String addressed(OrderDecision order) {
        return RunMemory.id(order.clientOrderId()) + " --home " + home;
    }

    private static String whyCalledBack(Journaled record, OrderDecision order) {
        if (order.purpose() == Purpose.ENTRY) {
            return whyEntryCalledBack(record, order);
        }
        if (order.purpose() != Purpose.PROTECTIVE_STOP) {
            return "";
        }
        for (Decision decision : record.decisions()) {
            if (decision instanceof OrderDecision other && other.action() == OrderAction.SUBMIT
                    && other.purpose() == Purpose.ENTRY && other.instrument() == order.instrument()) {
                return "it makes way for order " + RunMemory.id(other.clientOrderId())
                        + ": a venue takes no buy beside our own resting sell; the engine watches the stop meanwhile";
            }
        }
        return "it no longer fits the position, or an exit needs what it would sell; the engine watches the stop "
                + "meanwhile";
    }

    private static String whyEntryCalledBack(Journaled record, OrderDecision order) {
        if (record.input() instanceof Input.OperatorCommand command && command.action() == OperatorAction.FLATTEN) {
            return "the operator wants to be flat";
        }
        return order.riskState() == RiskState.ACTIVE ? "it was not filled in time, or what it bought has to go again"
                : "no entries while the engine is " + order.riskState().label();
    }

    /// What is certain already; the rest is told when it happens.
    private String nowWhat(OrderDecision order) {
        return switch (order.action()) {
            case REFUSE -> "nothing; no order left";
            case PARK -> "nothing yet: `gradus approve " + addressed(order) + "` lets it go, `gradus veto "
                    + addressed(order) + "` ends it; without an answer"
                    + (order.expiresNs() == 0 ? "" : " until " + Numbers.time(order.expiresNs()))
                    + (order.rule() == Rule.VETO ? " it goes if its announcement was delivered, else it lapses"
                            : " it lapses");
            case SUBMIT, REPLACE, CANCEL -> "";
        };
    }
}
