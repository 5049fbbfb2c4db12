package org.gradus.engine.sim;

import static org.gradus.engine.domain.FixedPoint.ONE;
import static org.gradus.engine.domain.FixedPoint.parse;

import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.TimeInForce;
import org.gradus.engine.egress.OrderCommand;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.sim.MarketModel.Latency;
import org.gradus.engine.sim.MarketModel.Mishaps;

/// The simulated market in the words of a trader. Time is in milliseconds; a command is decided, and an event happens,
/// at the time the clock stands at. By default nothing goes wrong: no mishap, no jitter, 50 ms each way.
final class MarketRig {
    private static final long MS = 1_000_000L;
    static final Instrument BTC = new Instrument(0, "BTC/USD", AssetClass.CRYPTO, "BTC", "USD", parse("0.01"), 1,
            parse("10"), parse("1000"), 8);

    final SimulatedMarket market;
    private final List<String> reports = new ArrayList<>();
    private final MarketReport report = new MarketReport();
    private long nowMs;
    private long lastId;

    private MarketRig(MarketModel model, FaultPlan faults, long cash, long position) {
        market = new SimulatedMarket(model, faults, List.of(BTC), cash, new long[] {position});
    }

    static MarketRig holding(String cash, String position) {
        return of(calm(), FaultPlan.NONE, cash, position);
    }

    static MarketRig of(MarketModel model, FaultPlan faults, String cash, String position) {
        return new MarketRig(model, faults, parse(cash), parse(position));
    }

    /// The pessimistic prices and fees, without luck.
    static MarketModel calm() {
        return with(new Latency(50 * MS, 0, 50 * MS, 0), new Mishaps(0, 0, ONE / 2));
    }

    static MarketModel with(Latency latency, Mishaps mishaps) {
        MarketModel usual = MarketModel.pessimistic(1);
        return new MarketModel(1, latency, usual.pricing(), usual.fees(), mishaps, usual.lastLook());
    }

    MarketRig at(long ms) {
        nowMs = ms;
        while (market.pollReport(report, ms * MS)) {
            reports.add(words());
        }
        return this;
    }

    MarketRig print(String price, String size) {
        market.onTrade(0, nowMs * MS, parse(price), parse(size) / 10);
        return this;
    }

    MarketRig quote(String bid, String bidSize, String ask, String askSize) {
        market.onQuote(0, nowMs * MS, parse(bid), parse(bidSize) / 10, parse(ask), parse(askSize) / 10);
        return this;
    }

    MarketRig marketOrder(Side side, String quantity) {
        return submit(side, OrderType.MARKET, TimeInForce.GTC, quantity, "0", "0");
    }

    MarketRig limit(Side side, TimeInForce timeInForce, String quantity, String price) {
        return submit(side, OrderType.LIMIT, timeInForce, quantity, price, "0");
    }

    MarketRig stop(String quantity, String trigger, String limit) {
        return submit(Side.SELL, OrderType.STOP_LIMIT, TimeInForce.GTC, quantity, limit, trigger);
    }

    MarketRig submit(Side side, OrderType type, TimeInForce timeInForce, String quantity, String limit,
            String trigger) {
        OrderCommand command = new OrderCommand();
        command.action = OrderAction.SUBMIT;
        command.clientOrderId = ++lastId;
        command.purpose = side == Side.BUY ? Purpose.ENTRY : Purpose.EXIT;
        command.side = side;
        command.orderType = type;
        command.timeInForce = timeInForce;
        command.quantity = parse(quantity);
        command.limitPrice = parse(limit);
        command.triggerPrice = parse(trigger);
        command.decidedNs = nowMs * MS;
        market.submit(command);
        return this;
    }

    /// A buy or a sell, whichever is its turn.
    MarketRig submitSome(int turn) {
        return limit(turn % 2 == 0 ? Side.BUY : Side.SELL, TimeInForce.IOC, "1", turn % 2 == 0 ? "101" : "99");
    }

    /// Asks for the last order's end.
    MarketRig cancel() {
        OrderCommand command = new OrderCommand();
        command.action = OrderAction.CANCEL;
        command.clientOrderId = lastId;
        command.purpose = Purpose.EXIT;
        command.side = Side.SELL;
        command.decidedNs = nowMs * MS;
        market.submit(command);
        return this;
    }

    /// What has been told since this was last asked.
    List<String> told() {
        List<String> told = List.copyOf(reports);
        reports.clear();
        return told;
    }

    private String words() {
        String words = report.timeNs / MS + " " + report.kind.name().toLowerCase(java.util.Locale.ROOT) + " "
                + report.clientOrderId;
        return switch (report.kind) {
            case FILLED -> words + " " + text(report.quantity) + "@" + text(report.price) + " fee " + text(report.fee)
                    + (report.feeInBase ? " BTC" : " USD");
            case REJECTED -> words + " " + report.rejectReason;
            case NOT_SENT -> words + " " + report.notSentReason;
            case UNKNOWN -> words + " " + report.unknownReason;
            default -> words;
        };
    }

    static String text(long value) {
        return java.math.BigDecimal.valueOf(value, 9).stripTrailingZeros().toPlainString();
    }
}
