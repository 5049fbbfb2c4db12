package org.gradus.engine.sim;

import java.util.List;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Invariant;
import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.Rounding;
import org.gradus.engine.domain.Side;
import org.gradus.engine.egress.OrderCommand;
import org.gradus.engine.message.RejectReason;
import org.jspecify.annotations.Nullable;

/// The venue's side: takes or refuses what arrives, books fills, and tells of all of it in one ordered stream of
/// reports. Owned by [SimulatedMarket].
final class Venue implements FillTaker {
    private static final int MOST_OPEN_ORDERS = 1_024;

    private final MarketModel model;
    private final StatelessRandom random;
    private final List<Instrument> instruments;
    private final VenueOrders orders;
    private final PartialFills partialFills;
    private final Ledger ledger;
    private final VenueRules rules;
    private final ReportQueue reports;
    private final MarketReport report = new MarketReport();
    private final OrderCommand legCommand = new OrderCommand();
    /// When the last report of the stream is due: none overtakes another on its own.
    private long streamNs = Long.MIN_VALUE;
    private long ignoredCancels;

    Venue(MarketModel model, List<Instrument> instruments, InstrumentMarket[] markets, Ledger ledger,
          ReportQueue reports) {
        this.model = model;
        this.random = new StatelessRandom(model.seed());
        this.partialFills = new PartialFills(random, model.mishaps());
        this.instruments = instruments;
        this.orders = new VenueOrders(instruments.size(), MOST_OPEN_ORDERS);
        this.ledger = ledger;
        this.rules = new VenueRules(instruments, markets, orders, ledger, model.fees());
        this.reports = reports;
    }

    VenueOrders orders() {
        return orders;
    }

    /// Cancels that found no open order: it had ended, or never came. The answer says so, and the order is looked up.
    long ignoredCancels() {
        return ignoredCancels;
    }

    void arrive(OrderCommand command, long nowNs) {
        switch (command.action) {
            case SUBMIT -> submit(command, null, nowNs);
            case REPLACE -> replace(command, nowNs);
            case CANCEL -> cancel(command, nowNs);
            case PARK, REFUSE -> Invariant.hold(false, "only commands reach the venue", command.clientOrderId);
        }
    }

    @Override
    public void cancel(VenueOrder order, long nowNs) {
        end(order, MarketReport.Kind.CANCELLED, 0, nowNs);
    }

    @Override
    public void expire(VenueOrder order, long nowNs) {
        end(order, MarketReport.Kind.EXPIRED, 0, nowNs);
    }

    /// A split or a delisting: the venue drops what was ordered at the old prices.
    void cancelAll(int instrumentId, long nowNs) {
        @Nullable VenueOrder order = orders.first(instrumentId);
        while (order != null) {
            VenueOrder next = order.next;
            cancel(order, nowNs);
            order = next;
        }
    }

    /// A buy that cash does not cover to the end is filled as far as it does, and cancelled.
    @Override
    public long fill(VenueOrder order, long price, long available, boolean rested, long nowNs) {
        Instrument instrument = instruments.get(order.instrumentId);
        long possible = Rounding.quantityDown(Math.min(available, order.remaining()), instrument.lot());
        if (possible == 0) {
            return 0;
        }
        long wanted = partialFills.perhapsLess(order, possible, instrument.lot());
        long quantity = order.side == Side.BUY ? Math.min(wanted, affordable(order, price, instrument)) : wanted;
        if (quantity > 0) {
            execute(order, price, quantity, rested, nowNs);
        }
        if (quantity < wanted) {
            cancel(order, nowNs);
        }
        return quantity;
    }

    private void submit(OrderCommand command, @Nullable VenueOrder replaced, long nowNs) {
        RejectReason refusal = rules.refusal(command, replaced, nowNs);
        boolean whim = refusal == null
            && random.chance(model.mishaps().rejection(), command.clientOrderId, Draw.REJECTION.at(0));
        if (refusal != null || whim) {
            reject(command, refusal != null ? refusal : RejectReason.VENUE_CHOICE, replaced, nowNs);
            return;
        }
        if (replaced != null) {
            orders.hold(replaced);
            end(replaced, MarketReport.Kind.REPLACED, command.clientOrderId, nowNs);
        }
        long holdPrice = rules.holdPrice(command, nowNs);
        VenueOrder order = orders.open(command, holdPrice, rules.holdFee(command), nowNs);
        accepted(order, nowNs);
        if (command.legId != 0) {
            legCommand.legOf(command);
            VenueOrder leg = orders.openLeg(legCommand, order, nowNs);
            about(leg, MarketReport.Kind.HELD);
            tell(leg, nowNs);
        }
    }

    private void reject(OrderCommand command, RejectReason reason, @Nullable VenueOrder replaced, long nowNs) {
        if (replaced != null) {
            orders.hold(replaced);
        }
        report.of(MarketReport.Kind.REJECTED, command.clientOrderId, command.instrumentId, command.side);
        report.rejectReason = reason;
        tell(null, nowNs);
        if (command.legId != 0) {
            report.of(MarketReport.Kind.REJECTED, command.legId, command.instrumentId, command.side.opposite());
            report.rejectReason = reason;
            tell(null, nowNs);
        }
    }

