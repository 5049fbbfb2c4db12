package org.gradus.adapters.venue.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.gradus.adapters.venue.MarketListener;
import org.gradus.adapters.venue.VenueClock;
import org.gradus.engine.domain.ClientOrderId;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.egress.OrderCommand;
import org.gradus.engine.sim.InstrumentMatching;
import org.gradus.engine.sim.InstrumentMatching.Standing;
import org.gradus.engine.sim.MarketModel;
import org.jspecify.annotations.Nullable;

/// The market model of simulated runs: an order meets the next event, never the one it came with, and pays spread,
/// slippage and a share of the size. Quotes that we made ourselves say nothing here: the model has its own spread.
/// Guarded by the lock of [Exchange].
final class PessimisticMatching implements Matching {
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE, FixedPoint.DECIMALS);
    private static final BigDecimal TWO = BigDecimal.TWO;

    private final Tickers tickers;
    private final OrderLife life;
    private final FillSizes sizes;
    private final VenueClock clock;
    private final MarketModel model;
    private final Map<String, InstrumentMatching> markets = new HashMap<>();
    private final Map<Order, Standing> standing = new HashMap<>();
    private final Map<Standing, Order> orders = new HashMap<>();
    private long eventNs;

    PessimisticMatching(Exchange.Parts parts, OrderLife life, FillSizes sizes) {
        this.tickers = parts.market().tickers();
        this.clock = parts.clock();
        this.life = life;
        this.sizes = sizes;
        this.model = MarketModel.pessimistic(parts.rules().seed())
            .withPartialFills(scaled(parts.rules().matching().partialFills()));
    }

    @Override
    public boolean takes(Order order) {
        return market(order.asset).takes(drawKey(order));
    }

    @Override
    public void arrived(Order order) {
        if (order.timeInForce != TimeInForce.CLS) {
            Standing added = market(order.asset).add(command(order), clock.nowNs());
            standing.put(order, added);
            orders.put(added, order);
        }
    }

    @Override
    public void ended(Order order) {
        Standing left = standing.remove(order);
        if (left != null) {
            orders.remove(left);
            market(order.asset).remove(left);
        }
    }

    @Override
    public void quote(Asset asset, MarketListener.Quote quote) {
        eventNs = quote.timeNs();
        boolean believed = quote.made();
        if (!quote.made() && fits(quote.ask())) {
            follow(asset, quote.bid(), quote.ask());
            believed = market(asset).onQuote(eventNs, scaled(quote.bid()), scaled(quote.bidSize()),
                scaled(quote.ask()), scaled(quote.askSize()));
        }
        if (believed) {
            tickers.of(asset).quote(quote);
        }
    }

    @Override
    public void trade(Asset asset, MarketListener.Trade trade) {
        eventNs = trade.timeNs();
        follow(asset, trade.price(), trade.price());
        if (fits(trade.price()) && market(asset).onTrade(eventNs, scaled(trade.price()), scaled(trade.size()))) {
            tickers.of(asset).print(trade.price(), eventNs);
        }
    }

    @Override
    public void bar(Asset asset, MarketListener.Bar bar) {
        eventNs = bar.endNs() - 1;
        if (fits(bar.high())) {
            follow(asset, bar.open(), bar.open());
            long[] prices = {scaled(bar.open()), scaled(bar.high()), scaled(bar.low()), scaled(bar.close()),
                scaled(bar.volume())};
            if (market(asset).onBar(bar.startNs(), bar.endNs(), prices)) {
                tickers.of(asset).print(bar.close(), bar.endNs());
            }
        }
    }

    @Override
    public void time(long nowNs) {
        // Only the market fills orders.
    }

    /// Trailing stops move with the market, and exits shrink with their group.
    private void follow(Asset asset, BigDecimal bid, BigDecimal ask) {
        for (Map.Entry<Order, Standing> entry : standing.entrySet()) {
            Order order = entry.getKey();
            if (order.asset.equals(asset)) {
                if (Stops.follow(order, order.side == Side.SELL ? bid : ask)) {
                    life.touched(order);
                }
                if (order.stopPrice != null) {
                    entry.getValue().trigger(scaled(order.stopPrice));
                }
                entry.getValue().quantity(scaled(quantity(order)));
            }
        }
    }

    private InstrumentMatching market(Asset asset) {
        return markets.computeIfAbsent(asset.symbol(), symbol ->
            new InstrumentMatching(instrument(asset), model, new Booked()));
    }

    private static Instrument instrument(Asset asset) {
        boolean crypto = asset.crypto();
        return new Instrument(0, asset.symbol(),
            crypto ? org.gradus.engine.domain.AssetClass.CRYPTO : org.gradus.engine.domain.AssetClass.STOCK,
            asset.base(), asset.currency(), scaled(asset.priceIncrement()), 1, 0, Long.MAX_VALUE, FixedPoint.DECIMALS);
    }

    private static OrderCommand command(Order order) {
        OrderCommand command = new OrderCommand();
        command.clientOrderId = drawKey(order);
        command.side = order.side == Side.BUY ? org.gradus.engine.domain.Side.BUY : org.gradus.engine.domain.Side.SELL;
        command.orderType = switch (order.type) {
            case MARKET -> org.gradus.engine.domain.OrderType.MARKET;
            case LIMIT -> org.gradus.engine.domain.OrderType.LIMIT;
            case STOP, TRAILING_STOP -> org.gradus.engine.domain.OrderType.STOP;
            case STOP_LIMIT -> org.gradus.engine.domain.OrderType.STOP_LIMIT;
        };
        command.timeInForce = switch (order.timeInForce) {
            case DAY, CLS -> org.gradus.engine.domain.TimeInForce.DAY;
            case GTC -> org.gradus.engine.domain.TimeInForce.GTC;
            case IOC, OPG -> org.gradus.engine.domain.TimeInForce.IOC;
            case FOK -> org.gradus.engine.domain.TimeInForce.FOK;
        };
        command.quantity = scaled(quantity(order));
        command.limitPrice = order.limitPrice == null ? 0 : scaled(order.limitPrice);
        command.triggerPrice = order.stopPrice == null ? 0 : scaled(order.stopPrice);
        return command;
    }

    /// Of an order by money more than it can become: [FillSizes] knows where its money ends.
    private static BigDecimal quantity(Order order) {
        if (order.notional == null) {
            return Objects.requireNonNull(order.qty);
        }
        return order.holdPrice.signum() == 0 ? order.notional
            : order.notional.multiply(TWO).divide(order.holdPrice, Decimals.SCALE, RoundingMode.UP);
    }

    /// The engine's own number of the order, so that its draws are those of a simulated run.
    private static long drawKey(Order order) {
        try {
            return ClientOrderId.parse(order.clientOrderId);
        } catch (IllegalArgumentException notOurs) {
            return order.id.getMostSignificantBits();
        }
    }

    private static boolean fits(BigDecimal price) {
        return price.compareTo(LARGEST) < 0;
    }

    /// What is too large for a long stops at the largest: only sizes are.
    private static long scaled(@Nullable BigDecimal value) {
        return value == null ? 0 : value.min(LARGEST).movePointRight(FixedPoint.DECIMALS)
            .setScale(0, RoundingMode.DOWN).longValueExact();
    }

    private static BigDecimal decimal(long scaled) {
        return BigDecimal.valueOf(scaled, FixedPoint.DECIMALS);
    }

    /// Books what orders meet.
    private final class Booked implements InstrumentMatching.Fills {
        @Override
        public boolean trades(Standing each) {
            Order order = orders.get(each);
            return order != null && order.status.working() && life.inSession(order, eventNs);
        }

        @Override
        public long fill(Standing each, long price, long quantity, boolean rested) {
            Order order = orders.get(each);
            order.rested = rested;
            FillSizes.Size size = sizes.of(order, decimal(price), decimal(quantity));
            if (order.timeInForce == TimeInForce.FOK && !size.complete()) {
                return 0;
            }
            if (size.qty().signum() > 0) {
                life.fill(order, decimal(price).stripTrailingZeros(), size.qty(), size.complete());
            }
            if (size.exhausted()) {
                life.cancel(order);
            }
            return scaled(size.qty());
        }

        @Override
        public void cancel(Standing each) {
            life.cancel(orders.get(each));
        }
    }
}
