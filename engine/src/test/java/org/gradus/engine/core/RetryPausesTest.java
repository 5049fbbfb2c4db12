package org.gradus.engine.core;

import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.RejectReason;
import org.gradus.engine.message.StopHolder;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.EngineConfig.InstrumentConfig;
import org.gradus.engine.runtime.StrategyConfig;
import org.gradus.engine.runtime.TestConfigs;
import org.junit.jupiter.api.Test;

/// Stops and exits that the venue refuses again and again, as it does while somebody else's order is in their way.
class RetryPausesTest {
    private static final int ETHER = 1;

    private final CoreRig rig = new CoreRig(bitcoinAndEther());

    private static EngineConfig bitcoinAndEther() {
        InstrumentConfig ether = new InstrumentConfig(TestConfigs.crypto(ETHER, "ETH/USD", "ETH", 8), List.of());
        return TestConfigs.with(List.of(TestConfigs.bitcoin(CoreRig.BTC), ether), List.of(new StrategyConfig("asked-0",
            "asked", "", List.of("BTC/USD", "ETH/USD"), Timeframe.M1, parse("0.2"), Map.of())), "core");
    }

    private List<Decision.OrderDecision> submits(Purpose purpose) {
        return rig.decisions(Decision.OrderDecision.class).stream()
            .filter(order -> order.action() == OrderAction.SUBMIT && order.purpose() == purpose).toList();
    }

    private void refuse(Decision.OrderDecision order) {
        rig.input(new Input.OrderSent(order.clientOrderId()));
        rig.input(new Input.OrderRejected(order.clientOrderId(), RejectReason.WASH_TRADE, ""));
    }

    /// Refuses every order of this purpose, the one that is out to begin with.
    ///
    /// @return the seconds from the start at which they were submitted
    private List<Integer> refuseFor(int seconds, Purpose purpose) {
        List<Integer> at = new ArrayList<>();
        int answered = submits(purpose).size() - 1;
        for (int second = 0; second <= seconds; second++) {
            if (submits(purpose).size() > answered) {
                at.add(second);
                answered = submits(purpose).size();
                refuse(submits(purpose).getLast());
            }
            rig.pass(CoreRig.SECOND_NS).tick();
        }
        return at;
    }

    @Test
    void aStopIsTriedAgainAfterTwiceTheTimeUpToAMinute() {
        rig.bought("0.01", "50000");
        assertEquals(List.of(0, 5, 15, 35, 75, 135, 195, 255),
            refuseFor(290, Purpose.PROTECTIVE_STOP));
        assertEquals(StopHolder.ENGINE, rig.decisions(Decision.StopDecision.class).getLast().held());
    }

    @Test
    void anAcceptedStopThatIsLostYetIsPlacedAgainAfterTheFirstPause() {
        rig.bought("0.01", "50000");
        refuseFor(74, Purpose.PROTECTIVE_STOP);
        rig.accept(submits(Purpose.PROTECTIVE_STOP).getLast());
        assertEquals(List.of(0, 5, 15), refuseFor(20, Purpose.PROTECTIVE_STOP));
    }

    @Test
    void aTriggerWaitsForNoPauseOfTheStop() {
        rig.bought("0.01", "50000");
        refuseFor(80, Purpose.PROTECTIVE_STOP);
        rig.trade("48900");
        assertEquals(1, submits(Purpose.STOP_ESCALATION).size());
        assertEquals(List.of(0, 5, 15, 35, 55), refuseFor(60, Purpose.STOP_ESCALATION));
    }

    @Test
    void aTriggerAndTheOperatorWaitForNoPauseOfAnExit() {
        rig.bought("0.01", "50000");
        refuse(rig.lastSubmit());
        rig.command(OperatorAction.FLATTEN, 0);
        assertEquals(List.of(0, 5, 15, 35), refuseFor(40, Purpose.FLATTEN));
        rig.trade("48900");
        assertEquals(5, submits(Purpose.FLATTEN).size());
        refuseFor(3, Purpose.FLATTEN);
        rig.command(OperatorAction.FLATTEN, 0);
        assertEquals(6, submits(Purpose.FLATTEN).size());
    }

    @Test
    void aNewPositionKnowsNoPauseOfTheLast() {
        rig.bought("0.01", "50000");
        refuseFor(140, Purpose.PROTECTIVE_STOP);
        rig.trade("48900");
        rig.fill(rig.lastSubmit(), "48900");
        assertEquals(0, rig.decisions(Decision.StopDecision.class).getLast().quantity());
        rig.bought("0.01", "48900");
        assertEquals(List.of(0, 5, 15), refuseFor(20, Purpose.PROTECTIVE_STOP));
    }

    /// Its stop is ours to watch, for the venue holds it.
    private Decision.OrderDecision boughtEther() {
        rig.minute("50000");
        rig.wanted = parse("0.1");
        rig.input(new Input.Trade(ETHER, parse("3000"), 100_000_000, null));
        rig.pass(Timeframe.M1.endOf(rig.nowNs()) - rig.nowNs()).tick();
        rig.input(new Input.BarClose(ETHER, rig.nowNs()));
        Decision.OrderDecision entry = rig.lastSubmit();
        rig.accept(entry);
        rig.input(new Input.OrderFilled(entry.clientOrderId(), 9, 99, ETHER, Side.BUY, parse("3000"), entry.quantity(),
            entry.quantity(), 0, true));
        Decision.OrderDecision stop = rig.lastSubmit();
        assertEquals(Purpose.PROTECTIVE_STOP, stop.purpose());
        rig.accept(stop);
        rig.input(new Input.OrderHeld(stop.clientOrderId()));
        return stop;
    }

    @Test
    void anExitElsewhereFindsRoomInTheRateLimit() {
        Decision.OrderDecision stop = boughtEther();
        rig.bought("0.01", "50000");
        refuseFor(50, Purpose.PROTECTIVE_STOP);
        rig.input(new Input.Trade(ETHER, parse("2900"), 100_000_000, null));
        rig.input(new Input.OrderCancelled(stop.clientOrderId(), 0));
        assertEquals(List.of(ETHER), submits(Purpose.STOP_ESCALATION).stream()
            .map(Decision.OrderDecision::instrument).toList());
    }
}
