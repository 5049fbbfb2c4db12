package org.gradus.engine.ingress;

import org.gradus.engine.message.Input;
import org.gradus.engine.tape.TapeEvent;

/// What feeds hand their events to, from any thread. The time of arrival is stamped here. Both calls wait while there
/// is no room, which the engine soon makes: nothing is lost on this side of the door.
public interface Arrivals {
    /// A market event; copied, so the caller may use it again. Its `timeNs` is of no matter.
    void market(TapeEvent event);

    /// A report about an order, or anything else about account and venue that must not be lost: a deposit, a corporate
    /// action. Reports about one order come in the venue's order, gaps filled by the caller.
    void report(Input report, long venueTimeNs);
}
