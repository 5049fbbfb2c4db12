package org.gradus.engine.core;

import org.agrona.DirectBuffer;
import org.gradus.engine.codec.RecordCursor;
import org.gradus.engine.codec.sbe.OrderAcceptedDecoder;
import org.gradus.engine.codec.sbe.OrderCancelledDecoder;
import org.gradus.engine.codec.sbe.OrderExpiredDecoder;
import org.gradus.engine.codec.sbe.OrderFilledDecoder;
import org.gradus.engine.codec.sbe.OrderHeldDecoder;
import org.gradus.engine.codec.sbe.OrderNotSentDecoder;
import org.gradus.engine.codec.sbe.OrderRejectedDecoder;
import org.gradus.engine.codec.sbe.OrderReplacedDecoder;
import org.gradus.engine.codec.sbe.OrderSentDecoder;
import org.gradus.engine.codec.sbe.OrderUnknownDecoder;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.Side;
import org.gradus.engine.message.RejectReason;
import org.gradus.engine.order.Order;
import org.gradus.engine.order.ReportResult;
import org.gradus.engine.portfolio.Fill;
import org.gradus.engine.portfolio.FillSplit;

/// Books what the venue and the gateway report about our orders, late, doubled or out of order as it may be. Owned by
/// the decision stage.
final class ReportDesk {
    private final Books books;
    private final PositionKeeper keeper;
    private final DecisionLog log;
    private final OrderSentDecoder sent = new OrderSentDecoder();
    private final OrderNotSentDecoder notSent = new OrderNotSentDecoder();
    private final OrderAcceptedDecoder accepted = new OrderAcceptedDecoder();
    private final OrderRejectedDecoder rejected = new OrderRejectedDecoder();
    private final OrderFilledDecoder filled = new OrderFilledDecoder();
    private final OrderCancelledDecoder cancelled = new OrderCancelledDecoder();
    private final OrderExpiredDecoder expired = new OrderExpiredDecoder();
    private final OrderReplacedDecoder replaced = new OrderReplacedDecoder();
    private final OrderHeldDecoder held = new OrderHeldDecoder();
    private final OrderUnknownDecoder unknown = new OrderUnknownDecoder();
    private final Fill fill = new Fill();
    private boolean booked;

    ReportDesk(Books books, PositionKeeper keeper, DecisionLog log) {
        this.books = books;
        this.keeper = keeper;
        this.log = log;
    }

    /// @return false when the message is no order report
    boolean handle(RecordCursor cursor) {
        booked = false;
        DirectBuffer buffer = cursor.buffer();
        int body = cursor.body();
        int block = cursor.blockLength();
        int version = cursor.version();
        switch (cursor.templateId()) {
            case OrderSentDecoder.TEMPLATE_ID -> books.lifecycle.sent(sent.wrap(buffer, body, block, version)
                .clientOrderId(), books.nowNs);
            case OrderNotSentDecoder.TEMPLATE_ID -> {
                long id = notSent.wrap(buffer, body, block, version).clientOrderId();
                books.lifecycle.notSent(id, books.nowNs);
                ended(id);
            }
            case OrderAcceptedDecoder.TEMPLATE_ID -> onAccepted(accepted.wrap(buffer, body, block, version));
            case OrderRejectedDecoder.TEMPLATE_ID -> {
                long id = rejected.wrap(buffer, body, block, version).clientOrderId();
                books.lifecycle.rejected(id, books.nowNs);
                washes(id, RejectReason.of(rejected.reason()));
                ended(id);
            }
            case OrderFilledDecoder.TEMPLATE_ID -> onFilled(filled.wrap(buffer, body, block, version));
            case OrderCancelledDecoder.TEMPLATE_ID -> {
                cancelled.wrap(buffer, body, block, version);
                long id = cancelled.clientOrderId();
                books.lifecycle.cancelled(id, cancelled.cumulative(), books.nowNs);
                ended(id);
            }
            case OrderExpiredDecoder.TEMPLATE_ID -> {
                expired.wrap(buffer, body, block, version);
                long id = expired.clientOrderId();
                books.lifecycle.expired(id, expired.cumulative(), books.nowNs);
                ended(id);
            }
            case OrderReplacedDecoder.TEMPLATE_ID -> {
                replaced.wrap(buffer, body, block, version);
                books.lifecycle.replaced(replaced.clientOrderId(), replaced.replacedBy(), books.nowNs);
                ended(replaced.clientOrderId());
            }
            case OrderHeldDecoder.TEMPLATE_ID -> onHeld(held.wrap(buffer, body, block, version).clientOrderId());
            case OrderUnknownDecoder.TEMPLATE_ID ->
                books.lifecycle.unknown(unknown.wrap(buffer, body, block, version).clientOrderId(), books.nowNs);
            default -> {
                return false;
            }
        }
        return true;
    }

