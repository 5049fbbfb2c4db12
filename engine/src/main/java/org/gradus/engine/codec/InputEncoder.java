package org.gradus.engine.codec;

import org.gradus.engine.codec.sbe.AccountEncoder;
import org.gradus.engine.codec.sbe.AlertDeliveredEncoder;
import org.gradus.engine.codec.sbe.BarCloseEncoder;
import org.gradus.engine.codec.sbe.CashFlowEncoder;
import org.gradus.engine.codec.sbe.CorporateActionEncoder;
import org.gradus.engine.codec.sbe.FeedBarEncoder;
import org.gradus.engine.codec.sbe.FeedFaultEncoder;
import org.gradus.engine.codec.sbe.FeedGapEncoder;
import org.gradus.engine.codec.sbe.LateTradeEncoder;
import org.gradus.engine.codec.sbe.MessageHeaderEncoder;
import org.gradus.engine.codec.sbe.OperatorCommandEncoder;
import org.gradus.engine.codec.sbe.OrderAcceptedEncoder;
import org.gradus.engine.codec.sbe.OrderCancelledEncoder;
import org.gradus.engine.codec.sbe.OrderExpiredEncoder;
import org.gradus.engine.codec.sbe.OrderFilledEncoder;
import org.gradus.engine.codec.sbe.OrderNotSentEncoder;
import org.gradus.engine.codec.sbe.OrderRejectedEncoder;
import org.gradus.engine.codec.sbe.OrderReplacedEncoder;
import org.gradus.engine.codec.sbe.OrderSentEncoder;
import org.gradus.engine.codec.sbe.OrderUnknownEncoder;
import org.gradus.engine.codec.sbe.QuoteEncoder;
import org.gradus.engine.codec.sbe.ReconciledEncoder;
import org.gradus.engine.codec.sbe.SealEncoder;
import org.gradus.engine.codec.sbe.StoppedEncoder;
import org.gradus.engine.codec.sbe.TimeTickEncoder;
import org.gradus.engine.codec.sbe.TradeAggregateEncoder;
import org.gradus.engine.codec.sbe.TradeEncoder;
import org.gradus.engine.codec.sbe.VenueDownEncoder;
import org.gradus.engine.codec.sbe.VenuePositionEncoder;
import org.gradus.engine.codec.sbe.VenueUpEncoder;
import org.gradus.engine.domain.FeedFault;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.message.CashFlowReason;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.RejectReason;
import org.gradus.engine.message.StoppedReason;
import org.gradus.engine.message.UnknownReason;
import org.gradus.engine.message.VenueDownReason;

/// Encodes inputs straight into a slot, without garbage: the one place where an input becomes bytes on its way in. Codes, units and field
/// meanings are those of the schema. One instance per publishing thread.
public final class InputEncoder {
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final TextBytes text = new TextBytes();
    private final OrderFilledEncoder orderFilled = new OrderFilledEncoder();
    private final TimeTickEncoder timeTick = new TimeTickEncoder();
    private final TradeEncoder trade = new TradeEncoder();
    private final TradeAggregateEncoder tradeAggregate = new TradeAggregateEncoder();
    private final QuoteEncoder quote = new QuoteEncoder();
    private final FeedBarEncoder feedBar = new FeedBarEncoder();
    private final BarCloseEncoder barClose = new BarCloseEncoder();
    private final LateTradeEncoder lateTrade = new LateTradeEncoder();
    private final FeedFaultEncoder feedFault = new FeedFaultEncoder();
    private final FeedGapEncoder feedGap = new FeedGapEncoder();
    private final OrderSentEncoder orderSent = new OrderSentEncoder();
    private final OrderNotSentEncoder orderNotSent = new OrderNotSentEncoder();
    private final OrderAcceptedEncoder orderAccepted = new OrderAcceptedEncoder();
    private final OrderRejectedEncoder orderRejected = new OrderRejectedEncoder();
    private final OrderCancelledEncoder orderCancelled = new OrderCancelledEncoder();
    private final OrderExpiredEncoder orderExpired = new OrderExpiredEncoder();
    private final OrderReplacedEncoder orderReplaced = new OrderReplacedEncoder();
    private final OrderUnknownEncoder orderUnknown = new OrderUnknownEncoder();
    private final AccountEncoder account = new AccountEncoder();
    private final VenuePositionEncoder venuePosition = new VenuePositionEncoder();
    private final ReconciledEncoder reconciled = new ReconciledEncoder();
    private final CashFlowEncoder cashFlow = new CashFlowEncoder();
    private final CorporateActionEncoder corporateAction = new CorporateActionEncoder();
    private final VenueUpEncoder venueUp = new VenueUpEncoder();
    private final VenueDownEncoder venueDown = new VenueDownEncoder();
    private final OperatorCommandEncoder operatorCommand = new OperatorCommandEncoder();
    private final SealEncoder seal = new SealEncoder();
    private final StoppedEncoder stopped = new StoppedEncoder();
    private final AlertDeliveredEncoder alertDelivered = new AlertDeliveredEncoder();

