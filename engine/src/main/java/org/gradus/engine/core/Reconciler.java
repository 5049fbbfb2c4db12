package org.gradus.engine.core;

import java.util.Arrays;
import org.gradus.engine.codec.RecordCursor;
import org.gradus.engine.codec.sbe.AccountDecoder;
import org.gradus.engine.codec.sbe.ReconciledDecoder;
import org.gradus.engine.codec.sbe.VenuePositionDecoder;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.message.DifferenceKind;
import org.gradus.engine.message.RiskReason;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// Compares the venue's account, positions and number of open orders with our books at the end of each reconciliation.
/// What it cannot explain leaves the engine reducing until the operator accepts it. Owned by the decision stage.
final class Reconciler implements Stateful {
    private final Books books;
    private final OperatorDesk operator;
    private final VenueDifference difference;
    private final DecisionLog log;
    private final AccountDecoder account = new AccountDecoder();
    private final VenuePositionDecoder position = new VenuePositionDecoder();
    private final ReconciledDecoder end = new ReconciledDecoder();
    private final long[] venueQuantity;
    private long venueCash;
    private boolean tripped;

    Reconciler(Books books, OperatorDesk operator, VenueDifference difference, DecisionLog log) {
        this.books = books;
        this.operator = operator;
        this.difference = difference;
        this.log = log;
        venueQuantity = new long[books.instruments()];
    }

    /// @return false when the message does not belong to a reconciliation
    boolean handle(RecordCursor cursor) {
        tripped = false;
        switch (cursor.templateId()) {
            case AccountDecoder.TEMPLATE_ID -> {
                venueCash = account.wrap(cursor.buffer(), cursor.body(), cursor.blockLength(), cursor.version()).cash();
                Arrays.fill(venueQuantity, 0);
            }
            case VenuePositionDecoder.TEMPLATE_ID -> {
                position.wrap(cursor.buffer(), cursor.body(), cursor.blockLength(), cursor.version());
                venueQuantity[position.instrument()] = position.quantity();
            }
            case ReconciledDecoder.TEMPLATE_ID -> compare(end.wrap(cursor.buffer(), cursor.body(), cursor.blockLength(),
                cursor.version()).openOrders());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void compare(int venueOrders) {
        int ourOrders = books.orders.atVenue();
        difference.ofCash(venueCash - books.portfolio.cash());
        difference.ofOpenOrders(venueOrders - ourOrders);
        boolean orders = !difference.ordersAccepted();
        int differences = (venueCash == books.portfolio.cash() ? 0 : 1) + (orders ? 1 : 0);
        for (int i = 0; i < venueQuantity.length; i++) {
            difference.ofPosition(i, venueQuantity[i] - books.held(i));
            differences += venueQuantity[i] == books.held(i) ? 0 : 1;
        }
        log.beginReconcile(differences);
        tell();
        if (orders) {
            log.difference(DifferenceKind.OPEN_ORDER, -1, ourOrders * FixedPoint.ONE, venueOrders * FixedPoint.ONE);
        }
        log.endReconcile();
        tripped = differences > 0 && operator.trip(RiskReason.RECONCILIATION);
        // One reconciliation more changes no state.
        venueCash = 0;
        Arrays.fill(venueQuantity, 0);
    }

    private void tell() {
        if (venueCash != books.portfolio.cash()) {
            log.difference(DifferenceKind.CASH, -1, books.portfolio.cash(), venueCash);
        }
        for (int i = 0; i < venueQuantity.length; i++) {
            if (venueQuantity[i] != books.held(i)) {
                log.difference(DifferenceKind.POSITION, i, books.held(i), venueQuantity[i]);
            }
        }
    }

    /// True when the message handled last was the first to tell of a difference.
    boolean tripped() {
        return tripped;
    }

    @Override
    public void visitState(StateVisitor visitor) {
        visitor.visit(venueQuantity);
        venueCash = visitor.visit(venueCash);
    }
}
