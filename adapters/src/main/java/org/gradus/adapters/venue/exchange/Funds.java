package org.gradus.adapters.venue.exchange;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What an account has, what its open orders keep back, and whether that suffices for one more. Everything is computed
/// from the orders anew, so that no hold can drift. Guarded by the lock of [Exchange].
public final class Funds {
    private final Assets assets;
    private final Tickers tickers;
    private final int multiplier;

    Funds(Assets assets, Tickers tickers, int multiplier) {
        this.assets = assets;
        this.tickers = tickers;
        this.multiplier = multiplier;
    }

    public Balances balances(Account account) {
        BigDecimal crypto = BigDecimal.ZERO;
        BigDecimal longValue = BigDecimal.ZERO;
        BigDecimal shortValue = BigDecimal.ZERO;
        for (Position position : account.positions()) {
            BigDecimal value = value(position);
            crypto = position.asset.crypto() ? crypto.add(value) : crypto;
            longValue = value.signum() > 0 ? longValue.add(value) : longValue;
            shortValue = value.signum() < 0 ? shortValue.add(value) : shortValue;
        }
        return new Balances(account.cash, heldDollars(account, AssetClass.CRYPTO, null),
            heldDollars(account, AssetClass.US_EQUITY, null), longValue, shortValue, crypto);
    }

    public BigDecimal value(Position position) {
        return Decimals.money(price(position), position.qty);
    }

    /// What it is valued at; its average price while the market has said nothing.
    public BigDecimal price(Position position) {
        return Objects.requireNonNullElseGet(tickers.of(position.asset).price(), position::averagePrice);
    }

    /// What stocks may be bought for.
    public BigDecimal buyingPower(Account account) {
        return buyingPower(account, balances(account));
    }

    public BigDecimal buyingPower(Account account, Balances balances) {
        if (multiplier(account) <= 2) {
            return overnightPower(account, balances);
        }
        return account.lastEquity.subtract(account.lastMaintenance).multiply(BigDecimal.valueOf(4))
            .subtract(balances.marketValue().abs()).subtract(balances.heldForCrypto())
            .subtract(balances.heldForStocks()).max(BigDecimal.ZERO);
    }

    /// What may be held over night: twice the equity that no position needs, on margin.
    public BigDecimal overnightPower(Account account, Balances balances) {
        BigDecimal free = multiplier(account) == 1 ? balances.shownCash()
            : balances.excess().subtract(balances.heldForCrypto()).multiply(BigDecimal.TWO);
        return free.subtract(balances.heldForStocks()).max(BigDecimal.ZERO);
    }

    public int multiplier(Account account) {
        return Math.min(multiplier, account.configurations.maxMarginMultiplier());
    }

    /// How much of a position no order keeps back.
    public BigDecimal available(Account account, Asset held) {
        return account.quantity(held).abs().subtract(heldOf(account, held, null)).max(BigDecimal.ZERO);
    }

    /// Dollars or coins that an order could still keep back; null asks for dollars.
    BigDecimal free(Account account, @Nullable Asset held, @Nullable Order but) {
        BigDecimal owned = held == null ? account.cash : account.quantity(held);
        BigDecimal kept = held == null ? heldDollars(account, AssetClass.CRYPTO, but)
            .add(heldDollars(account, AssetClass.US_EQUITY, but)) : heldOf(account, held, but);
        return owned.subtract(kept).max(BigDecimal.ZERO);
    }

    /// Throws when the account cannot pay for the order, or has not what it sells.
    void check(Account account, OrderRequest request, BigDecimal holdPrice, @Nullable Order replaced) {
        boolean opens = request.intent() == PositionIntent.BUY_TO_OPEN
            || request.intent() == PositionIntent.SELL_TO_OPEN;
        BigDecimal amount = opens ? cost(request, holdPrice) : quantity(request, holdPrice);
        if (request.asset().crypto()) {
            checkCrypto(account, request, amount, replaced);
        } else if (opens) {
            checkBuyingPower(account, amount, replaced);
        } else {
            checkQuantity(account, request.asset(), amount, replaced);
        }
    }

    /// Whether the order adds to the position, or begins one.
    boolean opens(Account account, OrderRequest request) {
        BigDecimal quantity = account.quantity(assets.held(request.asset()));
        return request.side() == Side.BUY ? quantity.signum() >= 0 : quantity.signum() <= 0;
    }

