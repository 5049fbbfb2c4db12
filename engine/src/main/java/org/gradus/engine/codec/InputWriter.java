package org.gradus.engine.codec;

import org.gradus.engine.message.Input;

/// Writes input records into slots, for the rim, tools and tests, through the encoder of the hot path: there is one
/// encoding.
final class InputWriter {
    private final InputEncoder to = new InputEncoder();
    private final BarFields bar = new BarFields();
    private final FillReport fill = new FillReport();

    void write(EventSlot slot, Input input) {
        switch (input) {
            case Input.TimeTick _ -> to.timeTick(slot);
            case Input.Continued _ -> to.continued(slot);
            case Input.Trade in -> to.trade(slot, in.instrument(), in.price(), in.size(), in.aggressor());
            case Input.TradeAggregate in -> to.tradeAggregate(slot, in.instrument(), in.price(), in.size(), in.count(),
                                                              in.open(), in.high(), in.low());
            case Input.Quote in -> to.quote(slot, in.instrument(), in.bid(), in.bidSize(), in.ask(), in.askSize(),
                                            in.conflated());
            case Input.FeedBar in -> feedBar(slot, in);
            case Input.BarClose in -> to.barClose(slot, in.instrument(), in.boundaryNs());
            case Input.LateTrade in -> to.lateTrade(slot, in.instrument(), in.price(), in.size(), in.aggressor());
            case Input.FeedFault in -> to.feedFault(slot, in.instrument(), in.fault(), in.detail());
            case Input.FeedGap in -> to.feedGap(slot, in.instrument(), in.count(), in.fromNs(), in.toNs());
            case Input.OrderSent in -> to.orderSent(slot, in.clientOrderId(), in.leftAfter());
            case Input.OrderNotSent in -> to.orderNotSent(slot, in.clientOrderId(), in.reason());
            case Input.OrderAccepted in -> to.orderAccepted(slot, in.clientOrderId(), in.venueOrderIdHigh(),
                                                            in.venueOrderIdLow());
            case Input.OrderRejected in -> to.orderRejected(slot, in.clientOrderId(), in.reason(), in.detail());
            case Input.OrderFilled in -> orderFilled(slot, in);
            case Input.OrderCancelled in -> to.orderCancelled(slot, in.clientOrderId(), in.cumulative());
            case Input.OrderExpired in -> to.orderExpired(slot, in.clientOrderId(), in.cumulative());
            case Input.OrderReplaced in -> to.orderReplaced(slot, in.clientOrderId(), in.replacedBy());
            case Input.OrderUnknown in -> to.orderUnknown(slot, in.clientOrderId(), in.reason());
            case Input.OrderHeld in -> to.orderHeld(slot, in.clientOrderId());
            case Input.VenueOrder in -> to.venueOrder(slot, in);
            case Input.Account in -> to.account(slot, in.cash(), in.buyingPower());
            case Input.VenuePosition in -> to.venuePosition(slot, in.instrument(), in.quantity());
            case Input.ForeignPosition in -> to.foreignPosition(slot, in.symbol(), in.quantity());
            case Input.TradingStatus in -> to.tradingStatus(slot, in);
            case Input.Reconciled in -> to.reconciled(slot, in.openOrders());
            case Input.CashFlow in -> to.cashFlow(slot, in.amount(), in.reason());
            case Input.CorporateAction in -> to.corporateAction(slot, in.instrument(), in.ratio(), in.cash());
            case Input.VenueUp _ -> to.venueUp(slot);
            case Input.VenueDown in -> to.venueDown(slot, in.reason());
            case Input.OperatorCommand in -> to.operatorCommand(slot, in);
            case Input.PhaseApproved in -> to.phaseApproved(slot, in.fromPhase(), in.toPhase(), in.commandIdHigh(),
                                                            in.commandIdLow(), in.evidence(), in.principal());
            case Input.Seal in -> to.seal(slot, in.segment(), in.fromSequence(), in.toSequence(), in.sha256(),
                                          in.previous());
            case Input.Stopped in -> to.stopped(slot, in.reason());
            case Input.AlertDelivered in -> to.alertDelivered(slot, in.clientOrderId());
            case Input.JournalHealth in -> to.journalHealth(slot, in.trouble(), in.over(), in.freeBytes());
            case Input.Started in -> StartedCodec.write(slot, in);
            case Input.Unrecognised in ->
                throw new IllegalArgumentException("an input of template " + in.templateId() + " cannot be written");
        }
    }

    private void feedBar(EventSlot slot, Input.FeedBar in) {
        bar.instrument = in.instrument();
        bar.timeframe = in.timeframe();
        bar.startNs = in.startNs();
        bar.endNs = in.endNs();
        bar.open = in.open();
        bar.high = in.high();
        bar.low = in.low();
        bar.close = in.close();
        bar.volume = in.volume();
        to.feedBar(slot, bar);
    }

    private void orderFilled(EventSlot slot, Input.OrderFilled in) {
        fill.clientOrderId = in.clientOrderId();
        fill.executionIdHigh = in.executionIdHigh();
        fill.executionIdLow = in.executionIdLow();
        fill.instrument = in.instrument();
        fill.side = in.side();
        fill.price = in.price();
        fill.quantity = in.quantity();
        fill.cumulative = in.cumulative();
        fill.fee = in.fee();
        fill.feeInBase = in.feeInBase();
        to.orderFilled(slot, fill);
    }
}
