package org.gradus.adapters.venue.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// One order and its life so far. Times are nanoseconds since 1970, 0 for never. Guarded by the lock of [Exchange];
/// only the package changes it.
public final class Order {
    public final Account account;
    public final UUID id;
    public final String clientOrderId;
    public final Asset asset;
    public final Side side;
    public final OrderType type;
    public final TimeInForce timeInForce;
    public final @Nullable BigDecimal notional;
    public final @Nullable BigDecimal limitPrice;
    public final OrderClass orderClass;
    public final PositionIntent intent;
    public final boolean extendedHours;
    public final @Nullable BigDecimal trailPrice;
    public final @Nullable BigDecimal trailPercent;
    public final long createdNs;
    public final long expiresNs;

    /// Null for an order by money.
    @Nullable BigDecimal qty;
    @Nullable BigDecimal stopPrice;
    @Nullable BigDecimal highWaterMark;
    OrderStatus status = OrderStatus.PENDING_NEW;
    BigDecimal filledQty = BigDecimal.ZERO;
    /// Price times quantity of all fills, not rounded: an average of one price is that price.
    BigDecimal filledValue = BigDecimal.ZERO;
    long updatedNs;
    long filledNs;
    long expiredNs;
    long canceledNs;
    long cancelAskedNs;
    long failedNs;
    long replacedNs;
    @Nullable UUID replaces;
    @Nullable UUID replacedBy;
    /// The order that brought this one, when it is an exit.
    @Nullable Order parent;
    final List<Order> legs = new ArrayList<>();

    /// Whether its stop was reached.
    boolean triggered;
    /// Whether it met the market: from then on it rests.
    boolean rested;
    /// The quote that it was last matched with, so that one quote fills an order once.
    long metQuote;
    /// Whether the venue gives it a part only, and then cancels it.
    boolean cutShort;
    /// When a cancel that stays pending is done; null when none is.
    @Nullable BooleanSupplier cancelIsDone;
    /// Money kept back per unit of a buy.
    BigDecimal holdPrice = BigDecimal.ZERO;

    Order(Account account, OrderRequest request, Birth birth) {
        this.account = account;
        this.id = birth.id;
        this.clientOrderId = Objects.requireNonNullElse(request.clientOrderId(), birth.clientOrderId);
        this.asset = request.asset();
        this.side = request.side();
        this.type = request.type();
        this.timeInForce = request.timeInForce();
        this.qty = request.qty();
        this.notional = request.notional();
        this.limitPrice = request.prices().limit();
        this.stopPrice = request.prices().stop();
        this.trailPrice = request.prices().trail();
        this.trailPercent = request.prices().trailPercent();
        this.extendedHours = request.extendedHours();
        this.orderClass = request.orderClass();
        this.intent = Objects.requireNonNull(request.intent(), "intent");
        this.createdNs = birth.createdNs;
        this.updatedNs = birth.createdNs;
        this.expiresNs = birth.expiresNs;
    }

    /// What the venue gives an order.
    record Birth(UUID id, String clientOrderId, long createdNs, long expiresNs) {
    }

    /// Whether it trades at any price once it trades.
    boolean atAnyPrice() {
        return !type.limited();
    }

    /// Whether it still waits for its trigger.
    boolean dormant() {
        return type.triggered() && !triggered;
    }

    boolean open() {
        return !status.terminal();
    }

    /// What is left of an order by quantity.
    BigDecimal remaining() {
        return Objects.requireNonNull(qty, "qty").subtract(filledQty);
    }

    /// What is left to spend of an order by money.
    BigDecimal remainingNotional() {
        return Objects.requireNonNull(notional, "notional").subtract(filledValue)
            .setScale(Decimals.SCALE, RoundingMode.HALF_EVEN);
    }

    /// Whether it was made to add to a position, or to begin one.
    boolean opens() {
        return intent == PositionIntent.BUY_TO_OPEN || intent == PositionIntent.SELL_TO_OPEN;
    }

    boolean exit() {
        return parent != null || orderClass == OrderClass.OCO;
    }

    /// The order that leads its group; itself when it is alone.
    Order head() {
        return parent == null ? this : parent;
    }

    public @Nullable BigDecimal qty() {
        return qty;
    }

    public @Nullable BigDecimal stopPrice() {
        return stopPrice;
    }

    public @Nullable BigDecimal highWaterMark() {
        return highWaterMark;
    }

    public OrderStatus status() {
        return status;
    }

    public BigDecimal filledQty() {
        return filledQty;
    }

    /// Null before the first fill.
    public @Nullable BigDecimal filledAveragePrice() {
        return filledQty.signum() == 0 ? null
            : filledValue.divide(filledQty, Decimals.SCALE, RoundingMode.HALF_EVEN);
    }

    public long updatedNs() {
        return updatedNs;
    }

    public long filledNs() {
        return filledNs;
    }

    public long expiredNs() {
        return expiredNs;
    }

    public long canceledNs() {
        return canceledNs;
    }

    public long cancelAskedNs() {
        return cancelAskedNs;
    }

    public long failedNs() {
        return failedNs;
    }

    public long replacedNs() {
        return replacedNs;
    }

    public @Nullable UUID replaces() {
        return replaces;
    }

    public @Nullable UUID replacedBy() {
        return replacedBy;
    }

    public @Nullable Order parent() {
        return parent;
    }

    public List<Order> legs() {
        return legs;
    }
}
