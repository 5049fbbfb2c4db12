package org.gradus.engine.core;

import org.gradus.engine.codec.sbe.OperatorCommandDecoder;
import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.domain.Rule;
import org.gradus.engine.message.AlertKind;
import org.gradus.engine.message.CommandRefusal;
import org.gradus.engine.message.JournalTrouble;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.Release;
import org.gradus.engine.message.RiskReason;
import org.gradus.engine.risk.ParkedOrder;
import org.gradus.engine.risk.ParkedOrders;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// Latches and releases: what the operator commands, what the guardrails trip, and the entries that wait for either.
/// Owned by the decision stage.
final class OperatorDesk implements Stateful {
    private static final Release[] RELEASES = Release.values();

    private final Books books;
    private final OrderDesk desk;
    private final PositionKeeper keeper;
    private final DecisionLog log;
    private final VenueDifference difference;
    private boolean entriesToCancel;
    private boolean parkedToEnd;

    OperatorDesk(Books books, OrderDesk desk, PositionKeeper keeper, DecisionLog log, VenueDifference difference) {
        this.books = books;
        this.desk = desk;
        this.keeper = keeper;
        this.log = log;
        this.difference = difference;
    }

    /// @param restoring what came of a parked order is recorded with the command, and not decided anew
    void handle(OperatorCommandDecoder command, boolean restoring) {
        long high = command.commandIdHigh();
        long low = command.commandIdLow();
        if (books.commands.contains(high, low)) {
            log.commandOutcome(CommandRefusal.SEEN_BEFORE);
            return;
        }
        books.commands.mark(high, low);
        switch (OperatorAction.of(command.action())) {
            case HALT -> log.commandOutcome(trip(RiskReason.OPERATOR_HALT) ? CommandRefusal.NONE
                : CommandRefusal.ALREADY_SO);
            case RESUME -> resume(command, restoring);
            case FLATTEN -> flatten();
            case APPROVE, VETO -> {
                if (!restoring) {
                    answer(command);
                }
            }
        }
    }

    private void answer(OperatorCommandDecoder command) {
        if (OperatorAction.of(command.action()) == OperatorAction.APPROVE) {
            approve(command.clientOrderId());
        } else {
            veto(command.clientOrderId());
        }
    }

    /// Latches a cause; on a fresh one entries are cancelled and the operator is told.
    boolean trip(RiskReason reason) {
        RiskState before = books.state();
        if (!books.latches.latch(reason, books.record)) {
            return false;
        }
        log.riskState(before, books.state(), reason);
        log.equity(books);
        alert(reason);
        entriesToCancel = true;
        return true;
    }

    private void alert(RiskReason reason) {
        switch (reason) {
            case CIRCUIT_BREAKER -> log.alert(AlertKind.CIRCUIT_BREAKER, 0);
            case EXTREME_MARKET -> log.alert(AlertKind.EXTREME_MARKET, 0);
            case RECONCILIATION -> log.alert(AlertKind.RECONCILIATION, 0);
            case JOURNAL_FAULT -> log.alert(AlertKind.JOURNAL_FAULT, 0);
            case DISK_LOW -> log.alert(AlertKind.DISK_LOW, 0);
            case OPERATOR_HALT, OPERATOR_RESUME, FLATTEN, RECONCILED -> {
                // Nothing is asked of the operator.
            }
        }
    }

    /// The venue's books and ours agree.
    void reconciled() {
        if (release(RiskReason.RECONCILIATION, RiskReason.RECONCILED)) {
            log.equity(books);
        }
    }

    /// A disk that will not force keeps entries out until the operator says otherwise, for no later success proves that
    /// nothing was lost. A low disk lets them back in as soon as there is space again.
    void journalHealth(JournalTrouble trouble, boolean over) {
        RiskReason cause = trouble == JournalTrouble.FORCE_FAILED ? RiskReason.JOURNAL_FAULT : RiskReason.DISK_LOW;
        if (!over) {
            trip(cause);
        } else if (release(cause, cause)) {
            log.equity(books);
        }
    }

    /// Entries that had no room to be cancelled in the record that tripped go in the next.
    void cancelEntries() {
        if (entriesToCancel && desk.cancelEntries()) {
            entriesToCancel = false;
        }
        if (parkedToEnd) {
            endParked();
        }
    }

    /// The cancels of a restored record have been taken over; what found no room in it is still to do.
    void restored() {
        entriesToCancel &= desk.entriesWorking();
        parkedToEnd &= books.guardrails.parkedOrders().nextExpired(Long.MAX_VALUE) != null;
    }

    /// What the operator cannot have seen as it is stays latched: a difference that is accepted changes the books.
    private void resume(OperatorCommandDecoder command, boolean restoring) {
        long seen = command.seen() == OperatorCommandDecoder.seenNullValue() ? 0 : command.seen();
        int asked = latched(command.releases());
        int released = seen(asked, seen);
        log.resumed(released, asked != released);
        if (Release.RECONCILIATION.in(released) && !restoring) {
            difference.accept();
            watchEquity(false);
        } else if (Release.RECONCILIATION.in(released)) {
            difference.acceptListed();
        }
        for (Release release : RELEASES) {
            if (release.in(released)) {
                release(RiskLatches.causeOf(release), RiskReason.OPERATOR_RESUME);
            }
        }
        if (released != 0) {
            log.equity(books);
        }
    }

