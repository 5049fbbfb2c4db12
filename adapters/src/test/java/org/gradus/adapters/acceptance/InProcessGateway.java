package org.gradus.adapters.acceptance;

import static org.gradus.engine.domain.FixedPoint.format;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gradus.adapters.venue.exchange.Sessions;
import org.gradus.engine.domain.ClientOrderId;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.domain.Side;
import org.gradus.engine.egress.OrderCommand;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.TradingReason;
import org.gradus.engine.message.TradingState;
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
    private static final long MARGIN_NS = 60 * SECOND_NS;
    private final Sessions sessions = new Sessions();
    private final List<Input> reports = new ArrayList<>();
    private final List<Input.ForeignPosition> foreign = new ArrayList<>();

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
    public void riskState(RiskState state) {
        nowNs += SECOND_NS;
        long atNs = nowNs;
        does(to -> to.riskState(state, atNs));
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
                case HELD, ACCEPTED, REJECTED, FILLED, CANCELLED, EXPIRED, REPLACED -> true;
            };
            reports.add(input(report));
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
    public List<Input> takeReports() {
        List<Input> taken = List.copyOf(reports);
        reports.clear();
        return taken;
    }

    /// The same calendar as the venue's.
    @Override
    public Input.TradingStatus hours() {
        boolean open = sessions.core(nowNs);
        ZonedDateTime until = open ? sessions.nextClose(nowNs) : sessions.nextOpen(nowNs);
        boolean early = open && until.getHour() < 16;
        long untilNs = until.toEpochSecond() * SECOND_NS;
        long atNs = nowNs;
        does(to -> to.onTradingStatus(-1, atNs, open));
        return new Input.TradingStatus(-1, open ? TradingState.OPEN : TradingState.CLOSED,
            early ? TradingReason.EARLY_CLOSE : TradingReason.CALENDAR, untilNs, open ? untilNs - MARGIN_NS : 0, "");
    }

    @Override
    public Input.TradingStatus trading(String symbol, boolean goesOn) {
        int instrument = Market.instrument(symbol).id();
        long atNs = nowNs;
        does(to -> to.onTradingStatus(instrument, atNs, goesOn));
        return new Input.TradingStatus(instrument, goesOn ? TradingState.OPEN : TradingState.HALTED,
            TradingReason.EXCHANGE, 0, 0, "");
    }

    /// Of what is not traded here it has no market, and nothing but the name.
    @Override
    public void receives(String symbol, long quantity) {
        int instrument = Market.INSTRUMENTS.stream().filter(each -> each.symbol().equals(symbol))
            .map(Instrument::id).findFirst().orElse(-1);
        if (instrument < 0) {
            foreign.add(new Input.ForeignPosition(symbol, quantity));
            return;
        }
        long held = market.account().position(instrument);
        long atNs = nowNs;
        does(to -> to.onCorporateAction(instrument, atNs, (held + quantity) / (held / FixedPoint.ONE), 0));
    }

    @Override
    public List<Input> reconciliation() {
        List<Input> inputs = new ArrayList<>();
        inputs.add(new Input.Account(market.account().cash(), market.account().cash()));
        for (Instrument each : Market.INSTRUMENTS) {
            if (market.account().position(each.id()) != 0) {
                inputs.add(new Input.VenuePosition(each.id(), market.account().position(each.id())));
            }
        }
        inputs.addAll(foreign);
        inputs.add(new Input.Reconciled(market.account().openOrders()));
        return inputs;
    }

    private static Input input(MarketReport in) {
        return switch (in.kind) {
            case SENT -> new Input.OrderSent(in.clientOrderId);
            case NOT_SENT -> new Input.OrderNotSent(in.clientOrderId, in.notSentReason);
            case UNKNOWN -> new Input.OrderUnknown(in.clientOrderId, in.unknownReason);
            case HELD -> new Input.OrderHeld(in.clientOrderId);
            case ACCEPTED -> new Input.OrderAccepted(in.clientOrderId, in.venueOrderIdHigh, in.venueOrderIdLow);
            case REJECTED -> new Input.OrderRejected(in.clientOrderId, in.rejectReason, "");
            case FILLED -> new Input.OrderFilled(in.clientOrderId, in.executionIdHigh, in.executionIdLow,
                in.instrumentId, in.side, in.price, in.quantity, in.cumulative, in.fee, in.feeInBase);
            case CANCELLED -> new Input.OrderCancelled(in.clientOrderId, in.cumulative);
            case EXPIRED -> new Input.OrderExpired(in.clientOrderId, in.cumulative);
            case REPLACED -> new Input.OrderReplaced(in.clientOrderId, in.replacedBy);
        };
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
