package org.gradus.adapters.venue.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gradus.adapters.venue.exchange.Order.Birth;
import org.jspecify.annotations.Nullable;

/// Takes what clients ask about orders: checks all of it before anything changes, of several refusals the first of
/// duplicate id, rules of the asset, wash trade, funds. Guarded by the lock of [Exchange].
public final class OrderDesk {
    private final Draws draws;
    private final Events events;
    private final OrderLife life;
    private final Funds funds;
    private final CheckPrices checkPrices;
    private final AssetRules assetRules;
    private final Sessions sessions;
    private final VenueRules.Unconfirmed unconfirmed;

    OrderDesk(Exchange.Parts parts, OrderLife life, AssetRules assetRules, CheckPrices checkPrices) {
        this.draws = parts.draws();
        this.events = parts.events();
        this.funds = parts.funds();
        this.sessions = parts.sessions();
        this.unconfirmed = parts.rules().unconfirmed();
        this.life = life;
        this.assetRules = assetRules;
        this.checkPrices = checkPrices;
    }

    /// Takes the order into the books. What its owner is answered is its state now; then it is to be [#work]ed.
    public Order place(Account account, OrderRequest request) {
        Order order = admit(account, request, null);
        for (OrderRequest exit : Groups.exits(request)) {
            Order leg = born(account, exit, order.createdNs, BigDecimal.ZERO);
            leg.parent = order;
            leg.status = OrderStatus.HELD;
            order.legs.add(leg);
        }
        life.open(order, firstStatus(order));
        order.legs.forEach(leg -> life.enter(leg, OrderStatus.HELD));
        return order;
    }

    /// The venue has taken the order: it becomes `new` and may trade, unless its market is closed.
    public void work(Order order) {
        boolean begins = life.inSession(order, events.stamp()) && order.timeInForce != TimeInForce.OPG;
        boolean waits = order.status == OrderStatus.HELD;
        if (order.open() && !waits && life.takes(order) && begins) {
            life.begin(order);
        }
    }

    /// Puts an order with the changes in the place of the old one. The successor is to be [#work]ed.
    public Order replace(Order old, Replacement change) {
        Replacements.checkState(old);
        OrderRequest request = Replacements.request(old, change);
        Order successor = admit(old.account, request, old);
        successor.replaces = old.id;
        OrderStatus first = old.status == OrderStatus.HELD ? OrderStatus.HELD : firstStatus(successor);
        takePlace(old, successor);
        life.replaced(old, successor, unconfirmed.replacedTellsNewOrder() ? successor : old);
        life.enter(successor, first);
        return successor;
    }

    /// Cancels. Throws when the order has ended otherwise; a cancel of a canceled order is no fault.
    public void cancel(Order order) {
        if (order.status.terminal() && order.status != OrderStatus.CANCELED) {
            throw Refusal.unprocessable("order is already in \"" + order.status.word() + "\" state");
        }
        life.askCancel(order);
    }

    /// Sells or buys back what no open order keeps.
    public Order close(Account account, Position position, BigDecimal qty) {
        Side side = position.qty.signum() > 0 ? Side.SELL : Side.BUY;
        return place(account, OrderRequest.market(position.asset, side, qty));
    }

    private Order admit(Account account, OrderRequest asked, @Nullable Order replaced) {
        checkId(account, asked.clientOrderId());
        boolean opens = replaced == null ? funds.opens(account, asked) : replaced.opens();
        OrderRequest request = replaced == null ? asked.withIntent(intent(asked, opens)) : asked;
        long nowNs = events.stamp();
        boolean opensShort = opens && asked.side() == Side.SELL && !asked.asset().crypto();
        BigDecimal price = checkPrices.of(request, opensShort, nowNs);
        assetRules.check(account, request, price, nowNs);
        if (replaced == null) {
            checkIntent(asked, request);
            checkDirection(account, request, opens);
        }
        if (price.signum() == 0 && request.side() == Side.BUY && request.notional() == null) {
            throw Refusal.unprocessable("asset " + request.asset().symbol() + " has no market at present");
        }
        WashTrades.check(account, request, replaced);
        if (replaced == null || !keepsEnough(replaced, request)) {
            funds.check(account, request, price, replaced);
        }
        return born(account, request, nowNs, price);
    }

