package org.gradus.audit;

/// The risk state: each change begins where the last ended and is what the latched causes ask for; breaker and extreme
/// market trip when the numbers say so, and open entries are called back.
final class RiskStateAuditor implements Auditor {
    private boolean breached;
    private boolean moved;
    private boolean cancelsDue;

    @Override
    public void applied(Line line, World world, Findings findings) {
        breached = world.watch.breaches(world.books.equity(), world.terms) && !world.watch.latched("circuit-breaker");
        moved = world.bars.baseClosedNow() && !world.watch.latched("extreme-market")
                && world.bars.closedNow(world.terms.reference, world.bars.base())
                && world.reference.move().compareTo(world.terms.limit("extreme_market")) > 0;
    }

    @Override
    public void decision(Line line, Fact decision, World world, Findings findings) {
        if (!decision.is("kind", "risk-state")) {
            return;
        }
        String reason = decision.text("reason");
        findings.hold(decision.is("from", world.watch.state), "risk-state-chain",
                () -> "from " + decision.text("from") + ", was " + world.watch.state);
        findings.hold(!reason.equals("circuit-breaker") || breached, "breaker-untrue",
                () -> "tripped at a drawdown of " + world.watch.drawdown(world.books.equity()));
        findings.hold(!reason.equals("extreme-market") || moved, "extreme-market-untrue",
                () -> "tripped at a move of " + world.reference.move());
        findings.hold(!reason.equals("operator-resume") || line.is("operator-resume"), "resume-uncalled",
                () -> "resumed at " + line.type());
        cancelsDue |= !reason.equals("operator-resume");
    }

    @Override
    public void after(Line line, World world, Findings findings) {
        String expected = world.watch.stateOfCauses();
        findings.hold(world.watch.state.equals(expected), "risk-state",
                () -> world.watch.state + " should be " + expected);
        findings.hold(!breached || world.watch.latched("circuit-breaker"), "breaker-trips",
                () -> "a drawdown of " + world.watch.drawdown(world.books.equity()) + " did not trip");
        findings.hold(!moved || world.watch.latched("extreme-market"), "extreme-market-trips",
                () -> "a move of " + world.reference.move() + " did not trip");
        if (line.is("operator-halt") && line.input().flag("accepted")) {
            findings.hold(world.watch.latched("operator-halt"), "halt", () -> "an accepted halt did not latch");
        }
        cancels(line, world, findings);
    }

    /// Entries must go when the state no longer allows them; what found no room in the record goes in the next.
    private void cancels(Line line, World world, Findings findings) {
        boolean asked = line.decisions("risk-state").isEmpty() && cancelsDue;
        if (asked) {
            findings.hold(world.orders.working().stream().allMatch(order -> order.reduces || order.cancelAsked),
                    "entries-cancelled",
                    () -> "an entry is left working while " + world.watch.state);
            cancelsDue = false;
        }
    }
}
