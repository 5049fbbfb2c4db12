package org.gradus.tools.status;

import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.codec.RecordHeader;
import org.gradus.engine.codec.RecordSource;
import org.gradus.engine.domain.ClientOrderId;
import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.domain.Rule;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.TimeInForce;
import org.gradus.engine.message.CommandRefusal;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.DifferenceKind;
import org.gradus.engine.message.DisabledReason;
import org.gradus.engine.message.FillRefusal;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.JournalTrouble;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.Release;
import org.gradus.engine.message.RiskReason;
import org.gradus.engine.message.StopAction;
import org.gradus.engine.message.StopHolder;
import org.gradus.engine.message.TradingReason;
import org.gradus.engine.message.TradingState;
import org.gradus.engine.message.UnknownReason;
import org.gradus.engine.message.VenueDownReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an operator is shown of a journal, record by record.
class StatusFoldTest {
    private static final long NOON_NS = 1_700_049_600L * 1_000_000_000L;
    private static final long ENTRY = ClientOrderId.of(7, 42);
    private static final String ENTRY_TEXT = ClientOrderId.text(ENTRY);

    @TempDir
    private Path home;
    private final StatusFold fold = new StatusFold();
    private final EventSlot slot = EventSlot.ofCapacity(1 << 16);
    private long sequence;
    private long nowNs = NOON_NS;

    private Status after(Input input, Decision... decisions) {
        return after(0, input, decisions);
    }

    private Status after(int flags, Input input, Decision... decisions) {
        Journaled.Header header = new Journaled.Header(++sequence, 1, nowNs, nowNs, 0, sequence, flags);
        new RecordCodec().write(slot, new Journaled(header, input, List.of(), List.of(decisions)));
        fold.read(new OneRecord(slot));
        return fold.status();
    }

    private static Decision.OrderDecision order(OrderAction action, Rule rule, long expiresNs) {
        return new Decision.OrderDecision(ENTRY, action, Purpose.ENTRY, Side.BUY, OrderType.LIMIT, TimeInForce.IOC,
            false, RiskState.ACTIVE, 3, rule, DenialReason.NONE, 0, 0, parse("2"), parse("100"), parse("97"),
            parse("100"),
            parse("200"), parse("100000"), parse("200"), 0, 0, expiresNs);
    }

    private Status filled(String quantity, String cumulative, String fee, boolean applied) {
        return after(new Input.OrderFilled(ENTRY, 1, sequence, 0, Side.BUY, parse("100"), parse(quantity),
            parse(cumulative), parse(fee), true),
            new Decision.FillOutcome(ENTRY, applied, applied ? FillRefusal.NONE : FillRefusal.SEEN_BEFORE, false));
    }

    @Test
    void aParkedEntryIsShownWithItsIdAndEnd() {
        Status.Parked parked = after(new Input.TimeTick(), order(OrderAction.PARK, Rule.CONFIRMATION, NOON_NS)).parked()
            .getFirst();
        assertEquals(ENTRY_TEXT, parked.id());
        assertEquals("confirmation", parked.rule());
        assertEquals("2023-11-15T12:00:00Z", parked.expires());
        assertEquals(List.of(), after(new Input.TimeTick(), order(OrderAction.REFUSE, Rule.CONFIRMATION, 0)).parked());
    }

    @Test
    void anOrderIsShownUntilItEnds() {
        Status submitted = after(new Input.TimeTick(), order(OrderAction.SUBMIT, null, 0));
        assertEquals("submitted", submitted.orders().getFirst().state());
        assertEquals(1, submitted.rate().used());
        assertEquals("sent", after(new Input.OrderSent(ENTRY)).orders().getFirst().state());
        assertEquals("0.5", filled("0.5", "0.5", "0", true).orders().getFirst().filled());
        nowNs += 61_000_000_000L;
        Status whole = filled("1.5", "2", "0", true);
        assertEquals(List.of(), whole.orders());
        assertEquals(0, whole.rate().used());
    }

    @Test
    void aPositionIsWhatTheAppliedFillsMakeWithTheStopItHas() {
        after(new Input.TimeTick(), order(OrderAction.SUBMIT, null, 0));
        filled("1", "1", "0.01", true);
        Status.Holding held = filled("1", "1", "0.01", false).positions().getFirst();
        assertEquals("0.99", held.quantity());
        assertEquals("100", held.averagePrice());
        assertNull(held.stop());
        Status.Stop stop = after(new Input.TimeTick(), new Decision.StopDecision(StopAction.ARM, Side.SELL,
            StopHolder.VENUE, 0, parse("0.99"), parse("97"), 0, List.of())).positions().getFirst().stop();
        assertEquals(new Status.Stop("97", "0.99", "venue"), stop);
    }

