package org.gradus.adapters.venue.exchange;

import org.gradus.adapters.venue.MarketListener;

/// How orders meet the market. Guarded by the lock of [Exchange].
interface Matching {
    /// Before there is a market.
    Matching NONE = new Matching() {
        @Override
        public void arrived(Order order) {
        }

        @Override
        public void ended(Order order) {
        }

        @Override
        public void quote(Asset asset, MarketListener.Quote quote) {
        }

        @Override
        public void trade(Asset asset, MarketListener.Trade trade) {
        }

        @Override
        public void bar(Asset asset, MarketListener.Bar bar) {
        }

        @Override
        public void time(long nowNs) {
        }
    };

    /// An order has begun to work.
    void arrived(Order order);

    /// An order works no longer.
    void ended(Order order);

    /// Whether the venue takes an order that keeps every rule.
    default boolean takes(Order order) {
        return true;
    }

    void quote(Asset asset, MarketListener.Quote quote);

    void trade(Asset asset, MarketListener.Trade trade);

    void bar(Asset asset, MarketListener.Bar bar);

    /// A new second of venue time.
    void time(long nowNs);
}
