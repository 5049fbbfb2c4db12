package org.gradus.engine.core;

import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.strategy.BarView;

/// What a strategy sees: the latest closed bar of its binding and its own position. Reused for every call.
final class StrategyView implements BarView {
    private final Books books;
    private Binding binding;
    private BarSeries series;

    StrategyView(Books books) {
        this.books = books;
    }

    void look(Binding at) {
        binding = at;
        series = at.series();
    }

    @Override
    public long endNs() {
        return series.endNs();
    }

    @Override
    public double open() {
        return series.open();
    }

    @Override
    public double high() {
        return series.high();
    }

    @Override
    public double low() {
        return series.low();
    }

    @Override
    public double close() {
        return series.close();
    }

    @Override
    public double volume() {
        return series.volume();
    }

    @Override
    public int barsSeen() {
        return series.barsSeen();
    }

    @Override
    public double value(int handle) {
        return series.value(binding.outputs()[handle]);
    }

    @Override
    public double previous(int handle) {
        return series.previous(binding.outputs()[handle]);
    }

    @Override
    public double previousClose() {
        return series.previousClose();
    }

    @Override
    public double position() {
        return FixedPoint.toDouble(books.sellable(binding.strategyId(), binding.instrumentId()));
    }

    @Override
    public double averagePrice() {
        return FixedPoint.toDouble(books.portfolio.position(binding.strategyId(), binding.instrumentId())
            .averagePrice());
    }

    @Override
    public boolean entryPending() {
        return books.orders.entryNotional(binding.strategyId(), binding.instrumentId()) > 0
                || books.guardrails.parkedOrders().notionalOfTrade(binding.strategyId(), binding.instrumentId()) > 0;
    }
}
