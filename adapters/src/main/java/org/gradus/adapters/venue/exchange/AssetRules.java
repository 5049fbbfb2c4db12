package org.gradus.adapters.venue.exchange;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What an asset's class allows an order to be: section 6.3 and 6.5 of Alpaca's rules. Throws a [Refusal]. Guarded by
/// the lock of [Exchange].
final class AssetRules {
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final VenueRules.Limits limits;
    private final Sessions sessions;

    AssetRules(VenueRules.Limits limits, Sessions sessions) {
        this.limits = limits;
        this.sessions = sessions;
    }

    /// @param price  what one unit is taken to cost; zero when nothing is known
    void check(Account account, OrderRequest request, BigDecimal price, long nowNs) {
        if (account.configurations().suspendTrade()) {
            throw Refusal.forbidden("new orders are rejected by user request");
        }
        if (request.asset().crypto()) {
            checkCrypto(request);
        } else {
            checkStock(account, request, price, nowNs);
        }
        if (request.notional() != null && request.notional().stripTrailingZeros().scale() > 2) {
            throw Refusal.unprocessable("notional value must be limited to 2 decimal places");
        }
        checkIncrement("limit_price", request.asset(), request.prices().limit());
        checkIncrement("stop_price", request.asset(), request.prices().stop());
        checkSize(account, request, price);
    }

    private static void checkCrypto(OrderRequest request) {
        boolean waits = request.type() == OrderType.STOP_LIMIT;
        if (request.type() == OrderType.STOP || request.type() == OrderType.TRAILING_STOP) {
            throw Refusal.malformed("invalid order type for crypto order");
        }
        if (request.timeInForce() != TimeInForce.GTC && (request.timeInForce() != TimeInForce.IOC || waits)) {
            throw Refusal.unprocessable("invalid crypto time_in_force");
        }
        if (request.orderClass() != OrderClass.SIMPLE) {
            throw Refusal.unprocessable("crypto orders not allowed for advanced order_class: "
                + request.orderClass().word());
        }
        if (request.extendedHours()) {
            throw Refusal.unprocessable("crypto orders are not allowed with extended_hours");
        }
        if (request.notional() != null && request.type() != OrderType.MARKET) {
            throw Refusal.unprocessable("notional orders must be market orders");
        }
    }

    private void checkStock(Account account, OrderRequest request, BigDecimal price, long nowNs) {
        TimeInForce life = request.timeInForce();
        checkParts(account, request);
        if (request.extendedHours() && (request.type() != OrderType.LIMIT
                || life != TimeInForce.DAY && life != TimeInForce.GTC)) {
            throw Refusal.unprocessable("extended hours order must be DAY limit orders");
        }
        if (request.type().triggered() && life != TimeInForce.DAY && life != TimeInForce.GTC) {
            throw Refusal.unprocessable("invalid time_in_force for " + request.type().word() + " order");
        }
        if (life.auction() && !sessions.auctionTakesOrders(life, nowNs)) {
            throw Refusal.unprocessable("market " + life.word() + " orders are not accepted at this time");
        }
        if (request.orderClass() != OrderClass.SIMPLE && request.exits() != OrderRequest.Exits.NONE) {
            checkGroup(request, price);
        }
    }

    private static void checkParts(Account account, OrderRequest request) {
        boolean parts = request.notional() != null || !Decimals.whole(Objects.requireNonNull(request.qty(), "qty"));
        if (!parts) {
            return;
        }
        if (!account.configurations().fractionalTrading()) {
            throw Refusal.forbidden("fractional trading is disabled by account configuration");
        }
        if (request.timeInForce() != TimeInForce.DAY) {
            throw Refusal.unprocessable("fractional orders must be DAY orders");
        }
        if (request.orderClass() != OrderClass.SIMPLE) {
            throw Refusal.unprocessable("fractional orders must be simple orders");
        }
        if (request.type() == OrderType.TRAILING_STOP) {
            throw Refusal.unprocessable("fractional orders must be market, limit, stop or stop limit orders");
        }
        if (request.notional() != null && request.type().triggered()) {
            throw Refusal.unprocessable("notional orders must be market or limit orders");
        }
    }

    private static void checkGroup(OrderRequest request, BigDecimal price) {
        OrderRequest.Exits exits = request.exits();
        boolean profit = exits.takeProfit() != null;
        boolean stop = exits.stop() != null;
        String name = request.orderClass().word();
        if (request.extendedHours() || request.timeInForce() != TimeInForce.DAY
                && request.timeInForce() != TimeInForce.GTC) {
            throw Refusal.unprocessable(name + " orders must be DAY or GTC orders of the regular session");
        }
        switch (request.orderClass()) {
            case BRACKET -> require(profit && stop, "bracket orders require take_profit.limit_price and"
                + " stop_loss.stop_price");
            case OTO -> require(profit != stop, "oto orders require either take_profit.limit_price or"
                + " stop_loss.stop_price");
            case OCO -> {
                require(request.type() == OrderType.LIMIT, "oco orders must be limit orders");
                require(stop, "oco orders require take_profit.limit_price and stop_loss.stop_price");
            }
            case SIMPLE -> { }
        }
        checkExitPrices(request, price);
    }

