package org.gradus.engine.simulation;

import static org.gradus.engine.domain.FixedPoint.ONE;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.domain.Rounding;
import org.gradus.engine.domain.Rule;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Decision.OrderDecision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.RejectReason;
import org.gradus.engine.message.StopAction;
import org.gradus.engine.message.StopHolder;
import org.gradus.engine.runtime.EngineConfig;

/// Recomputes from the records alone what must hold after each of them: books, orders, stops, rate limit. Plain and
/// slow on purpose; it shares no code with the core.
final class Audit {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long DAY_NS = 1_440 * MINUTE_NS;
    private static final long COVERED = Long.MAX_VALUE;
    /// An exit may have to wait for the rate limit, a look-up and a second try.
    private static final long EXIT_WAIT_NS = 2 * MINUTE_NS;
    /// While a tape is silent, no time passes for the engine either.
    private static final long SILENCE_NS = 5_000_000_000L;

    private final EngineConfig config;
    private final Map<Long, Known> orders = new TreeMap<>();
    private final Map<Long, Known> open = new TreeMap<>();
    private final Deque<Long> submits = new ArrayDeque<>();
    private final long[] positions;
    private final long[] lastPrices;
    private final long[] heldByEngine;
    private final long[] uncoveredSinceNs;
    /// Since when a passed stop has led to no exit; 0 = there is none.
    private final long[] triggeredNs;
    private final Set<Long> parked = new TreeSet<>();
    private RiskState state = RiskState.ACTIVE;
    private int entriesToday;
    private boolean venueUp = true;
    private long flows;
    private long fees;
    private long cash;
    private long lastNs;
    private long watchedNs;
    private int fills;
    private int repeated;
    private int submitted;
    private int woken;

    /// What the records tell of one order.
    private static final class Known {
        private final OrderDecision decision;
        private long filled;
        private boolean acknowledged;
        private boolean ended;

        private Known(OrderDecision decision) {
            this.decision = decision;
        }

        private long remaining() {
            return ended ? 0 : decision.quantity() - filled;
        }

        private boolean covers() {
            boolean leaving = decision.reduces() && decision.orderType() == OrderType.MARKET;
            return leaving || decision.purpose() == Purpose.PROTECTIVE_STOP && acknowledged;
        }
    }

    Audit(EngineConfig config) {
        this.config = config;
        int instruments = config.instruments().size();
        cash = config.cash();
        positions = new long[instruments];
        lastPrices = new long[instruments];
        heldByEngine = new long[instruments];
        uncoveredSinceNs = new long[instruments];
        triggeredNs = new long[instruments];
        Arrays.fill(uncoveredSinceNs, COVERED);
    }

    void record(Journaled record) {
        if (Math.floorDiv(record.timeNs(), DAY_NS) > Math.floorDiv(lastNs, DAY_NS)) {
            entriesToday = 0;
        }
        watchedNs += venueUp ? Math.min(SILENCE_NS, record.timeNs() - lastNs) : 0;
        lastNs = record.timeNs();
        switch (record.input()) {
            case Input.Trade trade -> lastPrices[trade.instrument()] = trade.price();
            case Input.CashFlow flow -> flowed(flow.amount());
            case Input.CorporateAction action -> {
                positions[action.instrument()] = Rounding.fraction(positions[action.instrument()], action.ratio());
                cash += action.cash();
            }
            case Input.VenueUp _ -> venueUp = true;
            case Input.VenueDown _ -> venueUp = false;
            case Input.OrderAccepted report -> accepted(known(report.clientOrderId()));
            case Input.OrderFilled fill -> filled(fill, record);
            case Input.OrderCancelled report -> ended(report.clientOrderId());
            case Input.OrderExpired report -> ended(report.clientOrderId());
            case Input.OrderNotSent report -> ended(report.clientOrderId());
            case Input.OrderReplaced report -> ended(report.clientOrderId());
            case Input.OrderRejected report -> {
                hold(report.reason() != RejectReason.DUPLICATE_ID, "no order reaches the venue twice", record);
                hold(report.reason() != RejectReason.MALFORMED, "every order is well formed", record);
                ended(report.clientOrderId());
            }
            default -> {
                // Moves neither money nor orders.
            }
        }
        record.decisions().forEach(decision -> decided(decision, record));
        for (int i = 0; i < positions.length; i++) {
            covered(i, record);
            left(i, record);
        }
    }

