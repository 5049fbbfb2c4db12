package org.gradus.engine.sim;

import static org.gradus.engine.domain.FixedPoint.ONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.TimeInForce;
import org.gradus.engine.sim.MarketModel.Latency;
import org.gradus.engine.sim.MarketModel.Mishaps;
import org.junit.jupiter.api.Test;

/// Each sentence of docs/simulation.md about prices, sizes, fees and times.
class SimulatedMarketTest {
    private static final TimeInForce IOC = TimeInForce.IOC;
    private static final TimeInForce GTC = TimeInForce.GTC;

    @Test
    void anOrderNeverMeetsTheEventThatCausedItAndIsReportedLater() {
        MarketRig rig = MarketRig.holding("10000", "0").at(1_000).print("100", "1000").limit(Side.BUY, IOC, "1", "101");
        rig.print("100", "1000").at(1_049).print("100", "1000").at(1_060).print("100", "1000").at(1_200);
        assertEquals(List.of("1050 sent 1", "1100 accepted 1", "1110 filled 1 1@100.1 fee 0.0025 BTC"), rig.told());
    }

    @Test
    void latenciesStayWithinTheirBoundsAndVaryWithTheOrder() {
        Latency latency = new Latency(50_000_000, 100_000_000, 50_000_000, 100_000_000);
        long[] accepted = new long[20];
        for (int i = 0; i < accepted.length; i++) {
            MarketRig rig = MarketRig.of(MarketRig.with(latency, new Mishaps(0, 0, ONE)), FaultPlan.NONE, "1000000",
                    "0");
            rig.at(1_000).print("100", "1");
            for (int order = 0; order <= i % 5; order++) {
                rig.limit(Side.BUY, GTC, "1", "90");
            }
            String last = rig.at(2_000).told().getLast();
            accepted[i] = Long.parseLong(last.substring(0, last.indexOf(' ')));
            assertEquals(Math.clamp(accepted[i], 1_100, 1_300), accepted[i]);
        }
        assertNotEquals(accepted[0], accepted[1]);
    }

    @Test
    void aTakerPaysHalfASpreadWhereNoQuoteIsFresh() {
        MarketRig rig = MarketRig.holding("10000", "0").at(1_000).print("100", "1000").limit(Side.BUY, IOC, "1", "105");
        assertEquals("1150 filled 1 1@100.1 fee 0.0025 BTC", rig.at(1_100).print("100", "1000").at(2_000).told()
                .get(2));
    }

    @Test
    void aTakerPaysTheAskWhereAQuoteIsFresh() {
        MarketRig rig = MarketRig.holding("10000", "0").at(1_000).quote("99", "1000", "101", "1000");
        rig.limit(Side.BUY, IOC, "1", "105").at(1_100).quote("99", "1000", "101", "1000").at(2_000);
        assertEquals("1150 filled 1 1@101 fee 0.0025 BTC", rig.told().get(2));
    }

    @Test
    void aPrintBesideAFreshQuoteFillsAtTheWorseOfBoth() {
        MarketRig rig = MarketRig.holding("10000", "5").at(1_000).quote("99", "1000", "101", "1000");
        rig.marketOrder(Side.SELL, "1").at(1_100).print("98", "1000").at(2_000);
        assertEquals("1150 filled 1 1@97.9 fee 0.24475 USD", rig.told().get(2));
    }

    @Test
    void aMarketOrderLosesSpreadAndSlippage() {
        MarketRig rig = MarketRig.holding("10000", "5").at(1_000).print("100", "1000").marketOrder(Side.SELL, "1");
        assertEquals("1150 filled 1 1@99.8 fee 0.2495 USD", rig.at(1_100).print("100", "1000").at(2_000).told().get(2));
    }

    @Test
    void aTenthOfAPrintIsOursAndTheRestOfAnImmediateOrderIsCancelled() {
        MarketRig rig = MarketRig.holding("10000", "0").at(1_000).print("100", "1000").limit(Side.BUY, IOC, "2", "105");
        rig.at(1_100).print("100", "5").at(2_000);
        assertEquals(List.of("1150 filled 1 0.5@100.1 fee 0.00125 BTC", "1150 cancelled 1"),
                rig.told().subList(2, 4));
    }

    @Test
    void aMarketOrderTakesWhatEachPrintOffers() {
        MarketRig rig = MarketRig.holding("10000", "5").at(1_000).print("100", "1000").marketOrder(Side.SELL, "2");
        rig.at(1_100).print("100", "5").at(1_200).print("90", "15").at(2_000);
        assertEquals(List.of("1150 filled 1 0.5@99.8 fee 0.12475 USD", "1250 filled 1 1.5@89.82 fee 0.336825 USD"),
                rig.told().subList(2, 4));
    }

