package org.gradus.engine.core;

import java.util.Arrays;
import java.util.List;
import org.gradus.engine.codec.RecordCursor;
import org.gradus.engine.codec.sbe.AccountDecoder;
import org.gradus.engine.codec.sbe.ForeignPositionDecoder;
import org.gradus.engine.codec.sbe.ReconciledDecoder;
import org.gradus.engine.codec.sbe.VenueOrderDecoder;
import org.gradus.engine.codec.sbe.VenuePositionDecoder;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.SplitRatio;
import org.gradus.engine.message.DifferenceKind;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.RiskReason;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// Compares the venue's account, positions and open orders with our books at the end of each reconciliation: orders one
/// by one where the venue lists them, else how many there are. What it cannot explain leaves the engine reducing until
/// the books agree again or the operator accepts it. Owned by the decision stage.
final class Reconciler implements Stateful {
    private final Books books;
    private final OperatorDesk operator;
    private final VenueDifference difference;
    private final DecisionLog log;
    private final Tolerance tolerance;
    private final AccountDecoder account = new AccountDecoder();
    private final VenuePositionDecoder position = new VenuePositionDecoder();
    private final VenueOrderDecoder order = new VenueOrderDecoder();
    private final ForeignPositionDecoder foreignPosition = new ForeignPositionDecoder();
    private final ReconciledDecoder end = new ReconciledDecoder();
    private final long[] venueQuantity;
    private final VenueOrders venueOrders;
    private final ForeignPositions foreign = new ForeignPositions();
    private long venueCash;
    private boolean tripped;

    Reconciler(Books books, OperatorDesk operator, VenueDifference difference, DecisionLog log) {
        this.books = books;
        this.operator = operator;
        this.difference = difference;
        this.log = log;
        tolerance = books.setup.tolerance();
        venueQuantity = new long[books.instruments()];
        venueOrders = new VenueOrders(books);
    }

    /// @return false when the message does not belong to a reconciliation
    boolean handle(RecordCursor cursor) {
        tripped = false;
        switch (cursor.templateId()) {
            case AccountDecoder.TEMPLATE_ID -> {
                forget();
                venueCash = account.wrap(cursor.buffer(), cursor.body(), cursor.blockLength(), cursor.version()).cash();
            }
            case VenuePositionDecoder.TEMPLATE_ID -> {
                position.wrap(cursor.buffer(), cursor.body(), cursor.blockLength(), cursor.version());
                venueQuantity[position.instrument()] = position.quantity();
            }
            case VenueOrderDecoder.TEMPLATE_ID ->
                venueOrders.add(order.wrap(cursor.buffer(), cursor.body(), cursor.blockLength(), cursor.version()));
            case ForeignPositionDecoder.TEMPLATE_ID ->
                foreign.add(foreignPosition.wrap(cursor.buffer(), cursor.body(), cursor.blockLength(),
                    cursor.version()));
            case ReconciledDecoder.TEMPLATE_ID -> compare(end.wrap(cursor.buffer(), cursor.body(), cursor.blockLength(),
                cursor.version()).openOrders());
            default -> {
                return false;
            }
        }
        return true;
    }

    /// One reconciliation more changes no state.
    private void forget() {
        venueCash = 0;
        Arrays.fill(venueQuantity, 0);
        venueOrders.clear();
        foreign.clear();
    }

    private long cashDifference() {
        return tolerance.ofCash(venueCash - books.portfolio.cash());
    }

    private long difference(int instrumentId) {
        return tolerance.ofQuantity(venueQuantity[instrumentId] - books.held(instrumentId),
            books.instrument(instrumentId).lot());
    }

    /// Whether it looks as if the position was split: one of the usual ratios, and no money moved.
    private long split(int instrumentId) {
        boolean stock = books.instrument(instrumentId).assetClass() == AssetClass.STOCK;
        return stock && cashDifference() == 0 && difference(instrumentId) != 0
            ? SplitRatio.between(books.held(instrumentId), venueQuantity[instrumentId]) : 0;
    }

    private void compare(int openOrders) {
        boolean listed = venueOrders.size() == openOrders;
        int ourOrders = books.orders.atVenue();
        venueOrders.compare();
        boolean other = difference.ofCash(cashDifference());
        other |= difference.orders.found(listed ? venueOrders.print() : openOrders - ourOrders);
        other |= difference.foreign.found(foreign.print());
        boolean orders = !difference.orders.holds();
        boolean named = listed && openOrders > 0;
        int differences = (cashDifference() == 0 ? 0 : 1) + (!orders ? 0 : named ? venueOrders.named() : 1)
            + (difference.foreign.holds() ? 0 : foreign.named());
        for (int i = 0; i < venueQuantity.length; i++) {
            other |= difference.ofPosition(i, difference(i), split(i));
            differences += difference(i) == 0 ? 0 : 1;
        }
        log.beginReconcile(differences);
        tell();
        if (orders && named) {
            venueOrders.name(log);
        } else if (orders) {
            log.difference(DifferenceKind.OPEN_ORDER, -1, ourOrders * FixedPoint.ONE, openOrders * FixedPoint.ONE);
        }
        log.endReconcile();
        if (differences == 0) {
            operator.reconciled();
        } else if (other) {
            books.latches.changed(RiskReason.RECONCILIATION, books.record);
        }
        venueOrders.mark(books.foreignOrder);
        tripped = differences > 0 && operator.trip(RiskReason.RECONCILIATION);
        forget();
    }

    private void tell() {
        if (cashDifference() != 0) {
            log.difference(DifferenceKind.CASH, -1, books.portfolio.cash(), venueCash);
        }
        for (int i = 0; i < venueQuantity.length; i++) {
            if (difference(i) != 0) {
                log.position(i, books.held(i), venueQuantity[i], split(i));
            }
        }
        if (!difference.foreign.holds()) {
            foreign.name(log);
        }
    }

    /// Whether a reconciliation with these books would find nothing new. It changes nothing; between events only.
    ///
    /// @param listed the orders and foreign positions that would be entered
    boolean agrees(long cash, long[] quantities, List<Input> listed) {
        VenueOrders theirs = new VenueOrders(books);
        ForeignPositions others = new ForeignPositions();
        for (Input each : listed) {
            if (each instanceof Input.VenueOrder venueOrder) {
                theirs.add(venueOrder);
            } else if (each instanceof Input.ForeignPosition held) {
                others.add(held);
            }
        }
        theirs.compare();
        boolean same = tolerance.ofCash(cash - books.portfolio.cash()) == 0
            && difference.orders.holds(theirs.print()) && difference.foreign.holds(others.print());
        for (int i = 0; i < quantities.length; i++) {
            same &= tolerance.ofQuantity(quantities[i] - books.held(i), books.instrument(i).lot()) == 0;
        }
        return same;
    }

    /// True when the message handled last was the first to tell of a difference.
    boolean tripped() {
        return tripped;
    }

    @Override
    public void visitState(StateVisitor visitor) {
        visitor.visit(venueQuantity);
        venueCash = visitor.visit(venueCash);
        venueOrders.visitState(visitor);
        foreign.visitState(visitor);
    }
}