    /// The exits lie on either side of each other and the stop at least a cent beyond the entry's price.
    private static void checkExitPrices(OrderRequest request, BigDecimal price) {
        OrderRequest.Exits exits = request.exits();
        boolean oco = request.orderClass() == OrderClass.OCO;
        @Nullable BigDecimal profit = oco ? request.prices().limit() : exits.takeProfit();
        int sign = (request.side() == Side.BUY) != oco ? 1 : -1;
        if (profit != null && exits.stop() != null && profit.subtract(exits.stop()).signum() != sign) {
            throw Refusal.unprocessable(sign > 0 ? "take_profit.limit_price must be > stop_loss.stop_price"
                : "take_profit.limit_price must be < stop_loss.stop_price");
        }
        boolean atMarket = request.type() == OrderType.MARKET && price.signum() > 0;
        @Nullable BigDecimal base = oco ? null : atMarket ? price : request.prices().limit();
        if (base != null && exits.stop() != null) {
            BigDecimal away = base.subtract(exits.stop()).multiply(BigDecimal.valueOf(sign));
            require(away.compareTo(CENT) >= 0, sign > 0 ? "stop_loss.stop_price must be <= base_price - 0.01"
                : "stop_loss.stop_price must be >= base_price + 0.01");
        }
        checkIncrementOfStock("take_profit.limit_price", request.asset(), exits.takeProfit());
        checkIncrementOfStock("stop_loss.stop_price", request.asset(), exits.stop());
        checkIncrementOfStock("stop_loss.limit_price", request.asset(), exits.stopLimit());
    }

    private void checkIncrement(String name, Asset asset, @Nullable BigDecimal price) {
        if (!asset.crypto()) {
            checkIncrementOfStock(name, asset, price);
        } else if (limits.priceIncrements() && price != null
                && !Decimals.multiple(price, asset.priceIncrementAt(price))) {
            throw Refusal.unprocessable("invalid " + name + " " + Decimals.text(price)
                + ". must be a multiple of " + Decimals.text(asset.priceIncrementAt(price)));
        }
    }

    private static void checkIncrementOfStock(String name, Asset asset, @Nullable BigDecimal price) {
        if (price != null && !Decimals.multiple(price, asset.priceIncrementAt(price))) {
            throw Refusal.unprocessable("invalid " + name + " " + Decimals.text(price)
                + ". sub-penny increment does not fulfill minimum pricing criteria");
        }
    }

    /// Alpaca floors buys of crypto against the dollar, whatever `min_order_size` says, and no sells.
    private void checkSize(Account account, OrderRequest request, BigDecimal price) {
        Asset asset = request.asset();
        BigDecimal quantity = Objects.requireNonNullElse(request.qty(), BigDecimal.ZERO);
        BigDecimal value = request.notional() != null ? request.notional() : Decimals.money(price, quantity);
        if (!asset.crypto()) {
            boolean all = request.side() == Side.SELL && account.quantity(asset).compareTo(quantity) == 0;
            checkStockSize(request, value, price.signum() > 0 && !all);
            return;
        }
        boolean dollars = asset.currency().equals("USD");
        boolean known = request.notional() != null || price.signum() > 0;
        if (dollars && known && request.side() == Side.BUY && value.compareTo(limits.smallestCryptoBuy()) < 0) {
            throw Refusal.forbidden("cost basis must be >= minimal amount of order "
                + Decimals.text(limits.smallestCryptoBuy()));
        }
        if (dollars && value.compareTo(limits.largestCryptoOrder()) > 0) {
            throw Refusal.forbidden("cost basis must be <= maximal amount of order "
                + Decimals.text(limits.largestCryptoOrder()));
        }
    }

    /// What is left of a position may be sold however small it is.
    private void checkStockSize(OrderRequest request, BigDecimal value, boolean floored) {
        BigDecimal least = limits.smallestStockOrder();
        if (request.notional() != null && value.compareTo(least) < 0) {
            throw Refusal.unprocessable("notional must be >= " + least.setScale(2));
        }
        if (request.notional() == null && floored && value.compareTo(least) < 0) {
            throw Refusal.forbidden("cost basis must be >= minimal amount of order " + Decimals.text(least));
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw Refusal.unprocessable(message);
        }
    }
}
