package org.gradus.engine.portfolio;

import static org.gradus.engine.portfolio.Fills.buy;
import static org.gradus.engine.portfolio.Fills.buyWithFeeInBase;
import static org.gradus.engine.portfolio.Fills.of;
import static org.gradus.engine.portfolio.Fills.sell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.domain.BrokenInvariant;
import org.gradus.engine.domain.Side;
import org.junit.jupiter.api.Test;

class PortfolioTest {
    private final Portfolio portfolio = new Portfolio(2, 1, of("1000"));

    /// Quantity, cost, realised and fees of a position.
    private static List<Long> figures(Position position) {
        return List.of(position.quantity(), position.costBasis(), position.realised(), position.fees());
    }

    private static List<Long> figures(String quantity, String cost, String realised, String fees) {
        return List.of(of(quantity), of(cost), of(realised), of(fees));
    }

    @Test
    void takesAFeeInCashOutOfTheCash() {
        portfolio.applyFill(0, buy("2", "100", "0.5"));
        assertEquals(figures("2", "200", "0", "0.5"), figures(portfolio.position(0, 0)));
        assertEquals(List.of(of("799.5"), of("999.5")), List.of(portfolio.cash(), portfolio.equity()));
    }

    @Test
    void takesAFeeInTheAssetOutOfTheQuantityAndCountsItAtTheFillPrice() {
        portfolio.applyFill(0, buyWithFeeInBase("2", "100", "0.005"));
        assertEquals(figures("1.995", "199.5", "0", "0.5"), figures(portfolio.position(0, 0)));
        assertEquals(List.of(of("800"), of("999.5")), List.of(portfolio.cash(), portfolio.equity()));
    }

    @Test
    void realisesAgainstTheShareOfTheCost() {
        portfolio.applyFill(0, buy("2", "100", "0"));
        portfolio.applyFill(0, buy("1", "130", "0"));
        portfolio.applyFill(0, sell("1", "120", "0.1"));
        assertEquals(figures("2", "220", "10", "0.1"), figures(portfolio.position(0)));
        assertEquals(of("110"), portfolio.position(0).averagePrice());
    }

    @Test
    void goesThroughZeroIntoAShortPosition() {
        portfolio.applyFill(0, buy("1", "100", "0"));
        portfolio.applyFill(0, sell("3", "110", "0"));
        assertEquals(figures("-2", "-220", "10", "0"), figures(portfolio.position(0)));
        portfolio.mark(0, of("105"));
        assertEquals(List.of(of("10"), of("210"), of("1020"), of("110")), List.of(portfolio.openProfit(),
            portfolio.exposure(), portfolio.equity(), portfolio.position(0).averagePrice()));
    }

    @Test
    void valuesAStartingPositionAtItsAveragePriceUntilTheFirstMark() {
        portfolio.start(0, of("2"), of("50"));
        assertEquals(List.of(of("1100"), of("1100"), 0L),
            List.of(portfolio.equity(), portfolio.startingEquity(), portfolio.openProfit()));
        portfolio.mark(0, of("60"));
        assertEquals(List.of(of("1120"), of("1100"), of("20")),
            List.of(portfolio.equity(), portfolio.startingEquity(), portfolio.openProfit()));
    }

    @Test
    void splitsASharedSellInTheOrderOfStrategies() {
        portfolio.applyFill(1, buy("0.3", "100", "0"));
        portfolio.applyFill(0, buy("0.2", "100", "0"));
        assertEquals(List.of("0: 0.2 0.000000001", "1: 0.3 0.000000001", "-1: 0.1 0.000000001"),
            shares(sell("0.6", "100", "0.000000003")));
        assertEquals(List.of("0: 0.2 0.000000001", "1: 0.05 0"), shares(sell("0.25", "100", "0.000000001")));
    }

    @Test
    void sharesOnlySells() {
        assertThrows(BrokenInvariant.class, () -> portfolio.allocateSell(buy("1", "1", "0")));
    }

    @Test
    void leavesEquityWhereItWasAtASplit() {
        portfolio.applyFill(0, buy("0.000000003", "100", "0"));
        portfolio.applyFill(1, buy("0.000000003", "100", "0"));
        portfolio.corporateAction(0, of("1.5"), 0);
        assertEquals(List.of(4L, 5L, 9L), List.of(portfolio.position(0, 0).quantity(),
            portfolio.position(1, 0).quantity(), portfolio.position(0).quantity()));
        assertEquals(List.of(of("66.666666667"), of("1000")), List.of(portfolio.mark(0), portfolio.equity()));
    }

    @Test
    void refusesAFillWithoutPriceOrQuantity() {
        assertThrows(BrokenInvariant.class,
            () -> portfolio.applyFill(0, Fills.fill(Side.BUY, 0, of("1"), 0, false)));
        assertThrows(BrokenInvariant.class,
            () -> portfolio.applyFill(0, Fills.fill(Side.BUY, of("1"), 0, 0, false)));
    }

    private List<String> shares(Fill fill) {
        List<String> shares = new ArrayList<>();
        FillSplit split = portfolio.allocateSell(fill);
        while (split.next()) {
            shares.add(split.strategyId() + ": " + plain(split.quantity()) + " " + plain(split.fee()));
        }
        return shares;
    }

    private static String plain(long scaled) {
        return Books.decimal(scaled).stripTrailingZeros().toPlainString();
    }
}
