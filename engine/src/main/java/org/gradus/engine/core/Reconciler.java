package org.gradus.engine.core;

import java.util.Arrays;
import org.gradus.engine.codec.RecordCursor;
import org.gradus.engine.codec.sbe.AccountDecoder;
import org.gradus.engine.codec.sbe.ReconciledDecoder;
import org.gradus.engine.codec.sbe.VenuePositionDecoder;
import org.gradus.engine.message.DifferenceKind;
import org.gradus.engine.message.RiskReason;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// Compares the venue's account and positions with our books at the end of each reconciliation. What it cannot explain
/// leaves the engine reducing until the operator accepts it. Owned by the decision stage.
final class Reconciler implements Stateful {
    private final Books books;
    private final OperatorDesk operator;
    private final DecisionLog log;
    private final AccountDecoder account = new AccountDecoder();
    private final VenuePositionDecoder position = new VenuePositionDecoder();
    private final long[] venueQuantity;
    private long venueCash;
    private boolean tripped;

    Reconciler(Books books, OperatorDesk operator, DecisionLog log) {
        this.books = books;
        this.operator = operator;
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
            case ReconciledDecoder.TEMPLATE_ID -> compare();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void compare() {
        int differences = venueCash == books.portfolio.cash() ? 0 : 1;
        for (int i = 0; i < venueQuantity.length; i++) {
            differences += venueQuantity[i] == books.held(i) ? 0 : 1;
        }
        log.beginReconcile(differences);
        if (venueCash != books.portfolio.cash()) {
            log.difference(DifferenceKind.CASH, -1, books.portfolio.cash(), venueCash);
        }
        for (int i = 0; i < venueQuantity.length; i++) {
            if (venueQuantity[i] != books.held(i)) {
                log.difference(DifferenceKind.POSITION, i, books.held(i), venueQuantity[i]);
            }
        }
        log.endReconcile();
        if (differences > 0) {
            tripped = operator.trip(RiskReason.RECONCILIATION);
        } else {
            forget();
        }
    }

    /// What agreed leaves nothing behind, so that one reconciliation more changes no state.
    private void forget() {
        venueCash = 0;
        Arrays.fill(venueQuantity, 0);
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