    private void accepted(Known order) {
        woken += order.decision.parent() != 0 && !order.acknowledged ? 1 : 0;
        order.acknowledged = true;
    }

    private void flowed(long amount) {
        cash += amount;
        flows += amount;
    }

    private void filled(Input.OrderFilled fill, Journaled record) {
        Decision.FillOutcome outcome = record.decisions().stream().filter(Decision.FillOutcome.class::isInstance)
                .map(Decision.FillOutcome.class::cast).findFirst().orElseThrow();
        if (!outcome.applied()) {
            repeated++;
            return;
        }
        fills++;
        Known order = known(fill.clientOrderId());
        order.filled += fill.quantity();
        hold(order.filled <= order.decision.quantity(), "filled never exceeds ordered", record);
        int sign = fill.side().sign();
        fees += fill.feeInBase() ? Rounding.money(fill.price(), fill.fee()) : fill.fee();
        cash -= sign * Rounding.money(fill.price(), fill.quantity()) + (fill.feeInBase() ? 0 : fill.fee());
        positions[fill.instrument()] += sign * fill.quantity() - (fill.feeInBase() ? fill.fee() : 0);
        hold(positions[fill.instrument()] >= 0, "nothing is sold short", record);
        if (order.filled == order.decision.quantity()) {
            ended(fill.clientOrderId());
        }
    }

    private void ended(long clientOrderId) {
        known(clientOrderId).ended = true;
        open.remove(clientOrderId);
    }

    private void decided(Decision decision, Journaled record) {
        switch (decision) {
            case OrderDecision order when order.action() == OrderAction.SUBMIT -> submitted(order, record);
            case Decision.StopDecision stop -> stopped(stop, record);
            case Decision.Checks checks -> checked(checks, record);
            case Decision.RiskStateChange change -> {
                hold(change.fromState() == state, "the risk state is " + state, record);
                state = change.toState();
            }
            case OrderDecision order when order.action() == OrderAction.PARK -> parked.add(order.clientOrderId());
            case OrderDecision order when order.action() == OrderAction.REFUSE -> parked.remove(order.clientOrderId());
            case Decision.CommandOutcome outcome -> answered(outcome, record);
            case Decision.Equity equity -> booked(equity, record);
            case Decision.ReconcileOutcome outcome -> hold(outcome.clean(), "the venue's books are ours", record);
            default -> {
                // Says why, not what.
            }
        }
    }

    private void stopped(Decision.StopDecision stop, Journaled record) {
        boolean engine = stop.held() == StopHolder.ENGINE && stop.action() != StopAction.DISARM;
        heldByEngine[stop.instrument()] = engine ? stop.quantity() : 0;
        if (stop.action() == StopAction.TRIGGER && triggeredNs[stop.instrument()] == 0) {
            triggeredNs[stop.instrument()] = watchedNs;
        }
    }

    /// A stop that was passed ends in a sale.
    private void left(int instrumentId, Journaled record) {
        boolean leaving = open.values().stream().anyMatch(order -> order.decision.instrument() == instrumentId
                && order.decision.reduces() && order.decision.orderType() == OrderType.MARKET);
        if (leaving || sellable(instrumentId) == 0) {
            triggeredNs[instrumentId] = 0;
        }
        hold(triggeredNs[instrumentId] == 0 || watchedNs - triggeredNs[instrumentId] < EXIT_WAIT_NS,
                "a triggered stop leads to an exit", record);
    }

    private void submitted(OrderDecision order, Journaled record) {
        submitted++;
        parked.remove(order.clientOrderId());
        hold(order.riskState() == state, "the risk state is " + state, record);
        hold(state == RiskState.ACTIVE || order.reduces(), "only an active engine enters", record);
        hold(venueUp, "nothing is sent to a venue that is down", record);
        if (order.purpose() == Purpose.ENTRY) {
            entriesToday++;
        }
        Known known = new Known(order);
        hold(orders.put(order.clientOrderId(), known) == null, "a client order id is used once", record);
        open.put(order.clientOrderId(), known);
        if (order.parent() == 0) {
            submits.addLast(record.timeNs());
        }
        while (submits.getFirst() <= record.timeNs() - MINUTE_NS) {
            submits.removeFirst();
        }
        hold(submits.size() <= config.limits().ratePerMinute(), "the rate limit holds", record);
    }

