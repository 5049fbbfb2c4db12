package org.gradus.engine.runtime;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import org.gradus.engine.codec.Stage;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.egress.Inquiries;
import org.gradus.engine.egress.OrderCommand;
import org.gradus.engine.egress.OrderGateway;
import org.gradus.engine.egress.OutgoingOrders;
import org.gradus.engine.egress.ReportFilter;
import org.gradus.engine.egress.SendingDesk;
import org.gradus.engine.egress.Settlement;
import org.gradus.engine.ingress.ArrivalQueue;
import org.gradus.engine.ingress.Arrivals;
import org.gradus.engine.ingress.EngineClock;
import org.gradus.engine.ingress.VenueFeed;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.StoppedReason;
import org.gradus.engine.strategy.StrategyFactory;

/// One live run: the same core, stages, journal and recovery as in a simulated one, with a clock, feeds on threads of
/// their own and a venue behind a gateway. The calling thread publishes: it calls [#step()] over and over. Everything
/// that talks to the venue has a thread of its own; start reading here.
public final class LiveEngine extends ChassisEngine {
    private static final int MARKET_ROOM = 1 << 14;
    private static final int REPORT_ROOM = 1 << 12;
    private static final int MOST_ORDERS = 1 << 10;

    private final EngineClock clock;
    private final ArrivalQueue arrivals;
    private final SendingDesk desk;
    private final Settlement settlement;
    private final LiveVenue venue;
    private final LiveSource source;
    private final VenueWatch venueWatch;
    private final LiveThreads threads;
    private final ReportFilter door;
    private final Queue<RiskStateAt> newRiskStates = new ConcurrentLinkedQueue<>();
    private final ScriptedOperator operator;
    private long heldUntil;

    /// Takes up the journal where it ends, or begins it. Nothing is connected before [#start()].
    ///
    /// @throws RecoveryFailed when the journal and this build and configuration do not agree
    public LiveEngine(RunSetup run, LiveRules rules, EngineClock clock, LiveVenue.Maker maker,
            StrategyFactory factory, Telemetry telemetry) {
        this(run, rules, clock, maker, factory, telemetry, UnaryOperator.identity());
    }

    /// @param fitting the stages as they are to be driven, given the engine's own: for tests that break something
    LiveEngine(RunSetup run, LiveRules rules, EngineClock clock, LiveVenue.Maker maker, StrategyFactory factory,
            Telemetry telemetry, UnaryOperator<List<Stage>> fitting) {
        super(new Chassis(run, factory, telemetry, fitting));
        this.clock = clock;
        arrivals = new ArrivalQueue(clock, MARKET_ROOM, REPORT_ROOM);
        OutgoingOrders orders = new OutgoingOrders(MOST_ORDERS);
        desk = new SendingDesk(orders, rules.sending(), clock, arrivals::own);
        settlement = new Settlement(orders, desk, rules.sending(), clock, arrivals::own);
        door = new ReportFilter(settlement, arrivals);
        source = new LiveSource(chassis, arrivals, clock, desk);
        operator = new ScriptedOperator(chassis.config.operatorScript(), chassis.ingress);
        chassis.recover(reliving(), slot -> {
            operator.relive(slot);
            source.relive(slot, settlement);
        });
        venue = maker.open(instruments());
        venueWatch = new VenueWatch(settlement, desk, arrivals, clock, rules, venue);
        chassis.start(new Told(desk, (state, timeNs) -> newRiskStates.add(new RiskStateAt(state, timeNs))),
            List.of(desk.gate()), clock.nowNs());
        source.begin();
        threads = new LiveThreads(desk, new Inquiries(settlement, venue.connection(), door, clock), venueWatch,
            venue.connection());
        venueWatch.begin();
        settlement.begin(chassis.scan.lastTimeNs());
        source.takeReports();
    }

    /// The script and the watch over the disk go on from what they knew.
    private OrderGateway reliving() {
        return new Told(desk.reliving(), (state, timeNs) -> {
            operator.riskState(state, timeNs);
            chassis.watch.riskState(state);
        });
    }

    private List<Instrument> instruments() {
        return chassis.config.instruments().stream().map(EngineConfig.InstrumentConfig::instrument).toList();
    }

    /// Hands over to the desk, and tells of risk states besides.
    private record Told(OrderGateway desk, RiskStates states) implements OrderGateway {
        /// Who wants to know of them.
        @FunctionalInterface
        private interface RiskStates {
            void changed(RiskState state, long timeNs);
        }

        @Override
        public void send(OrderCommand command) {
            desk.send(command);
        }

        @Override
        public void riskState(RiskState state, long timeNs) {
            desk.riskState(state, timeNs);
            states.changed(state, timeNs);
        }

