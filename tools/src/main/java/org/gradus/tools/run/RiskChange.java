package org.gradus.tools.run;

import org.gradus.engine.domain.RiskState;

/// A moment at which the guardrails began to let through more or less.
///
/// @param cause the rule's name, or who resumed
record RiskChange(long timeNs, RiskState state, String cause) {
}
