package org.gradus.engine.sim;

import org.gradus.engine.domain.Rounding;

/// The venue sometimes fills less than it could. Immutable.
record PartialFills(StatelessRandom random, MarketModel.Mishaps mishaps) {
    /// @param possible  not zero, a multiple of the lot
    long perhapsLess(VenueOrder order, long possible, long lot) {
        int chance = order.chances++;
        if (!random.chance(mishaps.partialFill(), order.clientOrderId, Draw.PARTIAL_FILL.at(chance))) {
            return possible;
        }
        long most = Math.max(lot, Rounding.fraction(order.remaining(), mishaps.partialAtMost()));
        long part = 1 + random.below(most, order.clientOrderId, Draw.PARTIAL_SIZE.at(chance));
        return Math.clamp(Rounding.quantityDown(part, lot), lot, possible);
    }
}
