package org.gradus.engine.sim;

import static org.gradus.engine.domain.FixedPoint.ONE;

/// What a simulation test does to the reports between venue and engine, drawn from a seed. The venue itself stays
/// honest: only what is told of it is lost, doubled, late or out of order. Probabilities are scaled 1e-9.
///
/// @param seed         of the faults; apart from the market's, so that the same market can be told in many ways
/// @param lost         a report is not delivered until its order is looked up: 10 s later when an answer is awaited,
///                     when a cancel finds the order ended, and at the latest with the minute's reconciliation
/// @param doubled      a report comes a second time
/// @param late         a report comes later, so that others overtake it
/// @param latestNs     by how much at most a late or second report is late
/// @param unanswered   sending is not answered: `UNKNOWN` until a look-up; every second such order is itself lost
public record FaultPlan(long seed, long lost, long doubled, long late, long latestNs, long unanswered) {
    public static final FaultPlan NONE = new FaultPlan(0, 0, 0, 0, 1, 0);

    public FaultPlan {
        MarketModel.within("lost", lost, 0, ONE);
        MarketModel.within("doubled", doubled, 0, ONE);
        MarketModel.within("late", late, 0, ONE);
        MarketModel.within("latestNs", latestNs, 1, 3_600 * ONE);
        MarketModel.within("unanswered", unanswered, 0, ONE);
    }
}