    /// The entry is filled whole: its leg begins to work.
    private void wake(VenueOrder entry, long nowNs) {
        VenueOrder leg = entry.leg;
        if (leg != null) {
            entry.leg = null;
            leg.entry = null;
            orders.wake(leg, entry);
            accepted(leg, nowNs);
        }
    }

    private void accepted(VenueOrder order, long nowNs) {
        about(order, MarketReport.Kind.ACCEPTED);
        report.venueOrderIdHigh = random.bits(order.clientOrderId, Draw.VENUE_ID_HIGH.at(0));
        report.venueOrderIdLow = random.bits(order.clientOrderId, Draw.VENUE_ID_LOW.at(0));
        tell(order, nowNs);
    }

    /// A part-filled order is not replaced, nor is one of a group: the venue's own arithmetic for that is unclear, and
    /// its owner has to ask again. What the old order keeps back is free for the new one, which needs no more than the
    /// larger of the two.
    private void replace(OrderCommand command, long nowNs) {
        VenueOrder old = orders.find(command.replaces);
        boolean alike = old != null && old.filled == 0 && !old.ofGroup
            && old.instrumentId == command.instrumentId && old.side == command.side;
        if (!alike) {
            reject(command, RejectReason.TOO_LATE, null, nowNs);
            return;
        }
        orders.release(old);
        submit(command, old, nowNs);
    }

    private void cancel(OrderCommand command, long nowNs) {
        VenueOrder order = orders.find(command.clientOrderId);
        if (order == null) {
            ignoredCancels++;
            reports.lookUp(command.clientOrderId, nowNs + model.latency().reportNs());
            return;
        }
        order.cancelAsked = true;
        cancel(order.asleep ? order.entry : order, nowNs);
    }

    private void end(VenueOrder order, MarketReport.Kind kind, long replacedBy, long nowNs) {
        about(order, kind);
        report.cumulative = order.filled;
        report.replacedBy = replacedBy;
        tell(order, nowNs);
        orders.close(order);
        VenueOrder leg = order.leg;
        if (leg != null) {
            order.leg = null;
            leg.entry = null;
            leg.cancelAsked |= order.cancelAsked;
            end(leg, MarketReport.Kind.CANCELLED, 0, nowNs);
        }
    }

    /// What the cash buys that no other order keeps back. A fee in money is taken off first, at more than its rate, so
    /// that the two together never exceed the cash.
    private long affordable(VenueOrder order, long price, Instrument instrument) {
        long others = orders.heldCash() - order.cashHeldFor(order.remaining());
        long spendable = Math.max(0, ledger.cash() - others);
        long fee = instrument.assetClass() == AssetClass.STOCK ? Rounding.feeUp(spendable, model.fees().stock()) : 0;
        return Rounding.quantityFor(spendable - fee, price, instrument.lot());
    }

    private void execute(VenueOrder order, long price, long quantity, boolean rested, long nowNs) {
        long execution = order.fills;
        orders.fill(order, quantity);
        about(order, MarketReport.Kind.FILLED);
        report.executionIdHigh = random.bits(order.clientOrderId, Draw.EXECUTION_ID_HIGH.at(execution));
        report.executionIdLow = random.bits(order.clientOrderId, Draw.EXECUTION_ID_LOW.at(execution));
        report.price = price;
        report.quantity = quantity;
        report.cumulative = order.filled;
        charge(rested);
        ledger.book(report);
        Invariant.hold(ledger.position(order.instrumentId) >= 0, "nothing is sold that is not there",
            order.clientOrderId);
        if (order.entryId != 0) {
            reports.hasten(order.entryId, nowNs + model.latency().reportNs());
        }
        tell(order, nowNs);
        if (order.remaining() == 0) {
            wake(order, nowNs);
            orders.close(order);
        }
    }

    /// Crypto fees come out of what the fill brings, stock fees are money.
    private void charge(boolean rested) {
        MarketModel.Fees fees = model.fees();
        boolean crypto = instruments.get(report.instrumentId).assetClass() == AssetClass.CRYPTO;
        report.feeInBase = crypto && report.side == Side.BUY;
        long received = report.feeInBase ? report.quantity : Rounding.money(report.price, report.quantity);
        long rate = crypto ? rested ? fees.maker() : fees.taker() : fees.stock();
        report.fee = Rounding.feeUp(received, rate);
    }

    private void about(VenueOrder order, MarketReport.Kind kind) {
        report.of(kind, order.clientOrderId, order.instrumentId, order.side);
    }

    private void tell(@Nullable VenueOrder order, long nowNs) {
        int index = order == null ? 0 : order.reports++;
        MarketModel.Latency latency = model.latency();
        long jitter = random.below(latency.reportJitterNs() + 1, report.clientOrderId, Draw.REPORT_LATENCY.at(index));
        streamNs = Math.max(streamNs, nowNs + latency.reportNs() + jitter);
        report.timeNs = streamNs;
        reports.add(report, order, index, awaited(order));
    }

    /// Whether our side knows that something has to come: it does not of an order that rests.
    private boolean awaited(@Nullable VenueOrder order) {
        boolean resting = order != null && order.mayRest() && order.type != OrderType.MARKET && !order.cancelAsked;
        return !resting || report.kind == MarketReport.Kind.ACCEPTED || report.kind == MarketReport.Kind.HELD
            || report.kind == MarketReport.Kind.REPLACED;
    }
}
