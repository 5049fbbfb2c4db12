package org.gradus.audit;

import java.math.BigDecimal;
import java.util.Map;

/// Cash, positions, equity and what is made of them, against books of our own; see [Books] for the average price used.
final class BookAuditor implements Auditor {
    private long lastEquitySeq;

    @Override
    public void before(Line line, World world, Findings findings) {
        if (line.is("started") && line.seq() > 1) {
            carriedOver(line.input(), world, findings);
        }
        if (line.is("corporate-action")) {
            findings.hold(false, "not-audited", () -> "corporate actions are not recomputed");
        }
    }

    /// After a restart the books go on where they were.
    private static void carriedOver(Fact started, World world, Findings findings) {
        findings.same(started.decimal("cash"), world.books.cash, "carry-over", "cash");
        findings.same(started.decimal("peak"), world.watch.peak, "carry-over", "peak");
        world.books.openMarks().keySet().forEach(instrument -> {
            BigDecimal told = started.list("positions").stream().filter(each -> each.is("instrument", instrument))
                    .map(each -> each.decimal("quantity")).findFirst().orElse(BigDecimal.ZERO);
            findings.same(told, world.books.quantity(instrument), "carry-over", instrument);
        });
        findings.hold(started.list("positions").size() == world.books.openMarks().size(), "carry-over",
                () -> "positions are told that nobody holds");
    }

    @Override
    public void applied(Line line, World world, Findings findings) {
        if (line.is("order-filled")) {
            findings.hold(line.input().decimal("fee").signum() >= 0, "fee", () -> "a fee is negative");
        }
    }

    @Override
    public void decision(Line line, Fact decision, World world, Findings findings) {
        switch (decision.text("kind")) {
            case "equity" -> equity(line, decision, world, findings);
            case "order" -> order(decision, world, findings);
            case "adjustment" -> adjustment(line, decision, world, findings);
            default -> {
                // Tells nothing of the books.
            }
        }
    }

    private void equity(Line line, Fact told, World world, Findings findings) {
        lastEquitySeq = line.seq();
        Books books = world.books;
        BigDecimal equity = books.equity();
        findings.same(told.decimal("equity"), equity, "equity", "equity");
        findings.same(told.decimal("cash"), books.cash, "cash", "cash");
        findings.same(told.decimal("exposure"), books.exposure(), "exposure", "exposure");
        findings.same(told.decimal("realised"), books.realised(), "realised", "realised");
        findings.same(told.decimal("open"), books.open(), "open", "open");
        findings.same(told.decimal("fees"), books.fees, "fees", "fees");
        findings.same(told.decimal("peak"), world.watch.peak, "peak", "peak");
        findings.same(told.decimal("drawdown"), world.watch.drawdown(equity), "drawdown", "drawdown");
        findings.same(told.decimal("low"), world.watch.low(equity), "low", "low");
        findings.hold(told.decimals("marks").equals(stripped(books)), "marks",
                () -> told.decimals("marks") + " are " + stripped(books));
        identities(told, books, findings);
    }

    private static Map<String, BigDecimal> stripped(Books books) {
        Map<String, BigDecimal> marks = books.openMarks();
        marks.replaceAll((instrument, mark) -> new BigDecimal(mark.stripTrailingZeros().toPlainString()));
        return marks;
    }

    /// From the line's own numbers alone.
    private static void identities(Fact told, Books books, Findings findings) {
        BigDecimal value = BigDecimal.ZERO;
        for (var mark : told.decimals("marks").entrySet()) {
            value = value.add(Money.product(mark.getValue(), books.quantity(mark.getKey())));
        }
        findings.same(told.decimal("equity"), told.decimal("cash").add(value), "equity-identity",
                "equity = cash + Σ quantity × mark");
        BigDecimal profit = told.decimal("realised").add(told.decimal("open")).subtract(told.decimal("fees"));
        findings.same(profit, told.decimal("equity").subtract(books.startingEquity).subtract(books.cashFlows),
                "profit-identity",
                "realised + open − fees");
    }

    /// Only an operator who releases the reconciliation lets the books change without a fill.
    private static void adjustment(Line line, Fact told, World world, Findings findings) {
        findings.hold(line.is("operator-resume") && line.input().texts("releases").contains("reconciliation"),
                "adjustment-unasked", () -> "the books changed at " + line.type());
        String instrument = told.text("instrument");
        findings.same(told.decimal("from"), instrument.isEmpty() ? world.books.cash : world.books.quantity(instrument),
                "adjustment", "from");
        if (told.has("price")) {
            findings.same(told.decimal("price"), world.market.mark(instrument, world.nowNs), "adjustment", "price");
        }
    }

    private static void order(Fact order, World world, Findings findings) {
        if (order.is("action", "cancel")) {
            return;
        }
        findings.same(order.decimal("equity"), world.books.equity(), "order-equity", "equity");
        String id = order.text("client_order_id");
        BigDecimal notional = Money.product(Orders.priceOf(order), order.decimal("quantity"));
        boolean countable = notional.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE, Money.DECIMALS)) < 0;
        if (!order.flag("reduces") && countable) {
            findings.same(order.decimal("notional"), notional, "notional", "notional");
            findings.same(order.decimal("exposure_after"), world.total(id).add(notional), "exposure-after",
                    "exposure_after");
        }
        findings.hold(order.is("risk_state", world.watch.state), "order-risk-state",
                () -> "the risk state is " + world.watch.state);
    }

    /// An `equity` line stands at every fill, base bar and cash flow; those of submits and risk states are asked for
    /// where they are.
    @Override
    public void after(Line line, World world, Findings findings) {
        boolean wanted = line.is("order-filled") && line.input().flag("applied") || world.bars.baseClosedNow();
        findings.hold(!wanted || lastEquitySeq == line.seq(), "equity-present",
                () -> "no equity at this " + line.type());
        int owed = 0;
        for (Fact decision : line.decisions()) {
            boolean owes = decision.is("kind", "risk-state") || decision.is("kind", "order")
                    && decision.is("action", "submit");
            owed = decision.is("kind", "equity") ? 0 : owed + (owes ? 1 : 0);
        }
        int left = owed;
        findings.hold(left == 0, "equity-present", () -> "no equity behind " + left
                + " submits or changes of risk state");
    }
}
