package org.gradus.engine.sim;

import static org.gradus.engine.domain.FixedPoint.ONE;

import java.util.List;
import org.agrona.collections.LongHashSet;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.Rounding;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.TimeInForce;
import org.gradus.engine.egress.OrderCommand;
import org.gradus.engine.message.RejectReason;
import org.jspecify.annotations.Nullable;

/// Whether the venue takes an order: Alpaca's rules, of several refusals the first in this order: malformed, duplicate
/// id, rules of the asset, wash trade, funds. Owned by [Venue].
final class VenueRules {
    /// Orders of a long run; with more the set grows, and allocates then.
    private static final int EXPECTED_ORDERS = 1 << 15;
    /// Alpaca's limit for one crypto order.
    static final long LARGEST_CRYPTO_NOTIONAL = 200_000 * ONE;
    /// What a market buy keeps back above the reference price: Alpaca collars it at 2.5 to 4 %.
    static final long COLLAR = ONE / 25;
    /// Between the price of an entry and the trigger of its stop.
    private static final long LEAST_DISTANCE = ONE / 100;
    /// So that client ids are remembered for ever and still not without a bound.
    private static final int MOST_ORDERS = 1 << 22;

    private final List<Instrument> instruments;
    private final InstrumentMarket[] markets;
    private final VenueOrders orders;
    private final Ledger ledger;
    private final long stockFee;
    private final LongHashSet usedIds = new LongHashSet(EXPECTED_ORDERS);

    VenueRules(List<Instrument> instruments, InstrumentMarket[] markets, VenueOrders orders, Ledger ledger,
               MarketModel.Fees fees) {
        this.instruments = instruments;
        this.markets = markets;
        this.orders = orders;
        this.ledger = ledger;
        this.stockFee = fees.stock();
    }

    /// Why the order is refused; null when it is not. The holds of `replaced` are taken to be released already.
    @Nullable RejectReason refusal(OrderCommand command, @Nullable VenueOrder replaced, long nowNs) {
        if (malformed(command)) {
            return RejectReason.MALFORMED;
        }
        if (usedIds.contains(command.clientOrderId)) {
            return RejectReason.DUPLICATE_ID;
        }
        if (usedIds.size() >= MOST_ORDERS || orders.full()) {
            return RejectReason.VENUE_CHOICE;
        }
        usedIds.add(command.clientOrderId);
        if (command.legId != 0) {
            usedIds.add(command.legId);
        }
        RejectReason refusal = assetRefusal(command, nowNs);
        if (refusal != null) {
            return refusal;
        }
        boolean washes = command.legId == 0 && washes(command, replaced);
        return washes ? RejectReason.WASH_TRADE : fundsRefusal(command, nowNs);
    }

    /// What a buy keeps back per unit: its limit, or the collared reference of an order at any price.
    long holdPrice(OrderCommand command, long nowNs) {
        if (command.orderType.limited()) {
            return command.limitPrice;
        }
        long reference = Math.max(command.triggerPrice, markets[command.instrumentId].buyReference(nowNs));
        return reference + Rounding.feeUp(reference, COLLAR);
    }

    /// The part of a buy's cost that is kept back for its fee: only where the fee is money.
    long holdFee(OrderCommand command) {
        return instruments.get(command.instrumentId).assetClass() == AssetClass.STOCK ? stockFee : 0;
    }

    private boolean malformed(OrderCommand command) {
        OrderType type = command.orderType;
        if (command.instrumentId < 0 || command.instrumentId >= instruments.size() || command.clientOrderId < 0
            || type == null || command.side == null || command.timeInForce == null) {
            return true;
        }
        boolean prices = type.limited() == command.limitPrice > 0 && type.triggered() == command.triggerPrice > 0
            && command.limitPrice >= 0 && command.triggerPrice >= 0;
        return !prices || command.quantity <= 0
            || Rounding.moneyOverflows(Math.max(command.limitPrice, command.triggerPrice), command.quantity);
    }