    /// What the limiter and the daily cap remember, across every restart.
    private void checked(Decision.Checks checks, Journaled record) {
        long used = submits.stream().filter(timeNs -> timeNs > record.timeNs() - MINUTE_NS).count();
        for (Decision.Checks.Check check : checks.rules()) {
            if (check.rule() == Rule.RATE_LIMIT) {
                hold(check.value() == used * ONE, used + " submissions in the last minute", record);
            } else if (check.rule() == Rule.DAILY_ENTRIES) {
                hold(check.left() == (entriesToday + 1) * ONE, entriesToday + " entries today", record);
            }
        }
    }

    private void answered(Decision.CommandOutcome outcome, Journaled record) {
        if (record.input() instanceof Input.OperatorCommand command
                && (command.action() == OperatorAction.APPROVE || command.action() == OperatorAction.VETO)) {
            hold(outcome.accepted() == parked.contains(command.clientOrderId()), "parked is " + parked, record);
        }
    }

    private void booked(Decision.Equity equity, Journaled record) {
        hold(equity.cash() == cash, "cash follows from the fills: " + cash, record);
        long value = 0;
        int held = 0;
        for (Decision.Equity.Mark mark : equity.marks()) {
            value += Rounding.money(mark.price(), positions[mark.instrument()]);
            held += positions[mark.instrument()] != 0 ? 1 : 0;
        }
        hold(equity.fees() == fees, "fees are " + fees, record);
        hold(equity.realised() + equity.open() - equity.fees() == equity.equity() - config.cash() - flows,
                "profit explains equity", record);
        hold(equity.equity() == cash + value, "equity follows from positions and marks", record);
        hold(held == Arrays.stream(positions).filter(position -> position != 0).count(), "every position is marked",
                record);
    }

    private void covered(int instrumentId, Journaled record) {
        long working = heldByEngine[instrumentId];
        for (Known order : open.values()) {
            if (order.decision.instrument() == instrumentId && order.covers()) {
                working += order.remaining();
            }
        }
        if (working >= sellable(instrumentId)) {
            uncoveredSinceNs[instrumentId] = COVERED;
        } else {
            uncoveredSinceNs[instrumentId] = Math.min(uncoveredSinceNs[instrumentId], record.timeNs());
            hold(record.timeNs() - uncoveredSinceNs[instrumentId] < config.limits().stopCoverNs(),
                    "no position of " + positions[instrumentId] + " stands with only " + working + " covered", record);
        }
    }

    /// Dust below the lot or the least notional cannot be sold.
    private long sellable(int instrumentId) {
        Instrument instrument = config.instruments().get(instrumentId).instrument();
        long quantity = Rounding.quantityDown(positions[instrumentId], instrument.lot());
        return Rounding.money(lastPrices[instrumentId], quantity) < instrument.minimumNotional() ? 0 : quantity;
    }

    private Known known(long clientOrderId) {
        Known order = orders.get(clientOrderId);
        if (order == null) {
            throw new AssertionError("a report about order " + clientOrderId + ", which nobody submitted");
        }
        return order;
    }

    private static void hold(boolean holds, String rule, Journaled record) {
        if (!holds) {
            throw new AssertionError(rule + ": " + record);
        }
    }

    /// What a restart has to take over just now, in words.
    List<String> standing() {
        List<String> standing = new ArrayList<>();
        standing.add(Arrays.stream(positions).anyMatch(position -> position != 0) ? "position" : "");
        standing.add(open.values().stream().anyMatch(order -> order.decision.purpose() == Purpose.PROTECTIVE_STOP
                && order.acknowledged) ? "stop at the venue" : "");
        standing.add(open.values().stream().anyMatch(order -> !order.acknowledged) ? "order in flight" : "");
        standing.add(parked.isEmpty() ? "" : "parked order");
        standing.add(state == RiskState.ACTIVE ? "" : state.label());
        standing.add(submits.size() >= config.limits().ratePerMinute() - 2 ? "limiter nearly full" : "");
        standing.removeIf(String::isEmpty);
        return standing;
    }

    long cash() {
        return cash;
    }

    long position(int instrumentId) {
        return positions[instrumentId];
    }

    int fills() {
        return fills;
    }

    /// Fills that came again and were refused.
    int repeated() {
        return repeated;
    }

    /// Stops that went along with their entries and came to work.
    int woken() {
        return woken;
    }

    int submitted() {
        return submitted;
    }

    int openOrders() {
        return open.size();
    }
}
