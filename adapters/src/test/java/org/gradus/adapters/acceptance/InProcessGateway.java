package org.gradus.adapters.acceptance;

import static org.gradus.engine.domain.FixedPoint.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gradus.engine.domain.ClientOrderId;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.Side;
import org.gradus.engine.egress.OrderCommand;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.sim.FaultPlan;
import org.gradus.engine.sim.MarketReport;
import org.gradus.engine.sim.SimulatedMarket;

/// The market that simulated runs trade in. A restart rebuilds it from what went in, as the engine does.
final class InProcessGateway implements GatewayUnderTest {
    private static final long SECOND_NS = 1_000_000_000L;
    /// When an order without an answer has been looked up.
    private static final long LOOKED_UP_NS = 11 * SECOND_NS;

    /// A standing quote.
    private record Standing(String symbol, long bid, long ask, long size) {
    }

    private final List<Consumer<SimulatedMarket>> history = new ArrayList<>();
    private final Map<String, Standing> quotes = new TreeMap<>();
    private final List<String> told = new ArrayList<>();
    private final List<String> withheld = new ArrayList<>();
    private final MarketReport report = new MarketReport();
    private FaultPlan faults = FaultPlan.NONE;
    private long cash;
    private long[] holdings = new long[0];
    private SimulatedMarket market;
    private long nowNs = START.getEpochSecond() * SECOND_NS;
    private boolean streamDown;
    private boolean unanswered;

    @Override
    public void begin(long startingCash, Map<String, Long> startingHoldings) {
        cash = startingCash;
        holdings = Market.INSTRUMENTS.stream().mapToLong(each -> startingHoldings.getOrDefault(each.symbol(), 0L))
            .toArray();
        market = rebuilt();
    }

    private SimulatedMarket rebuilt() {
        return new SimulatedMarket(Market.model(), faults, Market.INSTRUMENTS, cash, holdings.clone());
    }

    private void does(Consumer<SimulatedMarket> act) {
        history.add(act);
        act.accept(market);
    }

    @Override
    public void quote(String symbol, long bid, long ask, long size) {
        poll(SECOND_NS);
        quotes.put(symbol, new Standing(symbol, bid, ask, size));
        publish(quotes.get(symbol));
    }

    private void publish(Standing quote) {
        long atNs = nowNs;
        int instrument = Market.instrument(quote.symbol).id();
        does(to -> to.onQuote(instrument, atNs, quote.bid, quote.size, quote.ask, quote.size));
    }

    @Override
    public void send(OrderCommand command, long agoNs) {
        OrderCommand copy = new OrderCommand();
        copy.copyFrom(command);
        copy.decidedNs = nowNs - agoNs;
        does(to -> to.submit(copy));
        poll(SECOND_NS);
        quotes.values().forEach(this::publish);
        poll(SECOND_NS);
    }

    @Override
    public void timePasses(long untilNs) {
        poll(untilNs - nowNs);
    }

    @Override
    public long nowNs() {
        return nowNs;
    }

    @Override
    public void halted(boolean halted) {
        nowNs += SECOND_NS;
        long atNs = nowNs;
        does(to -> to.halted(halted, atNs));
    }

    /// The fault plan draws which of the two it is: the first seed that gives the wanted fate to the first order.
    @Override
    public void loseNext(Loss loss) {
        unanswered = true;
        for (long seed = 0; ; seed++) {
            faults = new FaultPlan(seed, 0, 0, 0, 1, FixedPoint.ONE);
            if (fate() == loss) {
                market = rebuilt();
                List<Consumer<SimulatedMarket>> again = List.copyOf(history);
                again.forEach(each -> each.accept(market));
                return;
            }
        }
    }

    private Loss fate() {
        SimulatedMarket trial = rebuilt();
        OrderCommand any = new OrderCommand();
        any.action = OrderAction.SUBMIT;
        any.clientOrderId = ClientOrderId.of(Player.RUN_ID, 1);
        any.purpose = Purpose.EXIT;
        any.side = Side.SELL;
        any.decidedNs = nowNs;
        trial.submit(any);
        while (trial.pollReport(report, nowNs + LOOKED_UP_NS)) {
            if (report.kind == MarketReport.Kind.NOT_SENT) {
                return Loss.REQUEST;
            }
        }
        return Loss.ANSWER;
    }

    @Override
    public void streamDown(boolean down) {
        poll(SECOND_NS);
        streamDown = down;
        if (!down) {
            told.addAll(withheld);
            withheld.clear();
        }
    }

    /// What was delivered before stays delivered.
    @Override
    public void restart() {
        poll(SECOND_NS);
        market = rebuilt();
        for (Consumer<SimulatedMarket> each : List.copyOf(history)) {
            each.accept(market);
            drain(new ArrayList<>());
        }
        while (market.pollReport(report, nowNs)) {
            // Told before.
        }
    }

    private void drain(List<String> ignored) {
        while (market.pollReport(report, market.nowNs())) {
            ignored.add(report.toString());
        }
    }

    @Override
    public List<String> settle(int expected) {
        poll(unanswered ? LOOKED_UP_NS : SECOND_NS);
        List<String> heard = List.copyOf(told);
        told.clear();
        return heard;
    }

    private void poll(long forNs) {
        nowNs += forNs;
        while (market.pollReport(report, nowNs)) {
            boolean ofVenue = switch (report.kind) {
                case SENT, NOT_SENT, UNKNOWN -> false;
                case ACCEPTED, REJECTED, FILLED, CANCELLED, EXPIRED, REPLACED -> true;
            };
            String words = Words.of(report);
            if (!unanswered || !Words.inBetween(words)) {
                (streamDown && ofVenue ? withheld : told).add(words);
            }
        }
        long atNs = nowNs;
        does(to -> to.onTime(atNs));
    }

    @Override
    public String books() {
        StringBuilder words = new StringBuilder("cash ").append(format(market.account().cash()));
        for (Instrument each : Market.INSTRUMENTS) {
            long held = market.account().position(each.id());
            if (held != 0) {
                words.append("; ").append(each.symbol()).append(' ').append(format(held));
            }
        }
        return words.append("; open ").append(market.account().openOrders()).toString();
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
