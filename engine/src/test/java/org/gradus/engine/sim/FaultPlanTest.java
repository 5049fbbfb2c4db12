package org.gradus.engine.sim;

import static org.gradus.engine.domain.FixedPoint.ONE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.TimeInForce;
import org.junit.jupiter.api.Test;

/// What is lost is found when our own side would have asked for it.
class FaultPlanTest {
    private static MarketRig losing() {
        return MarketRig.of(MarketRig.calm(), new FaultPlan(1, ONE, 0, 0, 1, 0), "10000", "5").at(1_000)
                .print("100", "1000");
    }

    @Test
    void anAwaitedAnswerIsLookedUpAfterTenSeconds() {
        MarketRig rig = losing().limit(Side.BUY, TimeInForce.IOC, "1", "101").at(1_100).print("100", "1000");
        assertEquals(List.of("1050 sent 1"), rig.at(11_099).told());
        assertEquals(List.of("11100 accepted 1", "11150 filled 1 1@100.1 fee 0.0025 BTC"), rig.at(12_000).told());
    }

    @Test
    void theFillOfARestingOrderIsFoundByTheReconciliationOfTheMinute() {
        MarketRig rig = losing().stop("5", "97", "90").at(20_000).print("95", "1000");
        rig.at(30_000).told();
        assertEquals(List.of("59999 filled 1 5@94.81 fee 1.185125 USD"), rig.at(61_000).told());
    }

    @Test
    void aCancelThatFindsTheOrderEndedBringsTheTruth() {
        MarketRig rig = losing().stop("5", "97", "90").at(20_000).print("95", "1000").at(30_000);
        rig.told();
        assertEquals(List.of("30100 filled 1 5@94.81 fee 1.185125 USD"), rig.cancel().at(31_000).told());
    }

    @Test
    void everySecondOrderWhoseSendingIsNotAnsweredIsLostOnTheWay() {
        int lost = 0;
        MarketRig rig = MarketRig.of(MarketRig.calm(), new FaultPlan(1, 0, 0, 0, 1, ONE), "100000", "0");
        for (int i = 1; i <= 40; i++) {
            rig.at(i * 61_000L).print("100", "1000").limit(Side.BUY, TimeInForce.GTC, "1", "90");
            List<String> told = rig.at(i * 61_000L + 60_000).told();
            assertEquals(i * 61_000L + 50 + " unknown " + i + " TIMEOUT", told.getFirst());
            String truth = told.getLast().substring(told.getLast().indexOf(' ') + 1);
            lost += truth.equals("not_sent " + i + " VENUE_DOWN") ? 1 : 0;
            assertEquals(i * 61_000L + 10_050, Long.parseLong(told.getLast().split(" ")[0]));
        }
        assertEquals(Math.clamp(lost, 10, 30), lost);
        assertEquals(40 - lost, rig.market.account().openOrders());
    }

    @Test
    void aDoubledFillCarriesTheSameExecutionAndIsBookedOnce() {
        MarketRig rig = MarketRig.of(MarketRig.calm(), new FaultPlan(1, 0, ONE, 0, 1, 0), "0", "5").at(1_000)
                .print("100", "1000").marketOrder(Side.SELL, "1").at(1_100).print("100", "1000").at(2_000);
        List<String> fills = rig.told().stream().filter(report -> report.contains("filled")).toList();
        assertEquals(List.of(fills.getFirst(), fills.getFirst()), fills);
        assertEquals(rig.market.account().cash(), rig.market.deliveredAccount().cash());
    }
}
