package org.gradus.adapters.venue.exchange;

/// What the time of day does to orders: those that waited for the open begin, those whose time is over end. Guarded by
/// the lock of [Exchange].
final class Lapses {
    private final Books books;
    private final OrderLife life;
    private final FillSizes sizes;
    private final Tickers tickers;

    Lapses(Exchange.Parts parts, OrderLife life, FillSizes sizes) {
        this.books = parts.market().books();
        this.tickers = parts.market().tickers();
        this.life = life;
        this.sizes = sizes;
    }

    void time(long nowNs) {
        for (Order order : books.all()) {
            if (order.cancelIsDone != null && order.cancelIsDone.getAsBoolean()) {
                life.cancel(order);
            } else if (order.expiresNs != 0 && nowNs >= order.expiresNs) {
                end(order);
            } else if (order.status == OrderStatus.ACCEPTED && life.inSession(order, nowNs)) {
                life.begin(order);
            }
        }
    }

    /// Alpaca cancels what is good till canceled after 90 days; a day that ends lets its orders expire.
    private void end(Order order) {
        if (!order.open()) {
            return;
        }
        if (order.timeInForce == TimeInForce.GTC) {
            life.cancel(order);
            return;
        }
        if (order.timeInForce == TimeInForce.CLS && order.status.working()) {
            closingAuction(order);
        }
        life.expire(order);
    }

    private void closingAuction(Order order) {
        var price = tickers.of(order.asset).farSide(order.side);
        boolean reached = price != null && !tickers.of(order.asset).halted() && (order.limitPrice == null
            || (order.side == Side.BUY ? order.limitPrice.compareTo(price) >= 0
                : order.limitPrice.compareTo(price) <= 0));
        if (reached) {
            FillSizes.Size size = sizes.of(order, price, false);
            if (size.qty().signum() > 0) {
                life.fill(order, price, size.qty(), size.complete());
            }
        }
    }
}