    @Test
    void aPrintOfNoSizeFillsNothing() {
        MarketRig rig = MarketRig.holding("10000", "5").at(1_000).print("100", "1").marketOrder(Side.SELL, "1");
        assertEquals(2, rig.at(1_100).print("100", "0").at(2_000).told().size());
    }

    @Test
    void theFeeComesOutOfWhatIsReceived() {
        MarketRig rig = MarketRig.holding("1000", "0").at(1_000).print("100", "1000").limit(Side.BUY, IOC, "1", "101");
        rig.at(1_100).print("100", "1000").at(2_000);
        assertEquals("899.9", MarketRig.text(rig.market.account().cash()));
        assertEquals("0.9975", MarketRig.text(rig.market.account().position(0)));
        rig.marketOrder(Side.SELL, "0.5").at(2_100).print("100", "1000").at(3_000);
        assertEquals("949.67525", MarketRig.text(rig.market.account().cash()));
    }

    @Test
    void aRestingLimitFillsOnlyWhenPriceTradesThroughIt() {
        MarketRig rig = MarketRig.holding("10000", "0").at(1_000).print("100", "1000").limit(Side.BUY, GTC, "1", "99");
        rig.at(1_100).print("100", "1000").at(1_200).print("99", "1000").at(1_300);
        assertEquals(2, rig.told().size());
        rig.print("98.99", "1000").at(2_000);
        assertEquals(List.of("1350 filled 1 1@99 fee 0.0025 BTC"), rig.told());
    }

    @Test
    void aStopFillsBehindTheGapAndNotAtTheStop() {
        MarketRig rig = MarketRig.holding("0", "5").at(1_000).print("100", "1000").stop("5", "97", "90");
        rig.at(1_100).print("97.01", "1000").at(1_200).print("93", "1000").at(2_000);
        assertEquals(List.of("1250 filled 1 5@92.81 fee 1.160125 USD"), rig.told().subList(2, 3));
    }

    @Test
    void aStopWhoseLimitLiesBeforeTheGapDoesNotFill() {
        MarketRig rig = MarketRig.holding("0", "5").at(1_000).print("100", "1000").stop("5", "97", "95");
        assertEquals(2, rig.at(1_100).print("93", "1000").at(2_000).told().size());
        assertEquals(1, rig.market.account().openOrders());
    }

    @Test
    void anAbsurdPrintFillsAndTriggersNothingUntilASecondOneAgrees() {
        MarketRig rig = MarketRig.holding("0", "5").at(1_000).print("100", "1000").stop("5", "97", "10");
        assertEquals(2, rig.at(1_100).print("50", "1000").at(1_300).told().size());
        rig.print("50.1", "1000").at(2_000);
        assertEquals(List.of("1350 filled 1 5@49.99 fee 0.624875 USD"), rig.told());
    }

    @Test
    void someGoodOrdersAreRejectedAndSomeFillsArePartial() {
        MarketModel unlucky = MarketRig.with(new Latency(50_000_000, 0, 50_000_000, 0),
                new Mishaps(ONE / 2, ONE, ONE / 2));
        int rejected = 0;
        int partial = 0;
        MarketRig rig = MarketRig.of(unlucky, FaultPlan.NONE, "0", "1000");
        for (int i = 1; i <= 100; i++) {
            rig.at(i * 61_000L).print("100", "1000").limit(Side.SELL, IOC, "1", "95");
            List<String> told = rig.at(i * 61_000L + 200).print("100", "1000").at(i * 61_000L + 500).told();
            rejected += told.stream().anyMatch(report -> report.endsWith("VENUE_CHOICE")) ? 1 : 0;
            partial += told.stream().anyMatch(report -> report.contains("filled")) ? 1 : 0;
        }
        assertEquals(100, rejected + partial);
        assertEquals(Math.clamp(rejected, 30, 70), rejected);
    }

    @Test
    void theSameSeedTellsTheSameStoryHoweverOftenItIsAsked() {
        assertEquals(story(MarketModel.pessimistic(7), 1), story(MarketModel.pessimistic(7), 10));
        assertNotEquals(story(MarketModel.pessimistic(7), 1), story(MarketModel.pessimistic(8), 1));
    }

    private static List<String> story(MarketModel model, int polls) {
        MarketRig rig = MarketRig.of(model, new FaultPlan(3, ONE / 5, ONE / 5, ONE / 5, 2_000_000_000L, ONE / 5),
                "100000",
                "100");
        for (int i = 1; i <= 60; i++) {
            rig.at(i * 30_000L).print("100", "20");
            rig.submitSome(i);
            for (int poll = 1; poll <= polls; poll++) {
                rig.at(i * 30_000L + 20_000L * poll / polls);
            }
        }
        return rig.told();
    }
}
