package org.gradus.engine.portfolio;

import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Side;

/// Fills in the words of a trader: decimal prices, quantities and fees.
final class Fills {
    private Fills() {
    }

    static long of(String decimal) {
        return FixedPoint.parse(decimal);
    }

    static Fill buy(String quantity, String price, String fee) {
        return fill(Side.BUY, of(quantity), of(price), of(fee), false);
    }

    static Fill buyWithFeeInBase(String quantity, String price, String fee) {
        return fill(Side.BUY, of(quantity), of(price), of(fee), true);
    }

    static Fill sell(String quantity, String price, String fee) {
        return fill(Side.SELL, of(quantity), of(price), of(fee), false);
    }

    static Fill fill(Side side, long quantity, long price, long fee, boolean feeInBase) {
        Fill fill = new Fill();
        fill.side = side;
        fill.quantity = quantity;
        fill.price = price;
        fill.fee = fee;
        fill.feeInBase = feeInBase;
        return fill;
    }
}
