package org.gradus.engine.runtime;

import static org.gradus.engine.domain.FixedPoint.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.function.Function;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.egress.LookUp;
import org.gradus.engine.egress.OrderCommand;
import org.gradus.engine.egress.SendOutcome;
import org.gradus.engine.egress.VenueConnection;
import org.gradus.engine.egress.VenueOrderView;
import org.gradus.engine.egress.VenueSnapshot;
import org.gradus.engine.ingress.Arrivals;
import org.gradus.engine.ingress.EngineClock;
import org.gradus.engine.ingress.VenueFeed;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.RejectReason;
import org.gradus.engine.message.UnknownReason;
import org.gradus.engine.message.VenueDownReason;
import org.gradus.engine.sim.MarketModel;
import org.gradus.engine.sim.MarketReport;
import org.gradus.engine.sim.SimulatedMarket;
import org.gradus.engine.tape.TapeEvent;

/// A venue in memory that keeps real books: the simulated market's, behind the ports of a live engine. It outlives the
/// engines that are connected to it, and loses what a test wants lost.
final class MemoryVenue implements VenueConnection, VenueFeed {
    /// What happens to a request.
    enum Fate {
        SERVED,
        /// It never arrives, and no answer comes.
        LOST,
        /// It takes effect, and no answer comes.
        UNANSWERED
    }

    private static final MarketModel MODEL = new MarketModel(7, new MarketModel.Latency(1, 0, 1, 0),
        new MarketModel.Pricing(0, 0, parse("1"), 3_600_000_000_000L),
        new MarketModel.Fees(parse("0.0025"), parse("0.0025"), 0),
        new MarketModel.Mishaps(0, 0, 1), new MarketModel.LastLook(10_000, 0, 86_400_000_000_000L));

    private final EngineClock clock;
    private final SimulatedMarket market;
    private final int instruments;
    private final MarketReport report = new MarketReport();
    private final Map<Long, Known> orders = new LinkedHashMap<>();
    private final Queue<Input> stream = new ArrayDeque<>();
    private final TapeEvent event = new TapeEvent();
    private Arrivals arrivals;
    private State state;
    private long positions;
    /// Every command that arrived.
    final List<String> requests = new ArrayList<>();
    Function<OrderCommand, Fate> fate = command -> Fate.SERVED;
    boolean restDown;
    long skewNs;
    long extraCash;
    /// Reports leave their order's view as it is, and are told to nobody.
    boolean losesReports;
    private boolean connected;

    private static final class Known {
        long high;
        long low;
        int instrument;
        long quantity;
        long filled;
        VenueOrderView.State state = VenueOrderView.State.WORKING;
        final List<Input.OrderFilled> fills = new ArrayList<>();
    }

    MemoryVenue(EngineClock clock, List<Instrument> instruments, long cash) {
        this.clock = clock;
        this.instruments = instruments.size();
        market = new SimulatedMarket(MODEL, instruments, cash, new long[instruments.size()]);
    }

    LiveVenue asVenue() {
        return new LiveVenue(this, List.of(this), note -> { });
    }

    @Override
    public synchronized void start(Arrivals to, State itsState) {
        arrivals = to;
        state = itsState;
    }

    /// The stream is connected: what happens from now on is told.
    void connect() {
        synchronized (this) {
            connected = true;
        }
        state.up();
    }

    /// Somebody else trades in the account, and the stream tells of it.
    void tellOfOthers() {
        state.booksChanged();
    }

    /// The stream is gone, and with it what it had not delivered.
    void drop() {
        synchronized (this) {
            connected = false;
            stream.clear();
        }
        state.down(VenueDownReason.STREAM_DROPPED);
    }

    synchronized void quote(String bid, String ask) {
        long size = parse("1000") / 10;
        market.onQuote(0, moment(), parse(bid), size, parse(ask), size);
        collect();
        if (connected) {
            event.from(0, ++positions, 0).at(0, clock.nowNs()).quote(parse(bid), size, parse(ask), size);
            arrivals.market(event);
        }
    }

    synchronized void trade(String price) {
        market.onTrade(0, moment(), parse(price), parse("1"));
        collect();
        if (connected) {
            event.from(0, ++positions, 0).at(0, clock.nowNs()).trade(parse(price), parse("1") / 10, (byte) 0);
            arrivals.market(event);
        }
    }

    /// Time at the market, which needs a few nanoseconds for each step.
    private long moment() {
        return Math.max(clock.nowNs(), market.nowNs() == Long.MIN_VALUE ? 0 : market.nowNs());
    }

    /// Delivers what the stream holds; false when that was nothing.
    boolean deliver() {
        Input next;
        synchronized (this) {
            next = stream.poll();
        }
        if (next != null) {
            arrivals.report(next, clock.nowNs());
        }
        return next != null;
    }

    @Override
    public synchronized SendOutcome submit(OrderCommand command) {
        if (command.action == OrderAction.SUBMIT && orders.containsKey(command.clientOrderId)) {
            return new SendOutcome.Refused(RejectReason.DUPLICATE_ID, "client_order_id must be unique");
        }
        Fate now = fate.apply(command);
        if (restDown || now == Fate.LOST) {
            return new SendOutcome.Unknown(UnknownReason.DROPPED);
        }
        Known known = new Known();
        known.instrument = command.instrumentId;
        known.quantity = command.quantity;
        orders.put(command.clientOrderId, known);
        if (command.legId != 0) {
            Known leg = new Known();
            leg.instrument = command.instrumentId;
            leg.quantity = command.quantity;
            leg.state = VenueOrderView.State.HELD;
            orders.put(command.legId, leg);
        }
        act(command);
        if (now == Fate.UNANSWERED) {
            return new SendOutcome.Unknown(UnknownReason.TIMEOUT);
        }
        return known.state == VenueOrderView.State.REJECTED
            ? new SendOutcome.Refused(RejectReason.VENUE_CHOICE, "rejected")
            : new SendOutcome.Accepted(known.high, known.low, command.legId != 0);
    }

