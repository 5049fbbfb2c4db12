package org.gradus.audit;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// No submitted order passes a guardrail, whatever its checks say: every rule is applied anew to the order itself.
final class GuardrailAuditor implements Auditor {
    private static final Set<String> AT_MOST = Set.of("stale-quote", "price-collar", "crossed-book", "tick", "lot",
            "buying-power", "stop-loss", "trade-size", "total-exposure", "one-asset", "strategy-budget",
            "extreme-market", "daily-entries", "confirmation", "veto");

    /// Parked orders by id, with what they wait for, and the operator's answers.
    private final Map<String, Fact> waiting = new HashMap<>();
    private final Map<String, Boolean> alerted = new HashMap<>();

    @Override
    public void applied(Line line, World world, Findings findings) {
        if (line.is("alert-delivered")) {
            alerted.put(line.input().text("client_order_id"), true);
        }
    }

    @Override
    public void decision(Line line, Fact decision, World world, Findings findings) {
        if (!decision.is("kind", "order")) {
            return;
        }
        String id = decision.text("client_order_id");
        if (decision.is("action", "submit") || decision.is("action", "replace")) {
            rate(decision, world, findings);
            if (!decision.flag("reduces")) {
                entry(decision, world, findings);
                released(line, decision, findings);
            }
        }
        if (decision.is("action", "park")) {
            waiting.put(id, decision);
        } else if (!decision.is("action", "cancel")) {
            waiting.remove(id);
        }
    }

    private static void rate(Fact order, World world, Findings findings) {
        if (order.has("parent")) {
            return;
        }
        long most = order.flag("reduces") ? 9 : 9 - world.terms.count("rate_reserved");
        int before = world.orders.submitsBefore(world.nowNs);
        findings.hold(before + 1 <= most, "guardrail-rate-limit",
                () -> before + " submits within 60 s before this one");
    }

    private static void entry(Fact order, World world, Findings findings) {
        findings.hold(world.venueUp && !world.watch.entriesBlocked() && world.watch.state.equals("active"),
                "guardrail-venue",
                () -> "an entry while " + world.watch.state + (world.venueUp ? "" : ", venue down"));
        for (String rule : CheckListAuditor.RULES) {
            Recount recount = Recount.of(rule, order, world);
            if (recount != null && recount.right() != null && AT_MOST.contains(rule)) {
                findings.hold(recount.left().compareTo(recount.right()) <= 0, "guardrail-" + rule,
                        () -> recount.left() + " is more than " + recount.right());
            }
        }
        BigDecimal notional = Recount.notional(order);
        String instrument = order.text("instrument");
        findings.hold(notional.compareTo(world.terms.minimumNotional(instrument)) >= 0, "guardrail-minimum-notional",
                () -> "notional " + notional);
        findings.hold(order.decimal("quantity")
                .signum() > 0 && notional.compareTo(world.terms.limit("maximum_order_notional")) <= 0,
                "guardrail-quantity-range", () -> "quantity " + order.decimal("quantity"));
        stop(order, findings);
        guards(world, findings);
    }

    private static void stop(Fact order, Findings findings) {
        BigDecimal stop = order.decimal("stop_price");
        findings.hold(stop.signum() > 0 && stop.compareTo(Orders.priceOf(order)) < 0, "guardrail-stop-loss",
                () -> "the promised stop is " + stop);
    }

    private static void guards(World world, Findings findings) {
        BigDecimal equity = world.books.equity();
        findings.hold(!world.watch.breaches(equity, world.terms) && !world.watch.latched("circuit-breaker"),
                "guardrail-circuit-breaker",
                () -> "an entry at a drawdown of " + world.watch.drawdown(equity));
        findings.hold(!world.watch.dayPaused() && world.watch.loss(equity)
                .compareTo(world.terms.limit("loss_per_day")) < 0,
                "guardrail-daily-loss", () -> "an entry at a day's loss of " + world.watch.loss(equity));
        findings.hold(world.reference.fresh(world.nowNs, world.terms.nanos("reference_fresh_ns")),
                "guardrail-extreme-market",
                () -> "an entry without a fresh reference");
        findings.hold(!world.watch.latched("extreme-market"), "guardrail-extreme-market",
                () -> "an entry while latched");
    }

    /// What waited for a person goes only on a yes, or at the end of a window nobody objected in.
    private void released(Line line, Fact order, Findings findings) {
        String id = order.text("client_order_id");
        Fact parked = waiting.get(id);
        if (parked == null) {
            return;
        }
        boolean approved = line.is("operator-approve") && line.input().is("client_order_id", id);
        boolean silence = parked.is("rule", "veto") && line.timeNs() >= parked.nanos("expires_ns")
                && alerted.containsKey(id);
        findings.hold(approved || silence, "released", () -> id + " was let go without an answer");
    }
}
