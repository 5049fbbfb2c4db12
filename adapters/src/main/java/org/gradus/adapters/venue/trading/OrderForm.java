package org.gradus.adapters.venue.trading;

import java.math.BigDecimal;
import org.gradus.adapters.venue.exchange.Asset;
import org.gradus.adapters.venue.exchange.Assets;
import org.gradus.adapters.venue.exchange.OrderClass;
import org.gradus.adapters.venue.exchange.OrderRequest;
import org.gradus.adapters.venue.exchange.OrderType;
import org.gradus.adapters.venue.exchange.PositionIntent;
import org.gradus.adapters.venue.exchange.Refusal;
import org.gradus.adapters.venue.exchange.Replacement;
import org.gradus.adapters.venue.exchange.Side;
import org.gradus.adapters.venue.exchange.TimeInForce;
import org.gradus.adapters.venue.exchange.VenueRules;
import org.gradus.adapters.venue.exchange.Word;
import org.jspecify.annotations.Nullable;

/// Reads orders and replacements out of bodies: what is malformed is refused here, before any rule is asked.
final class OrderForm {
    private static final int LONGEST_ID = 128;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Form form;
    private final Assets assets;
    private final VenueRules.Unconfirmed unconfirmed;

    OrderForm(Form form, Assets assets, VenueRules.Unconfirmed unconfirmed) {
        this.form = form;
        this.assets = assets;
        this.unconfirmed = unconfirmed;
    }

    OrderRequest order() {
        Asset asset = asset();
        String suffix = asset.crypto() ? " for crypto order" : "";
        OrderType type = word(OrderType.class, "type", asset.crypto() ? "order type" + suffix : "order type");
        TimeInForce life = word(TimeInForce.class, "time_in_force", "time_in_force" + suffix);
        Side side = word(Side.class, "side", "side");
        OrderClass orderClass = orderClass();
        OrderRequest.Exits exits = exits(orderClass);
        OrderRequest.Prices prices = prices(type, orderClass);
        boolean extendedHours = form.flag("extended_hours");
        return new OrderRequest(asset, side, type, life, qty(), notional(), prices, extendedHours, clientOrderId(),
            orderClass, exits, intent());
    }

    Replacement replacement() {
        String word = form.text("time_in_force");
        @Nullable TimeInForce life = word == null ? null : Word.of(TimeInForce.class, word);
        if (word != null && life == null) {
            throw Form.invalid("time_in_force");
        }
        return new Replacement(form.quantity("qty"), life, form.price("limit_price"), form.price("stop_price"),
            form.price("trail"), clientOrderId());
    }

    private Asset asset() {
        String symbol = form.text("symbol");
        if (symbol == null) {
            throw Refusal.malformed("symbol is required");
        }
        Asset asset = assets.find(symbol);
        if (asset == null) {
            throw Refusal.malformed("could not find asset \"" + symbol + "\"");
        }
        return asset;
    }

    private @Nullable BigDecimal qty() {
        BigDecimal qty = form.quantity("qty");
        boolean notional = form.decimal("notional") != null;
        if (qty == null && !notional) {
            throw Refusal.malformed("qty or notional is required");
        }
        if (qty != null && notional) {
            throw new Refusal(unconfirmed.bothSizesStatus(), 40010001, "only one of qty or notional is accepted");
        }
        return qty;
    }

    private @Nullable BigDecimal notional() {
        return form.quantity("notional");
    }

    private OrderClass orderClass() {
        String word = form.text("order_class");
        OrderClass orderClass = word == null ? OrderClass.SIMPLE : Word.of(OrderClass.class, word);
        if (orderClass == null) {
            throw Form.invalid("order_class");
        }
        return orderClass;
    }

    private OrderRequest.Prices prices(OrderType type, OrderClass orderClass) {
        @Nullable BigDecimal limit = form.price("limit_price");
        @Nullable BigDecimal stop = form.price("stop_price");
        if (orderClass == OrderClass.OCO && limit == null) {
            limit = exit("take_profit", "limit_price");
        }
        @Nullable BigDecimal trail = form.price("trail_price");
        @Nullable BigDecimal percent = form.price("trail_percent");
        switch (type) {
            case MARKET -> require(limit == null && stop == null, "market orders require no stop or limit price");
            case LIMIT -> require(limit != null && stop == null, limit == null ? "limit orders require a limit price"
                : "limit orders require no stop price");
            case STOP -> require(stop != null && limit == null, stop == null ? "stop orders require a stop price"
                : "stop orders require no limit price");
            case STOP_LIMIT -> require(stop != null && limit != null,
                "stop limit orders require both stop and limit price");
            case TRAILING_STOP -> {
                require((trail == null) != (percent == null) && limit == null && stop == null,
                    "trailing stop orders must specify one of trail_price or trail_percent");
                require(percent == null || percent.compareTo(HUNDRED) < 0, "invalid trail_percent");
            }
        }
        require(type == OrderType.TRAILING_STOP || trail == null && percent == null,
            "trail_price and trail_percent are for trailing_stop orders");
        return new OrderRequest.Prices(limit, stop, trail, percent);
    }

    private OrderRequest.Exits exits(OrderClass orderClass) {
        @Nullable BigDecimal profit = exit("take_profit", "limit_price");
        @Nullable BigDecimal stop = exit("stop_loss", "stop_price");
        @Nullable BigDecimal stopLimit = exit("stop_loss", "limit_price");
        if (orderClass == OrderClass.SIMPLE) {
            require(profit == null && stop == null && stopLimit == null,
                "take_profit and stop_loss require a bracket, oco or oto order_class");
            return OrderRequest.Exits.NONE;
        }
        return new OrderRequest.Exits(orderClass == OrderClass.OCO ? null : profit, stop, stopLimit);
    }

    private @Nullable BigDecimal exit(String exit, String price) {
        Form inner = form.form(exit);
        return inner == null ? null : inner.price(price);
    }

    private @Nullable String clientOrderId() {
        String id = form.text("client_order_id");
        if (id != null && id.length() > LONGEST_ID) {
            throw Refusal.malformed("client_order_id must be no more than 128 characters");
        }
        return id;
    }

    private @Nullable PositionIntent intent() {
        String word = form.text("position_intent");
        PositionIntent intent = word == null ? null : Word.of(PositionIntent.class, word);
        require(word == null || intent != null, "invalid position_intent");
        return intent;
    }

    private <E extends Enum<E> & Word> E word(Class<E> type, String name, String told) {
        String word = form.text(name);
        if (word == null) {
            throw Refusal.malformed(name + " is required");
        }
        E constant = Word.of(type, word);
        if (constant == null) {
            throw Form.invalid(told);
        }
        return constant;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw Refusal.malformed(message);
        }
    }
}
