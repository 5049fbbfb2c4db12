package org.gradus.adapters.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gradus.adapters.alpaca.AlpacaSettings;
import org.gradus.adapters.alpaca.AlpacaVenue;
import org.gradus.adapters.alpaca.Heard;
import org.gradus.adapters.alpaca.access.AlpacaAccess;
import org.gradus.adapters.alpaca.access.AlpacaEndpoints;
import org.gradus.adapters.alpaca.access.Credentials;
import org.gradus.adapters.wire.StreamSettings;
import org.gradus.adapters.wire.WireHttp;
import org.gradus.engine.domain.FixedPoint;
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
import org.gradus.engine.message.VenueDownReason;
import org.gradus.engine.tape.TapeEvent;

/// Our end of the line to a venue: the sending desk and the adapter, with nobody's threads but the adapter's. It begins
/// with what earlier ends left behind, as an engine does with its journal.
final class LiveEnd implements Arrivals {
    private static final long SECOND_NS = 1_000_000_000L;
    /// How long real time may pass until something that must come is heard.
    private static final long PATIENCE_S = 60;

    private final HandVenue venue;
    private final Consumer<Input> heard;
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

    /// @param past  what the ends before this one handed over and heard
    /// @param heard takes every report
    LiveEnd(HandVenue venue, List<Object> past, Consumer<Input> heard) {
        this.venue = venue;
        this.heard = heard;
        SendingRules rules = SendingRules.of(9, 4, 10 * SECOND_NS);
        alpaca = new AlpacaVenue(access(), settings(), Market.INSTRUMENTS, _ -> { });
        connection = alpaca.connection();
        desk = new SendingDesk(orders, rules, venue::nowNs, this::own);
        settlement = new Settlement(orders, desk, rules, venue::nowNs, heard);
        door = new ReportFilter(settlement, this);
        for (SendingDesk.Lane lane : SendingDesk.Lane.values()) {
            lanes.add(new SendingLane(desk, lane, connection));
        }
        inquiries = new Inquiries(settlement, connection, door, venue::nowNs);
        relive(past);
        connect();
    }

    /// As an engine does, that enters what it is told at once.
    private void own(Input report) {
        heard.accept(report);
        if (report instanceof Input.OrderSent) {
            sendings++;
        }
    }

    private void relive(List<Object> past) {
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
        heard.accept(report);
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

    void send(OrderCommand command) {
        desk.send(command);
        work();
    }

    void riskState(RiskState state) {
        desk.riskState(state, venue.nowNs());
    }

    VenueSnapshot.Taken books() {
        VenueSnapshot snapshot = connection.snapshot();
        if (!(snapshot instanceof VenueSnapshot.Taken taken)) {
            throw new AssertionError("no snapshot: " + snapshot);
        }
        return taken;
    }

    /// The hours of the stock market, as the adapter reads them out of the venue's calendar.
    Input.TradingStatus hours() {
        Heard told = new Heard();
        try (VenueFeed hours = alpaca.hours(venue::nowNs, 60 * SECOND_NS).orElseThrow()) {
            hours.start(told, told);
            return (Input.TradingStatus) told.next();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    void close() {
        feed.close();
        connection.close();
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
}