    @Test
    void whatTheOperatorTookOverFromTheVenueIsHeld() {
        after(new Input.TimeTick(), order(OrderAction.SUBMIT, null, 0));
        filled("1", "1", "0", true);
        Status.Holding held = after(new Input.TimeTick(),
            new Decision.Adjustment(-1, -1, parse("100"), parse("90"), 0),
            new Decision.Adjustment(0, 0, parse("1"), parse("3"), parse("130"))).positions().getFirst();
        assertEquals("3", held.quantity());
        assertEquals("120", held.averagePrice());
        assertEquals(List.of(), after(new Input.TimeTick(),
            new Decision.Adjustment(0, 0, parse("3"), 0, parse("130"))).positions());
    }

    @Test
    void aFailedRecordNeverHappened() {
        Status status = after(RecordHeader.FAILED,
            new Input.OrderFilled(ENTRY, 1, 1, 0, Side.BUY, parse("100"), parse("1"), parse("1"), 0, false));
        assertEquals(List.of(), status.positions());
        assertEquals(1, status.record());
    }

    @Test
    void aStrategyThatThrewIsShownWithClassAndPlace() {
        Status status = after(new Input.TimeTick(), new Decision.StrategyDisabled(3, DisabledReason.THREW,
            "a.Fault at Mine.java:7"), new Decision.StrategyDisabled(4, DisabledReason.TOO_MANY_SIGNALS, ""));
        assertEquals(List.of(new Status.Disabled("engine", "threw", "a.Fault at Mine.java:7"),
            new Status.Disabled("engine", "too-many-signals", null)), status.disabled());
    }

    @Test
    void causesStayLatchedUntilTheyAreReleased() {
        after(new Input.OperatorCommand(OperatorAction.HALT, 0, 0, 1, 2, "ada"),
            new Decision.CommandOutcome(true, CommandRefusal.NONE),
            new Decision.RiskStateChange(RiskState.ACTIVE, RiskState.HALTED, RiskReason.OPERATOR_HALT));
        Status both = after(new Input.JournalHealth(JournalTrouble.DISK_LOW, false, 5),
            new Decision.RiskStateChange(RiskState.HALTED, RiskState.HALTED, RiskReason.DISK_LOW));
        assertEquals(List.of("operator-halt", "disk-low"), both.latched());
        Status halted = after(new Input.JournalHealth(JournalTrouble.DISK_LOW, true, 50),
            new Decision.RiskStateChange(RiskState.HALTED, RiskState.HALTED, RiskReason.DISK_LOW));
        assertEquals(List.of("operator-halt"), halted.latched());
        Status active = after(new Input.OperatorCommand(OperatorAction.RESUME, Release.HALT.bit(), 0, 1, 3, "ada"),
            new Decision.CommandOutcome(true, CommandRefusal.NONE),
            new Decision.RiskStateChange(RiskState.HALTED, RiskState.ACTIVE, RiskReason.OPERATOR_RESUME));
        assertEquals(List.of(), active.latched());
        assertEquals(List.of("halt", "resume"), active.commands().stream().map(Status.Outcome::action).toList());
    }

    @Test
    void aDifferenceOfTheBooksIsShownWithWhatAcceptsJustThis() {
        List<Decision.ReconcileOutcome.Difference> found = List.of(
            new Decision.ReconcileOutcome.Difference(DifferenceKind.CASH, -1, parse("100000"), parse("99958.99")),
            Decision.ReconcileOutcome.Difference.split(0, parse("10"), parse("40"), parse("4")),
            Decision.ReconcileOutcome.Difference.foreign("GME", parse("3")),
            new Decision.ReconcileOutcome.Difference(DifferenceKind.OPEN_ORDER, 0, parse("2"), 0, ENTRY));
        differ(found, new Decision.RiskStateChange(RiskState.ACTIVE, RiskState.REDUCING, RiskReason.RECONCILIATION));
        nowNs += 60_000_000_000L;
        Status status = differ(found);
        assertEquals("2023-11-15T12:00:00Z", status.reconciliation().unchanged());
        assertEquals(new Status.Difference("position", "instrument 0", null, "10", "40", "30", "4:1"),
            status.reconciliation().differences().get(1));
        Latches latches = new Latches(status, home);
        assertEquals(List.of("the venue's differ from ours since 2023-11-15 12:00:00 UTC",
            "cash: ours 100000, the venue's 99958.99 (-41.01)",
            "position instrument 0: ours 10, the venue's 40 (+30), which looks like a 4:1 split",
            "foreign position GME: ours 0, the venue's 3 (+3)",
            "open order instrument 0 " + ENTRY_TEXT + ": ours 2, the venue's 0 (-2)"), latches.difference());
        assertEquals(List.of("gradus resume --release reconciliation --seen 2 --home " + home
            + "    accepts just this difference"), latches.ways());
    }

