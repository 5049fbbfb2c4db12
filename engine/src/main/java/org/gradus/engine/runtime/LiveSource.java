package org.gradus.engine.runtime;

import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.codec.RecordCursor;
import org.gradus.engine.codec.RecordHeader;
import org.gradus.engine.codec.sbe.SealDecoder;
import org.gradus.engine.core.DecisionStage;
import org.gradus.engine.egress.SendingDesk;
import org.gradus.engine.egress.Settlement;
import org.gradus.engine.egress.VenueOrderView;
import org.gradus.engine.egress.VenueSnapshot;
import org.gradus.engine.ingress.ArrivalQueue;
import org.gradus.engine.ingress.EngineClock;
import org.gradus.engine.ingress.Entry;
import org.gradus.engine.ingress.LiveDoor;
import org.gradus.engine.ingress.Source;
import org.gradus.engine.message.Input;
import org.gradus.engine.tape.TapeEvent;

/// Takes in, on the publishing thread, what arrived from feeds and gateway: reports before market events, and time once
/// a second whatever happens.
final class LiveSource {
    private static final int REPORT_ROOM = 1 << 12;
    private static final int BAR_ROOM = 1 << 10;
    /// Market events between two looks at the reports.
    private static final int AT_ONCE = 64;
    private static final long DAY_NS = 86_400_000_000_000L;

    private final Chassis chassis;
    private final ArrivalQueue arrivals;
    private final EngineClock clock;
    private final SendingDesk desk;
    private final LiveDoor door;
    private final TapeEvent event = new TapeEvent();
    private final RecordCursor cursor = new RecordCursor();
    private final RecordCodec codec = new RecordCodec();
    private long reports;
    private long nextDayNs;
    private boolean unsealedDay;
    private long refusedReports;
    private int sendings;
    private long lastSecondNs;

    LiveSource(Chassis chassis, ArrivalQueue arrivals, EngineClock clock, SendingDesk desk) {
        this.chassis = chassis;
        this.arrivals = arrivals;
        this.clock = clock;
        this.desk = desk;
        door = new LiveDoor(chassis.ingress, chassis.config.instruments().size(), REPORT_ROOM, BAR_ROOM);
    }

    /// Notes what a record of an earlier process tells of reports and days.
    void relive(EventSlot slot, Settlement settlement) {
        if (RecordHeader.source(slot.buffer(), 0) == Source.VENUE) {
            reports = Math.max(reports, RecordHeader.sourcePosition(slot.buffer(), 0));
            settlement.relived(codec.read(slot.buffer(), 0).input(), slot.timeNs());
        }
        unsealedDay |= nextDayNs != 0 && slot.timeNs() >= nextDayNs;
        nextDayNs = slot.timeNs() - Math.floorMod(slot.timeNs(), DAY_NS) + DAY_NS;
        cursor.wrap(slot.buffer(), 0);
        unsealedDay &= !(cursor.advance() && cursor.templateId() == SealDecoder.TEMPLATE_ID);
    }

    /// Enters what the process before this one had no time for.
    void begin() {
        chassis.ingress.finishSecond();
        if (unsealedDay) {
            unsealedDay = false;
            chassis.sealAndKeep(this::synchronise);
        }
        nextDayNs = chassis.ingress.nowNs() - Math.floorMod(chassis.ingress.nowNs(), DAY_NS) + DAY_NS;
    }

    void synchronise() {
        chassis.pipeline().awaitIdle();
    }

    /// Takes in what has arrived.
    ///
    /// @return false when nothing had
    boolean step() {
        long nowNs = clock.nowNs();
        if (nowNs >= nextDayNs) {
            newDay(nowNs);
        }
        boolean any = takeReports();
        for (int i = 0; i < AT_ONCE && arrivals.takeMarket(event); i++) {
            door.market(event);
            any = true;
        }
        if (nowNs - lastSecondNs >= 1_000_000_000L || chassis.ingress.tickDue(nowNs)) {
            lastSecondNs = nowNs;
            keepSeals();
        }
        door.time(nowNs);
        return any;
    }