    private int latched(int asked) {
        int latched = 0;
        for (Release release : RELEASES) {
            boolean held = release.in(asked) && books.latches.latched(RiskLatches.causeOf(release));
            latched |= held ? release.bit() : 0;
        }
        return latched;
    }

    private int seen(int asked, long record) {
        int seen = 0;
        for (Release release : RELEASES) {
            boolean known = release.in(asked) && books.latches.seenAt(RiskLatches.causeOf(release), record);
            seen |= known ? release.bit() : 0;
        }
        return seen;
    }

    /// Equity has moved.
    void watchEquity(boolean restoring) {
        books.guardrails.dailyCaps().onEquity(books.equity());
        if (!books.guardrails.circuitBreaker().onEquity(books.equity())) {
            return;
        }
        if (restoring) {
            books.guardrails.circuitBreaker().restoreTrip(false);
        } else {
            trip(RiskReason.CIRCUIT_BREAKER);
        }
    }

    private boolean release(RiskReason cause, RiskReason why) {
        RiskState before = books.state();
        if (!books.latches.release(cause)) {
            return false;
        }
        if (cause == RiskReason.CIRCUIT_BREAKER) {
            books.guardrails.circuitBreaker().review(books.equity());
        } else if (cause == RiskReason.EXTREME_MARKET) {
            books.guardrails.extremeMarket().release();
        }
        if (before != books.state()) {
            log.riskState(before, books.state(), why);
        }
        return true;
    }

    /// Positions go, and every entry that could still become one: at the venue, on its way, or waiting here.
    private void flatten() {
        log.commandOutcome(CommandRefusal.NONE);
        entriesToCancel = true;
        parkedToEnd = true;
        for (int i = 0; i < books.instruments(); i++) {
            keeper.out.flatten(i);
        }
    }

    private void endParked() {
        ParkedOrder parked = books.guardrails.parkedOrders().nextExpired(Long.MAX_VALUE);
        while (parked != null && log.hasRoomForOrder()) {
            lapseVetoed(parked);
            parked = books.guardrails.parkedOrders().nextExpired(Long.MAX_VALUE);
        }
        parkedToEnd = parked != null;
    }

    private void lapseVetoed(ParkedOrder parked) {
        boolean confirmation = parked.rule() == Rule.CONFIRMATION;
        desk.lapse(parked.draft().clientOrderId,
            confirmation ? DenialReason.CONFIRMATION_VETOED : DenialReason.VETOED);
    }

    private void approve(long clientOrderId) {
        if (books.guardrails.parkedOrders().find(clientOrderId) == null) {
            log.commandOutcome(CommandRefusal.NOTHING_PARKED);
            return;
        }
        log.commandOutcome(CommandRefusal.NONE);
        desk.release(clientOrderId, keeper);
    }

    private void veto(long clientOrderId) {
        ParkedOrder parked = books.guardrails.parkedOrders().find(clientOrderId);
        if (parked == null) {
            log.commandOutcome(CommandRefusal.NOTHING_PARKED);
            return;
        }
        log.commandOutcome(CommandRefusal.NONE);
        lapseVetoed(parked);
    }

    /// Ends or releases what has waited long enough: silence is no confirmation, but the end of a veto window is
    /// consent, provided the alert was delivered.
    void onTime() {
        ParkedOrders parked = books.guardrails.parkedOrders();
        ParkedOrder expired = parked.nextExpired(books.nowNs);
        while (expired != null && log.hasRoomForOrder()) {
            end(expired);
            expired = parked.nextExpired(books.nowNs);
        }
    }

    private void end(ParkedOrder expired) {
        long id = expired.draft().clientOrderId;
        if (expired.rule() == Rule.CONFIRMATION) {
            desk.lapse(id, DenialReason.CONFIRMATION_EXPIRED);
        } else if (expired.alertDelivered() || books.limits.vetoGoesWithoutAlert()) {
            desk.release(id, keeper);
        } else {
            desk.lapse(id, DenialReason.VETO_ALERT_UNDELIVERED);
        }
    }

    /// An alert about a parked order reached the operator: from now on silence counts as consent to a veto window's
    /// end.
    void alertDelivered(long clientOrderId) {
        ParkedOrder parked = books.guardrails.parkedOrders().find(clientOrderId);
        if (parked != null) {
            parked.markAlertDelivered();
        }
    }

    boolean entriesToCancel() {
        return entriesToCancel || parkedToEnd;
    }

    @Override
    public void visitState(StateVisitor visitor) {
        entriesToCancel = visitor.visit(entriesToCancel);
        parkedToEnd = visitor.visit(parkedToEnd);
    }
}
