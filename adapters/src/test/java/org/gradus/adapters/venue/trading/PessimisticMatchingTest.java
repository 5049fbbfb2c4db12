package org.gradus.adapters.venue.trading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.gradus.adapters.venue.MarketListener;
import org.gradus.adapters.venue.exchange.VenueRules;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.TimeInForce;
import org.gradus.engine.egress.OrderCommand;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.sim.MarketModel;
import org.gradus.engine.sim.MarketReport;
import org.gradus.engine.sim.SimulatedMarket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The venue with the market model of simulated runs.
class PessimisticMatchingTest {
    private static final long SEED = 5;
    private static final long STEP_NS = 1_000_000_000L;
    private static final BigDecimal RICH = new BigDecimal(5_000_000);
    private static final Instrument BTC = new Instrument(0, "BTC/USD", AssetClass.CRYPTO, "BTC", "USD",
        FixedPoint.parse("0.01"), 1, FixedPoint.parse("10"), FixedPoint.parse("1000"), 9);

    private final VenueRig venue = new VenueRig(rules());
    private final List<String> simulatedFills = new ArrayList<>();
    private final MarketReport report = new MarketReport();
    private final SimulatedMarket simulated = new SimulatedMarket(model(), List.of(BTC),
        FixedPoint.parse(RICH.toPlainString()), new long[] {0});

    @Test
    void anOrderMeetsTheNextEventAndPaysSpreadAndSlippage() {
        venue.trade("BTC/USD", "60000");
        String id = venue.market("BTC/USD", "buy", "0.01");
        assertEquals("new", venue.status(id));
        venue.after(STEP_NS).trade("BTC/USD", "60000");
        assertEquals("60120", venue.field(id, "filled_avg_price"));
    }

    @Test
    void quotesThatWereMadeAroundAPriceFillNothing() {
        venue.trade("BTC/USD", "60000");
        String id = venue.market("BTC/USD", "buy", "0.01");
        BigDecimal price = new BigDecimal(60_000);
        venue.exchange.onQuote(new MarketListener.Quote("BTC/USD", price, price, price, price, venue.nowNs(), true));
        assertEquals("new", venue.status(id));
    }

    @Test
    void aStockOrderMeetsTheBarThatEndsWithTheSession() {
        long lengthNs = 6 * 3_600 * STEP_NS;
        venue.exchange.onBar(bar("AAPL", "200", venue.nowNs() - lengthNs, lengthNs));
        String id = venue.market("AAPL", "buy", "10");
        venue.exchange.onBar(bar("AAPL", "201", venue.nowNs(), lengthNs));
        assertEquals("filled", venue.status(id));
    }

    /// Commands take no time here, so that nothing but the matching can differ.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theSameTapeAndOrdersGiveTheFillsOfASimulatedRun(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double price = 60_000;
        trade(price);
        for (int i = 0; i < 2_000; i++) {
            venue.after(STEP_NS);
            price *= 0.997 + random.nextDouble() * 0.006;
            switch (random.nextInt(4)) {
                case 0 -> quote(price);
                case 1, 2 -> trade(price);
                default -> submit(i, random, price);
            }
        }
        venue.after(STEP_NS);
        poll();
        List<String> fills = venue.updates.stream().filter(update -> update.has("price")).map(this::text).toList();
        assertTrue(fills.size() > 50, "only " + fills.size() + " fills");
        assertEquals(simulatedFills, fills);
    }

    private String text(JsonNode update) {
        return update.get("order").get("client_order_id").asString() + " " + update.get("qty").asString() + " at "
            + update.get("price").asString();
    }

    private void trade(double price) {
        BigDecimal exact = decimal(price);
        BigDecimal size = decimal(20);
        simulated.onTrade(0, venue.nowNs(), scaled(exact), scaled(size));
        poll();
        venue.exchange.onTrade(new MarketListener.Trade("BTC/USD", exact, size, venue.nowNs()));
    }

    private void quote(double price) {
        BigDecimal bid = decimal(price * 0.9998);
        BigDecimal ask = decimal(price * 1.0002);
        BigDecimal size = decimal(5);
        simulated.onQuote(0, venue.nowNs(), scaled(bid), scaled(size), scaled(ask), scaled(size));
        poll();
        venue.exchange.onQuote(new MarketListener.Quote("BTC/USD", bid, size, ask, size, venue.nowNs()));
    }

    private void submit(int number, SplittableRandom random, double price) {
        OrderCommand command = new OrderCommand();
        command.action = OrderAction.SUBMIT;
        command.clientOrderId = number;
        command.side = random.nextInt(5) < 3 ? Side.BUY : Side.SELL;
        command.purpose = command.side == Side.BUY ? Purpose.ENTRY : Purpose.EXIT;
        command.orderType = List.of(OrderType.MARKET, OrderType.LIMIT, OrderType.STOP_LIMIT).get(random.nextInt(3));
        command.timeInForce = command.orderType == OrderType.STOP_LIMIT || random.nextBoolean() ? TimeInForce.GTC
            : TimeInForce.IOC;
        command.quantity = scaled(decimal(0.01 + random.nextDouble()));
        boolean limited = command.orderType.limited();
        command.limitPrice = limited ? scaled(decimal(price * (0.995 + random.nextDouble() * 0.01))) : 0;
        command.triggerPrice = command.orderType.triggered()
            ? scaled(decimal(price * (0.995 + random.nextDouble() * 0.01))) : 0;
        command.decidedNs = venue.nowNs() - 1;
        simulated.submit(command);
        poll();
        String body = "{'symbol':'BTC/USD','side':'" + command.side.label() + "','type':'"
            + command.orderType.name().toLowerCase(Locale.ROOT) + "','time_in_force':'"
            + command.timeInForce.label() + "','qty':'" + FixedPoint.format(command.quantity)
            + "','client_order_id':'0-" + number + "'"
            + (limited ? ",'limit_price':'" + FixedPoint.format(command.limitPrice) + "'" : "")
            + (command.triggerPrice > 0 ? ",'stop_price':'" + FixedPoint.format(command.triggerPrice) + "'" : "") + "}";
        venue.post(body);
    }

    private void poll() {
        while (simulated.pollReport(report, venue.nowNs())) {
            if (report.kind == MarketReport.Kind.FILLED) {
                simulatedFills.add("0-" + report.clientOrderId + " " + FixedPoint.format(report.quantity) + " at "
                    + FixedPoint.format(report.price));
            }
        }
    }

    private static MarketModel model() {
        MarketModel model = MarketModel.pessimistic(SEED);
        return new MarketModel(SEED, new MarketModel.Latency(1, 0, 1, 0), model.pricing(), model.fees(),
            model.mishaps(), new MarketModel.LastLook(10_000, 0, STEP_NS));
    }

    private static VenueRules rules() {
        return VenueRules.paper(SEED).with(new VenueRules.Accounts(RICH, 1))
            .with(new VenueRules.Matching(VenueRules.Model.PESSIMISTIC, new BigDecimal("0.1")));
    }

    private static MarketListener.Bar bar(String symbol, String price, long startNs, long lengthNs) {
        BigDecimal flat = new BigDecimal(price);
        return new MarketListener.Bar(symbol, flat, flat, flat, flat, new BigDecimal(1_000_000), startNs,
            startNs + lengthNs);
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
    }

    private static long scaled(BigDecimal value) {
        return FixedPoint.parse(value.toPlainString());
    }
}
