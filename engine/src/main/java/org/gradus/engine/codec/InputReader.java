package org.gradus.engine.codec;

import org.gradus.engine.codec.sbe.AccountDecoder;
import org.gradus.engine.codec.sbe.AlertDeliveredDecoder;
import org.gradus.engine.codec.sbe.BarCloseDecoder;
import org.gradus.engine.codec.sbe.CashFlowDecoder;
import org.gradus.engine.codec.sbe.ContinuedDecoder;
import org.gradus.engine.codec.sbe.CorporateActionDecoder;
import org.gradus.engine.codec.sbe.FeedBarDecoder;
import org.gradus.engine.codec.sbe.FeedFaultDecoder;
import org.gradus.engine.codec.sbe.FeedGapDecoder;
import org.gradus.engine.codec.sbe.ForeignPositionDecoder;
import org.gradus.engine.codec.sbe.JournalHealthDecoder;
import org.gradus.engine.codec.sbe.LateTradeDecoder;
import org.gradus.engine.codec.sbe.OperatorCommandDecoder;
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
import org.gradus.engine.codec.sbe.PhaseApprovedDecoder;
import org.gradus.engine.codec.sbe.QuoteDecoder;
import org.gradus.engine.codec.sbe.ReconciledDecoder;
import org.gradus.engine.codec.sbe.SealDecoder;
import org.gradus.engine.codec.sbe.StartedDecoder;
import org.gradus.engine.codec.sbe.StoppedDecoder;
import org.gradus.engine.codec.sbe.TimeTickDecoder;
import org.gradus.engine.codec.sbe.TradeAggregateDecoder;
import org.gradus.engine.codec.sbe.TradeDecoder;
import org.gradus.engine.codec.sbe.TradingStatusDecoder;
import org.gradus.engine.codec.sbe.VenueDownDecoder;
import org.gradus.engine.codec.sbe.VenueOrderDecoder;
import org.gradus.engine.codec.sbe.VenuePositionDecoder;
import org.gradus.engine.codec.sbe.VenueUpDecoder;
import org.gradus.engine.domain.FeedFault;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.message.CashFlowReason;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.JournalTrouble;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.RejectReason;
import org.gradus.engine.message.StoppedReason;
import org.gradus.engine.message.TradingReason;
import org.gradus.engine.message.TradingState;
import org.gradus.engine.message.UnknownReason;
import org.gradus.engine.message.VenueDownReason;

/// Reads inputs back into records, for the rim, tools and tests. Newer messages with fields at their end are read as
/// far as they are
/// known; a message nobody knows becomes `Input.Unrecognised`.
final class InputReader {

    private InputReader() {
    }

    static Input read(RecordCursor at) {
        return switch (at.templateId()) {
            case TimeTickDecoder.TEMPLATE_ID -> new Input.TimeTick();
            case TradeDecoder.TEMPLATE_ID -> trade(at);
            case TradeAggregateDecoder.TEMPLATE_ID -> tradeAggregate(at);
            case QuoteDecoder.TEMPLATE_ID -> quote(at);
            case FeedBarDecoder.TEMPLATE_ID -> feedBar(at);
            case BarCloseDecoder.TEMPLATE_ID -> barClose(at);
            case LateTradeDecoder.TEMPLATE_ID -> lateTrade(at);
            case FeedFaultDecoder.TEMPLATE_ID -> feedFault(at);
            case FeedGapDecoder.TEMPLATE_ID -> feedGap(at);
            case OrderSentDecoder.TEMPLATE_ID -> orderSent(at);
            case OrderNotSentDecoder.TEMPLATE_ID -> orderNotSent(at);
            case OrderAcceptedDecoder.TEMPLATE_ID -> orderAccepted(at);
            case OrderRejectedDecoder.TEMPLATE_ID -> orderRejected(at);
            case OrderFilledDecoder.TEMPLATE_ID -> orderFilled(at);
            case OrderCancelledDecoder.TEMPLATE_ID -> orderCancelled(at);
            case OrderExpiredDecoder.TEMPLATE_ID -> orderExpired(at);
            case OrderReplacedDecoder.TEMPLATE_ID -> orderReplaced(at);
            case OrderUnknownDecoder.TEMPLATE_ID -> orderUnknown(at);
            case OrderHeldDecoder.TEMPLATE_ID -> new Input.OrderHeld(new OrderHeldDecoder()
                .wrap(at.buffer(), at.body(), at.blockLength(), at.version()).clientOrderId());
            case AccountDecoder.TEMPLATE_ID -> account(at);
            case VenuePositionDecoder.TEMPLATE_ID -> venuePosition(at);
            case VenueOrderDecoder.TEMPLATE_ID -> venueOrder(at);
            case ForeignPositionDecoder.TEMPLATE_ID -> foreignPosition(at);
            case TradingStatusDecoder.TEMPLATE_ID -> tradingStatus(at);
            case ReconciledDecoder.TEMPLATE_ID -> reconciled(at);
            case CashFlowDecoder.TEMPLATE_ID -> cashFlow(at);
            case CorporateActionDecoder.TEMPLATE_ID -> corporateAction(at);
            case VenueUpDecoder.TEMPLATE_ID -> new Input.VenueUp();
            case VenueDownDecoder.TEMPLATE_ID -> venueDown(at);
            case OperatorCommandDecoder.TEMPLATE_ID -> operatorCommand(at);
            case PhaseApprovedDecoder.TEMPLATE_ID -> phaseApproved(at);
            case SealDecoder.TEMPLATE_ID -> seal(at);
            case StoppedDecoder.TEMPLATE_ID -> stopped(at);
            case AlertDeliveredDecoder.TEMPLATE_ID -> alertDelivered(at);
            case JournalHealthDecoder.TEMPLATE_ID -> journalHealth(at);
            case ContinuedDecoder.TEMPLATE_ID -> new Input.Continued();
            case StartedDecoder.TEMPLATE_ID -> StartedCodec.read(at);
            default -> new Input.Unrecognised(at.templateId());
        };
    }

