package org.gradus.engine.domain;

import java.util.List;

/// What the market stage needs to know; immutable for an epoch. Lists are indexed by instrument id.
///
/// @param base           timeframe that prints build
/// @param built          all timeframes, ascending, base first
/// @param barsFromFeed   by instrument: timeframes the feed delivers; empty = bars are built from prints
/// @param printCollar, printAgreement  ratios scaled 1e-9
public record MarketSetup(
        List<Instrument> instruments, Timeframe base, List<Timeframe> built, List<List<Timeframe>> barsFromFeed,
        long quoteFreshNs, long printCollar, long printAgreement, long printWaitNs) {
    public MarketSetup {
        instruments = List.copyOf(instruments);
        built = List.copyOf(built);
        barsFromFeed = List.copyOf(barsFromFeed);
    }

    /// The timeframe that builds an instrument's larger bars: the feed's smallest, else the base.
    public Timeframe baseOf(int instrumentId) {
        List<Timeframe> feed = barsFromFeed.get(instrumentId);
        return feed.isEmpty() ? base : feed.getFirst();
    }

    /// Timeframes above the base that are aggregated for the instrument, ascending.
    public List<Timeframe> aggregatedFor(int instrumentId) {
        Timeframe smallest = baseOf(instrumentId);
        List<Timeframe> feed = barsFromFeed.get(instrumentId);
        return built.stream().filter(t -> t.compareTo(smallest) > 0 && !feed.contains(t)).toList();
    }
}
