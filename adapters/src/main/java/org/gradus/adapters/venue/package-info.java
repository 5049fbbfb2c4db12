/// A venue of our own that speaks Alpaca's language on loopback, to prove the adapter on: what its parts know of each
/// other. `exchange` trades, `trading` answers calls about it, `market` plays tapes and keeps the clock, `data` answers
/// questions about the market, `stream` and `server` carry all of it over the wire.
package org.gradus.adapters.venue;
