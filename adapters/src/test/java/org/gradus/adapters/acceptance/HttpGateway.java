package org.gradus.adapters.acceptance;

import static org.gradus.engine.domain.FixedPoint.format;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.gradus.adapters.alpaca.AlpacaSettings;
import org.gradus.adapters.alpaca.AlpacaVenue;
import org.gradus.adapters.alpaca.access.AlpacaAccess;
import org.gradus.adapters.alpaca.access.AlpacaEndpoints;
import org.gradus.adapters.alpaca.access.Credentials;
import org.gradus.adapters.wire.StreamSettings;
import org.gradus.adapters.wire.WireHttp;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.egress.Inquiries;
import org.gradus.engine.egress.OrderCommand;
import org.gradus.engine.egress.OutgoingOrders;
import org.gradus.engine.egress.ReportFilter;
import org.gradus.engine.egress.SendingDesk;
import org.gradus.engine.egress.SendingLane;
import org.gradus.engine.egress.SendingRules;
import org.gradus.engine.egress.Settlement;
import org.gradus.engine.egress.VenueConnection;
import org.gradus.engine.egress.VenueSnapshot;
import org.gradus.engine.ingress.Arrivals;
import org.gradus.engine.ingress.VenueFeed;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.TradingReason;
import org.gradus.engine.message.TradingState;
import org.gradus.engine.message.VenueDownReason;
import org.gradus.engine.tape.TapeEvent;

/// The gateway of live runs and the Alpaca adapter, over HTTP and WebSockets to our venue on loopback. The venue's
/// clock and ours are one, moved by hand; the sending threads' work is done here, one duty after the other.
final class HttpGateway implements GatewayUnderTest {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long MILLISECOND_NS = 1_000_000L;
    /// How long real time may pass until something that must come is heard.
    private static final long PATIENCE_S = 60;
    /// Longer than it takes to prove that an order never arrived.
    private static final int SECONDS_TO_PROVE = 60;

    private final HandVenue venue = new HandVenue(START.getEpochSecond() * SECOND_NS);
    private final LinkedBlockingQueue<Input> heard = new LinkedBlockingQueue<>();
    private final List<Object> past = new ArrayList<>();
    private Side side;
    private int reportsTaken;

    /// Our end of the line; a restart makes another.
    private final class Side implements Arrivals {
        private final OutgoingOrders orders = new OutgoingOrders(64);
        private final SendingDesk desk;
        private final Settlement settlement;
        private final List<SendingLane> lanes = new ArrayList<>();
        private final Inquiries inquiries;
        private final VenueConnection connection;
        private final AlpacaVenue alpaca;
        private final ReportFilter door;
        private final Semaphore marks = new Semaphore(0);
        private VenueFeed feed;
        private boolean listening;
        private int sendings;

        Side() {
            SendingRules rules = SendingRules.of(9, 4, 10 * SECOND_NS);
            alpaca = new AlpacaVenue(access(), settings(), Market.INSTRUMENTS, _ -> { });
            connection = alpaca.connection();
            desk = new SendingDesk(orders, rules, venue::nowNs, this::own);
            settlement = new Settlement(orders, desk, rules, venue::nowNs, heard::add);
            door = new ReportFilter(settlement, this);
            for (SendingDesk.Lane lane : SendingDesk.Lane.values()) {
                lanes.add(new SendingLane(desk, lane, connection));
            }
            inquiries = new Inquiries(settlement, connection, door, venue::nowNs);
            relive();
            connect();
        }

        /// As an engine does, that enters what it is told at once.
        private void own(Input report) {
            heard.add(report);
            if (report instanceof Input.OrderSent) {
                sendings++;
            }
        }

        private void relive() {
            for (Object each : past) {
                if (each instanceof OrderCommand command) {
                    desk.reliving().send(command);
                } else if (each instanceof Input input) {
                    settlement.relived(input, venue.nowNs());
                }
            }
            settlement.begin(venue.nowNs());
        }

