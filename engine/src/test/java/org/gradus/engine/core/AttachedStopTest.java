package org.gradus.engine.core;

import static org.gradus.engine.domain.FixedPoint.ONE;
import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.TimeInForce;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.RejectReason;
import org.gradus.engine.message.StopAction;
import org.gradus.engine.message.UnknownReason;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.EngineConfig.InstrumentConfig;
import org.gradus.engine.runtime.StrategyConfig;
import org.gradus.engine.runtime.TestConfigs;
import org.junit.jupiter.api.Test;

/// Entries in whole shares that take their stop along: who watches what was bought, whatever becomes of either.
class AttachedStopTest {
    private CoreRig rig = new CoreRig(config(AssetClass.STOCK, 3));
    private long executions = 1_000;

    private static EngineConfig config(AssetClass assetClass, int restSeconds) {
        Instrument share = new Instrument(CoreRig.BTC, "AAPL", assetClass, "AAPL", "USD", parse("0.01"), ONE / 10,
            parse("1"), parse("100000"), 8);
        List<StrategyConfig> strategies = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            strategies.add(new StrategyConfig("asked-" + i, "asked", "", List.of("AAPL"), Timeframe.M1, parse("0.1"),
                Map.of()));
        }
        return TestConfigs.with(List.of(new InstrumentConfig(share, List.of())), strategies, "shares")
            .withEntryRest(restSeconds * CoreRig.SECOND_NS);
    }

    /// Has the first strategy ask for so much at the close of a minute.
    private Journaled asked(CoreRig of, String quantity) {
        of.wanted = parse(quantity);
        return of.minute("100");
    }

    private static List<Decision.OrderDecision> submits(Journaled record) {
        return CoreRig.in(record, Decision.OrderDecision.class).stream()
            .filter(order -> order.action() == OrderAction.SUBMIT).toList();
    }

    /// An entry and the leg behind it.
    private List<Decision.OrderDecision> entered() {
        return submits(asked(rig, "10"));
    }

    private Journaled told(Decision.OrderDecision order, String quantity, String cumulative) {
        return rig.input(new Input.OrderFilled(order.clientOrderId(), 8, ++executions, CoreRig.BTC, order.side(),
            parse("100"), parse(quantity), parse(cumulative), 0, false));
    }

    private void held(Decision.OrderDecision entry, Decision.OrderDecision leg) {
        rig.accept(entry);
        rig.input(new Input.OrderHeld(leg.clientOrderId()));
    }

    private void seconds(int count) {
        for (int i = 0; i < count; i++) {
            rig.pass(CoreRig.SECOND_NS).tick();
        }
    }

    private List<String> orders() {
        return rig.decisions(Decision.OrderDecision.class).stream().map(order -> order.action().label() + ' '
            + order.purpose().label() + ' ' + FixedPoint.format(order.quantity())).toList();
    }

    private List<String> stops() {
        return rig.decisions(Decision.StopDecision.class).stream().map(stop -> stop.action().label() + ' '
            + stop.held().label() + ' ' + FixedPoint.format(stop.quantity())).toList();
    }

    @Test
    void anEntryInWholeSharesTakesItsStopAlongInTheSameRecord() {
        Journaled record = asked(rig, "10");
        Decision.OrderDecision entry = submits(record).get(0);
        Decision.OrderDecision leg = submits(record).get(1);
        assertEquals(2, submits(record).size());
        assertEquals(List.of(TimeInForce.GTC, OrderType.LIMIT, 0L), List.of(entry.timeInForce(), entry.orderType(),
            entry.parent()));
        assertEquals(List.of(Purpose.PROTECTIVE_STOP, Side.SELL, OrderType.STOP, TimeInForce.GTC, entry.quantity(),
            entry.stopPrice(), entry.clientOrderId()), List.of(leg.purpose(), leg.side(), leg.orderType(),
            leg.timeInForce(), leg.quantity(), leg.stopPrice(), leg.parent()));
        assertEquals(List.of(entry.clientOrderId()), CoreRig.in(record, Decision.Checks.class).stream()
            .map(Decision.Checks::clientOrderId).toList());
    }

    @Test
    void coinsPartsOfASharesAndRunsThatDoNotWaitKeepTheStopApart() {
        CoreRig coins = new CoreRig(config(AssetClass.CRYPTO, 3));
        CoreRig impatient = new CoreRig(config(AssetClass.STOCK, 0));
        assertEquals(List.of(List.of(TimeInForce.IOC), List.of(TimeInForce.IOC), List.of(TimeInForce.DAY)),
            List.of(times(asked(coins, "10")), times(asked(impatient, "10")), times(asked(rig, "10.5"))));
    }

    private static List<TimeInForce> times(Journaled record) {
        return submits(record).stream().map(Decision.OrderDecision::timeInForce).toList();
    }

    @Test
    void partsOfAShareRestLikeWholeOnesAndTheirStopIsPlacedAnewEachDay() {
        Decision.OrderDecision entry = submits(asked(rig, "10.5")).getFirst();
        rig.accept(entry);
        told(entry, "4.5", "4.5");
        seconds(3);
        rig.input(new Input.OrderCancelled(entry.clientOrderId(), parse("4.5")));
        seconds(1);
        Decision.OrderDecision stop = rig.lastSubmit();
        rig.accept(stop);
        rig.input(new Input.OrderExpired(stop.clientOrderId(), 0));
        seconds(6);
        assertEquals(List.of("submit entry 10.5", "cancel entry 10.5", "submit protective-stop 4.5",
            "submit protective-stop 4.5"), orders());
        assertEquals(List.of(TimeInForce.DAY, TimeInForce.DAY), List.of(stop.timeInForce(),
            rig.lastSubmit().timeInForce()));
        assertEquals(List.of("arm engine 4.5", "move venue 4.5", "arm engine 4.5"), stops());
    }

    @Test
    void theStopIsOursUntilTheEntryIsWholeAndTheVenueHasItWorking() {
        List<Decision.OrderDecision> group = entered();
        held(group.get(0), group.get(1));
        told(group.get(0), "4", "4");
        told(group.get(0), "6", "10");
        seconds(2);
        assertEquals(List.of("arm engine 4", "move engine 10"), stops());
        rig.input(new Input.OrderAccepted(group.get(1).clientOrderId(), 1, 2));
        seconds(60);
        assertEquals(List.of("arm engine 4", "move engine 10", "move venue 10"), stops());
        assertEquals(List.of("submit entry 10", "submit protective-stop 10"), orders());
    }

    @Test
    void aLegThatWorksBeforeAllFillsAreToldCoversWithTheLast() {
        List<Decision.OrderDecision> group = entered();
        held(group.get(0), group.get(1));
        told(group.get(0), "4", "4");
        rig.input(new Input.OrderAccepted(group.get(1).clientOrderId(), 1, 2));
        seconds(1);
        assertEquals(List.of("arm engine 4"), stops());
        told(group.get(0), "6", "10");
        seconds(10);
        assertEquals(List.of("arm engine 4", "move engine 10", "move venue 10"), stops());
    }

    @Test
    void whatIsNotFilledInTimeIsCancelledAndWhatWasBoughtGetsAStopOfItsOwn() {
        List<Decision.OrderDecision> group = entered();
        held(group.get(0), group.get(1));
        told(group.get(0), "4", "4");
        seconds(2);
        assertEquals(2, orders().size());
        seconds(1);
        assertEquals("cancel entry 10", orders().getLast());
        rig.input(new Input.OrderCancelled(group.get(0).clientOrderId(), parse("4")));
        seconds(1);
        rig.input(new Input.OrderCancelled(group.get(1).clientOrderId(), 0));
        seconds(1);
        assertEquals(List.of("submit entry 10", "submit protective-stop 10", "cancel entry 10",
            "submit protective-stop 4"), orders());
        assertEquals(0, rig.lastSubmit().parent());
        rig.accept(rig.lastSubmit());
        assertEquals(List.of("arm engine 4", "move venue 4"), stops());
    }

    @Test
    void aLegThatOutlivesItsEntryIsCalledBack() {
        List<Decision.OrderDecision> group = entered();
        held(group.get(0), group.get(1));
        rig.input(new Input.OrderCancelled(group.get(0).clientOrderId(), 0));
        seconds(4);
        assertEquals(2, orders().size());
        seconds(2);
        assertEquals("cancel protective-stop 10", orders().getLast());
    }

    @Test
    void aLegThatIsRejectedOrMissingIsReplacedByAStopOfOurOwn() {
        List<Input> ends = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            AttachedStopTest each = new AttachedStopTest();
            List<Decision.OrderDecision> group = each.entered();
            long leg = group.get(1).clientOrderId();
            ends = List.of(new Input.OrderRejected(leg, RejectReason.VENUE_CHOICE, ""),
                new Input.OrderNotSent(leg, NotSentReason.VENUE_DOWN), new Input.OrderCancelled(leg, 0),
                new Input.OrderExpired(leg, 0));
            each.rig.accept(group.get(0));
            each.told(group.get(0), "10", "10");
            each.rig.input(ends.get(i));
            each.seconds(6);
            assertEquals(List.of("submit entry 10", "submit protective-stop 10", "submit protective-stop 10"),
                each.orders(), ends.get(i).toString());
            assertEquals(List.of("arm engine 10"), each.stops());
        }
        assertEquals(4, ends.size());
    }

    @Test
    void anExitDoesNotWaitForAnEntryWithALegThatNobodyHasHeardOf() {
        List<Decision.OrderDecision> group = entered();
        rig.input(new Input.OrderSent(group.get(0).clientOrderId()));
        rig.input(new Input.OrderUnknown(group.get(0).clientOrderId(), UnknownReason.TIMEOUT));
        Decision.OrderDecision second = submits(asked(rig, "10")).getFirst();
        rig.accept(second);
        told(second, "10", "10");
        rig.trade("97");
        assertEquals(List.of("submit entry 10", "submit protective-stop 10", "cancel entry 10", "submit entry 10",
            "submit stop-escalation 10"), orders());
    }

    @Test
    void aFallWhileTheEntryRestsCancelsTheGroupAndSellsWhatWasBought() {
        List<Decision.OrderDecision> group = entered();
        held(group.get(0), group.get(1));
        told(group.get(0), "4", "4");
        rig.trade("97");
        seconds(1);
        assertEquals("cancel entry 10", orders().getLast());
        rig.input(new Input.OrderCancelled(group.get(0).clientOrderId(), parse("4")));
        rig.input(new Input.OrderCancelled(group.get(1).clientOrderId(), 0));
        seconds(1);
        assertEquals("submit stop-escalation 4", orders().getLast());
        assertTrue(rig.decisions(Decision.StopDecision.class).stream()
            .anyMatch(stop -> stop.action() == StopAction.TRIGGER));
    }

    @Test
    void asLongAsAnEntryRestsAnotherOneGoesWithoutAStopAndTheSumGetsOne() {
        rig = new CoreRig(config(AssetClass.STOCK, 100));
        List<Decision.OrderDecision> group = entered();
        held(group.get(0), group.get(1));
        Journaled second = asked(rig, "5");
        assertEquals(List.of(TimeInForce.IOC), submits(second).stream().map(Decision.OrderDecision::timeInForce)
            .toList());
        told(submits(second).getFirst(), "5", "5");
        told(group.get(0), "10", "10");
        rig.input(new Input.OrderAccepted(group.get(1).clientOrderId(), 1, 2));
        assertEquals("cancel protective-stop 10", orders().getLast());
        rig.input(new Input.OrderCancelled(group.get(1).clientOrderId(), 0));
        assertEquals("submit protective-stop 15", orders().getLast());
    }

    @Test
    void anEntryThatIsNotSentLeavesRoomForTheNext() {
        List<Decision.OrderDecision> group = entered();
        rig.input(new Input.OrderNotSent(group.get(0).clientOrderId(), NotSentReason.HALTED));
        rig.input(new Input.OrderNotSent(group.get(1).clientOrderId(), NotSentReason.HALTED));
        assertEquals(2, entered().size());
    }

    @Test
    void aHaltCancelsTheRestingEntryAndNotItsStop() {
        List<Decision.OrderDecision> group = entered();
        held(group.get(0), group.get(1));
        rig.command(OperatorAction.HALT, 0);
        assertEquals(List.of("submit entry 10", "submit protective-stop 10", "cancel entry 10"), orders());
    }
}