    public void timeTick(EventSlot slot) {
        timeTick.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header);
        end(slot, timeTick.encodedLength());
    }

    public void trade(EventSlot slot, int instrumentId, long price, long size, byte aggressor) {
        trade.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header).instrument(instrumentId).price(price)
                .size(size).aggressor(aggressor);
        end(slot, trade.encodedLength());
    }

    public void tradeAggregate(EventSlot slot, int instrumentId, long last, long size, int count, long open,
            long high, long low) {
        tradeAggregate.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header).instrument(instrumentId)
                .price(last).size(size).count(count).open(open).high(high).low(low);
        end(slot, tradeAggregate.encodedLength());
    }

    public void quote(EventSlot slot, int instrumentId, long bid, long bidSize, long ask, long askSize, int conflated) {
        quote.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header).instrument(instrumentId).bid(bid)
                .bidSize(bidSize).ask(ask).askSize(askSize).conflated(conflated);
        end(slot, quote.encodedLength());
    }

    public void feedBar(EventSlot slot, int instrumentId, Timeframe timeframe, long startNs, long endNs, long open,
            long high, long low, long close, long volume) {
        feedBar.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header).instrument(instrumentId)
                .timeframe(timeframe.code()).startNs(startNs).endNs(endNs).open(open).high(high).low(low)
                .close(close).volume(volume);
        end(slot, feedBar.encodedLength());
    }

    public void barClose(EventSlot slot, int instrumentId, long boundaryNs) {
        barClose.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header).instrument(instrumentId)
                .boundaryNs(boundaryNs);
        end(slot, barClose.encodedLength());
    }

    public void lateTrade(EventSlot slot, int instrumentId, long price, long size, byte aggressor) {
        lateTrade.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header).instrument(instrumentId)
                .price(price).size(size).aggressor(aggressor);
        end(slot, lateTrade.encodedLength());
    }

    public void feedFault(EventSlot slot, int instrumentId, FeedFault fault, CharSequence detail) {
        feedFault.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header).instrument(instrumentId)
                .fault(fault.code());
        text.set(detail);
        feedFault.putDetail(text.bytes(), 0, text.length());
        end(slot, feedFault.encodedLength());
    }

    public void feedGap(EventSlot slot, int instrumentId, int count, long fromNs, long toNs) {
        feedGap.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header).instrument(instrumentId)
                .count(count).fromNs(fromNs).toNs(toNs);
        end(slot, feedGap.encodedLength());
    }

    public void orderSent(EventSlot slot, long clientOrderId) {
        orderSent.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header).clientOrderId(clientOrderId);
        end(slot, orderSent.encodedLength());
    }

    public void orderNotSent(EventSlot slot, long clientOrderId, NotSentReason reason) {
        orderNotSent.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header).clientOrderId(clientOrderId)
                .reason(reason.code());
        end(slot, orderNotSent.encodedLength());
    }

    public void orderAccepted(EventSlot slot, long clientOrderId, long venueOrderIdHigh, long venueOrderIdLow) {
        orderAccepted.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header).clientOrderId(clientOrderId)
                .venueOrderIdHigh(venueOrderIdHigh).venueOrderIdLow(venueOrderIdLow);
        end(slot, orderAccepted.encodedLength());
    }

    public void orderRejected(EventSlot slot, long clientOrderId, RejectReason reason, CharSequence detail) {
        orderRejected.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header).clientOrderId(clientOrderId)
                .reason(reason.code());
        text.set(detail);
        orderRejected.putDetail(text.bytes(), 0, text.length());
        end(slot, orderRejected.encodedLength());
    }

    public void orderCancelled(EventSlot slot, long clientOrderId, long cumulative) {
        orderCancelled.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header).clientOrderId(clientOrderId)
                .cumulative(cumulative);
        end(slot, orderCancelled.encodedLength());
    }

    public void orderExpired(EventSlot slot, long clientOrderId, long cumulative) {
        orderExpired.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header).clientOrderId(clientOrderId)
                .cumulative(cumulative);
        end(slot, orderExpired.encodedLength());
    }

    public void orderReplaced(EventSlot slot, long clientOrderId, long replacedBy) {
        orderReplaced.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header).clientOrderId(clientOrderId)
                .replacedBy(replacedBy);
        end(slot, orderReplaced.encodedLength());
    }

    public void orderUnknown(EventSlot slot, long clientOrderId, UnknownReason reason) {
        orderUnknown.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header).clientOrderId(clientOrderId)
                .reason(reason.code());
        end(slot, orderUnknown.encodedLength());
    }

    public void account(EventSlot slot, long cash, long buyingPower) {
        account.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header).cash(cash).buyingPower(buyingPower);
        end(slot, account.encodedLength());
    }

    public void venuePosition(EventSlot slot, int instrumentId, long quantity) {
        venuePosition.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header).instrument(instrumentId)
                .quantity(quantity);
        end(slot, venuePosition.encodedLength());
    }

    public void reconciled(EventSlot slot, int openOrders) {
        reconciled.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header).openOrders(openOrders);
        end(slot, reconciled.encodedLength());
    }

    public void cashFlow(EventSlot slot, long amount, CashFlowReason reason) {
        cashFlow.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header).amount(amount)
                .reason(reason.code());
        end(slot, cashFlow.encodedLength());
    }

    public void corporateAction(EventSlot slot, int instrumentId, long ratio, long cash) {
        corporateAction.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header).instrument(instrumentId)
                .ratio(ratio).cash(cash);
        end(slot, corporateAction.encodedLength());
    }

    public void venueUp(EventSlot slot) {
        venueUp.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header);
        end(slot, venueUp.encodedLength());
    }

    public void venueDown(EventSlot slot, VenueDownReason reason) {
        venueDown.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header).reason(reason.code());
        end(slot, venueDown.encodedLength());
    }

    public void operatorCommand(EventSlot slot, OperatorAction action, int releases, long clientOrderId,
            long commandIdHigh, long commandIdLow, CharSequence principal) {
        operatorCommand.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header).action(action.code())
                .releases((byte) releases).clientOrderId(clientOrderId).commandIdHigh(commandIdHigh)
                .commandIdLow(commandIdLow);
        text.set(principal);
        operatorCommand.putPrincipal(text.bytes(), 0, text.length());
        end(slot, operatorCommand.encodedLength());
    }

    public void seal(EventSlot slot, int segment, long fromSequence, long toSequence, byte[] sha256, byte[] previous) {
        seal.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header).segment(segment)
                .fromSequence(fromSequence).toSequence(toSequence);
        for (int i = 0; i < sha256.length; i++) {
            seal.sha256(i, (short) (sha256[i] & 0xFF)).previous(i, (short) (previous[i] & 0xFF));
        }
        end(slot, seal.encodedLength());
    }

    public void stopped(EventSlot slot, StoppedReason reason) {
        stopped.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header).reason(reason.code());
        end(slot, stopped.encodedLength());
    }

    public void alertDelivered(EventSlot slot, long clientOrderId) {
        alertDelivered.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header).clientOrderId(clientOrderId);
        end(slot, alertDelivered.encodedLength());
    }

    public void orderFilled(EventSlot slot, FillReport fill) {
        orderFilled.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .clientOrderId(fill.clientOrderId)
                .executionIdHigh(fill.executionIdHigh)
                .executionIdLow(fill.executionIdLow)
                .instrument(fill.instrumentId)
                .side(fill.side.code())
                .price(fill.price)
                .quantity(fill.quantity)
                .cumulative(fill.cumulative)
                .fee(fill.fee)
                .feeInBase((byte) (fill.feeInBase ? 1 : 0));
        end(slot, orderFilled.encodedLength());
    }

    private static void end(EventSlot slot, int encodedLength) {
        slot.append(MessageHeaderEncoder.ENCODED_LENGTH + encodedLength);
    }
}