        @Override
        public void journalFault(long timeNs) {
            desk.journalFault(timeNs);
        }

        @Override
        public void ourFault(long timeNs) {
            desk.ourFault(timeNs);
        }
    }

    /// The router's thread tells of it, the publishing thread acts on it.
    private record RiskStateAt(RiskState state, long timeNs) {
    }

    /// Puts the gateway's threads to work and connects the feeds.
    public void start() {
        threads.start();
        for (int i = 0; i < venue.feeds().size(); i++) {
            venue.feeds().get(i).start(door, venueWatch.feed(i));
        }
    }

    /// Takes in what has arrived, and the clock.
    ///
    /// @return false when nothing had, so that the caller may take a nap; no longer than a fraction of a second
    /// @throws StageFailed when a stage threw: the engine stops
    public boolean step() {
        threads.throwIfOneFailed();
        boolean any = source.step();
        if (heldUntil != 0 && chassis.telemetry.lastSequence() >= heldUntil) {
            heldUntil = 0;
            desk.holdEntries(false);
        }
        doChores();
        if (source.reportsWaited()) {
            venueWatch.reportsWaited();
        }
        return reconcile() || any;
    }

    /// What falls due besides events: the scripted operator, where one is configured, and the disk.
    private void doChores() {
        for (RiskStateAt each = newRiskStates.poll(); each != null; each = newRiskStates.poll()) {
            chassis.watch.riskState(each.state());
            operator.riskState(each.state(), each.timeNs());
        }
        if (operator.nextNs() <= chassis.ingress.nowNs()) {
            operator.resume(chassis.ingress.nowNs());
        }
        if (desk.takeJournalFault()) {
            chassis.watch.forceFailed();
        }
        if (chassis.watch.toTell()) {
            chassis.watch.tell();
        }
    }

    /// Compares a snapshot that the watch has taken. Books that differ are read again before that is told.
    private boolean reconcile() {
        VenueWatch.Taken taken = venueWatch.taken();
        if (taken == null) {
            return false;
        }
        source.synchronise();
        if (arrivals.reportsArrived() != taken.reports() || !desk.idle()) {
            venueWatch.again();
        } else if (!taken.lastTime() && !source.agrees(taken.books())) {
            venueWatch.differs();
        } else {
            Boolean comesUp = venueWatch.entering(taken);
            if (comesUp == null) {
                venueWatch.again();
            } else {
                source.reconcile(taken.books(), comesUp);
            }
        }
        return true;
    }

    /// Enters an operator's command, at the time of the last event. When a halt has been entered, every entry that left
    /// before it has been reported sent in front of it, and none leaves behind it.
    @Override
    public void command(Input.OperatorCommand command) {
        boolean halt = command.action() == OperatorAction.HALT;
        if (halt) {
            desk.holdEntries(true);
            source.drainReports();
        }
        chassis.ingress.elapsed(clock.nowNs());
        chassis.command(command);
        if (halt) {
            heldUntil = chassis.ingress.nextSequence() - 1;
        }
    }

    @Override
    public boolean diskSpace(long freeBytes) {
        boolean enough = chassis.roomEnough(freeBytes);
        chassis.watch.space(freeBytes, !roomAhead());
        return enough;
    }

    /// Lets no entry leave any more. What is on its way is answered, and exits and cancels that wait are sent, while
    /// the caller goes on with [#step()] until [#idle()], or as long as it likes.
    public void letFinish() {
        desk.stop();
    }

    /// Nothing waits to be sent, no request is on its way and every report has been taken in.
    public boolean idle() {
        source.synchronise();
        return desk.idle() && !arrivals.reportsWait();
    }

    /// Writes the end of the epoch and its seal; the journal is complete then. Stops at the venue stay.
    @Override
    public void stop(StoppedReason reason) {
        desk.stop();
        arrivals.end();
        venue.feeds().forEach(VenueFeed::close);
        threads.close();
        source.drainReports();
        chassis.stop(reason, source::synchronise);
    }

    /// Ends without a word in the journal, as a crash would, when [#stop(StoppedReason)] was not called before. Behind
    /// a fault of our own the cancels of open entries are sent first, as far as the venue answers.
    @Override
    public void close() {
        try {
            desk.close();
            threads.awaitNo(desk::entriesToCancel);
            arrivals.close();
            venue.feeds().forEach(VenueFeed::close);
            threads.close();
            venue.connection().close();
        } finally {
            chassis.close();
        }
    }

    /// The work of each of the engine's own threads, for tests that do it by hand.
    List<DutyThread.Duty> duties() {
        return threads.duties();
    }

    /// What feeds get at [#start()].
    Arrivals door() {
        return door;
    }

    VenueFeed.State feedState(int number) {
        return venueWatch.feed(number);
    }
}