    /// An exit for no more than before needs nothing new, whichever order of its group keeps the shares.
    private static boolean keepsEnough(Order replaced, OrderRequest request) {
        return replaced.orderClass != OrderClass.SIMPLE && !replaced.opens()
            && Objects.requireNonNull(request.qty()).compareTo(replaced.remaining()) <= 0;
    }

    private void checkId(Account account, @Nullable String clientOrderId) {
        Order used = clientOrderId == null ? null : account.order(clientOrderId);
        if (used != null && (used.open() || !unconfirmed.idsAreFreed())) {
            throw Refusal.malformed("client_order_id must be unique");
        }
    }

    private static void checkIntent(OrderRequest asked, OrderRequest request) {
        if (asked.intent() != null && asked.intent() != request.intent()) {
            throw Refusal.unprocessable("position intent mismatch, inferred: "
                + Objects.requireNonNull(request.intent()).word() + ", specified: " + asked.intent().word());
        }
    }

    private void checkDirection(Account account, OrderRequest request, boolean opens) {
        if (!request.asset().crypto() && opens && request.side() == Side.SELL) {
            if (account.configurations().noShorting() || funds.multiplier(account) == 1) {
                throw Refusal.forbidden("account is not allowed to short");
            }
            if (request.notional() != null || !Decimals.whole(Objects.requireNonNull(request.qty()))) {
                throw Refusal.unprocessable("fractional orders cannot be sold short");
            }
        }
        boolean entry = request.orderClass() == OrderClass.BRACKET || request.orderClass() == OrderClass.OTO;
        if (entry && !opens) {
            throw Refusal.unprocessable(request.orderClass().word() + " orders must be entry orders");
        }
        if (request.orderClass() == OrderClass.OCO && opens) {
            throw Refusal.unprocessable("oco orders must be exit orders");
        }
    }

    private Order born(Account account, OrderRequest request, long nowNs, BigDecimal holdPrice) {
        Order order = new Order(account, request,
            new Birth(draws.uuid(), draws.uuid().toString(), nowNs, expiry(request, nowNs)));
        order.holdPrice = holdPrice;
        return order;
    }

    /// Every order shows when it would end, also one that ends at once.
    private long expiry(OrderRequest request, long nowNs) {
        if (request.asset().crypto()) {
            return Sessions.gtcEndNs(nowNs);
        }
        return switch (request.timeInForce()) {
            case GTC -> Sessions.gtcEndNs(nowNs);
            case IOC, FOK -> sessions.dayEndNs(nowNs, false);
            case DAY, OPG, CLS -> sessions.dayEndNs(nowNs, request.extendedHours());
        };
    }

    private OrderStatus firstStatus(Order order) {
        boolean waits = !life.inSession(order, order.createdNs) || order.timeInForce == TimeInForce.OPG;
        return waits || !order.asset.crypto() && unconfirmed.stocksBeginAccepted() ? OrderStatus.ACCEPTED
            : OrderStatus.PENDING_NEW;
    }

    private static PositionIntent intent(OrderRequest request, boolean opens) {
        if (request.asset().crypto()) {
            return request.side() == Side.BUY ? PositionIntent.BUY_TO_OPEN : PositionIntent.SELL_TO_CLOSE;
        }
        return request.side() == Side.BUY ? opens ? PositionIntent.BUY_TO_OPEN : PositionIntent.BUY_TO_CLOSE
            : opens ? PositionIntent.SELL_TO_OPEN : PositionIntent.SELL_TO_CLOSE;
    }

    /// The successor leads or follows where the old order did.
    private void takePlace(Order old, Order successor) {
        successor.parent = old.parent;
        if (old.parent != null) {
            List<Order> legs = old.parent.legs;
            legs.set(legs.indexOf(old), successor);
            life.touched(old.parent);
        }
        for (Order leg : new ArrayList<>(old.legs)) {
            leg.parent = successor;
            if (leg.open()) {
                // What the old order had filled stays covered.
                leg.qty = Objects.requireNonNull(leg.qty).subtract(old.remaining()).add(successor.remaining());
            }
            successor.legs.add(leg);
            life.touched(leg);
        }
        old.legs.clear();
    }
}
