package org.gradus.adapters.acceptance;

import static org.gradus.engine.domain.FixedPoint.ONE;
import static org.gradus.engine.domain.FixedPoint.parse;

import java.util.List;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.sim.MarketModel;

/// What all gateways of the cards trade, and how fills are priced: pessimistically, and without luck.
final class Market {
    private static final long MS = 1_000_000L;

    static final List<Instrument> INSTRUMENTS = List.of(
        new Instrument(0, "BTC/USD", AssetClass.CRYPTO, "BTC", "USD", parse("0.01"), 1, parse("10"), parse("1000"), 9),
        new Instrument(1, "AAPL", AssetClass.STOCK, "AAPL", "USD", parse("0.01"), 1, parse("1"), parse("100000"), 9));

    private Market() {
    }

    static Instrument instrument(String symbol) {
        return INSTRUMENTS.stream().filter(each -> each.symbol().equals(symbol)).findFirst().orElseThrow();
    }

    /// A tenth of a quote's size is ours, markets and stops lose a thousandth; no order is rejected or cut by chance.
    static MarketModel model() {
        long quarterPercent = parse("0.0025");
        return new MarketModel(1, new MarketModel.Latency(MS, 0, MS, 0),
            MarketModel.pessimistic(1).pricing(),
            new MarketModel.Fees(quarterPercent, quarterPercent, 0), new MarketModel.Mishaps(0, 0, ONE),
            new MarketModel.LastLook(9, 4, 10 * ONE));
    }
}