    Hold hold(Order order) {
        boolean opens = order.opens();
        if (!order.open() || order.status == OrderStatus.HELD || !opens && followsAnotherExit(order)) {
            return Hold.NONE;
        }
        if (!opens) {
            return new Hold(assets.held(order.asset), closingQuantity(order));
        }
        BigDecimal money = order.notional == null ? Decimals.moneyUp(order.holdPrice, order.remaining())
            : order.remainingNotional();
        return new Hold(currency(order.asset), money.max(BigDecimal.ZERO));
    }

    /// The position that pays for an asset; null: dollars.
    @Nullable Asset currency(Asset asset) {
        return asset.currency().equals("USD") ? null : assets.listing(asset.currency() + "/USD");
    }

    private void checkCrypto(Account account, OrderRequest request, BigDecimal amount, @Nullable Order replaced) {
        Asset asset = request.asset();
        boolean buy = request.side() == Side.BUY;
        @Nullable Asset pays = buy ? currency(asset) : assets.held(asset);
        BigDecimal available = free(account, pays, replaced);
        if (amount.compareTo(available) > 0) {
            String name = buy ? asset.currency() : asset.base();
            BigDecimal owned = pays == null ? account.cash : account.quantity(pays);
            throw Refusal.forbidden("insufficient balance for " + name + " (requested: " + Decimals.text(amount)
                    + ", available: " + Decimals.text(available) + ")")
                .with("symbol", name).with("available", Decimals.text(available))
                .with("balance", Decimals.text(owned));
        }
    }

    private void checkBuyingPower(Account account, BigDecimal cost, @Nullable Order replaced) {
        BigDecimal own = replaced == null ? BigDecimal.ZERO : hold(replaced).amount();
        BigDecimal power = buyingPower(account).add(own);
        if (cost.compareTo(power) > 0) {
            throw Refusal.forbidden("insufficient buying power").with("buying_power", Decimals.text(power))
                .with("cost_basis", Decimals.text(cost));
        }
    }

    private void checkQuantity(Account account, Asset asset, BigDecimal amount, @Nullable Order replaced) {
        BigDecimal existing = account.quantity(asset);
        BigDecimal held = heldOf(account, asset, replaced);
        BigDecimal available = existing.abs().subtract(held).max(BigDecimal.ZERO);
        if (amount.compareTo(available) > 0) {
            throw Refusal.forbidden("insufficient qty available for order (requested: " + Decimals.text(amount)
                    + ", available: " + Decimals.text(available) + ")")
                .with("symbol", asset.symbol()).with("available", Decimals.text(available))
                .with("existing_qty", Decimals.text(existing)).with("held_for_orders", Decimals.text(held))
                .with("related_orders", holders(account, asset));
        }
    }

    private List<String> holders(Account account, Asset asset) {
        return account.open().stream().filter(order -> asset.equals(hold(order).held()))
            .map(order -> order.id.toString()).toList();
    }

    private BigDecimal heldOf(Account account, Asset held, @Nullable Order but) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Order order : account.open()) {
            Hold hold = hold(order);
            sum = order != but && held.equals(hold.held()) ? sum.add(hold.amount()) : sum;
        }
        return sum;
    }

    private BigDecimal heldDollars(Account account, AssetClass of, @Nullable Order but) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Order order : account.open()) {
            Hold hold = hold(order);
            sum = order != but && order.asset.assetClass() == of && hold.held() == null ? sum.add(hold.amount()) : sum;
        }
        return sum;
    }

    /// Of a take-profit and a stop that stand together only the first keeps the shares back.
    private static boolean followsAnotherExit(Order order) {
        if (!order.exit() || order.parent == null) {
            return false;
        }
        Order parent = order.parent;
        if (parent.orderClass == OrderClass.OCO && parent.open()) {
            return true;
        }
        for (Order leg : parent.legs) {
            if (leg == order) {
                return false;
            }
            if (leg.open() && leg.status != OrderStatus.HELD) {
                return true;
            }
        }
        return false;
    }

    private static BigDecimal closingQuantity(Order order) {
        return order.notional == null ? order.remaining()
            : order.holdPrice.signum() == 0 ? BigDecimal.ZERO
            : Decimals.quantityFor(order.remainingNotional().max(BigDecimal.ZERO), order.holdPrice, Decimals.STEP);
    }

    private static BigDecimal cost(OrderRequest request, BigDecimal price) {
        return request.notional() != null ? request.notional()
            : Decimals.moneyUp(price, Objects.requireNonNull(request.qty(), "qty"));
    }

    private static BigDecimal quantity(OrderRequest request, BigDecimal price) {
        return request.qty() != null ? request.qty() : price.signum() == 0 ? BigDecimal.ZERO
            : Decimals.quantityFor(Objects.requireNonNull(request.notional(), "notional"), price, Decimals.STEP);
    }
}
