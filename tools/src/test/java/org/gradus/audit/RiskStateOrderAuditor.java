package org.gradus.audit;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

/// Which orders a risk state lets go: while reducing, those that reduce; while halted, of these the ones that protect a
/// position, and what an operator has asked to flatten. Nothing is flattened that nobody asked for. The report of an
/// entry may stand behind a record that restricts, when it says that the entry left before it.
final class RiskStateOrderAuditor implements Auditor {
    private static final Set<String> WHILE_HALTED = Set.of("protective-stop", "stop-escalation", "flatten");

    /// Instruments an operator has asked to flatten, until they are flat and no entry can bring more.
    private final Set<String> flattening = new HashSet<>();
    /// The record since which entries may not leave; 0 while they may.
    private long restrictedSince;

    @Override
    public void before(Line line, World world, Findings findings) {
        if (!line.is("order-sent") || restrictedSince == 0 || !line.input().has("left_after")) {
            return;
        }
        String id = line.input().text("client_order_id");
        Orders.Order order = world.orders.find(id);
        boolean before = line.input().number("left_after") < restrictedSince;
        findings.hold(order == null || order.reduces || before, "left-restricted",
                () -> id + " left behind record " + restrictedSince + ", which lets no entry out");
    }

    @Override
    public void applied(Line line, World world, Findings findings) {
        if (line.is("operator-flatten") && line.input().flag("accepted")) {
            flattening.addAll(world.terms.instruments.keySet());
        }
    }

    @Override
    public void decision(Line line, Fact decision, World world, Findings findings) {
        if (decision.is("kind", "risk-state")) {
            boolean active = decision.is("to", "active");
            restrictedSince = active ? 0 : restrictedSince == 0 ? line.seq() : restrictedSince;
        }
        if (!decision.is("kind", "order") || !decision.is("action", "submit") && !decision.is("action", "replace")) {
            return;
        }
        String state = world.watch.state;
        String purpose = decision.text("purpose");
        findings.hold(state.equals("active") || decision.flag("reduces"), "state-reduces",
                () -> purpose + " does not reduce and went while " + state);
        findings.hold(!state.equals("halted") || WHILE_HALTED.contains(purpose), "state-halted",
                () -> purpose + " went while halted");
        findings.hold(!purpose.equals("flatten") || flattening.contains(decision.text("instrument")),
                "flatten-unasked", () -> decision.text("instrument") + " is flattened and nobody asked");
    }

    @Override
    public void after(Line line, World world, Findings findings) {
        flattening.removeIf(instrument -> flat(instrument, world));
    }

    private static boolean flat(String instrument, World world) {
        BigDecimal coming = world.orders.entryNotional(order -> order.instrument.equals(instrument), "");
        return world.books.quantity(instrument).compareTo(world.terms.lot(instrument)) < 0 && coming.signum() == 0;
    }
}
