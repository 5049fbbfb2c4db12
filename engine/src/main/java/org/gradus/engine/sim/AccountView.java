package org.gradus.engine.sim;

/// An account at the venue: what a reconciliation snapshot reads. Money and quantities are scaled 1e-9. Cold: each call
/// may walk over all orders. Read on the publisher thread only.
public interface AccountView {
    long cash();

    /// Cash kept back for open buy orders.
    long heldCash();

    /// Cash less what is kept back.
    default long buyingPower() {
        return cash() - heldCash();
    }

    long position(int instrumentId);

    /// Quantity kept back for open sell orders.
    long heldQuantity(int instrumentId);

    /// Orders accepted and not ended.
    int openOrders();
}
