package org.gradus.adapters.venue.exchange;

/// What is traded, where it stands, and who waits to trade it. Guarded by the lock of [Exchange].
record Market(Assets assets, Tickers tickers, Books books) {
}
