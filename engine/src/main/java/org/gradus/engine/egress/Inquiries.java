package org.gradus.engine.egress;

import org.gradus.engine.ingress.Arrivals;
import org.gradus.engine.ingress.EngineClock;
import org.gradus.engine.message.Input;

/// Looks orders up whose fate is open, and reports what the venue says of them. One thread.
public final class Inquiries {
    private final Settlement settlement;
    private final VenueConnection connection;
    private final Arrivals arrivals;
    private final EngineClock clock;

    /// @param arrivals takes note of the reports like of a feed's
    public Inquiries(Settlement settlement, VenueConnection connection, Arrivals arrivals, EngineClock clock) {
        this.settlement = settlement;
        this.connection = connection;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /// @return false when there was nothing to do
    public boolean work() {
        long id = settlement.next();
        if (id == 0) {
            return false;
        }
        for (Input report : settlement.answered(id, lookUp(id))) {
            arrivals.report(report, clock.nowNs());
        }
        return true;
    }

    private LookUp lookUp(long id) {
        try {
            long parent = settlement.parentOf(id);
            return parent == 0 ? connection.lookUp(id) : connection.lookUpLeg(id, parent);
        } catch (RuntimeException thrown) {
            return new LookUp.Failed("the adapter threw " + thrown.getClass().getSimpleName());
        }
    }
}
