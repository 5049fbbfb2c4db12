package org.gradus.tools.run;

import java.util.HashMap;
import java.util.Map;
import org.gradus.engine.domain.Rounding;
import org.gradus.engine.domain.Side;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;

/// Finished trades, folded from the shares that strategies had in fills: a trade lasts from flat to flat. Money is
/// scaled by 1e-9.
final class TradeFigures {
    private final Map<Cell, Holding> holdings = new HashMap<>();
    private int finished;
    private int won;
    private long best = Long.MIN_VALUE;
    private long worst = Long.MAX_VALUE;

    /// What one strategy does in one instrument.
    private record Cell(int strategy, int instrument) {
    }

    /// One strategy's position in one instrument.
    private static final class Holding {
        private long quantity;
        private long settled;
    }

    void add(Decision.Allocation share, Input input) {
        Holding holding = of(share.strategy(), share.instrument());
        boolean buy = share.side() == Side.BUY;
        long feeInAsset = buy && input instanceof Input.OrderFilled fill && fill.feeInBase() ? fill.fee() : 0;
        holding.quantity += buy ? share.quantity() - feeInAsset : -share.quantity();
        if (!buy && holding.quantity == 0) {
            long settled = share.realised() - share.fees();
            finish(settled - holding.settled);
            holding.settled = settled;
        }
    }

    /// What was taken over from the venue is held, and no trade's result.
    void add(Decision.Adjustment adopted) {
        if (adopted.ratio() > 0) {
            split(adopted.instrument(), adopted.ratio());
        } else if (adopted.instrument() >= 0) {
            of(adopted.strategy(), adopted.instrument()).quantity += adopted.to() - adopted.from();
        }
    }

    /// The trade goes on, in other units.
    void split(int instrument, long ratio) {
        holdings.forEach((cell, holding) -> {
            if (cell.instrument == instrument && ratio > 0) {
                holding.quantity = Rounding.fraction(holding.quantity, ratio);
            }
        });
    }

    private Holding of(int strategy, int instrument) {
        return holdings.computeIfAbsent(new Cell(strategy, instrument), _ -> new Holding());
    }

    private void finish(long net) {
        finished++;
        won += net > 0 ? 1 : 0;
        best = Math.max(best, net);
        worst = Math.min(worst, net);
    }

    int finished() {
        return finished;
    }

    int won() {
        return won;
    }

    /// Trades that are not finished yet.
    int open() {
        return (int) holdings.values().stream().filter(holding -> holding.quantity != 0).count();
    }

    /// Result of the best finished trade after fees; 0 without one.
    long best() {
        return finished == 0 ? 0 : best;
    }

    long worst() {
        return finished == 0 ? 0 : worst;
    }
}
