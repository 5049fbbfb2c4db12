/// Finnhub: prices of the last trades, asked for one at a time or streamed. A second opinion on Alpaca's, or a feed.
package org.gradus.adapters.finnhub;
