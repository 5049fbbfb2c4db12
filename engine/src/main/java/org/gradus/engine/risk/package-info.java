/// The guardrails: what the gate asks before an order may leave, and the guards that remember (rate limit, circuit
/// breaker, extreme market, daily caps, parked orders). The decision stage's thread owns every object here; nothing
/// allocates after construction.
@NullMarked
package org.gradus.engine.risk;

import org.jspecify.annotations.NullMarked;
