/// The market the venue shows: its clock, the tapes that move it, and what is remembered of them for whoever asks.
package org.gradus.adapters.venue.market;
