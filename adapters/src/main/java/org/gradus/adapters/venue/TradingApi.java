package org.gradus.adapters.venue;

/// The trading side of the venue behind whatever carries calls to it. Usable from any thread; never throws for what a
/// client sent.
@FunctionalInterface
public interface TradingApi {
    Reply handle(Call call);
}
