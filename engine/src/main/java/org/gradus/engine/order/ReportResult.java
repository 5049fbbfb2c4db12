package org.gradus.engine.order;

import org.gradus.engine.message.FillRefusal;

/// What a report about an order came to.
public enum ReportResult {
    /// It moved the order, or was a fill in sequence.
    APPLIED,
    /// It was known already; nothing changed.
    DUPLICATE,
    /// Overtaken by a later report: its facts were taken, a fill was applied, and the state stayed.
    OUT_OF_ORDER,
    /// It contradicts what is known of the order; nothing changed.
    IGNORED_ILLEGAL,
    /// The order is neither open nor among the last ended ones.
    UNKNOWN_ORDER,
    /// A fill beyond the ordered quantity; nothing changed.
    EXCEEDS_ORDER;

    /// Whether a fill with this result changed the order, and so must change the position.
    public boolean applied() {
        return this == APPLIED || this == OUT_OF_ORDER;
    }

    /// The journal's word for a fill with this result.
    public FillRefusal fillRefusal() {
        return switch (this) {
            case APPLIED, OUT_OF_ORDER -> FillRefusal.NONE;
            case DUPLICATE -> FillRefusal.SEEN_BEFORE;
            case IGNORED_ILLEGAL, UNKNOWN_ORDER -> FillRefusal.UNKNOWN_ORDER;
            case EXCEEDS_ORDER -> FillRefusal.EXCEEDS_ORDER;
        };
    }
}
