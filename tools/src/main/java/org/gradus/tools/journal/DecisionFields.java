package org.gradus.tools.journal;

import java.util.List;
import org.gradus.engine.domain.ClientOrderId;
import org.gradus.engine.domain.Coded;
import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.Verdict;
import org.jspecify.annotations.Nullable;

/// Writes each decision with its fields, as the contract names them. Owned by one exporter.
final class DecisionFields {
    static final List<String> KINDS = List.of("evaluation", "check", "order", "stop", "risk-state", "phase", "equity",
            "allocation", "strategy-disabled", "alert", "adjustment");

    private final Fields out;
    private final EpochTables tables;

    DecisionFields(Fields out, EpochTables tables) {
        this.out = out;
        this.tables = tables;
    }

    void write(Decision decision) {
        switch (decision) {
            case Decision.Evaluation in -> evaluation(in);
            case Decision.Checks in -> in.rules().forEach(check -> check(in, check));
            case Decision.OrderDecision in -> order(in);
            case Decision.StopDecision in -> stop(in);
            case Decision.RiskStateChange in -> riskState(in);
            case Decision.PhaseChange in -> phase(in);
            case Decision.Equity in -> equity(in);
            case Decision.Allocation in -> allocation(in);
            case Decision.StrategyDisabled in -> disabled(in);
            case Decision.Alert in -> alert(in);
            case Decision.Adjustment in -> adjustment(in);
            case Decision.FillOutcome _, Decision.ReconcileOutcome _, Decision.CommandOutcome _ -> { }
        }
    }

    private void evaluation(Decision.Evaluation in) {
        out.beginDecision("evaluation");
        out.text("strategy", tables.strategy(in.strategy()));
        out.text("instrument", tables.symbol(in.instrument()));
        out.word("timeframe", in.timeframe());
        out.word("signal", in.signal());
        out.number("bars_seen", in.barsSeen());
        out.beginMap("values");
        for (Decision.Evaluation.Value value : in.values()) {
            if (Double.isFinite(value.value())) {
                out.text(tables.valueName(in.strategy(), value.index()), Reals.text(value.value()));
            }
        }
        out.endMap();
        String rationale = tables.rationale(in);
        if (!rationale.isEmpty()) {
            out.text("rationale", rationale);
        }
        out.endDecision();
    }

    private void check(Decision.Checks checks, Decision.Checks.Check in) {
        out.beginDecision("check");
        id("client_order_id", checks.clientOrderId());
        out.word("rule", in.rule());
        compared("left", in.left());
        word("op", in.op());
        compared("right", in.right());
        compared("value", in.value());
        compared("limit", in.limit());
        out.word("verdict", in.verdict());
        reason(in.reason());
        if (in.verdict() == Verdict.WAIT) {
            time("expires_ns", checks.expiresNs());
        }
        out.endDecision();
    }

    private void order(Decision.OrderDecision in) {
        out.beginDecision("order");
        out.word("action", in.action());
        id("client_order_id", in.clientOrderId());
        word("purpose", in.purpose());
        if (in.strategy() >= 0) {
            out.text("strategy", tables.strategy(in.strategy()));
        }
        if (in.instrument() >= 0) {
            out.text("instrument", tables.symbol(in.instrument()));
        }
        word("side", in.side());
        word("order_type", in.orderType());
        if (in.action() != OrderAction.CANCEL) {
            terms(in);
        }
        word("risk_state", in.riskState());
        out.number("phase", in.phase());
        word("rule", in.rule());
        reason(in.reason());
        id("replaces", in.replaces());
        id("parent", in.parent());
        time("expires_ns", in.expiresNs());
        out.endDecision();
    }

    /// What the venue is asked for, and what it does to the books; a cancel has none of it.
    private void terms(Decision.OrderDecision in) {
        word("time_in_force", in.timeInForce());
        out.decimal("quantity", in.quantity());
        price("limit_price", in.limitPrice());
        price("stop_price", in.stopPrice());
        if (in.limitPrice() == 0) {
            price("price", in.price());
        }
        out.flag("reduces", in.reduces());
        out.decimal("notional", in.notional());
        out.decimal("equity", in.equity());
        out.decimal("exposure_after", in.exposureAfter());
    }

