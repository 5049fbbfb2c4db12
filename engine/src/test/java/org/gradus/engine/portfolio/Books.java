package org.gradus.engine.portfolio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// All figures of a portfolio at one moment, to be compared as a whole.
record Books(BigDecimal cash, BigDecimal cashFlows, BigDecimal startingEquity, BigDecimal equity, BigDecimal exposure,
             BigDecimal open, BigDecimal realised, BigDecimal fees, List<Row> instruments, List<Row> holders) {

    record Row(BigDecimal quantity, BigDecimal cost, BigDecimal realised, BigDecimal fees) {
        static final Row EMPTY = new Row(zero(), zero(), zero(), zero());

        Row plus(Row other) {
            return new Row(quantity.add(other.quantity), cost.add(other.cost), realised.add(other.realised),
                fees.add(other.fees));
        }
    }

    static Books of(Portfolio portfolio, int strategies, int instruments) {
        List<Row> sums = new ArrayList<>();
        List<Row> holders = new ArrayList<>();
        for (int i = 0; i < instruments; i++) {
            sums.add(row(portfolio.position(i)));
            for (int s = Portfolio.SUPERVISOR; s < strategies; s++) {
                holders.add(row(portfolio.position(s, i)));
            }
        }
        return new Books(decimal(portfolio.cash()), decimal(portfolio.cashFlows()), decimal(portfolio.startingEquity()),
            decimal(portfolio.equity()), decimal(portfolio.exposure()), decimal(portfolio.openProfit()),
            decimal(portfolio.realised()), decimal(portfolio.fees()), sums, holders);
    }

    static BigDecimal decimal(long scaled) {
        return BigDecimal.valueOf(scaled, 9);
    }

    private static BigDecimal zero() {
        return decimal(0);
    }

    private static Row row(Position position) {
        return new Row(decimal(position.quantity()), decimal(position.costBasis()), decimal(position.realised()),
            decimal(position.fees()));
    }
}
