package org.gradus.engine.risk;

import static org.gradus.engine.domain.FixedPoint.parse;

import java.util.List;

/// The limits of a test: the defaults of the engine, each of which a test may change.
final class GivenLimits {
    long tradeSize = parse("0.05");
    long totalExposure = parse("0.2");
    long oneAsset = parse("0.3");
    long stopLoss = parse("0.03");
    long circuitBreaker = parse("0.1");
    long extremeMarket = parse("0.2");
    int ratePerMinute = 9;
    int rateReserved = 4;
    int entriesPerDay = 20;
    long lossPerDay = parse("0.03");
    long priceCollar = parse("0.02");
    long quoteFreshNs = parse("5");
    long referenceFreshNs = parse("300");
    long maximumOrderNotional = parse("50000");
    long takerFee = RiskLimits.DEFAULT_TAKER_FEE;
    long confirmAbove = parse("500");
    long vetoAbove = parse("1000");
    List<Long> budgets = List.of(parse("0.2"), parse("0.1"));
    List<String> phase3Instruments = List.of("BTC/USD");

    RiskLimits build() {
        return new RiskLimits(tradeSize, totalExposure, oneAsset, stopLoss, circuitBreaker, extremeMarket,
            ratePerMinute, rateReserved, entriesPerDay, lossPerDay,
            priceCollar, parse("0.1"), parse("0.02"), parse("5"), quoteFreshNs, referenceFreshNs,
            maximumOrderNotional, takerFee, confirmAbove, parse("900"), vetoAbove, parse("600"),
            false, parse("2"), parse("3"), parse("300"), parse("0.01"), budgets, phase3Instruments);
    }
}
