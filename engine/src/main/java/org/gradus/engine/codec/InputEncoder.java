package org.gradus.engine.codec;

import org.gradus.engine.codec.sbe.AccountEncoder;
import org.gradus.engine.codec.sbe.AlertDeliveredEncoder;
import org.gradus.engine.codec.sbe.BarCloseEncoder;
import org.gradus.engine.codec.sbe.CashFlowEncoder;
import org.gradus.engine.codec.sbe.ContinuedEncoder;
import org.gradus.engine.codec.sbe.CorporateActionEncoder;
import org.gradus.engine.codec.sbe.FeedBarEncoder;
import org.gradus.engine.codec.sbe.FeedFaultEncoder;
import org.gradus.engine.codec.sbe.FeedGapEncoder;
import org.gradus.engine.codec.sbe.LateTradeEncoder;
import org.gradus.engine.codec.sbe.ForeignPositionEncoder;
import org.gradus.engine.codec.sbe.JournalHealthEncoder;
import org.gradus.engine.codec.sbe.MessageHeaderEncoder;
import org.gradus.engine.codec.sbe.OperatorCommandEncoder;
import org.gradus.engine.codec.sbe.OrderAcceptedEncoder;
import org.gradus.engine.codec.sbe.OrderCancelledEncoder;
import org.gradus.engine.codec.sbe.OrderExpiredEncoder;
import org.gradus.engine.codec.sbe.OrderFilledEncoder;
import org.gradus.engine.codec.sbe.OrderHeldEncoder;
import org.gradus.engine.codec.sbe.OrderNotSentEncoder;
import org.gradus.engine.codec.sbe.OrderRejectedEncoder;
import org.gradus.engine.codec.sbe.OrderReplacedEncoder;
import org.gradus.engine.codec.sbe.OrderSentEncoder;
import org.gradus.engine.codec.sbe.OrderUnknownEncoder;
import org.gradus.engine.codec.sbe.PhaseApprovedEncoder;
import org.gradus.engine.codec.sbe.QuoteEncoder;
import org.gradus.engine.codec.sbe.ReconciledEncoder;
import org.gradus.engine.codec.sbe.SealEncoder;
import org.gradus.engine.codec.sbe.StoppedEncoder;
import org.gradus.engine.codec.sbe.TimeTickEncoder;
import org.gradus.engine.codec.sbe.TradeAggregateEncoder;
import org.gradus.engine.codec.sbe.TradeEncoder;
import org.gradus.engine.codec.sbe.TradingStatusEncoder;
import org.gradus.engine.codec.sbe.VenueDownEncoder;
import org.gradus.engine.codec.sbe.VenueOrderEncoder;
import org.gradus.engine.codec.sbe.VenuePositionEncoder;
import org.gradus.engine.codec.sbe.VenueUpEncoder;
import org.gradus.engine.domain.FeedFault;
import org.gradus.engine.domain.Side;
import org.gradus.engine.message.CashFlowReason;
import org.gradus.engine.message.Hash256;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.JournalTrouble;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.RejectReason;
import org.gradus.engine.message.StoppedReason;
import org.gradus.engine.message.UnknownReason;
import org.gradus.engine.message.VenueDownReason;
import org.jspecify.annotations.Nullable;

