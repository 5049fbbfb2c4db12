package org.gradus.engine.egress;

import org.gradus.engine.ingress.Arrivals;
import org.gradus.engine.message.Input;
import org.gradus.engine.tape.TapeEvent;

/// What feeds hand their events to in a live engine: the sending side takes note of order reports first, and what says
/// nothing new goes no further, for streams and look-ups tell much twice.
public final class ReportFilter implements Arrivals {
    private final Settlement settlement;
    private final Arrivals behind;

    public ReportFilter(Settlement settlement, Arrivals behind) {
        this.settlement = settlement;
        this.behind = behind;
    }

    @Override
    public void market(TapeEvent event) {
        behind.market(event);
    }

    @Override
    public void report(Input report, long venueTimeNs) {
        if (settlement.note(report)) {
            behind.report(report, venueTimeNs);
        }
    }
}
