package org.gradus.engine.egress;

import org.gradus.engine.domain.TimeInForce;

/// One order that was handed over and is not known to have ended. Pooled; owned by [OutgoingOrders].
final class OutgoingOrder {
    static final long NEVER = Long.MAX_VALUE;

    /// Where it is.
    enum Place {
        /// With us: nothing of it has left.
        QUEUED,
        /// Its request is on its way, and the answer is not here.
        SENDING,
        /// Its request was answered, or the answer will never come.
        SENT
    }

    final OrderCommand command = new OrderCommand();
    Place place = Place.QUEUED;
    /// The venue has said that it has it.
    boolean acknowledged;
    /// The core has been told that nobody knows where it is.
    boolean unknown;
    /// At the venue, and not at work there.
    boolean heldThere;
    /// Over, but for fills that have not been told.
    boolean ended;
    /// What the venue says was filled in all, once it is over.
    long endedAt;
    long filled;
    long sentNs;
    boolean cancelWanted;
    boolean cancelling;
    int cancels;
    long cancelAtNs;
    long lookUpAtNs = NEVER;
    boolean lookingUp;
    int lookUps;
    int misses;
    /// When it was looked up last with an answer.
    long answeredNs;

    void begin(OrderCommand handedOver, Place at, long atNs) {
        command.copyFrom(handedOver);
        place = at;
        acknowledged = false;
        unknown = false;
        heldThere = false;
        ended = false;
        endedAt = 0;
        filled = 0;
        sentNs = atNs;
        cancelWanted = false;
        cancelling = false;
        cancels = 0;
        cancelAtNs = 0;
        lookUpAtNs = NEVER;
        lookingUp = false;
        lookUps = 0;
        misses = 0;
        answeredNs = 0;
    }

    boolean entry() {
        return !command.purpose.reduces();
    }

    /// An entry that the venue may keep for a while.
    boolean rests() {
        return entry() && command.timeInForce != TimeInForce.IOC;
    }

    /// A stop that goes along with its entry, in one request.
    boolean leg() {
        return command.parent != 0;
    }

    /// Nobody has spoken of it yet.
    boolean unheardOf() {
        return !acknowledged && filled == 0 && !ended && !heldThere;
    }

    void lookUpAt(long timeNs) {
        lookUpAtNs = Math.min(lookUpAtNs, timeNs);
    }
}
