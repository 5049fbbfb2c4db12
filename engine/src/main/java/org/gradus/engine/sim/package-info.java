/// The in-process simulated market: a deterministic stand-in for the venue that backtests, demos and simulation tests
/// trade against. It keeps the venue's rules, adds latency, fees and mishaps, and takes the pessimistic side wherever
/// recorded history does not say what would have happened; `docs/simulation.md` lists every assumption.
///
/// Everything here belongs to one thread, the publisher's.
@NullMarked
package org.gradus.engine.sim;

import org.jspecify.annotations.NullMarked;