        void connect() {
            CountDownLatch up = new CountDownLatch(1);
            AtomicReference<VenueDownReason> down = new AtomicReference<>();
            feed = alpaca.orderFeed(1);
            feed.start(door, new VenueFeed.State() {
                @Override
                public void up() {
                    up.countDown();
                }

                @Override
                public void down(VenueDownReason reason) {
                    down.set(reason);
                }
            });
            await(() -> up.await(PATIENCE_S, TimeUnit.SECONDS), () -> "the order stream comes up; " + down.get());
            listening = true;
            desk.venueUp(true);
            settlement.lookUpAll();
        }

        void disconnect() {
            feed.close();
            listening = false;
        }

        /// Of the market an order stream tells nothing but what it could not read: our mark.
        @Override
        public void market(TapeEvent event) {
            if (event.kind() != TapeEvent.Kind.FAULT) {
                throw new IllegalStateException("an order stream tells of no market");
            }
            marks.release();
        }

        @Override
        public void report(Input report, long venueTimeNs) {
            heard.add(report);
        }

        /// Hears all that the stream has to say by now, however slow the machine: it speaks in order.
        private void hearAll() {
            if (listening) {
                venue.mark();
                await(() -> marks.tryAcquire(PATIENCE_S, TimeUnit.SECONDS), () -> "the order stream's mark");
            }
        }

        /// Does what the threads would do, until there is nothing to hear and to do.
        void work() {
            boolean any = true;
            while (any) {
                hearAll();
                any = false;
                for (SendingLane lane : lanes) {
                    any |= lane.work();
                }
                any |= inquiries.work();
                desk.sendingsEntered(sendings, venue.nowNs());
                sendings = 0;
            }
        }

        void close() {
            feed.close();
            connection.close();
        }
    }