    private static Input trade(RecordCursor at) {
        TradeDecoder in = new TradeDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        return new Input.Trade(in.instrument(), in.price(), in.size(), Codes.word(in.aggressor(), Side::of));
    }

    private static Input tradeAggregate(RecordCursor at) {
        TradeAggregateDecoder in = new TradeAggregateDecoder().wrap(at.buffer(), at.body(), at.blockLength(),
                                                                    at.version());
        return new Input.TradeAggregate(in.instrument(), in.price(), in.size(), in.count(), in.open(), in.high(),
                                        in.low());
    }

    private static Input quote(RecordCursor at) {
        QuoteDecoder in = new QuoteDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        return new Input.Quote(in.instrument(), in.bid(), in.bidSize(), in.ask(), in.askSize(), in.conflated());
    }

    private static Input feedBar(RecordCursor at) {
        FeedBarDecoder in = new FeedBarDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        return new Input.FeedBar(in.instrument(), Timeframe.of(in.timeframe()), in.startNs(), in.endNs(), in.open(),
                                 in.high(), in.low(), in.close(), in.volume());
    }

    private static Input barClose(RecordCursor at) {
        BarCloseDecoder in = new BarCloseDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        return new Input.BarClose(in.instrument(), in.boundaryNs());
    }

    private static Input lateTrade(RecordCursor at) {
        LateTradeDecoder in = new LateTradeDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        return new Input.LateTrade(in.instrument(), in.price(), in.size(), Codes.word(in.aggressor(), Side::of));
    }

    private static Input feedFault(RecordCursor at) {
        FeedFaultDecoder in = new FeedFaultDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        return new Input.FeedFault(in.instrument(), FeedFault.of(in.fault()), in.detail());
    }

    private static Input feedGap(RecordCursor at) {
        FeedGapDecoder in = new FeedGapDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        return new Input.FeedGap(in.instrument(), in.count(), in.fromNs(), in.toNs());
    }

    private static Input orderSent(RecordCursor at) {
        OrderSentDecoder in = new OrderSentDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        long leftAfter = in.leftAfter();
        return new Input.OrderSent(in.clientOrderId(), leftAfter == OrderSentDecoder.leftAfterNullValue() ? 0
            : leftAfter);
    }

    private static Input orderNotSent(RecordCursor at) {
        OrderNotSentDecoder in = new OrderNotSentDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        return new Input.OrderNotSent(in.clientOrderId(), NotSentReason.of(in.reason()));
    }

    private static Input orderAccepted(RecordCursor at) {
        OrderAcceptedDecoder in = new OrderAcceptedDecoder().wrap(at.buffer(), at.body(), at.blockLength(),
                                                                  at.version());
        return new Input.OrderAccepted(in.clientOrderId(), in.venueOrderIdHigh(), in.venueOrderIdLow());
    }

    private static Input orderRejected(RecordCursor at) {
        OrderRejectedDecoder in = new OrderRejectedDecoder().wrap(at.buffer(), at.body(), at.blockLength(),
                                                                  at.version());
        return new Input.OrderRejected(in.clientOrderId(), RejectReason.of(in.reason()), in.detail());
    }

    private static Input orderFilled(RecordCursor at) {
        OrderFilledDecoder in = new OrderFilledDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        return new Input.OrderFilled(in.clientOrderId(), in.executionIdHigh(), in.executionIdLow(), in.instrument(),
                                     Side.of(in.side()), in.price(), in.quantity(), in.cumulative(), in.fee(),
                                     Codes.flag(in.feeInBase()));
    }

    private static Input orderCancelled(RecordCursor at) {
        OrderCancelledDecoder in = new OrderCancelledDecoder().wrap(at.buffer(), at.body(), at.blockLength(),
                                                                    at.version());
        return new Input.OrderCancelled(in.clientOrderId(), in.cumulative());
    }

    private static Input orderExpired(RecordCursor at) {
        OrderExpiredDecoder in = new OrderExpiredDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        return new Input.OrderExpired(in.clientOrderId(), in.cumulative());
    }

