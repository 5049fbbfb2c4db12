package org.gradus.engine.core;

import org.agrona.DirectBuffer;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordCursor;
import org.gradus.engine.codec.sbe.AdjustmentDecoder;
import org.gradus.engine.codec.sbe.EquityDecoder;
import org.gradus.engine.codec.sbe.EvaluationDecoder;
import org.gradus.engine.codec.sbe.OrderDecisionDecoder;
import org.gradus.engine.codec.sbe.RiskStateChangeDecoder;
import org.gradus.engine.codec.sbe.StopDecisionDecoder;
import org.gradus.engine.codec.sbe.StrategyDisabledDecoder;
import org.gradus.engine.domain.ClientOrderId;
import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.Rounding;
import org.gradus.engine.domain.Rule;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.TimeInForce;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.RiskReason;
import org.gradus.engine.message.SignalKind;
import org.gradus.engine.message.StopAction;
import org.gradus.engine.message.StopHolder;
import org.gradus.engine.order.Order;
import org.gradus.engine.order.OrderDraft;

/// Applies recorded decisions to the books, for a journal written under another build or configuration: what was
/// decided then stands, whatever would be decided now. Owned by the decision stage.
final class Restorer {
    private final Books books;
    private final PositionKeeper keeper;
    private final OperatorDesk operator;
    private final VenueDifference difference;
    private final RecordCursor cursor = new RecordCursor();
    private final OrderDecisionDecoder order = new OrderDecisionDecoder();
    private final StopDecisionDecoder stop = new StopDecisionDecoder();
    private final RiskStateChangeDecoder riskState = new RiskStateChangeDecoder();
    private final StrategyDisabledDecoder disabled = new StrategyDisabledDecoder();
    private final AdjustmentDecoder adjustment = new AdjustmentDecoder();
    private final EvaluationDecoder evaluation = new EvaluationDecoder();
    private final OrderDraft draft = new OrderDraft();

    Restorer(Books books, PositionKeeper keeper, OperatorDesk operator, VenueDifference difference) {
        this.books = books;
        this.keeper = keeper;
        this.operator = operator;
        this.difference = difference;
    }

    void apply(EventSlot recorded) {
        cursor.wrap(recorded.buffer(), 0);
        cursor.advance();
        while (cursor.advance()) {
            apply(cursor.buffer(), cursor.body(), cursor.blockLength(), cursor.version());
        }
        keeper.restored();
        operator.restored();
    }

    private void apply(DirectBuffer buffer, int body, int block, int version) {
        switch (cursor.templateId()) {
            case OrderDecisionDecoder.TEMPLATE_ID -> {
                order.wrap(buffer, body, block, version);
                applyOrder();
            }
            case StopDecisionDecoder.TEMPLATE_ID -> {
                stop.wrap(buffer, body, block, version);
                keeper.restoreStop(StopAction.of(stop.action()), stop.instrument(), stop.quantity(), stop.stopPrice(),
                        StopHolder.of(stop.held()));
            }
            case EvaluationDecoder.TEMPLATE_ID -> {
                evaluation.wrap(buffer, body, block, version);
                if (SignalKind.of(evaluation.signal()) == SignalKind.EXIT) {
                    keeper.out.want(evaluation.strategy(), evaluation.instrument(), Purpose.EXIT);
                }
            }
            case RiskStateChangeDecoder.TEMPLATE_ID ->
                restoreLatch(RiskReason.of(riskState.wrap(buffer, body, block, version).reason()));
            case StrategyDisabledDecoder.TEMPLATE_ID ->
                books.disabled[disabled.wrap(buffer, body, block, version).strategy()] = true;
            case AdjustmentDecoder.TEMPLATE_ID -> difference.restore(adjustment.wrap(buffer, body, block, version));
            case EquityDecoder.TEMPLATE_ID -> books.guardrails.circuitBreaker().takeLow();
            default -> {
                // Checks, allocations and alerts follow from the rest.
            }
        }
    }

    /// What the input itself latches or releases was done when it was applied.
    private void restoreLatch(RiskReason reason) {
        switch (reason) {
            case CIRCUIT_BREAKER -> {
                books.latches.latch(reason, books.record);
                books.guardrails.circuitBreaker().restoreTrip(true);
            }
            case EXTREME_MARKET -> {
                books.latches.latch(reason, books.record);
                books.guardrails.extremeMarket().restoreTrip(true);
            }
            case RECONCILIATION -> books.latches.latch(reason, books.record);
            case RECONCILED -> books.latches.release(RiskReason.RECONCILIATION);
            case OPERATOR_HALT, OPERATOR_RESUME, FLATTEN, JOURNAL_FAULT, DISK_LOW -> {
                // Done when the input was applied.
            }
        }
    }

    private void applyOrder() {
        long id = order.clientOrderId();
        books.ids.after(ClientOrderId.counter(id));
        switch (OrderAction.of(order.action())) {
            case SUBMIT, REPLACE -> submitted(id);
            case CANCEL -> {
                Order cancelled = books.orders.find(id);
                boolean open = cancelled != null && !cancelled.state().terminal();
                if (open && !books.lifecycle.requestCancel(cancelled, books.nowNs)) {
                    books.lifecycle.cancelAskedAgain(cancelled, books.nowNs);
                }
            }
            case PARK -> {
                fill(id);
                books.guardrails.parkedOrders().park(draft, Rule.of(order.rule()), order.expiresNs(),
                        Rounding.money(draft.price, draft.quantity));
            }
            case REFUSE -> {
                books.guardrails.parkedOrders().drop(id);
            }
        }
    }

    private void submitted(long id) {
        if (books.orders.find(id) != null) {
            return;
        }
        fill(id);
        books.guardrails.parkedOrders().drop(id);
        books.orders.open(draft, books.nowNs);
        books.submitted(draft);
        keeper.restoreOrder(books.orders.find(id));
    }

    private void fill(long id) {
        draft.clientOrderId = id;
        draft.purpose = Purpose.of(order.purpose());
        draft.side = Side.of(order.side());
        draft.orderType = OrderType.of(order.orderType());
        draft.timeInForce = TimeInForce.of(order.timeInForce());
        draft.strategyId = order.strategy();
        draft.instrumentId = order.instrument();
        draft.quantity = order.quantity();
        draft.limitPrice = order.limitPrice();
        draft.stopPrice = order.stopPrice();
        draft.price = order.price();
        draft.released = false;
        draft.parent = order.parent();
    }
}
