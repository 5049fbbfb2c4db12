package org.gradus.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Types, required fields and spelling: decimals and nanoseconds are strings, words are lower-case with dashes, nothing
/// is null.
final class ShapeAuditor implements Auditor {
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d*[1-9])?");
    private static final Pattern MONEY = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d{0,8}[1-9])?");
    private static final Pattern NANOS = Pattern.compile("0|[1-9]\\d*");
    private static final Pattern WORD = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private static final Set<String> DECIMALS = Set.of("price", "bid", "ask", "open", "high", "low", "close",
            "quantity", "cumulative", "fee", "cash", "buying_power", "amount", "ratio", "peak", "tick", "lot",
            "minimum_notional", "average_price", "left", "right", "value", "limit", "limit_price", "stop_price",
            "notional", "equity", "exposure", "exposure_after", "drawdown", "realised", "fees");
    private static final Set<String> SIZES = Set.of("size", "bid_size", "ask_size", "volume");
    private static final Set<String> WORDS = Set.of("type", "kind", "side", "purpose", "action", "order_type",
            "time_in_force", "signal",
            "rule", "verdict", "reason", "risk_state", "held", "gateway", "mode", "timeframe", "base_timeframe");

    private static final Map<String, List<String>> INPUTS = Map.ofEntries(
            of("started", "contract gateway mode phase currency base_timeframe cash positions peak instruments "
                    + "strategies limits "
                    + "build_hash config_hash data_hash"),
            of("stopped", ""), of("time", ""), of("seal", "segment sha256 previous state_hash"),
            of("trade", "instrument price size"),
            of("quote", "instrument bid bid_size ask ask_size"),
            of("bar", "instrument timeframe start_ns open high low close volume"),
            of("feed-gap", "instrument count from_ns to_ns"),
            of("feed-fault", "reason"), of("late-trade", "instrument price size"), of("order-sent", "client_order_id"),
            of("order-not-sent", "client_order_id reason"), of("order-accepted", "client_order_id"),
            of("order-rejected", "client_order_id reason"),
            of("order-filled", "client_order_id execution_id instrument side price quantity cumulative fee "
                    + "fee_currency applied"),
            of("order-cancelled", "client_order_id"), of("order-expired", "client_order_id"),
            of("order-replaced", "client_order_id replaced_by"), of("order-unknown", "client_order_id"),
            of("account", "cash buying_power"), of("position", "instrument quantity"),
            of("reconciled", "clean differences"),
            of("cash-flow", "amount reason"), of("corporate-action", "instrument ratio cash"), of("venue-up", ""),
            of("venue-down", ""),
            of("operator-halt", "command_id principal"), of("operator-resume", "command_id principal releases"),
            of("operator-flatten", "command_id principal"), of("operator-approve",
            "command_id principal client_order_id"),
            of("operator-veto", "command_id principal client_order_id"),
            of("phase-approved", "from to evidence_hash command_id principal"));
    private static final Map<String, List<String>> DECISIONS = Map.ofEntries(
            of("evaluation", "strategy instrument timeframe signal bars_seen values"),
            of("check", "client_order_id rule left op right value limit verdict"),
            of("order", "action client_order_id purpose instrument"),
            of("stop", "action instrument side quantity stop_price held protects"), of("risk-state", "from to reason"),
            of("phase", "from to reason"), of("adjustment", "from to"),
            of("equity", "equity cash exposure peak drawdown low realised open fees marks"));
    private static final List<String> TERMS_OF_ORDER = List.of("purpose", "instrument", "side", "order_type",
            "time_in_force", "quantity",
            "reduces", "notional", "equity", "exposure_after", "risk_state", "phase");
    private static final List<String> LIMITS = List.of("strategy_budget", "entries_per_day", "stop_cover_ns",
            "stop_fill_ns",
            "veto_default", "phase3_instruments");

    private static Map.Entry<String, List<String>> of(String type, String fields) {
        return Map.entry(type, fields.isEmpty() ? List.of() : List.of(fields.split(" ")));
    }

    @Override
    public void before(Line line, World world, Findings findings) {
        require(line.input(), INPUTS.getOrDefault(line.type(), List.of()), line.type(), findings);
        findings.hold(line.input().has("decisions") && !line.type().isEmpty() && line.input().has("time_ns"), "fields",
                () -> "a record has time_ns, type and decisions");
        if (line.is("started")) {
            findings.hold(line.input().number("contract") == 1, "fields", () -> "contract is not 1");
            require(line.input().object("limits"), LIMITS, "limits", findings);
            line.input().list("instruments").forEach(each ->
                    require(each, List.of("instrument", "tick", "lot", "minimum_notional"), "instruments", findings));
            line.input().list("strategies").forEach(each ->
                    require(each, List.of("strategy", "timeframe", "warm_up_bars", "parameters"), "strategies",
                            findings));
        }
        spelling(line.input().node(), findings);
    }

    @Override
    public void decision(Line line, Fact decision, World world, Findings findings) {
        require(decision, DECISIONS.getOrDefault(decision.text("kind"), List.of("kind")), decision.text("kind"),
                findings);
        if (decision.is("kind", "order")) {
            order(decision, findings);
        }
        if (decision.is("verdict", "deny")) {
            require(decision, List.of("reason"), "denied check", findings);
        } else if (decision.is("verdict", "wait")) {
            require(decision, List.of("expires_ns"), "waiting check", findings);
        }
    }

    private static void order(Fact order, Findings findings) {
        String action = order.text("action");
        if (!action.equals("cancel")) {
            require(order, TERMS_OF_ORDER, action, findings);
            findings.hold(order.has("limit_price") || order.has("price") || !order.is("purpose", "entry"), "fields",
                    () -> "an entry without limit_price carries price");
            findings.hold(!order.is("purpose", "entry") || order.has("strategy"), "fields",
                    () -> "an entry has a strategy");
        }
        if (action.equals("refuse")) {
            require(order, List.of("rule", "reason"), action, findings);
        } else if (action.equals("replace")) {
            require(order, List.of("replaces"), action, findings);
        }
    }

    private static void require(Fact fact, List<String> fields, String of, Findings findings) {
        for (String field : fields) {
            findings.hold(fact.has(field), "fields", () -> of + " has no " + field);
        }
    }

    private static void spelling(JsonNode object, Findings findings) {
        object.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            findings.hold(!value.isNull() && !value.isFloatingPointNumber(), "spelling",
                    () -> entry.getKey() + " is " + value);
            if (value.isObject()) {
                map(entry.getKey(), value, findings);
            } else if (value.isArray()) {
                value.forEach(each -> inList(each, findings));
            } else {
                spelling(entry.getKey(), value, findings);
            }
        });
    }

    private static void inList(JsonNode member, Findings findings) {
        if (member.isObject()) {
            spelling(member, findings);
        }
    }

    /// Values of indicators, marks and budgets are decimals whatever their name; other maps are objects.
    private static void map(String name, JsonNode map, Findings findings) {
        if (Set.of("values", "marks", "strategy_budget").contains(name)) {
            map.properties().forEach(each -> matches(each.getKey(), each.getValue(), DECIMAL, findings));
        } else if (!name.equals("parameters")) {
            spelling(map, findings);
        }
    }

    private static void spelling(String field, JsonNode value, Findings findings) {
        if (field.endsWith("_ns")) {
            matches(field, value, NANOS, findings);
        } else if (SIZES.contains(field)) {
            matches(field, value, DECIMAL, findings);
        } else if (DECIMALS.contains(field)) {
            matches(field, value, MONEY, findings);
        } else if (WORDS.contains(field)) {
            matches(field, value, WORD, findings);
        }
    }

    private static void matches(String field, JsonNode value, Pattern pattern, Findings findings) {
        findings.hold(value.isString() && pattern.matcher(value.stringValue()).matches(), "spelling",
                () -> field + " is " + value);
    }
}
