package org.gradus.engine.core;

import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Mode;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.Rule;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Gateway;
import org.gradus.engine.message.Hash256;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.StopAction;
import org.gradus.engine.message.TradingReason;
import org.gradus.engine.message.TradingState;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.StrategyConfig;
import org.gradus.engine.runtime.TestConfigs;
import org.junit.jupiter.api.Test;

/// Entries are denied outside the hours of stocks and while one is halted; exits wait for trading to go on.
class TradingHoursTest {
    private static final int STOCK = 0;
    private static final int EVERY_STOCK = -1;
    private static final long MINUTE_NS = 60 * CoreRig.SECOND_NS;

    private final CoreRig rig = new CoreRig(config(AssetClass.STOCK));

    static EngineConfig config(AssetClass kind) {
        Instrument instrument = new Instrument(STOCK, "AAPL", kind, "AAPL", "USD", parse("0.01"), parse("1"),
            parse("1"), parse("100000"), 0);
        return TestConfigs.with(List.of(new EngineConfig.InstrumentConfig(instrument, List.of())),
            List.of(new StrategyConfig("asked-0", "asked", "", List.of("AAPL"), Timeframe.M1, parse("0.2"), Map.of())),
            "hours");
    }

    private Journaled market(TradingState state, long untilNs, long entriesUntilNs) {
        return rig.input(new Input.TradingStatus(EVERY_STOCK, state, TradingReason.CALENDAR, untilNs, entriesUntilNs,
            ""));
    }

    private Journaled halt(TradingState state) {
        return rig.input(new Input.TradingStatus(STOCK, state, TradingReason.EXCHANGE, 0, 0, "T1"));
    }

    private Decision.OrderDecision asked() {
        rig.wanted = parse("10");
        rig.minute("100");
        return rig.decisions(Decision.OrderDecision.class).getLast();
    }

    private List<Decision.OrderDecision> submits(Purpose purpose) {
        return rig.decisions(Decision.OrderDecision.class).stream()
            .filter(order -> order.action() == OrderAction.SUBMIT && order.purpose() == purpose).toList();
    }

    @Test
    void whatNobodySpokeOfIsTraded() {
        assertEquals(OrderAction.SUBMIT, asked().action());
    }

    @Test
    void anEntryInAClosedMarketIsDeniedByTheFirstRule() {
        market(TradingState.CLOSED, 0, 0);
        Decision.OrderDecision order = asked();
        assertEquals(OrderAction.REFUSE, order.action());
        assertEquals(Rule.VENUE, order.rule());
        assertEquals(DenialReason.MARKET_CLOSED, order.reason());
        market(TradingState.OPEN, rig.nowNs() + 60 * MINUTE_NS, rig.nowNs() + 59 * MINUTE_NS);
        assertEquals(OrderAction.SUBMIT, asked().action());
    }

    @Test
    void coinsHaveNoHours() {
        CoreRig coins = new CoreRig(config(AssetClass.CRYPTO));
        coins.input(new Input.TradingStatus(EVERY_STOCK, TradingState.CLOSED, TradingReason.CALENDAR, 0, 0, ""));
        coins.wanted = parse("10");
        coins.minute("100");
        assertEquals(OrderAction.SUBMIT, coins.decisions(Decision.OrderDecision.class).getLast().action());
    }

    @Test
    void noEntryStartsShortlyBeforeTheCloseNorBehindIt() {
        market(TradingState.OPEN, rig.nowNs() + 3 * MINUTE_NS, rig.nowNs() + 2 * MINUTE_NS);
        assertEquals(OrderAction.SUBMIT, asked().action());
        assertEquals(DenialReason.MARKET_CLOSING, asked().reason());
        assertEquals(DenialReason.MARKET_CLOSED, asked().reason(), "although nobody has told of the close");
    }

