package org.gradus.engine.risk;

import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Rounding;
import org.gradus.engine.order.OrderDraft;

/// Finds the largest quantity that every size rule of the gate still passes: one lot more breaks one of them.
/// Stateless; owned by the decision stage.
public final class PositionSizer {
    private static final long HALF = FixedPoint.ONE / 2;

    private final RiskLimits limits;
    private final ExposureRules exposure;

    public PositionSizer(RiskLimits limits) {
        this.limits = limits;
        this.exposure = new ExposureRules(limits);
    }

    /// In whole lots; 0 when nothing fits, or only less than the instrument's minimum notional.
    ///
    /// @param draft an entry with price, strategy and instrument; its quantity is not looked at
    public long quantity(OrderDraft draft, RiskView view) {
        Instrument instrument = view.instrument(draft.instrumentId);
        long room = Math.min(exposure.room(draft, view), Math.min(affordable(view.buyingPower()),
            limits.maximumOrderNotional()));
        if (room <= 0 || draft.price <= 0) {
            return 0;
        }
        long most = mostWithin(room, draft.price, instrument.maximumQuantity());
        long quantity = Rounding.quantityDown(most, instrument.lot());
        return Rounding.money(draft.price, quantity) < instrument.minimumNotional() ? 0 : quantity;
    }

    /// The largest notional whose worst fee is still paid for: a dollar of notional is bought at the price of a dollar
    /// and its fee.
    private long affordable(long buyingPower) {
        return Rounding.quantityFor(buyingPower, FixedPoint.ONE + limits.takerFee(), 1);
    }

    /// The largest quantity whose notional, rounded half-even, is at most `room`. What rounding gives away may be worth
    /// many lots of a cheap instrument: it is half a unit of money, or just less where the tie goes up, to an even
    /// number.
    private static long mostWithin(long room, long price, long maximum) {
        long exact = Rounding.quantityFor(room, price, 1);
        if (exact >= maximum) {
            return maximum;
        }
        // The two products wrap, but their difference is the remainder of the division, so it is exact.
        long remainder = room * FixedPoint.ONE - price * exact;
        long spare = remainder + HALF - (room & 1);
        return Math.min(exact + Long.divideUnsigned(spare, price), maximum);
    }
}
