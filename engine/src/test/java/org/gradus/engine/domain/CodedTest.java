package org.gradus.engine.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.gradus.engine.message.VenueDownReason;
import org.junit.jupiter.api.Test;

/// The codes and labels that journals and exports already hold. A word may be added at the end of a list; one that has
/// to be changed here would make old journals say something else.
class CodedTest {

    @Test
    void keepsTheSmallVocabularies() {
        assertEquals(
            List.of(
                "buy sell",
                "crypto stock",
                "day gtc ioc fok",
                "market limit stop stop-limit",
                "entry exit protective-stop stop-escalation flatten rebalance",
                "active reducing halted",
                "demo backtest paper live",
                "1m 5m 15m 1h 4h 1d"),
            List.of(
                frozen(Side.values(), Side::of),
                frozen(AssetClass.values(), AssetClass::of),
                frozen(TimeInForce.values(), TimeInForce::of),
                frozen(OrderType.values(), OrderType::of),
                frozen(Purpose.values(), Purpose::of),
                frozen(RiskState.values(), RiskState::of),
                frozen(Mode.values(), Mode::of),
                frozen(Timeframe.values(), Timeframe::of)));
    }

    @Test
    void keepsTheOrderStates() {
        assertEquals(
            "created sent accepted partially-filled pending-cancel unknown parked filled cancelled rejected expired"
                + " replaced not-sent refused",
            frozen(OrderState.values(), OrderState::of));
    }

    @Test
    void keepsTheFeedFaults() {
        assertEquals(
            "malformed out-of-order duplicate absurd-price zero-price zero-size negative crossed-quote"
                + " unknown-instrument overflow truncated bad-bar time-leap disputed-price",
            frozen(FeedFault.values(), FeedFault::of));
    }

    @Test
    void keepsTheReasonsWhyTheVenueIsDown() {
        assertEquals(
            "stream-silent stream-dropped rest-failing clock-skew operator reports-waiting feeds-disagree "
                + "not-connected",
            frozen(VenueDownReason.values(), VenueDownReason::of));
    }

    @Test
    void keepsTheRulesInTheOrderOfTheContract() {
        assertEquals(
            "venue stale-quote price-collar crossed-book tick lot minimum-notional buying-power quantity-range"
                + " stop-loss trade-size total-exposure one-asset strategy-budget circuit-breaker extreme-market"
                + " daily-entries daily-loss rate-limit confirmation veto",
            frozen(Rule.values(), Rule::of));
    }

    @Test
    void sparesReducingOrdersTheRulesForEntries() {
        assertEquals(List.of(Rule.VENUE, Rule.TICK, Rule.LOT, Rule.QUANTITY_RANGE, Rule.RATE_LIMIT),
                     Arrays.stream(Rule.values()).filter(rule -> !rule.entryOnly()).toList());
        assertEquals(List.of(Purpose.EXIT, Purpose.PROTECTIVE_STOP, Purpose.STOP_ESCALATION, Purpose.FLATTEN),
                     Arrays.stream(Purpose.values()).filter(Purpose::reduces).toList());
    }

    @Test
    void keepsTheDenialReasonsUnderTheirRules() {
        assertEquals(DENIALS, Arrays.stream(DenialReason.values())
            .map(reason -> reason.label() + ": " + (reason.rule() == null ? "-" : reason.rule().label()))
            .collect(Collectors.joining("\n", "", "\n")));
        frozen(DenialReason.values(), DenialReason::of);
    }

    @Test
    void refusesCodesAndLabelsThatNoWordHas() {
        assertEquals("unknown Side code 2", message(() -> Side.of(2)));
        assertEquals("unknown Side code -1", message(() -> Side.of(-1)));
        assertEquals("unknown Side 'hold', expected one of buy, sell",
                     message(() -> Coded.labelled(Side.values(), "hold")));
        assertSame(OrderType.STOP_LIMIT, Coded.labelled(OrderType.values(), "stop-limit"));
    }

    @Test
    void signsTheSides() {
        assertEquals(List.of(1, -1), List.of(Side.BUY.sign(), Side.SELL.sign()));
        assertEquals(List.of(Side.SELL, Side.BUY), List.of(Side.BUY.opposite(), Side.SELL.opposite()));
    }

    private static <E extends Coded> String frozen(E[] words, IntFunction<E> of) {
        for (int code = 0; code < words.length; code++) {
            assertSame(words[code], of.apply(code));
            assertEquals(code, words[code].code());
        }
        return Arrays.stream(words).map(Coded::label).collect(Collectors.joining(" "));
    }

    private static String message(Runnable lookUp) {
        return assertThrows(IllegalArgumentException.class, lookUp::run).getMessage();
    }

    private static final String DENIALS = """
        none: -
        venue-down: venue
        reconciliation-pending: venue
        operator-halted: venue
        halted: venue
        reducing: venue
        phase-forbids: venue
        strategy-disabled: venue
        feed-down: venue
        journal-fault: venue
        disk-low: venue
        no-market: stale-quote
        stale-quote: stale-quote
        price-collar: price-collar
        crossed-book: crossed-book
        off-tick: tick
        off-lot: lot
        below-minimum-notional: minimum-notional
        insufficient-buying-power: buying-power
        quantity-not-positive: quantity-range
        quantity-too-large: quantity-range
        notional-overflow: quantity-range
        stop-missing: stop-loss
        stop-too-far: stop-loss
        stop-wrong-side: stop-loss
        trade-too-large: trade-size
        exposure-too-large: total-exposure
        asset-too-large: one-asset
        budget-exceeded: strategy-budget
        circuit-breaker: circuit-breaker
        circuit-breaker-latched: circuit-breaker
        extreme-market: extreme-market
        extreme-market-latched: extreme-market
        reference-missing: extreme-market
        daily-entries: daily-entries
        daily-loss: daily-loss
        rate-limit: rate-limit
        rate-limit-reserved: rate-limit
        confirmation-expired: confirmation
        confirmation-vetoed: confirmation
        vetoed: veto
        veto-alert-undelivered: veto
        too-many-orders: venue
        too-many-parked: confirmation
        exit-working: venue
        market-closed: venue
        market-closing: venue
        trading-halted: venue
        foreign-order: venue
        """;
}