/// Writes inputs into slots, field by field, without garbage: what happens at the door is encoded here once, and the
/// journal keeps those very bytes. The caller begins the record first (`slot.begin`). One instance per publishing
/// thread.
///
/// No input but `started` is longer than [#MAX_BYTES]; texts are cut to fit.
public final class InputEncoder {
    /// Longest text kept of a refused input, a rejection or a principal, in bytes of UTF-8.
    public static final int MAX_TEXT_BYTES = 512;
    /// Bytes that any input but `started` takes of a slot at most, its length prefix included.
    public static final int MAX_BYTES = 768;

    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final TextBytes text = new TextBytes(MAX_TEXT_BYTES);
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
    private final OrderFilledEncoder orderFilled = new OrderFilledEncoder();
    private final OrderCancelledEncoder orderCancelled = new OrderCancelledEncoder();
    private final OrderExpiredEncoder orderExpired = new OrderExpiredEncoder();
    private final OrderReplacedEncoder orderReplaced = new OrderReplacedEncoder();
    private final OrderUnknownEncoder orderUnknown = new OrderUnknownEncoder();
    private final OrderHeldEncoder orderHeld = new OrderHeldEncoder();
    private final VenueOrderEncoder venueOrder = new VenueOrderEncoder();
    private final ForeignPositionEncoder foreignPosition = new ForeignPositionEncoder();
    private final TradingStatusEncoder tradingStatus = new TradingStatusEncoder();
    private final AccountEncoder account = new AccountEncoder();
    private final VenuePositionEncoder venuePosition = new VenuePositionEncoder();
    private final ReconciledEncoder reconciled = new ReconciledEncoder();
    private final CashFlowEncoder cashFlow = new CashFlowEncoder();
    private final CorporateActionEncoder corporateAction = new CorporateActionEncoder();
    private final VenueUpEncoder venueUp = new VenueUpEncoder();
    private final VenueDownEncoder venueDown = new VenueDownEncoder();
    private final OperatorCommandEncoder operatorCommand = new OperatorCommandEncoder();
    private final PhaseApprovedEncoder phaseApproved = new PhaseApprovedEncoder();
    private final SealEncoder seal = new SealEncoder();
    private final StoppedEncoder stopped = new StoppedEncoder();
    private final ContinuedEncoder continued = new ContinuedEncoder();
    private final AlertDeliveredEncoder alertDelivered = new AlertDeliveredEncoder();
    private final JournalHealthEncoder journalHealth = new JournalHealthEncoder();