    private void act(OrderCommand command) {
        requests.add(command.action + " " + command.purpose);
        OrderCommand now = new OrderCommand();
        now.copyFrom(command);
        now.decidedNs = moment();
        market.submit(now);
        collect();
    }

    @Override
    public SendOutcome replace(OrderCommand command) {
        return submit(command);
    }

    @Override
    public synchronized SendOutcome cancel(OrderCommand command) {
        Fate now = fate.apply(command);
        if (restDown || now == Fate.LOST) {
            return new SendOutcome.Unknown(UnknownReason.DROPPED);
        }
        Known known = orders.get(command.clientOrderId);
        if (known == null || !known.state.open()) {
            return new SendOutcome.Refused(RejectReason.UNKNOWN, "order not found");
        }
        act(command);
        return now == Fate.UNANSWERED ? new SendOutcome.Unknown(UnknownReason.TIMEOUT) : new SendOutcome.Accepted(0, 0);
    }

    /// The venue ends an order by itself.
    synchronized void end(long clientOrderId, VenueOrderView.State how) {
        OrderCommand command = new OrderCommand();
        command.action = OrderAction.CANCEL;
        command.clientOrderId = clientOrderId;
        command.decidedNs = moment();
        command.purpose = Purpose.ENTRY;
        market.submit(command);
        endsAs = how;
        collect();
        endsAs = VenueOrderView.State.CANCELLED;
    }

    private VenueOrderView.State endsAs = VenueOrderView.State.CANCELLED;

    /// Lets the market get through with everything, and takes its reports to the orders' views and the stream.
    private void collect() {
        long until = moment() + 5;
        while (market.pollReport(report, until)) {
            Known known = orders.get(report.clientOrderId);
            Input told = known == null ? null : take(known);
            if (told != null && connected && !losesReports) {
                stream.add(told);
            }
        }
    }

    private Input take(Known known) {
        long id = report.clientOrderId;
        switch (report.kind) {
            case ACCEPTED -> {
                known.high = report.venueOrderIdHigh;
                known.low = report.venueOrderIdLow;
                known.state = VenueOrderView.State.WORKING;
                return new Input.OrderAccepted(id, known.high, known.low);
            }
            case REJECTED -> {
                known.state = VenueOrderView.State.REJECTED;
                return new Input.OrderRejected(id, report.rejectReason, "");
            }
            case FILLED -> {
                Input.OrderFilled fill = new Input.OrderFilled(id, report.executionIdHigh, report.executionIdLow,
                    report.instrumentId, report.side, report.price, report.quantity, report.cumulative, report.fee,
                    report.feeInBase);
                known.fills.add(fill);
                known.filled = report.cumulative;
                known.state = known.filled >= known.quantity ? VenueOrderView.State.FILLED : known.state;
                return fill;
            }
            case CANCELLED, EXPIRED -> {
                known.state = endsAs;
                return endsAs == VenueOrderView.State.EXPIRED ? new Input.OrderExpired(id, report.cumulative)
                    : new Input.OrderCancelled(id, report.cumulative);
            }
            case HELD -> {
                return new Input.OrderHeld(id);
            }
            case SENT, NOT_SENT, UNKNOWN, REPLACED -> {
                return null;
            }
        }
        throw new IllegalStateException("no such report");
    }

    @Override
    public synchronized LookUp lookUp(long clientOrderId) {
        if (restDown) {
            return new LookUp.Failed("503");
        }
        Known known = orders.get(clientOrderId);
        return known == null ? new LookUp.NotFound() : new LookUp.Found(view(clientOrderId, known, known.fills));
    }

    private static VenueOrderView view(long id, Known known, List<Input.OrderFilled> fills) {
        return new VenueOrderView(id, known.high, known.low, known.instrument, known.state, known.quantity,
            known.filled, fills);
    }

    @Override
    public synchronized VenueSnapshot snapshot() {
        if (restDown) {
            return new VenueSnapshot.Failed("503");
        }
        List<Long> quantities = new ArrayList<>();
        for (int i = 0; i < instruments; i++) {
            quantities.add(market.account().position(i));
        }
        List<VenueOrderView> open = new ArrayList<>();
        orders.forEach((id, known) -> {
            if (known.state.open()) {
                open.add(view(id, known, List.of()));
            }
        });
        return new VenueSnapshot.Taken(market.account().cash() + extraCash,
            market.account().buyingPower() + extraCash, quantities, List.of(), open);
    }

    @Override
    public synchronized OptionalLong timeNs() {
        return restDown ? OptionalLong.empty() : OptionalLong.of(clock.nowNs() + skewNs);
    }

    synchronized long cash() {
        return market.account().cash();
    }

    synchronized long held() {
        return market.account().position(0);
    }

    synchronized List<Long> open() {
        return orders.entrySet().stream().filter(each -> each.getValue().state.open()).map(Map.Entry::getKey).toList();
    }

    @Override
    public synchronized void close() {
        connected = false;
    }
}