    @Test
    void aDifferenceThatBecameAnotherSaysSinceWhen() {
        differ(List.of(new Decision.ReconcileOutcome.Difference(DifferenceKind.POSITION, 0, 0, parse("1"))),
            new Decision.RiskStateChange(RiskState.ACTIVE, RiskState.REDUCING, RiskReason.RECONCILIATION));
        nowNs += 60_000_000_000L;
        Status grown = differ(List.of(new Decision.ReconcileOutcome.Difference(DifferenceKind.POSITION, 0, 0,
            parse("2"))));
        assertEquals("the venue's differ from ours since 2023-11-15 12:00:00 UTC, by just this since "
            + "2023-11-15 12:01:00 UTC", new Latches(grown, home).difference().getFirst());
        Status clean = after(new Input.Reconciled(0), new Decision.ReconcileOutcome(true, List.of()),
            new Decision.RiskStateChange(RiskState.REDUCING, RiskState.ACTIVE, RiskReason.RECONCILED));
        assertNull(clean.reconciliation());
        assertEquals(List.of(), new Latches(clean, home).ways());
    }

    private Status differ(List<Decision.ReconcileOutcome.Difference> found, Decision... more) {
        List<Decision> all = new ArrayList<>(List.of(new Decision.ReconcileOutcome(false, found)));
        all.addAll(List.of(more));
        return after(new Input.Reconciled(0), all.toArray(Decision[]::new));
    }

    @Test
    void whatAResumeLeavesStaysLatched() {
        after(new Input.OperatorCommand(OperatorAction.HALT, 0, 0, 1, 2, "ada"),
            new Decision.CommandOutcome(true, CommandRefusal.NONE),
            new Decision.RiskStateChange(RiskState.ACTIVE, RiskState.HALTED, RiskReason.OPERATOR_HALT));
        differ(List.of(new Decision.ReconcileOutcome.Difference(DifferenceKind.CASH, -1, 0, parse("1"))),
            new Decision.RiskStateChange(RiskState.HALTED, RiskState.HALTED, RiskReason.RECONCILIATION));
        int both = Release.HALT.bit() | Release.RECONCILIATION.bit();
        Status status = after(new Input.OperatorCommand(OperatorAction.RESUME, both, 0, 1, 3, "ada", 1),
            new Decision.CommandOutcome(true, CommandRefusal.NONE, Release.HALT.bit()),
            new Decision.RiskStateChange(RiskState.HALTED, RiskState.REDUCING, RiskReason.OPERATOR_RESUME));
        assertEquals(List.of("reconciliation"), status.latched());
        assertEquals("1", status.reconciliation().differences().getFirst().difference());
    }

    @Test
    void theVenueIsShownWithWhyItIsDownAndWhatIsNotTradedThere() {
        assertNull(after(new Input.TimeTick()).venue());
        after(new Input.VenueDown(VenueDownReason.NOT_CONNECTED));
        nowNs += 1_000_000_000L;
        after(new Input.TradingStatus(-1, TradingState.OPEN, TradingReason.CALENDAR, nowNs + 1, 0, ""));
        after(new Input.TradingStatus(0, TradingState.HALTED, TradingReason.EXCHANGE, 0, 0, "H Trading Halt"));
        assertEquals(new Status.Venue("down", "clock-skew", "2023-11-15T12:00:00Z", List.of(new Status.Trading(
            "instrument 0", "halted", "exchange", "H Trading Halt", null))),
            after(new Input.VenueDown(VenueDownReason.CLOCK_SKEW)).venue());
        after(new Input.TradingStatus(0, TradingState.OPEN, TradingReason.EXCHANGE, 0, 0, ""));
        nowNs += 1_000_000_000L;
        assertEquals(new Status.Venue("up", null, "2023-11-15T12:00:02Z", List.of(new Status.Trading("stocks",
            "closed", "calendar", null, null))), after(new Input.VenueUp()).venue());
    }

    @Test
    void anOrderOfUnknownOutcomeSaysHowThatCame() {
        after(new Input.TimeTick(), order(OrderAction.SUBMIT, null, 0));
        Status.WorkingOrder unknown = after(new Input.OrderUnknown(ENTRY, UnknownReason.TIMEOUT)).orders().getFirst();
        assertEquals("unknown", unknown.state());
        assertEquals("timeout", unknown.why());
        Status.WorkingOrder found = after(new Input.OrderAccepted(ENTRY, 1, 2)).orders().getFirst();
        assertEquals("working", found.state());
        assertNull(found.why());
    }

    @Test
    void theStatusFileHoldsWhatWasWritten() {
        Status status = after(new Input.TimeTick(), order(OrderAction.PARK, Rule.VETO, NOON_NS));
        StatusFile file = new StatusFile(home);
        file.write(status);
        Status read = file.read().orElseThrow();
        assertEquals(status, new Status(read.record(), read.time(), read.riskState(), read.latched(), read.phase(),
            read.equity(), read.positions(), read.orders(), read.parked(), read.disabled(), read.rate(),
            read.commands(), read.venue(), read.reconciliation(), read.stopped(), null));
    }

    /// A journal of one record.
    private static final class OneRecord implements RecordSource {
        private final EventSlot slot;
        private boolean read;

        private OneRecord(EventSlot slot) {
            this.slot = slot;
        }

        @Override
        public boolean next() {
            boolean first = !read;
            read = true;
            return first;
        }

        @Override
        public DirectBuffer buffer() {
            return slot.buffer();
        }

        @Override
        public int offset() {
            return 0;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