    public void timeTick(EventSlot slot) {
        timeTick.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header);
        slot.append(HEADER + timeTick.encodedLength());
    }

    public void trade(EventSlot slot, int instrument, long price, long size, @Nullable Side aggressor) {
        trade.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .instrument(instrument).price(price).size(size).aggressor(Codes.of(aggressor));
        slot.append(HEADER + trade.encodedLength());
    }

    public void tradeAggregate(EventSlot slot, int instrument, long price, long size, int count, long open, long high,
                               long low) {
        tradeAggregate.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .instrument(instrument).price(price).size(size).count(count).open(open).high(high).low(low);
        slot.append(HEADER + tradeAggregate.encodedLength());
    }

    public void quote(EventSlot slot, int instrument, long bid, long bidSize, long ask, long askSize, int conflated) {
        quote.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .instrument(instrument).bid(bid).bidSize(bidSize).ask(ask).askSize(askSize).conflated(conflated);
        slot.append(HEADER + quote.encodedLength());
    }

    public void feedBar(EventSlot slot, BarFields bar) {
        feedBar.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .instrument(bar.instrument).timeframe(Codes.of(bar.timeframe)).startNs(bar.startNs).endNs(bar.endNs)
                .open(bar.open).high(bar.high).low(bar.low).close(bar.close).volume(bar.volume);
        slot.append(HEADER + feedBar.encodedLength());
    }

    public void barClose(EventSlot slot, int instrument, long boundaryNs) {
        barClose.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .instrument(instrument).boundaryNs(boundaryNs);
        slot.append(HEADER + barClose.encodedLength());
    }

    public void lateTrade(EventSlot slot, int instrument, long price, long size, @Nullable Side aggressor) {
        lateTrade.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .instrument(instrument).price(price).size(size).aggressor(Codes.of(aggressor));
        slot.append(HEADER + lateTrade.encodedLength());
    }

    public void feedFault(EventSlot slot, int instrument, FeedFault fault, CharSequence detail) {
        text.set(detail);
        feedFault.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .instrument(instrument).fault(fault.code())
                .putDetail(text.bytes(), 0, text.length());
        slot.append(HEADER + feedFault.encodedLength());
    }

    public void feedGap(EventSlot slot, int instrument, int count, long fromNs, long toNs) {
        feedGap.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .instrument(instrument).count(count).fromNs(fromNs).toNs(toNs);
        slot.append(HEADER + feedGap.encodedLength());
    }

    public void orderSent(EventSlot slot, long clientOrderId, long leftAfter) {
        orderSent.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .clientOrderId(clientOrderId).leftAfter(leftAfter);
        slot.append(HEADER + orderSent.encodedLength());
    }

    public void orderNotSent(EventSlot slot, long clientOrderId, NotSentReason reason) {
        orderNotSent.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .clientOrderId(clientOrderId).reason(reason.code());
        slot.append(HEADER + orderNotSent.encodedLength());
    }

    public void orderAccepted(EventSlot slot, long clientOrderId, long venueOrderIdHigh, long venueOrderIdLow) {
        orderAccepted.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .clientOrderId(clientOrderId).venueOrderIdHigh(venueOrderIdHigh).venueOrderIdLow(venueOrderIdLow);
        slot.append(HEADER + orderAccepted.encodedLength());
    }

    public void orderRejected(EventSlot slot, long clientOrderId, RejectReason reason, CharSequence detail) {
        text.set(detail);
        orderRejected.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .clientOrderId(clientOrderId).reason(reason.code())
                .putDetail(text.bytes(), 0, text.length());
        slot.append(HEADER + orderRejected.encodedLength());
    }

    public void orderFilled(EventSlot slot, FillReport fill) {
        orderFilled.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .clientOrderId(fill.clientOrderId)
                .executionIdHigh(fill.executionIdHigh).executionIdLow(fill.executionIdLow)
                .instrument(fill.instrument).side(Codes.of(fill.side)).price(fill.price).quantity(fill.quantity)
                .cumulative(fill.cumulative).fee(fill.fee).feeInBase(Codes.of(fill.feeInBase));
        slot.append(HEADER + orderFilled.encodedLength());
    }

    public void orderCancelled(EventSlot slot, long clientOrderId, long cumulative) {
        orderCancelled.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .clientOrderId(clientOrderId).cumulative(cumulative);
        slot.append(HEADER + orderCancelled.encodedLength());
    }

    public void orderExpired(EventSlot slot, long clientOrderId, long cumulative) {
        orderExpired.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .clientOrderId(clientOrderId).cumulative(cumulative);
        slot.append(HEADER + orderExpired.encodedLength());
    }

    public void orderReplaced(EventSlot slot, long clientOrderId, long replacedBy) {
        orderReplaced.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .clientOrderId(clientOrderId).replacedBy(replacedBy);
        slot.append(HEADER + orderReplaced.encodedLength());
    }

    public void orderUnknown(EventSlot slot, long clientOrderId, UnknownReason reason) {
        orderUnknown.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .clientOrderId(clientOrderId).reason(reason.code());
        slot.append(HEADER + orderUnknown.encodedLength());
    }

    public void orderHeld(EventSlot slot, long clientOrderId) {
        orderHeld.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header).clientOrderId(clientOrderId);
        slot.append(HEADER + orderHeld.encodedLength());
    }

    public void account(EventSlot slot, long cash, long buyingPower) {
        account.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .cash(cash).buyingPower(buyingPower);
        slot.append(HEADER + account.encodedLength());
    }

    public void venuePosition(EventSlot slot, int instrument, long quantity) {
        venuePosition.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .instrument(instrument).quantity(quantity);
        slot.append(HEADER + venuePosition.encodedLength());
    }

    public void venueOrder(EventSlot slot, Input.VenueOrder order) {
        venueOrder.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .clientOrderId(order.clientOrderId()).venueOrderIdHigh(order.venueOrderIdHigh())
                .venueOrderIdLow(order.venueOrderIdLow()).instrument(order.instrument()).quantity(order.quantity())
                .filled(order.filled());
        slot.append(HEADER + venueOrder.encodedLength());
    }

    public void foreignPosition(EventSlot slot, CharSequence symbol, long quantity) {
        text.set(symbol);
        foreignPosition.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .quantity(quantity).putSymbol(text.bytes(), 0, text.length());
        slot.append(HEADER + foreignPosition.encodedLength());
    }

    public void tradingStatus(EventSlot slot, Input.TradingStatus status) {
        text.set(status.detail());
        tradingStatus.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .instrument(status.instrument()).state(status.state().code()).reason(status.reason().code())
                .untilNs(status.untilNs()).entriesUntilNs(status.entriesUntilNs())
                .putDetail(text.bytes(), 0, text.length());
        slot.append(HEADER + tradingStatus.encodedLength());
    }

    public void reconciled(EventSlot slot, int openOrders) {
        reconciled.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .openOrders(openOrders);
        slot.append(HEADER + reconciled.encodedLength());
    }

    public void cashFlow(EventSlot slot, long amount, CashFlowReason reason) {
        cashFlow.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .amount(amount).reason(reason.code());
        slot.append(HEADER + cashFlow.encodedLength());
    }

    public void corporateAction(EventSlot slot, int instrument, long ratio, long cash) {
        corporateAction.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .instrument(instrument).ratio(ratio).cash(cash);
        slot.append(HEADER + corporateAction.encodedLength());
    }

    public void venueUp(EventSlot slot) {
        venueUp.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header);
        slot.append(HEADER + venueUp.encodedLength());
    }

    public void venueDown(EventSlot slot, VenueDownReason reason) {
        venueDown.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .reason(reason.code());
        slot.append(HEADER + venueDown.encodedLength());
    }

    public void operatorCommand(EventSlot slot, Input.OperatorCommand in) {
        operatorCommand(slot, in.action(), in.releases(), in.clientOrderId(), in.commandIdHigh(), in.commandIdLow(),
                in.principal(), in.seen());
    }

    /// The same without an object.
    public void operatorCommand(EventSlot slot, OperatorAction action, int releases, long clientOrderId,
                                long commandIdHigh, long commandIdLow, CharSequence principal, long seen) {
        text.set(principal);
        operatorCommand.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .action(action.code()).releases((byte) releases).clientOrderId(clientOrderId)
                .commandIdHigh(commandIdHigh).commandIdLow(commandIdLow).seen(seen)
                .putPrincipal(text.bytes(), 0, text.length());
        slot.append(HEADER + operatorCommand.encodedLength());
    }

    public void phaseApproved(EventSlot slot, int fromPhase, int toPhase, long commandIdHigh, long commandIdLow,
                              Hash256 evidence, CharSequence principal) {
        text.set(principal);
        phaseApproved.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .fromPhase((byte) fromPhase).toPhase((byte) toPhase)
                .commandIdHigh(commandIdHigh).commandIdLow(commandIdLow)
                .putPrincipal(text.bytes(), 0, text.length());
        Hashes.put(slot.buffer(), phaseApproved.offset() + PhaseApprovedEncoder.evidenceEncodingOffset(), evidence);
        slot.append(HEADER + phaseApproved.encodedLength());
    }

    public void seal(EventSlot slot, int segment, long fromSequence, long toSequence, Hash256 sha256,
                     Hash256 previous) {
        seal.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .segment(segment).fromSequence(fromSequence).toSequence(toSequence);
        int block = seal.offset();
        Hashes.put(slot.buffer(), block + SealEncoder.sha256EncodingOffset(), sha256);
        Hashes.put(slot.buffer(), block + SealEncoder.previousEncodingOffset(), previous);
        slot.append(HEADER + seal.encodedLength());
    }

    public void stopped(EventSlot slot, StoppedReason reason) {
        stopped.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .reason(reason.code());
        slot.append(HEADER + stopped.encodedLength());
    }

    public void continued(EventSlot slot) {
        continued.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header);
        slot.append(HEADER + continued.encodedLength());
    }

    public void alertDelivered(EventSlot slot, long clientOrderId) {
        alertDelivered.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .clientOrderId(clientOrderId);
        slot.append(HEADER + alertDelivered.encodedLength());
    }

    public void journalHealth(EventSlot slot, JournalTrouble trouble, boolean over, long freeBytes) {
        journalHealth.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), header)
                .trouble(trouble.code()).over(Codes.of(over)).freeBytes(freeBytes);
        slot.append(HEADER + journalHealth.encodedLength());
    }
}
