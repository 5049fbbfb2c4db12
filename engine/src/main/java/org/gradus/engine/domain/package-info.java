/// The words and numbers everything else is written in: money, prices and quantities as scaled longs, the rounding
/// rules, and the closed vocabularies (sides, order states, rules, reasons) with their stable codes. Nothing here has
/// mutable state, so every type may be used from any thread.
@NullMarked
package org.gradus.engine.domain;

import org.jspecify.annotations.NullMarked;
