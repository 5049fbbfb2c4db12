package org.gradus.engine.risk;

import static org.gradus.engine.domain.FixedPoint.parse;
import static org.gradus.engine.domain.Rule.BUYING_POWER;
import static org.gradus.engine.domain.Rule.LOT;
import static org.gradus.engine.domain.Rule.MINIMUM_NOTIONAL;
import static org.gradus.engine.domain.Rule.QUANTITY_RANGE;
import static org.gradus.engine.domain.Rule.STOP_LOSS;
import static org.gradus.engine.domain.Rule.TICK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gradus.engine.domain.Side;
import org.junit.jupiter.api.Test;

class OrderRulesTest {
    private final RiskDesk desk = new RiskDesk();

    @Test
    void refusesALimitPriceBetweenTwoTicks() {
        assertEquals("0 = 0, 0 of 0, pass", desk.line(TICK));
        assertEquals("tick: 0.001 = 0, 0.001 of 0, deny off-tick", desk.entry("1", "1000.001", "970").decision());
    }

    @Test
    void findsNoTickInAMarketOrder() {
        assertEquals("0 <= 0, 0 of 0, pass", desk.marketEntry("1", "1000.001", "970.1").line(TICK));
    }

    @Test
    void refusesAPartOfALot() {
        assertEquals("0 = 0, 0 of 0, pass", desk.line(LOT));
        assertEquals("lot: 0.00005 = 0, 0.00005 of 0, deny off-lot", desk.entry("1.00005", "1000", "970").decision());
    }

    @Test
    void refusesLessThanTheMinimumNotional() {
        assertEquals("10 >= 10, 10 of 10, pass", desk.entry("0.01", "1000", "970").line(MINIMUM_NOTIONAL));
        assertEquals("minimum-notional: 9.9 >= 10, 9.9 of 10, deny below-minimum-notional",
            desk.entry("0.0099", "1000", "970").decision());
    }

    @Test
    void refusesWhatCannotBePaidForTogetherWithItsWorstFee() {
        desk.buyingPower = parse("1002.5");
        assertEquals("1002.5 <= 1002.5, 1002.5 of 1002.5, pass", desk.line(BUYING_POWER));
        desk.buyingPower = parse("1002.499999999");
        assertEquals("buying-power: 1002.5 <= 1002.499999999, 1002.5 of 1002.499999999, deny insufficient-buying-power",
            desk.decision());
    }

    @Test
    void roundsTheWorstFeeUp() {
        GivenLimits limits = new GivenLimits();
        limits.takerFee = parse("0.00333333");
        RiskDesk dear = new RiskDesk(limits).entry("0.0123", "1000.01", "970");
        // The notional is 12.300123; its exact fee is 0.04100036899959.
        assertEquals("12.341123369 <= 100000, 12.341123369 of 100000, pass", dear.line(BUYING_POWER));
    }

    @Test
    void refusesAQuantityOfNothing() {
        desk.instrument = RiskDesk.instrument("0.01", "0.0001", "0", "1000");
        assertEquals("quantity-range: 0 > 0, 0 of 0, deny quantity-not-positive", desk.entry("0", "1000", "970")
            .decision());
    }

    @Test
    void refusesMoreThanTheLargestQuantity() {
        desk.instrument = RiskDesk.instrument("0.01", "0.0001", "10", "4");
        assertEquals("4 <= 4, 4 of 4, pass", desk.entry("4", "1000", "970").line(QUANTITY_RANGE));
        assertEquals("quantity-range: 4.0001 <= 4, 4.0001 of 4, deny quantity-too-large",
            desk.entry("4.0001", "1000", "970").decision());
    }

    @Test
    void refusesAnOrderAboveTheLargestOrderNotional() {
        assertEquals("50 <= 1000, 50 of 1000, pass", desk.entry("50", "1000", "970").line(QUANTITY_RANGE));
        assertEquals("quantity-range: 50000.1 <= 50000, 50000.1 of 50000, deny quantity-too-large",
            desk.entry("50.0001", "1000", "970").decision());
    }

    @Test
    void refusesANotionalThatNoLongCanHold() {
        desk.instrument = RiskDesk.instrument("0.01", "0.0001", "10", "9000000000");
        assertEquals("buying-power: 9223372036.854775807 <= 100000, 9223372036.854775807 of 100000, deny "
            + "insufficient-buying-power",
            desk.entry("9000000000", "1000", "970").decision());
    }

    @Test
    void refusesAStopFartherThanTheStopLoss() {
        assertEquals("30 <= 30, 0.03 of 0.03, pass", desk.entry("1", "1000", "970").line(STOP_LOSS));
        assertEquals("stop-loss: 30.01 <= 30, 0.03001 of 0.03, deny stop-too-far", desk.entry("1", "1000", "969.99")
            .decision());
        assertEquals("29.99 <= 30, 0.02999 of 0.03, pass", desk.entry("1", "1000", "970.01").line(STOP_LOSS));
    }

    @Test
    void measuresTheStopExactlyWhereTheRatioHasNoEnd() {
        desk.lastPrice = parse("333.33");
        // Three hundredths of 333.33 are 9.9999.
        assertEquals("9.9999 <= 9.9999, 0.03 of 0.03, pass", desk.entry("1", "333.33", "323.3301").line(STOP_LOSS));
        assertEquals("stop-loss: 9.999900001 <= 9.9999, 0.03000001 of 0.03, deny stop-too-far",
            desk.entry("1", "333.33", "323.330099999").decision());
    }

    @Test
    void refusesAnEntryWithoutAStop() {
        assertEquals("stop-loss: 0 > 0, 0 of 0, deny stop-missing", desk.entry("1", "1000", "0").decision());
    }

    @Test
    void refusesAStopOnTheWrongSideOfTheEntry() {
        assertEquals("stop-loss: 1000 < 1000, 1000 of 1000, deny stop-wrong-side", desk.entry("1", "1000", "1000")
            .decision());
        desk.entry("1", "1000", "1030").draft.side = Side.SELL;
        assertEquals("30 <= 30, 0.03 of 0.03, pass", desk.line(STOP_LOSS));
        desk.draft.stopPrice = parse("1000");
        assertEquals("stop-loss: 1000 > 1000, 1000 of 1000, deny stop-wrong-side", desk.decision());
    }
}
