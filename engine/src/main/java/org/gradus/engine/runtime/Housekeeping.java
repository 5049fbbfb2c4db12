package org.gradus.engine.runtime;

import org.gradus.engine.domain.RiskState;

/// What falls due with engine time besides the market: seals at the daily roll, the scripted operator.
interface Housekeeping {
    /// The first event of a new second is about to enter.
    void newSecond();

    /// The first event of a new UTC day is about to enter; everything before it has passed the stages.
    void newDay(long dayNs);

    /// Engine time of the next thing to do; Long.MAX_VALUE when there is none.
    long nextNs();

    void due(long timeNs);

    void riskState(RiskState state, long timeNs);

    /// A record could not be forced to disk.
    void journalFault();
}
