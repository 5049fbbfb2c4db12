package org.gradus.engine.risk;

import static org.gradus.engine.domain.FixedPoint.parse;
import static org.gradus.engine.domain.Rule.CROSSED_BOOK;
import static org.gradus.engine.domain.Rule.PRICE_COLLAR;
import static org.gradus.engine.domain.Rule.STALE_QUOTE;
import static org.gradus.engine.domain.Rule.VENUE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gradus.engine.domain.DenialReason;
import org.junit.jupiter.api.Test;

class MarketRulesTest {
    private final RiskDesk desk = new RiskDesk();

    @Test
    void passesAnEntryWhileTheVenueIsOpenToIt() {
        assertEquals("1 = 1, 1 of 1, pass", desk.line(VENUE));
    }

    @Test
    void refusesAnEntryForTheReasonThatBlocksEntries() {
        desk.entryBlock = DenialReason.RECONCILIATION_PENDING;
        assertEquals("venue: 0 = 1, 0 of 1, deny reconciliation-pending", desk.decision());
    }

    @Test
    void refusesAnEntryWhileTheVenueIsDown() {
        desk.venueUp = false;
        assertEquals("venue: 0 = 1, 0 of 1, deny venue-down", desk.decision());
    }

    @Test
    void refusesAnEntryThatWouldLeaveNoOrderSlotForItsStop() {
        desk.freeOrders = 2;
        assertEquals("1 = 1, 1 of 1, pass", desk.line(VENUE));
        desk.freeOrders = 1;
        assertEquals("venue: 0 = 1, 0 of 1, deny too-many-orders", desk.decision());
    }

    /// The venue would call it a wash trade, and reject it.
    @Test
    void refusesAnEntryBesideAnExitOfOurs() {
        desk.exitWorking = true;
        assertEquals("venue: 0 = 1, 0 of 1, deny exit-working", desk.decision());
    }

    @Test
    void letsOnlyListedInstrumentsIntoPhaseThree() {
        GivenLimits limits = new GivenLimits();
        limits.phase3Instruments = List.of("SPY");
        RiskDesk stranger = new RiskDesk(limits);
        assertEquals("1 = 1, 1 of 1, pass", stranger.line(VENUE));
        stranger.phase = 3;
        assertEquals("venue: 0 = 1, 0 of 1, deny phase-forbids", stranger.decision());
        desk.phase = 3;
        assertEquals("1 = 1, 1 of 1, pass", desk.line(VENUE));
    }

    @Test
    void refusesAQuoteOlderThanItsFreshness() {
        desk.quoteAgeNs = 5_000_000_000L;
        assertEquals("5 <= 5, 5 of 5, pass", desk.line(STALE_QUOTE));
        desk.quoteAgeNs = 5_000_000_001L;
        assertEquals("stale-quote: 5.000000001 <= 5, 5.000000001 of 5, deny stale-quote", desk.decision());
    }

    @Test
    void refusesAnInstrumentWithoutAnyPrice() {
        desk.quoteAgeNs = Long.MAX_VALUE;
        assertEquals("stale-quote: 9223372036.854775807 <= 5, 9223372036.854775807 of 5, deny no-market",
            desk.decision());
    }

    @Test
    void keepsTheLimitPriceInTheCollarAroundTheLastTrade() {
        assertEquals("20 <= 20, 0.02 of 0.02, pass", desk.entry("1", "1020", "1000").line(PRICE_COLLAR));
        assertEquals("price-collar: 20.01 <= 20, 0.02001 of 0.02, deny price-collar", desk.entry("1", "1020.01", "1000")
            .decision());
        assertEquals("20 <= 20, 0.02 of 0.02, pass", desk.entry("1", "980", "970").line(PRICE_COLLAR));
        assertEquals("price-collar: 20.01 <= 20, 0.02001 of 0.02, deny price-collar", desk.entry("1", "979.99", "970")
            .decision());
    }

    @Test
    void showsTheCollarRoundedAgainstTheOrder() {
        desk.lastPrice = parse("999.999999999");
        assertEquals("0.000000001 <= 19.999999999, 0.00000001 of 0.02, pass", desk.line(PRICE_COLLAR));
    }

    @Test
    void measuresAMarketEntryAtItsAssumedPrice() {
        assertEquals("price-collar: 21 <= 20, 0.021 of 0.02, deny price-collar", desk.marketEntry("1", "1021", "1000")
            .decision());
    }

    @Test
    void refusesAnEntryBeforeTheFirstTradeBecauseItHasNoCollar() {
        desk.lastPrice = 0;
        assertEquals("price-collar: 1000 <= -0.000000001, 1000 of -0.000000001, deny price-collar", desk.decision());
        assertEquals(1, desk.guards.counters().notEvaluable(PRICE_COLLAR));
    }

    @Test
    void refusesACrossedBookAndTradesALockedOne() {
        desk.bid = parse("1000");
        assertEquals("1000 <= 1000, 1000 of 1000, pass", desk.line(CROSSED_BOOK));
        desk.bid = parse("1000.01");
        assertEquals("crossed-book: 1000.01 <= 1000, 1000.01 of 1000, deny crossed-book", desk.decision());
    }

    @Test
    void findsNothingToCrossInABookWithOneSide() {
        desk.bid = 0;
        assertEquals("0 <= 1000, 0 of 1000, pass", desk.line(CROSSED_BOOK));
        desk.bid = parse("999.9");
        desk.ask = 0;
        assertEquals("0 <= 0, 0 of 0, pass", desk.line(CROSSED_BOOK));
    }
}
