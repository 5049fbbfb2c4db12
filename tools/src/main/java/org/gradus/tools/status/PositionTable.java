package org.gradus.tools.status;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Side;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.StopAction;
import org.jspecify.annotations.Nullable;

/// Positions as the applied fills and what was taken over from the venue make them, and the stop each has. Owned by one
/// [StatusFold].
final class PositionTable {
    private final Map<Integer, Position> positions = new TreeMap<>();
    private final Map<Integer, Decision.StopDecision> stops = new TreeMap<>();

    /// Quantity and cost of one instrument.
    private static final class Position {
        private BigDecimal quantity = BigDecimal.ZERO;
        private BigDecimal averagePrice = BigDecimal.ZERO;

        private void fill(BigDecimal change, BigDecimal price) {
            BigDecimal after = quantity.add(change);
            if (change.signum() > 0 && after.signum() > 0) {
                averagePrice = quantity.multiply(averagePrice).add(change.multiply(price))
                    .divide(after, FixedPoint.DECIMALS, RoundingMode.HALF_EVEN);
            }
            quantity = after;
        }
    }

    void apply(Input.OrderFilled fill) {
        BigDecimal bought = decimal(fill.feeInBase() ? fill.quantity() - fill.fee() : fill.quantity());
        BigDecimal change = fill.side() == Side.BUY ? bought : decimal(fill.quantity()).negate();
        of(fill.instrument()).fill(change, decimal(fill.price()));
    }

    void apply(Decision.Adjustment adopted) {
        if (adopted.ratio() > 0) {
            split(adopted.instrument(), adopted.ratio());
        } else if (adopted.instrument() >= 0) {
            of(adopted.instrument()).fill(decimal(adopted.to() - adopted.from()), decimal(adopted.price()));
        }
    }

    void apply(Input.CorporateAction action) {
        if (action.ratio() > 0) {
            split(action.instrument(), action.ratio());
        }
    }

    private void split(int instrument, long ratio) {
        Position position = of(instrument);
        position.quantity = position.quantity.multiply(decimal(ratio)).setScale(FixedPoint.DECIMALS, RoundingMode.DOWN);
        position.averagePrice = position.averagePrice.divide(decimal(ratio), FixedPoint.DECIMALS,
            RoundingMode.HALF_EVEN);
    }

    void apply(Decision.StopDecision stop) {
        if (stop.action() == StopAction.DISARM) {
            stops.remove(stop.instrument());
        } else {
            stops.put(stop.instrument(), stop);
        }
    }

    private Position of(int instrument) {
        return positions.computeIfAbsent(instrument, key -> new Position());
    }

    List<Status.Holding> holdings(JournalNames names, Decision.@Nullable Equity equity) {
        List<Status.Holding> holdings = new ArrayList<>();
        positions.forEach((instrument, position) -> {
            if (position.quantity.signum() != 0) {
                holdings.add(new Status.Holding(names.symbol(instrument), text(position.quantity),
                    text(position.averagePrice), mark(instrument, equity), stop(instrument)));
            }
        });
        return holdings;
    }

    private static @Nullable String mark(int instrument, Decision.@Nullable Equity equity) {
        return equity == null ? null : equity.marks().stream().filter(mark -> mark.instrument() == instrument)
            .map(mark -> FixedPoint.format(mark.price())).findFirst().orElse(null);
    }

    private Status.@Nullable Stop stop(int instrument) {
        Decision.StopDecision stop = stops.get(instrument);
        return stop == null ? null : new Status.Stop(FixedPoint.format(stop.stopPrice()),
            FixedPoint.format(stop.quantity()), stop.held().label());
    }

    private static BigDecimal decimal(long fixed) {
        return BigDecimal.valueOf(fixed, FixedPoint.DECIMALS);
    }

    private static String text(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
