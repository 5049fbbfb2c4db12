/// TAAPI.IO: RSI and MACD as somebody else computes them, on another exchange's candles. Asked seldom and never waited
/// for.
package org.gradus.adapters.taapi;