    @Test
    void anEntryInAHaltedStockIsDeniedUntilItGoesOn() {
        market(TradingState.OPEN, 0, 0);
        halt(TradingState.HALTED);
        assertEquals(DenialReason.TRADING_HALTED, asked().reason());
        halt(TradingState.OPEN);
        assertEquals(OrderAction.SUBMIT, asked().action());
    }

    @Test
    void aNewStartKnowsNothingOfHalts() {
        halt(TradingState.HALTED);
        rig.input(new Input.Started(1, 2, 7, Mode.PAPER, 1, Gateway.ALPACA, Timeframe.M1, -1, parse("100000"),
            parse("100000"), 1, 1, Hash256.ZERO, Hash256.ZERO, Hash256.ZERO, List.of(), List.of(), List.of(),
            List.of(), List.of(), "USD", "", ""));
        assertEquals(OrderAction.SUBMIT, asked().action());
    }

    @Test
    void aStopThatWasReachedWaitsForTheMarketAndGoesOutOnce() {
        rig.bought("10", "100");
        rig.accept(submits(Purpose.PROTECTIVE_STOP).getLast());
        rig.trade("97");
        assertEquals(StopAction.TRIGGER, rig.decisions(Decision.StopDecision.class).getLast().action());
        market(TradingState.CLOSED, 0, 0);
        for (int i = 0; i < 100; i++) {
            rig.pass(CoreRig.SECOND_NS).tick();
        }
        assertEquals(List.of(), submits(Purpose.STOP_ESCALATION));
        assertEquals(1, submits(Purpose.PROTECTIVE_STOP).size(), "and the venue's rests");
        market(TradingState.OPEN, 0, 0);
        rig.pass(30 * CoreRig.SECOND_NS).tick();
        assertEquals(List.of(), submits(Purpose.STOP_ESCALATION), "the venue has its time from the open on");
        escalated();
        assertEquals(1, submits(Purpose.STOP_ESCALATION).size());
    }

    private void escalated() {
        rig.pass(31 * CoreRig.SECOND_NS).tick();
        Decision.OrderDecision cancel = rig.decisions(Decision.OrderDecision.class).getLast();
        assertEquals(OrderAction.CANCEL, cancel.action());
        rig.input(new Input.OrderCancelled(cancel.clientOrderId(), 0));
        rig.pass(CoreRig.SECOND_NS).tick();
    }

    @Test
    void marksOfAClosedMarketTriggerNoStop() {
        rig.bought("10", "100");
        market(TradingState.CLOSED, 0, 0);
        int before = rig.decisions(Decision.StopDecision.class).size();
        rig.trade("97");
        assertEquals(before, rig.decisions(Decision.StopDecision.class).size());
        market(TradingState.OPEN, 0, 0);
        rig.trade("97");
        assertEquals(StopAction.TRIGGER, rig.decisions(Decision.StopDecision.class).getLast().action());
    }

    @Test
    void anExitWaitsForTheEndOfAHaltUnderItsRestingStop() {
        rig.bought("10", "100");
        Decision.OrderDecision stop = submits(Purpose.PROTECTIVE_STOP).getLast();
        rig.accept(stop);
        halt(TradingState.HALTED);
        rig.command(OperatorAction.FLATTEN, 0);
        for (int i = 0; i < 100; i++) {
            rig.pass(CoreRig.SECOND_NS).tick();
        }
        assertEquals(List.of(), submits(Purpose.FLATTEN));
        assertTrue(rig.decisions(Decision.OrderDecision.class).stream()
            .noneMatch(order -> order.action() == OrderAction.CANCEL), "the stop rests");
        halt(TradingState.OPEN);
        rig.input(new Input.OrderCancelled(stop.clientOrderId(), 0));
        assertEquals(1, submits(Purpose.FLATTEN).size());
        assertFalse(rig.decisions(Decision.Checks.class).stream().flatMap(each -> each.rules().stream())
            .anyMatch(check -> check.reason() == DenialReason.TRADING_HALTED), "and was never denied");
    }
}
