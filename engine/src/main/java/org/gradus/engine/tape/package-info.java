/// Recorded market history as a port: what a backtest, a paper run and the simulated venue read in time order, and
/// how several sources become one. Where the rows come from is an adapter's matter.
package org.gradus.engine.tape;