    private @Nullable RejectReason assetRefusal(OrderCommand command, long nowNs) {
        Instrument instrument = instruments.get(command.instrumentId);
        boolean crypto = instrument.assetClass() == AssetClass.CRYPTO;
        if (crypto && command.orderType == OrderType.STOP) {
            return RejectReason.ORDER_TYPE;
        }
        if (!timeInForceAllowed(command, crypto)) {
            return RejectReason.TIME_IN_FORCE;
        }
        if (command.quantity % instrument.lot() != 0 || command.limitPrice % instrument.tick() != 0
            || command.triggerPrice % instrument.tick() != 0 || command.legTrigger % instrument.tick() != 0) {
            return RejectReason.OFF_INCREMENT;
        }
        RejectReason group = groupRefusal(command, crypto);
        return group != null ? group : sizeRefusal(command, instrument, nowNs);
    }

    /// A stop goes along with an entry in whole shares that may rest; its trigger lies at least a cent beyond.
    private static @Nullable RejectReason groupRefusal(OrderCommand command, boolean crypto) {
        if (command.legId == 0) {
            return null;
        }
        if (crypto || command.quantity % ONE != 0) {
            return RejectReason.ORDER_TYPE;
        }
        if (command.timeInForce != TimeInForce.DAY && command.timeInForce != TimeInForce.GTC) {
            return RejectReason.TIME_IN_FORCE;
        }
        boolean beyond = command.side == Side.BUY && command.legTrigger > 0
            && (!command.orderType.limited() || command.legTrigger <= command.limitPrice - LEAST_DISTANCE);
        return beyond ? null : RejectReason.MALFORMED;
    }

    /// Stop types wait, so they cannot be immediate; parts of a share are for the day; all-or-nothing is not simulated.
    private static boolean timeInForceAllowed(OrderCommand command, boolean crypto) {
        boolean fraction = command.quantity % ONE != 0;
        return switch (command.timeInForce) {
            case GTC -> crypto || !fraction;
            case IOC -> !command.orderType.triggered() && (crypto || !fraction);
            case DAY -> !crypto;
            case FOK -> false;
        };
    }

    private @Nullable RejectReason sizeRefusal(OrderCommand command, Instrument instrument, long nowNs) {
        long price = Math.max(Math.max(command.limitPrice, command.orderType.limited() ? 0 : command.triggerPrice),
                              command.orderType == OrderType.MARKET ? markets[instrument.id()].buyReference(nowNs) : 0);
        boolean buy = command.side == Side.BUY;
        if (price == 0 && buy) {
            return RejectReason.NOT_TRADABLE;
        }
        if (command.quantity > instrument.maximumQuantity() || Rounding.moneyOverflows(price, command.quantity)) {
            return RejectReason.TOO_LARGE;
        }
        long notional = Rounding.money(price, command.quantity);
        if (buy && notional < instrument.minimumNotional()) {
            return RejectReason.BELOW_MINIMUM;
        }
        boolean crypto = instrument.assetClass() == AssetClass.CRYPTO;
        return crypto && notional > LARGEST_CRYPTO_NOTIONAL ? RejectReason.TOO_LARGE : null;
    }

    /// Orders of groups are exempt.
    private boolean washes(OrderCommand command, @Nullable VenueOrder replaced) {
        @Nullable VenueOrder order = orders.first(command.instrumentId);
        while (order != null) {
            if (order != replaced && !order.ofGroup && order.side != command.side && couldMeet(command, order)) {
                return true;
            }
            order = order.next;
        }
        return false;
    }

    private static boolean couldMeet(OrderCommand command, VenueOrder order) {
        if (!command.orderType.limited() || order.atAnyPrice()) {
            return true;
        }
        return command.side == Side.BUY ? command.limitPrice >= order.limitPrice
            : order.limitPrice >= command.limitPrice;
    }

    private @Nullable RejectReason fundsRefusal(OrderCommand command, long nowNs) {
        if (command.side == Side.SELL) {
            long unheld = ledger.position(command.instrumentId) - orders.heldQuantity(command.instrumentId);
            return command.quantity > unheld ? RejectReason.INSUFFICIENT_QUANTITY : null;
        }
        long price = holdPrice(command, nowNs);
        if (Rounding.moneyOverflows(price, command.quantity)) {
            return RejectReason.INSUFFICIENT_FUNDS;
        }
        long cost = Rounding.moneyUp(price, command.quantity);
        boolean affordable = cost <= ledger.cash() - orders.heldCash() - Rounding.feeUp(cost, holdFee(command));
        return affordable ? null : RejectReason.INSUFFICIENT_FUNDS;
    }
}