    private static void await(Callable<Boolean> comes, Supplier<String> what) {
        try {
            if (!comes.call()) {
                throw new AssertionError("not in time: " + what.get());
            }
        } catch (Exception interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private AlpacaAccess access() {
        Map<String, String> environment = Map.of("ALPACA_PAPER_KEY_ID", HandVenue.KEY, "ALPACA_PAPER_SECRET_KEY",
            HandVenue.SECRET);
        return AlpacaAccess.paper(AlpacaEndpoints.at(venue.address()),
            Credentials.Paper.from(environment).orElseThrow());
    }

    /// What takes long here is the machine's fault, and none of a card's.
    private static AlpacaSettings settings() {
        Duration patience = Duration.ofSeconds(PATIENCE_S);
        StreamSettings streams = new StreamSettings(patience, Duration.ofMillis(20), Duration.ofSeconds(1));
        WireHttp.Times times = new WireHttp.Times(patience, patience, patience, patience);
        return new AlpacaSettings(times, streams, 20_000, 10, FixedPoint.parse("0.0025"), 1,
            List.of());
    }

    @Override
    public void begin(long cash, Map<String, Long> holdings) {
        venue.endow(BigDecimal.valueOf(cash, 9), holdings);
        side = new Side();
    }

    @Override
    public void quote(String symbol, long bid, long ask, long size) {
        pass(SECOND_NS);
        venue.quote(symbol, bid, ask, size);
    }

    @Override
    public void send(OrderCommand command, long agoNs) {
        OrderCommand copy = new OrderCommand();
        copy.copyFrom(command);
        copy.decidedNs = venue.nowNs() - agoNs;
        past.add(copy);
        side.desk.send(copy);
        side.work();
        pass(SECOND_NS);
        venue.requote();
        pass(SECOND_NS);
    }

    private void pass(long forNs) {
        venue.pass(forNs);
        side.work();
    }

    @Override
    public void timePasses(long untilNs) {
        pass(untilNs - venue.nowNs());
    }

    @Override
    public long nowNs() {
        return venue.nowNs();
    }

    @Override
    public void halted(boolean halted) {
        side.desk.riskState(halted ? RiskState.HALTED : RiskState.ACTIVE, venue.nowNs());
    }

    @Override
    public void loseNext(Loss loss) {
        venue.loseNext(loss);
    }

    @Override
    public void streamDown(boolean down) {
        if (down) {
            hear();
            side.disconnect();
        } else {
            side.connect();
            side.work();
        }
    }

    @Override
    public void restart() {
        hear();
        side.close();
        side = new Side();
        side.work();
    }

    private final List<String> told = new ArrayList<>();

    @Override
    public List<String> settle(int expected) {
        hear();
        for (int i = 0; told.size() < expected && i < SECONDS_TO_PROVE; i++) {
            pass(SECOND_NS);
            hear();
        }
        List<String> words = List.copyOf(told);
        told.clear();
        return words;
    }

    /// Takes in all that has come.
    private void hear() {
        side.work();
        for (Input report = heard.poll(); report != null; report = heard.poll()) {
            past.add(report);
            String words = Words.of(report);
            if (!words.isEmpty() && !(venue.losing() && Words.inBetween(words))) {
                told.add(words);
            }
        }
    }

    @Override
    public String books() {
        if (!(side.connection.snapshot() instanceof VenueSnapshot.Taken taken)) {
            throw new AssertionError("no snapshot: " + side.connection.snapshot());
        }
        StringBuilder words = new StringBuilder("cash ").append(format(taken.cash()));
        for (Instrument each : Market.INSTRUMENTS) {
            long held = taken.quantities().get(each.id());
            if (held != 0) {
                words.append("; ").append(each.symbol()).append(' ').append(format(held));
            }
        }
        return words.append("; open ").append(taken.openOrders().size()).toString();
    }

    @Override
    public List<Input> takeReports() {
        List<Input> taken = past.stream().skip(reportsTaken).filter(Input.class::isInstance).map(Input.class::cast)
            .toList();
        reportsTaken = past.size();
        return taken;
    }

    /// As the adapter reads them out of the venue's calendar.
    @Override
    public Input.TradingStatus hours() {
        BlockingQueue<Input.TradingStatus> heardHours = new LinkedBlockingQueue<>();
        try (VenueFeed hours = side.alpaca.hours(venue::nowNs, 60 * SECOND_NS).orElseThrow()) {
            hours.start(new Arrivals() {
                @Override
                public void market(TapeEvent event) {
                    throw new IllegalStateException("hours have no price");
                }

                @Override
                public void report(Input report, long venueTimeNs) {
                    heardHours.add((Input.TradingStatus) report);
                }
            }, new VenueFeed.State() {
                @Override
                public void up() {
                    // Heard by its report.
                }

                @Override
                public void down(VenueDownReason reason) {
                    throw new IllegalStateException(reason.label());
                }
            });
            Input.TradingStatus status = heardHours.poll(PATIENCE_S, TimeUnit.SECONDS);
            if (status == null) {
                throw new AssertionError("nothing is told of the hours");
            }
            return status;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public Input.TradingStatus trading(String symbol, boolean goesOn) {
        return new Input.TradingStatus(Market.instrument(symbol).id(), goesOn ? TradingState.OPEN
            : TradingState.HALTED, TradingReason.EXCHANGE, 0, 0, "");
    }

    @Override
    public void receives(String symbol, long quantity) {
        venue.receives(symbol, quantity);
    }

    @Override
    public List<Input> reconciliation() {
        if (!(side.connection.snapshot() instanceof VenueSnapshot.Taken taken)) {
            throw new AssertionError("no snapshot: " + side.connection.snapshot());
        }
        List<Input> inputs = new ArrayList<>(List.of(new Input.Account(taken.cash(), taken.buyingPower())));
        for (int i = 0; i < taken.quantities().size(); i++) {
            if (taken.quantities().get(i) != 0) {
                inputs.add(new Input.VenuePosition(i, taken.quantities().get(i)));
            }
        }
        inputs.addAll(taken.foreign());
        taken.openOrders().forEach(each -> inputs.add(new Input.VenueOrder(each.clientOrderId(), each.idHigh(),
            each.idLow(), each.instrumentId(), each.quantity(), each.filled())));
        inputs.add(new Input.Reconciled(taken.openOrders().size()));
        return inputs;
    }

    @Override
    public void close() {
        if (side != null) {
            side.close();
        }
        venue.close();
    }
}
