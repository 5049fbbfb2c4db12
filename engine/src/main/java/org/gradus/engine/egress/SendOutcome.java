package org.gradus.engine.egress;

import java.util.Objects;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.message.RejectReason;
import org.gradus.engine.message.UnknownReason;

/// What came of one request to the venue.
public sealed interface SendOutcome {
    /// The venue has taken it. The two halves are its own 128-bit id of the order, as in the stream's reports; both 0
    /// for a cancel.
    ///
    /// @param leg whether the venue holds the leg that came with the order
    record Accepted(long idHigh, long idLow, boolean leg) implements SendOutcome {
        public Accepted(long idHigh, long idLow) {
            this(idHigh, idLow, false);
        }
    }

    /// The venue has answered no, for good.
    ///
    /// @param detail its words
    record Refused(RejectReason reason, String detail) implements SendOutcome {
        public Refused {
            Objects.requireNonNull(reason);
            Objects.requireNonNull(detail);
        }
    }

    /// Proven never to have reached the venue: no budget, no connection could be made, or it was asked to wait (429).
    record NotSent(NotSentReason reason) implements SendOutcome {
        public NotSent {
            Objects.requireNonNull(reason);
        }
    }

    /// It may or may not have been taken: the answer is missing, late, broken or no answer.
    record Unknown(UnknownReason reason) implements SendOutcome {
        public Unknown {
            Objects.requireNonNull(reason);
        }
    }
}
