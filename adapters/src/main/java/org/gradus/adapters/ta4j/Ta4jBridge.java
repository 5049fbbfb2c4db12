package org.gradus.adapters.ta4j;

import java.time.Duration;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.strategy.BarView;
import org.gradus.engine.strategy.Declaration;
import org.gradus.engine.strategy.Parameters;
import org.gradus.engine.strategy.Signal;
import org.gradus.engine.strategy.Strategy;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.TradingRecord;

/// Runs a ta4j strategy, unchanged, at each close of a bar; long only, sized by the limits, under a stop of its own. It
/// allocates, as ta4j does.
///
/// Its whole state is the bars and the trades it keeps; series, indicators and trading record are made from them. That
/// happens after a restart, and also when the bars are full and the older half goes: recursive indicators such as the
/// EMA then begin anew at the oldest bar left, in a first run and in a replay alike.
///
/// Parameters: `stop` 0–0.03 (0.02), `most-bars` 100–100000 bars kept (5000).
public final class Ta4jBridge implements Strategy {
    private final Ta4jMaker maker;
    private final double stop;
    private final int mostBars;
    private final KeptBars bars;
    private final KeptTrades trades;
    private Duration period = Duration.ZERO;
    private BarSeries series;
    private org.ta4j.core.Strategy strategy;
    private TradingRecord record;
    private boolean stale;
    private int entered;
    private int exited;

    public Ta4jBridge(Ta4jMaker maker, Parameters parameters) {
        this.maker = maker;
        stop = parameters.number("stop", 0.02, 0, 0.03);
        mostBars = parameters.whole("most-bars", 5_000, 100, 100_000);
        bars = new KeptBars(mostBars);
        trades = new KeptTrades(mostBars);
    }

    @Override
    public void declare(Declaration declaration) {
        period = Duration.ofNanos(declaration.timeframe().nanos());
        rebuild();
        int unstable = strategy.getUnstableBars();
        if (unstable >= mostBars / 2) {
            throw new IllegalArgumentException("parameter most-bars = " + mostBars + ": expected more than twice the "
                    + unstable + " unstable bars of the ta4j strategy");
        }
        declaration.warmUp(unstable + 1);
        String name = strategy.getName() == null || strategy.getName().isBlank() ? "the ta4j strategy"
                : strategy.getName().strip();
        entered = declaration.rationale("the entry rule of " + name.replace('\n', ' ') + " is satisfied");
        exited = declaration.rationale("the exit rule of " + name.replace('\n', ' ') + " is satisfied");
    }

    @Override
    public void observe(BarView bar) {
        take(bar);
    }

    @Override
    public void evaluate(BarView bar, Signal signal) {
        take(bar);
        int index = series.getEndIndex();
        if (bar.position() > 0) {
            if (strategy.shouldExit(index, record)) {
                signal.exit(exited);
            }
        } else if (!bar.entryPending() && strategy.shouldEnter(index, record)) {
            signal.enter(entered, stop);
        }
    }

    private void take(BarView bar) {
        boolean isNew = bars.isNew(bar);
        if (isNew && bars.full()) {
            trades.dropBars(bars.dropOlderHalf());
            stale = true;
        }
        if (stale) {
            rebuild();
        }
        if (isNew) {
            bars.take(bar);
            bars.addTo(series, bars.count() - 1, period);
            followPosition(bar);
        }
    }

    /// A fill is seen at the close of the bar it happened in; an exit's price is not known then and stands at that
    /// close.
    private void followPosition(BarView bar) {
        boolean holds = bar.position() > 0;
        if (holds == trades.inPosition()) {
            return;
        }
        if (holds) {
            trades.take(bars.count() - 1, bar.averagePrice(), bar.position());
        } else {
            trades.take(bars.count() - 1, bar.close(), trades.lastAmount());
        }
        trades.addLastTo(record, series);
    }

    private void rebuild() {
        series = new BaseBarSeriesBuilder().build();
        strategy = maker.over(series);
        for (int i = 0; i < bars.count(); i++) {
            bars.addTo(series, i, period);
        }
        record = trades.record(series);
        stale = false;
    }

    @Override
    public void visitState(StateVisitor visitor) {
        bars.visitState(visitor);
        trades.visitState(visitor);
        // The visit may have been a load.
        stale = true;
    }
}
