package org.gradus.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Strategies are asked at the closes of their bars and at no other time; none says enter before it is warm; and an
/// `enter` stands in the record of the order it causes.
final class EvaluationAuditor implements Auditor {
    private final Map<String, Long> asked = new HashMap<>();
    private final Set<String> disabled = new HashSet<>();
    private final Map<String, Integer> wants = new HashMap<>();

    @Override
    public void before(Line line, World world, Findings findings) {
        wants.clear();
    }

    @Override
    public void decision(Line line, Fact decision, World world, Findings findings) {
        switch (decision.text("kind")) {
            case "evaluation" -> evaluation(line, decision, world, findings);
            case "strategy-disabled" -> disabled.add(decision.text("strategy"));
            case "order" -> order(decision, world, findings);
            default -> {
                // Not a strategy's.
            }
        }
    }

    private void evaluation(Line line, Fact decision, World world, Findings findings) {
        String strategy = decision.text("strategy");
        String instrument = decision.text("instrument");
        String timeframe = decision.text("timeframe");
        Fact configured = world.terms.strategies.get(strategy);
        findings.hold(configured != null && configured.is("timeframe", timeframe), "evaluation-timeframe",
                () -> strategy + " was asked at " + timeframe);
        findings.hold(!disabled.contains(strategy), "evaluation-disabled",
                () -> strategy + " is disabled and was asked");
        long seen = decision.number("bars_seen");
        long closed = world.bars.closed(instrument, timeframe);
        findings.hold(seen == closed, "bars-seen", () -> strategy + " has seen " + seen + " bars, closed are "
                + closed);
        String key = strategy + ' ' + instrument;
        long before = asked.getOrDefault(key, 0L);
        boolean fresh = world.bars.closedNow(instrument, timeframe);
        findings.hold(fresh ? seen >= before : seen == before || seen == before + 1, "evaluation-time",
                () -> strategy + " was asked at no bar close");
        findings.hold(seen == before || seen == before + 1, "evaluation-each-bar",
                () -> "bars " + before + " and " + seen);
        asked.put(key, seen);
        warm(decision, configured, findings);
        if (decision.is("signal", "enter")) {
            wants.merge(key, 1, Integer::sum);
        }
    }

    private static void warm(Fact decision, Fact configured, Findings findings) {
        boolean cold = decision.number("bars_seen") < configured.number("warm_up_bars");
        findings.hold(cold == decision.is("signal", "warming-up"), "warm-up",
                () -> decision.text("signal") + " after " + decision.number("bars_seen") + " bars");
        findings.hold(cold || decision.is("signal", "enter") || decision.is("signal", "exit")
                || decision.is("signal", "hold"), "signal",
                () -> "no such signal: " + decision.text("signal"));
    }

    /// A new entry takes the wish it came from; one that was parked has had its own.
    private void order(Fact order, World world, Findings findings) {
        String id = order.text("client_order_id");
        if (!order.is("purpose", "entry") || order.is("action", "cancel") || world.orders.parked(id) != null) {
            return;
        }
        String key = order.text("strategy") + ' ' + order.text("instrument");
        int wanted = wants.merge(key, -1, Integer::sum);
        findings.hold(wanted >= 0, "enter-in-record", () -> id + " was wanted by no evaluation in its record");
    }

    @Override
    public void after(Line line, World world, Findings findings) {
        wants.forEach((key, left) -> findings.hold(left <= 0, "enter-in-record",
                () -> key + " wants to enter and no order follows"));
    }
}