    /// True when the report handled last changed a position.
    boolean booked() {
        return booked;
    }

    private void onAccepted(OrderAcceptedDecoder report) {
        long id = report.clientOrderId();
        books.lifecycle.accepted(id, report.venueOrderIdHigh(), report.venueOrderIdLow(), books.nowNs);
        Order order = books.orders.find(id);
        if (order != null && !order.state().terminal()) {
            keeper.worked(order);
            if (order.purpose() == Purpose.PROTECTIVE_STOP) {
                keeper.accepted(order);
            }
        }
    }

    /// Orders of ours make way for an entry, so it met one that is not ours: asking again changes nothing.
    private void washes(long clientOrderId, RejectReason reason) {
        Order order = books.orders.find(clientOrderId);
        if (reason == RejectReason.WASH_TRADE && order != null && order.purpose() == Purpose.ENTRY) {
            books.foreignOrder[order.instrumentId()] = true;
        }
    }

    private void onHeld(long clientOrderId) {
        books.lifecycle.held(clientOrderId, books.nowNs);
        Order order = books.orders.find(clientOrderId);
        if (order != null && !order.state().terminal()) {
            keeper.held(order);
        }
    }

    private void ended(long clientOrderId) {
        Order order = books.orders.find(clientOrderId);
        if (order != null && order.state().terminal()) {
            keeper.ended(order);
        }
    }

    private void onFilled(OrderFilledDecoder report) {
        read(report);
        ReportResult result = books.lifecycle.filled(fill, books.nowNs);
        log.fillOutcome(fill.clientOrderId, result.fillRefusal(), result == ReportResult.OUT_OF_ORDER);
        if (result.applied()) {
            book(books.orders.find(fill.clientOrderId));
            booked = true;
        }
    }

    private void read(OrderFilledDecoder report) {
        fill.clientOrderId = report.clientOrderId();
        fill.executionIdHigh = report.executionIdHigh();
        fill.executionIdLow = report.executionIdLow();
        fill.instrumentId = report.instrument();
        fill.side = Side.of(report.side());
        fill.price = report.price();
        fill.quantity = report.quantity();
        fill.cumulative = report.cumulative();
        fill.fee = report.fee();
        fill.feeInBase = report.feeInBase() != 0;
    }

    /// While nothing was held no mark was followed: a first fill must not be valued at what a position of long ago was
    /// worth.
    private void book(Order order) {
        long mark = books.mark(order.instrumentId());
        if (mark > 0) {
            books.portfolio.mark(order.instrumentId(), mark);
        }
        if (order.strategyId() >= 0) {
            books.portfolio.applyFill(order.strategyId(), fill);
            allocated(order, order.strategyId(), fill.quantity);
        } else {
            FillSplit split = books.portfolio.allocateSell(fill);
            while (split.next()) {
                books.portfolio.applyShare(split);
                allocated(order, split.strategyId(), split.quantity());
            }
        }
        if (order.purpose() == Purpose.ENTRY) {
            keeper.entered(order);
        }
        keeper.worked(order);
        if (order.state().terminal()) {
            keeper.ended(order);
        }
        books.work.add(order.instrumentId());
    }

    private void allocated(Order order, int strategyId, long quantity) {
        log.allocation(order, strategyId, quantity, fill.price, books);
        books.trades.changed(strategyId, order.instrumentId(), books.portfolio.position(strategyId,
            order.instrumentId()));
    }
}
