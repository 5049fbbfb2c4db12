package org.gradus.engine.egress;

import java.util.Objects;

/// The answer to a look-up by client order id.
public sealed interface LookUp {
    record Found(VenueOrderView order) implements LookUp {
        public Found {
            Objects.requireNonNull(order);
        }
    }

    /// The venue does not know it now, which is no proof that a request still on its way will not arrive.
    record NotFound() implements LookUp {
    }

    /// No answer: asked again later.
    ///
    /// @param detail for people
    record Failed(String detail) implements LookUp {
        public Failed {
            Objects.requireNonNull(detail);
        }
    }
}