    private void stop(Decision.StopDecision in) {
        out.beginDecision("stop");
        out.word("action", in.action());
        out.text("instrument", tables.symbol(in.instrument()));
        out.word("side", in.side());
        out.decimal("quantity", in.quantity());
        out.decimal("stop_price", in.stopPrice());
        out.word("held", in.held());
        id("client_order_id", in.clientOrderId());
        out.beginList("protects");
        in.protects().forEach(entry -> out.member(ClientOrderId.text(entry)));
        out.endList();
        out.endDecision();
    }

    private void riskState(Decision.RiskStateChange in) {
        out.beginDecision("risk-state");
        out.word("from", in.fromState());
        out.word("to", in.toState());
        out.word("reason", in.reason());
        out.endDecision();
    }

    private void phase(Decision.PhaseChange in) {
        out.beginDecision("phase");
        out.number("from", in.fromPhase());
        out.number("to", in.toPhase());
        out.word("reason", in.reason());
        out.endDecision();
    }

    private void equity(Decision.Equity in) {
        out.beginDecision("equity");
        out.decimal("equity", in.equity());
        out.decimal("cash", in.cash());
        out.decimal("exposure", in.exposure());
        out.decimal("peak", in.peak());
        out.decimal("drawdown", in.drawdown());
        out.decimal("low", in.low());
        out.decimal("realised", in.realised());
        out.decimal("open", in.open());
        out.decimal("fees", in.fees());
        out.decimal("true_peak", in.truePeak());
        out.beginMap("marks");
        for (Decision.Equity.Mark mark : in.marks()) {
            out.decimal(tables.symbol(mark.instrument()), mark.price());
        }
        out.endMap();
        out.endDecision();
    }

    private void allocation(Decision.Allocation in) {
        out.beginDecision("allocation");
        id("client_order_id", in.clientOrderId());
        out.text("strategy", tables.strategy(in.strategy()));
        out.text("instrument", tables.symbol(in.instrument()));
        out.word("side", in.side());
        out.decimal("quantity", in.quantity());
        out.decimal("price", in.price());
        out.decimal("realised", in.realised());
        out.decimal("fees", in.fees());
        out.endDecision();
    }

    private void disabled(Decision.StrategyDisabled in) {
        out.beginDecision("strategy-disabled");
        out.text("strategy", tables.strategy(in.strategy()));
        out.word("reason", in.reason());
        if (!in.thrown().isEmpty()) {
            out.text("thrown", in.thrown());
        }
        out.endDecision();
    }

    private void alert(Decision.Alert in) {
        out.beginDecision("alert");
        out.word("reason", in.kind());
        id("client_order_id", in.clientOrderId());
        out.endDecision();
    }

    private void adjustment(Decision.Adjustment in) {
        out.beginDecision("adjustment");
        if (in.instrument() >= 0) {
            out.text("instrument", tables.symbol(in.instrument()));
        }
        if (in.strategy() >= 0) {
            out.text("strategy", tables.strategy(in.strategy()));
        }
        out.decimal("from", in.from());
        out.decimal("to", in.to());
        price("price", in.price());
        price("ratio", in.ratio());
        out.endDecision();
    }

    private void word(String name, @Nullable Coded value) {
        if (value != null) {
            out.word(name, value);
        }
    }

    private void reason(DenialReason reason) {
        if (reason != DenialReason.NONE) {
            out.word("reason", reason);
        }
    }

    private void compared(String name, long value) {
        if (value != Decision.ABSENT) {
            out.decimal(name, value);
        }
    }

    private void price(String name, long value) {
        if (value != 0) {
            out.decimal(name, value);
        }
    }

    private void id(String name, long value) {
        if (value != 0) {
            out.text(name, ClientOrderId.text(value));
        }
    }

    private void time(String name, long value) {
        if (value != 0) {
            out.nanos(name, value);
        }
    }
}