    private static Input orderReplaced(RecordCursor at) {
        OrderReplacedDecoder in = new OrderReplacedDecoder().wrap(at.buffer(), at.body(), at.blockLength(),
                                                                  at.version());
        return new Input.OrderReplaced(in.clientOrderId(), in.replacedBy());
    }

    private static Input orderUnknown(RecordCursor at) {
        OrderUnknownDecoder in = new OrderUnknownDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        return new Input.OrderUnknown(in.clientOrderId(), UnknownReason.of(in.reason()));
    }

    private static Input account(RecordCursor at) {
        AccountDecoder in = new AccountDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        return new Input.Account(in.cash(), in.buyingPower());
    }

    private static Input venuePosition(RecordCursor at) {
        VenuePositionDecoder in = new VenuePositionDecoder().wrap(at.buffer(), at.body(), at.blockLength(),
                                                                  at.version());
        return new Input.VenuePosition(in.instrument(), in.quantity());
    }

    private static Input venueOrder(RecordCursor at) {
        VenueOrderDecoder in = new VenueOrderDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        return new Input.VenueOrder(in.clientOrderId(), in.venueOrderIdHigh(), in.venueOrderIdLow(), in.instrument(),
            in.quantity(), in.filled());
    }

    private static Input foreignPosition(RecordCursor at) {
        ForeignPositionDecoder in = new ForeignPositionDecoder().wrap(at.buffer(), at.body(), at.blockLength(),
            at.version());
        long quantity = in.quantity();
        return new Input.ForeignPosition(in.symbol(), quantity);
    }

    private static Input tradingStatus(RecordCursor at) {
        TradingStatusDecoder in = new TradingStatusDecoder().wrap(at.buffer(), at.body(), at.blockLength(),
            at.version());
        return new Input.TradingStatus(in.instrument(), TradingState.of(in.state()), TradingReason.of(in.reason()),
            in.untilNs(), in.entriesUntilNs(), in.detail());
    }

    private static Input reconciled(RecordCursor at) {
        ReconciledDecoder in = new ReconciledDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        return new Input.Reconciled(in.openOrders());
    }

    private static Input cashFlow(RecordCursor at) {
        CashFlowDecoder in = new CashFlowDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        return new Input.CashFlow(in.amount(), CashFlowReason.of(in.reason()));
    }

    private static Input corporateAction(RecordCursor at) {
        CorporateActionDecoder in = new CorporateActionDecoder().wrap(at.buffer(), at.body(), at.blockLength(),
                                                                      at.version());
        return new Input.CorporateAction(in.instrument(), in.ratio(), in.cash());
    }

    private static Input venueDown(RecordCursor at) {
        VenueDownDecoder in = new VenueDownDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        return new Input.VenueDown(VenueDownReason.of(in.reason()));
    }

    private static Input operatorCommand(RecordCursor at) {
        OperatorCommandDecoder in = new OperatorCommandDecoder().wrap(at.buffer(), at.body(), at.blockLength(),
                                                                      at.version());
        return new Input.OperatorCommand(OperatorAction.of(in.action()), in.releases(), in.clientOrderId(),
                                         in.commandIdHigh(), in.commandIdLow(), in.principal(), seen(in));
    }

    private static long seen(OperatorCommandDecoder in) {
        return in.seen() == OperatorCommandDecoder.seenNullValue() ? 0 : in.seen();
    }

    private static Input phaseApproved(RecordCursor at) {
        PhaseApprovedDecoder in = new PhaseApprovedDecoder().wrap(at.buffer(), at.body(), at.blockLength(),
                                                                  at.version());
        return new Input.PhaseApproved(in.fromPhase(), in.toPhase(), in.commandIdHigh(), in.commandIdLow(),
                                       Hashes.get(at.buffer(),
                                                  at.body() + PhaseApprovedDecoder.evidenceEncodingOffset()),
                                                  in.principal());
    }

    private static Input seal(RecordCursor at) {
        SealDecoder in = new SealDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        return new Input.Seal(in.segment(), in.fromSequence(), in.toSequence(),
                              Hashes.get(at.buffer(), at.body() + SealDecoder.sha256EncodingOffset()),
                              Hashes.get(at.buffer(), at.body() + SealDecoder.previousEncodingOffset()));
    }

    private static Input stopped(RecordCursor at) {
        StoppedDecoder in = new StoppedDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        return new Input.Stopped(StoppedReason.of(in.reason()));
    }

    private static Input alertDelivered(RecordCursor at) {
        AlertDeliveredDecoder in = new AlertDeliveredDecoder().wrap(at.buffer(), at.body(), at.blockLength(),
                                                                    at.version());
        return new Input.AlertDelivered(in.clientOrderId());
    }

    private static Input journalHealth(RecordCursor at) {
        JournalHealthDecoder in = new JournalHealthDecoder().wrap(at.buffer(), at.body(), at.blockLength(),
                                                                  at.version());
        return new Input.JournalHealth(JournalTrouble.of(in.trouble()), Codes.flag(in.over()), in.freeBytes());
    }
}