    private void keepSeals() {
        if (!chassis.seals.keepsUp()) {
            chassis.watch.forceFailed();
        }
    }

    private void newDay(long nowNs) {
        takeReports();
        chassis.ingress.clock(nextDayNs);
        synchronise();
        chassis.sealAndKeep(this::synchronise);
        nextDayNs = nowNs - Math.floorMod(nowNs, DAY_NS) + DAY_NS;
    }

    /// Takes in every report that waits; one that the door has no place for stays.
    ///
    /// @return false when none did
    boolean takeReports() {
        boolean any = false;
        ArrivalQueue.Report report = arrivals.firstReport();
        while (report != null && enter(report.input(), report.timeNs(), report.venueTimeNs())) {
            arrivals.removeReport();
            any = true;
            report = arrivals.firstReport();
        }
        tellSendings();
        return any;
    }

    private boolean enter(Input input, long timeNs, long venueTimeNs) {
        Entry entry = door.report(input, timeNs, venueTimeNs, Source.VENUE, reports + 1);
        reports += entry == Entry.REFUSED ? 0 : 1;
        sendings += entry != Entry.REFUSED && input instanceof Input.OrderSent ? 1 : 0;
        return entry != Entry.REFUSED;
    }

    /// What waits at the door has no time yet.
    private void tellSendings() {
        if (sendings > 0 && door.waitingReports() == 0) {
            desk.sendingsEntered(sendings, chassis.ingress.nowNs());
            sendings = 0;
        }
    }

    /// Enters every report that has arrived, and waits until none is left at the door.
    void drainReports() {
        while (takeReports() || door.waitingReports() > 0 || arrivals.reportsWait()) {
            if (!door.time(clock.nowNs())) {
                Thread.onSpinWait();
            }
        }
    }

    /// Whether reports have had to wait outside the door since the last call.
    boolean reportsWaited() {
        boolean more = door.refusedReports() > refusedReports;
        refusedReports = door.refusedReports();
        return more;
    }

    /// Whether the venue's books agree with ours. Nothing may be published meanwhile.
    boolean agrees(VenueSnapshot.Taken books) {
        DecisionStage core = chassis.assembly.decision();
        synchronise();
        return books.quantities().size() == chassis.config.instruments().size()
            && core.agrees(books.cash(), books.quantities().stream().mapToLong(Long::longValue).toArray(),
                listed(books));
    }

    /// Orders and what this run does not trade, as inputs.
    private static List<Input> listed(VenueSnapshot.Taken books) {
        List<Input> inputs = new ArrayList<>(books.foreign());
        for (VenueOrderView order : books.openOrders()) {
            inputs.add(new Input.VenueOrder(order.clientOrderId(), order.idHigh(), order.idLow(), order.instrumentId(),
                order.quantity(), order.filled()));
        }
        return inputs;
    }

    /// Enters the venue's books.
    void reconcile(VenueSnapshot.Taken books, boolean comesUp) {
        enterNow(new Input.Account(books.cash(), books.buyingPower()));
        for (int i = 0; i < books.quantities().size(); i++) {
            long quantity = books.quantities().get(i);
            if (quantity != 0) {
                enterNow(new Input.VenuePosition(i, quantity));
            }
        }
        listed(books).forEach(this::enterNow);
        enterNow(new Input.Reconciled(books.openOrders().size()));
        if (comesUp) {
            enterNow(new Input.VenueUp());
        }
    }

    /// A reconciliation is one thing: nothing else enters in between, and it waits for room.
    private void enterNow(Input input) {
        long nowNs = clock.nowNs();
        while (!enter(input, nowNs, nowNs)) {
            Thread.onSpinWait();
        }
    }
}
