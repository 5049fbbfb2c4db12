/// Wiring and lifecycle: builds the stages from configuration, lays them out on threads, recovers and replays. The only
/// package of the engine that sees all others; start reading at `SimulatedEngine`.
package org.gradus.engine.runtime;
