package org.gradus.engine.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.TimeInForce;
import org.junit.jupiter.api.Test;

/// The venue's rules for crypto, each refusal once.
class VenueRulesTest {
    private static final TimeInForce IOC = TimeInForce.IOC;
    private static final TimeInForce GTC = TimeInForce.GTC;

    private final MarketRig rig = MarketRig.holding("1000000", "5").at(1_000).print("100", "1000");

    private void refuses(String reason) {
        assertEquals(reason, rig.at(5_000).told().getLast().split(" ", 4)[3]);
    }

    @Test
    void knowsMarketLimitAndStopLimitOrdersOnly() {
        rig.submit(Side.SELL, OrderType.STOP, GTC, "1", "0", "90");
        refuses("ORDER_TYPE");
    }

    @Test
    void knowsGoodTillCancelledAndImmediateOnly() {
        rig.limit(Side.BUY, TimeInForce.DAY, "1", "99");
        refuses("TIME_IN_FORCE");
    }

    @Test
    void sellsNothingThatIsNotThere() {
        rig.marketOrder(Side.SELL, "5.000000001");
        refuses("INSUFFICIENT_QUANTITY");
    }

    @Test
    void holdsTheQuantityOfOpenSells() {
        rig.stop("3", "90", "85").limit(Side.SELL, GTC, "2.5", "120");
        refuses("INSUFFICIENT_QUANTITY");
    }

    @Test
    void wantsTenDollarsOfABuy() {
        rig.limit(Side.BUY, IOC, "0.1", "99.99");
        refuses("BELOW_MINIMUM");
    }

    @Test
    void sellsDust() {
        rig.limit(Side.SELL, GTC, "0.01", "120");
        assertEquals("1100 accepted 1", rig.at(5_000).told().getLast());
    }

    @Test
    void takesNoOrderAboveTwoHundredThousandDollars() {
        rig.limit(Side.BUY, IOC, "1000", "200.01");
        refuses("TOO_LARGE");
    }

    @Test
    void wantsWholeTicks() {
        rig.limit(Side.BUY, IOC, "1", "99.999");
        refuses("OFF_INCREMENT");
    }

    @Test
    void callsABuyBesideARestingSellThatItCouldMeetAWashTrade() {
        rig.stop("1", "90", "85").limit(Side.BUY, IOC, "1", "100");
        refuses("WASH_TRADE");
    }

    @Test
    void letsABuyStandBesideASellThatItCannotMeet() {
        rig.limit(Side.SELL, GTC, "1", "120").limit(Side.BUY, GTC, "1", "99");
        assertEquals("1100 accepted 2", rig.at(5_000).told().getLast());
    }

    @Test
    void buysNothingThatCashDoesNotCover() {
        MarketRig poor = MarketRig.holding("99", "0").at(1_000).print("100", "1000").limit(Side.BUY, IOC, "1", "99.5");
        assertEquals(List.of("1050 sent 1", "1100 rejected 1 INSUFFICIENT_FUNDS"), poor.at(5_000).told());
    }

    @Test
    void keepsBackTheCashOfOpenBuys() {
        MarketRig poor = MarketRig.holding("150", "0").at(1_000).print("100", "1000").limit(Side.BUY, GTC, "1", "90");
        poor.limit(Side.BUY, GTC, "1", "80");
        assertEquals("1100 rejected 2 INSUFFICIENT_FUNDS", poor.at(5_000).told().getLast());
    }

    @Test
    void sendsAtMostNineAMinuteOfWhichFiveAreEntries() {
        for (int i = 0; i < 7; i++) {
            rig.limit(Side.BUY, GTC, "1", "9" + i);
        }
        List<String> told = rig.at(1_050).told();
        assertEquals(5, told.stream().filter(report -> report.contains(" sent ")).count(), told::toString);
        assertEquals("1050 not_sent 7 RATE_LIMIT", told.getLast());
    }
}
