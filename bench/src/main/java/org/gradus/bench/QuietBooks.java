package org.gradus.bench;

import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.risk.RiskView;

/// Books of an account that holds nothing, in a market that has just traded: what the gate reads when all is well.
record QuietBooks(Instrument traded, long cash, long price) implements RiskView {
    private static final long TIME_NS = 1_700_000_000_000_000_000L;
    private static final int PLENTY = 64;

    @Override
    public long timeNs() {
        return TIME_NS;
    }

    @Override
    public int phase() {
        return 1;
    }

    @Override
    public DenialReason entryBlock(int instrumentId) {
        return DenialReason.NONE;
    }

    @Override
    public DenialReason hoursBlock(int instrumentId) {
        return DenialReason.NONE;
    }

    @Override
    public boolean exitWorking(int instrumentId) {
        return false;
    }

    @Override
    public boolean foreignOrder(int instrumentId) {
        return false;
    }

    @Override
    public boolean venueUp() {
        return true;
    }

    @Override
    public Instrument instrument(int instrumentId) {
        return traded;
    }

    @Override
    public long lastPrice(int instrumentId) {
        return price;
    }

    @Override
    public long bid(int instrumentId) {
        return 0;
    }

    @Override
    public long ask(int instrumentId) {
        return 0;
    }

    @Override
    public long quoteAgeNs(int instrumentId) {
        return 1;
    }

    @Override
    public long mark(int instrumentId) {
        return price;
    }

    @Override
    public long equity() {
        return cash;
    }

    @Override
    public long buyingPower() {
        return cash;
    }

    @Override
    public long tradeNotional(int strategyId, int instrumentId) {
        return 0;
    }

    @Override
    public long totalNotional() {
        return 0;
    }

    @Override
    public long assetNotional(int instrumentId) {
        return 0;
    }

    @Override
    public long strategyNotional(int strategyId) {
        return 0;
    }

    @Override
    public int freeOrders() {
        return PLENTY;
    }

    @Override
    public int freeParked() {
        return PLENTY;
    }
}
