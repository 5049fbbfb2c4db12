package org.gradus.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The list of checks behind each order: the contract's order, true comparisons, its end at the first denial or wait,
/// and the one decision that follows from it in the same record.
final class CheckListAuditor implements Auditor {
    static final List<String> RULES = List.of("venue", "stale-quote", "price-collar", "crossed-book", "tick", "lot",
            "minimum-notional", "buying-power", "quantity-range", "stop-loss", "trade-size", "total-exposure",
            "one-asset", "strategy-budget", "circuit-breaker", "extreme-market", "daily-entries", "daily-loss",
            "rate-limit", "confirmation", "veto");
    /// The venue's own and those of an order's shape; every other rule is for entries.
    private static final Set<String> FOR_EXITS = Set.of("venue", "tick", "lot", "quantity-range", "rate-limit");

    @Override
    public void decision(Line line, Fact decision, World world, Findings findings) {
        if (decision.is("kind", "check")) {
            comparison(decision, findings);
        }
    }

    private static void comparison(Fact check, Findings findings) {
        BigDecimal left = check.decimal("left");
        int sign = left.compareTo(check.decimal("right"));
        boolean holds = switch (check.text("op")) {
            case "<" -> sign < 0;
            case "<=" -> sign <= 0;
            case "=" -> sign == 0;
            case ">=" -> sign >= 0;
            case ">" -> sign > 0;
            default -> {
                findings.hold(false, "comparison", () -> "no such op: " + check.text("op"));
                yield false;
            }
        };
        findings.hold(holds == check.is("verdict", "pass"), "comparison",
                () -> check.text("rule") + ": " + check.text("left") + ' '
                + check.text("op") + ' ' + check.text("right") + " is " + holds + ", verdict " + check.text("verdict"));
    }

    @Override
    public void after(Line line, World world, Findings findings) {
        Map<String, List<Fact>> lists = new LinkedHashMap<>();
        line.decisions("check").forEach(each -> lists.computeIfAbsent(each.text("client_order_id"),
                key -> new ArrayList<>()).add(each));
        List<Fact> orders = line.decisions("order");
        lists.forEach((id, checks) -> list(id, checks, orders, findings));
        for (Fact order : orders) {
            boolean needs = order.is("action", "submit") && !order.has("parent") || order.is("action", "park");
            String id = order.text("client_order_id");
            findings.hold(!needs || lists.containsKey(id), "unchecked",
                    () -> id + " left without checks in its record");
        }
    }

    private static void list(String id, List<Fact> checks, List<Fact> orders, Findings findings) {
        List<Fact> outcomes = orders.stream().filter(each -> each.is("client_order_id", id)
                && (each.is("action", "submit") || each.is("action", "refuse") || each.is("action", "park"))).toList();
        findings.hold(outcomes.size() == 1, "one-outcome", () ->
                id + " was checked and has " + outcomes.size() + " outcomes");
        for (int i = 0; i < checks.size() - 1; i++) {
            Fact check = checks.get(i);
            findings.hold(check.is("verdict", "pass"), "list-end",
                    () -> id + " is checked on behind " + check.text("verdict"));
        }
        if (!outcomes.isEmpty()) {
            rules(id, checks, outcomes.getFirst(), findings);
            outcome(id, checks.getLast(), outcomes.getFirst(), findings);
        }
    }

    private static void rules(String id, List<Fact> checks, Fact order, Findings findings) {
        List<String> asked = checks.stream().map(each -> each.text("rule")).toList();
        if (!order.flag("reduces")) {
            findings.hold(asked.equals(RULES.subList(0, Math.min(asked.size(), RULES.size()))), "rule-order",
                    () -> id + " was asked " + asked);
            findings.hold(!order.is("action", "submit") || asked.size() == RULES.size(), "all-rules",
                    () -> id + " was submitted after " + asked.size() + " checks");
            return;
        }
        findings.hold(asked.equals(RULES.stream().filter(asked::contains).toList()), "rule-order",
                () -> id + " was asked " + asked);
        findings.hold(FOR_EXITS.containsAll(asked), "exit-rules", () -> id + " reduces and was asked " + asked);
        boolean least = asked.contains("venue") && (asked.contains("rate-limit") || !order.is("action", "submit"));
        findings.hold(least, "exit-rules", () -> id + " reduces and was asked only " + asked);
    }

    private static void outcome(String id, Fact last, Fact order, Findings findings) {
        String expected = switch (last.text("verdict")) {
            case "pass" -> "submit";
            case "deny" -> "refuse";
            default -> "park";
        };
        findings.hold(order.is("action", expected), "outcome",
                () -> id + " ends in " + last.text("verdict") + " and is a " + order.text("action"));
        if (expected.equals("refuse")) {
            findings.hold(order.is("rule", last.text("rule")) && order.is("reason", last.text("reason")), "outcome",
                    () -> id + " was denied by " + last.text("rule") + " and refused by " + order.text("rule"));
        }
    }
}
