package org.gradus.audit;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/// The numbers in each check are those the world gives: what was compared, and its showing as a ratio.
final class CheckNumberAuditor implements Auditor {
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE, Money.DECIMALS);
    private static final Set<String> OF_EQUITY = Set.of("trade-size", "total-exposure", "one-asset", "strategy-budget");

    @Override
    public void decision(Line line, Fact check, World world, Findings findings) {
        if (!check.is("kind", "check")) {
            return;
        }
        String id = check.text("client_order_id");
        Optional<Fact> order = line.decisions("order").stream().filter(each -> each.is("client_order_id", id)
                && !each.is("action", "cancel")).findFirst();
        if (order.isPresent() && Recount.notional(order.get()).abs().compareTo(LARGEST) < 0) {
            numbers(check, order.get(), world, findings);
        }
    }

    private static void numbers(Fact check, Fact order, World world, Findings findings) {
        String rule = check.text("rule");
        Recount recount = Recount.of(rule, order, world);
        if (recount == null) {
            return;
        }
        String name = "recount-" + rule;
        findings.same(check.decimal("left"), recount.left(), name, "left");
        if (recount.right() != null) {
            findings.same(check.decimal("right"), recount.right(), name, "right");
        }
        shown(rule, check, order, world, findings);
    }

    private static void shown(String rule, Fact check, Fact order, World world, Findings findings) {
        BigDecimal left = check.decimal("left");
        BigDecimal value = check.decimal("value");
        if (rule.equals("rate-limit")) {
            findings.same(value, left.subtract(BigDecimal.ONE), "ratio", "rate-limit value");
            findings.same(check.decimal("limit"), new BigDecimal(world.terms.count("rate_per_minute")), "ratio",
                    "rate-limit limit");
        } else if (OF_EQUITY.contains(rule)) {
            findings.same(value, Money.ratioUp(left, world.books.equity()), "ratio", rule + " value");
            findings.same(check.decimal("limit"), limit(rule, order, world), "ratio", rule + " limit");
        } else if (rule.equals("stop-loss")) {
            findings.same(value, Money.ratioUp(left, Orders.priceOf(order)), "ratio", "stop-loss value");
            findings.same(check.decimal("limit"), world.terms.limit("stop_loss"), "ratio", "stop-loss limit");
        } else if (!rule.equals("price-collar")) {
            findings.same(value, left, "ratio", rule + " value");
            findings.same(check.decimal("limit"), check.decimal("right"), "ratio", rule + " limit");
        }
    }

    private static BigDecimal limit(String rule, Fact order, World world) {
        return switch (rule) {
            case "trade-size" -> world.terms.limit("trade_size");
            case "total-exposure" -> world.terms.limit("total_exposure");
            case "one-asset" -> world.terms.limit("one_asset");
            default -> world.terms.budgets.getOrDefault(order.text("strategy"), BigDecimal.ZERO);
        };
    }
}
