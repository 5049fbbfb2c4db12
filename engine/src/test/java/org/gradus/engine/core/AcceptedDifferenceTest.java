package org.gradus.engine.core;

import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.message.AlertKind;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.DifferenceKind;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.Release;
import org.gradus.engine.message.StopAction;
import org.gradus.engine.message.StopHolder;
import org.gradus.engine.message.TradingReason;
import org.gradus.engine.message.TradingState;
import org.junit.jupiter.api.Test;

/// The operator accepts what the venue says: the books take it over, and the next reconciliation agrees.
class AcceptedDifferenceTest {
    /// The rig's limit.
    private static final int PLACED_WITHIN_S = 300;

    private final CoreRig rig = new CoreRig();

    @Test
    void theBooksTakeOverCashAndAPositionThatNobodyKnew() {
        rig.trade("1000");
        assertFalse(outcome(rig.reconcile("99000", "2", 0)).clean());
        Journaled accepted = resume();
        assertEquals(List.of(new Decision.Adjustment(-1, -1, parse("100000"), parse("99000"), 0),
            new Decision.Adjustment(0, CoreRig.BTC, 0, parse("2"), parse("1000"))),
            CoreRig.in(accepted, Decision.Adjustment.class));
        assertTrue(outcome(rig.reconcile("99000", "2", 0)).clean());
        assertEquals(RiskState.ACTIVE, rig.decisions(Decision.RiskStateChange.class).getLast().toState());
    }

    @Test
    void aPositionThatNobodyKnewIsUnderAStopAtOnce() {
        rig.trade("1000");
        rig.reconcile("100000", "2", 0);
        Decision.StopDecision stop = CoreRig.in(resume(), Decision.StopDecision.class).getFirst();
        assertEquals(StopAction.ARM, stop.action());
        assertEquals(StopHolder.ENGINE, stop.held());
        assertEquals(parse("2"), stop.quantity());
        assertEquals(parse("970"), stop.stopPrice());
        rig.trade("969");
        assertEquals(StopAction.TRIGGER, rig.decisions(Decision.StopDecision.class).getLast().action());
    }

    @Test
    void theWorthIsACashFlowAndNeitherGainNorLoss() {
        rig.bought("2", "1000");
        rig.trade("1010");
        Decision.Equity before = rig.decisions(Decision.Equity.class).getLast();
        rig.reconcile("103000", "0.5", 1);
        Decision.Equity after = CoreRig.in(resume(), Decision.Equity.class).getLast();
        long flow = parse("103000") - before.cash() - parse("1515");
        assertEquals(before.peak() + parse("20") + flow, after.peak(), "the peak moves with the flow");
        assertEquals(0, after.drawdown());
        assertEquals(after.equity() - parse("100000") - flow, after.realised() + after.open() - after.fees());
    }

    @Test
    void aPositionThatIsGoneLosesItsStop() {
        rig.bought("2", "1000");
        rig.reconcile("98000", "0", 1);
        Journaled accepted = resume();
        assertEquals(StopAction.DISARM, CoreRig.in(accepted, Decision.StopDecision.class).getLast().action());
        assertTrue(rig.core().positions().isEmpty());
    }

    @Test
    void anOrderThatTheVenueAloneKnowsIsADifferenceUntilItIsAccepted() {
        rig.trade("1000");
        Decision.ReconcileOutcome told = outcome(rig.reconcile("100000", "0", 1));
        assertEquals(List.of(new Decision.ReconcileOutcome.Difference(DifferenceKind.OPEN_ORDER, -1, 0, parse("1"))),
            told.differences());
        resume();
        assertTrue(outcome(rig.reconcile("100000", "0", 1)).clean());
        assertTrue(outcome(rig.reconcile("100000", "0", 0)).clean(), "and gone it is as before");
        assertFalse(outcome(rig.reconcile("100000", "0", 1)).clean(), "another is news");
    }

    @Test
    void whatWasFilledSinceTheReconciliationStays() {
        rig.trade("1000");
        rig.wanted = parse("2");
        rig.minute("1000");
        Decision.OrderDecision entry = rig.lastSubmit();
        rig.reconcile("99000", "0", 0);
        rig.fill(entry, "1000");
        Journaled accepted = resume();
        assertEquals(List.of(new Decision.Adjustment(-1, -1, parse("98000"), parse("97000"), 0)),
            CoreRig.in(accepted, Decision.Adjustment.class));
    }

    @Test
    void aPositionOfFourForOneIsNamedASplitAndNoCashFlow() {
        CoreRig stocks = new CoreRig(TradingHoursTest.config(AssetClass.STOCK));
        stocks.bought("10", "100");
        stocks.accept(stocks.lastSubmit());
        Decision.ReconcileOutcome told = outcome(stocks.reconcile("99000", "40", 1));
        assertEquals(List.of(Decision.ReconcileOutcome.Difference.split(0, parse("10"), parse("40"), parse("4"))),
            told.differences());
        Decision.Equity before = stocks.decisions(Decision.Equity.class).getLast();
        Journaled accepted = stocks.command(OperatorAction.RESUME, Release.RECONCILIATION.bit());
        assertEquals(List.of(new Decision.Adjustment(-1, 0, parse("10"), parse("40"), 0, parse("4"))),
            CoreRig.in(accepted, Decision.Adjustment.class));
        Decision.Equity after = CoreRig.in(accepted, Decision.Equity.class).getLast();
        assertEquals(before.equity(), after.equity());
        assertEquals(before.peak(), after.peak());
        assertEquals(parse("25"), stocks.core().positions().getFirst().averagePrice());
        Decision.StopDecision moved = CoreRig.in(accepted, Decision.StopDecision.class).getLast();
        assertEquals(parse("40"), moved.quantity());
        assertEquals(parse("24.58"), moved.stopPrice(), "of 98.30 for the old share");
        assertEquals(OrderAction.CANCEL, CoreRig.in(accepted, Decision.OrderDecision.class).getLast().action(),
            "the old stop, to be placed anew");
    }

    @Test
    void aSplitIsTakenOverInTheUnitOfTheMark() {
        CoreRig stocks = new CoreRig(TradingHoursTest.config(AssetClass.STOCK));
        stocks.bought("10", "100");
        stocks.reconcile("99000", "40", 0);
        stocks.input(new Input.TradingStatus(-1, TradingState.CLOSED, TradingReason.CALENDAR, 0, 0, ""));
        stocks.trade("25.5");
        stocks.trade("25.5");
        Journaled accepted = stocks.command(OperatorAction.RESUME, Release.RECONCILIATION.bit());
        Decision.Equity after = CoreRig.in(accepted, Decision.Equity.class).getLast();
        assertEquals(parse("25.5"), after.marks().getFirst().price(), "the new one already");
        assertEquals(parse("99000") + parse("1020"), after.equity());
    }

    @Test
    void aStopOfTheOldShareSellsNothingAtThePriceOfTheNew() {
        CoreRig stocks = new CoreRig(TradingHoursTest.config(AssetClass.STOCK));
        stocks.bought("10", "100");
        stocks.reconcile("99000", "40", 0);
        stocks.trade("25.5");
        stocks.trade("25.5");
        assertEquals(0, triggers(stocks));
        stocks.trade("24.5");
        assertEquals(1, triggers(stocks), "below 98.30 for the old share it is all the same");
    }

    @Test
    void aPositionThatLooksSplitGetsNoStopOfTheOldShareAndIsNotSoldForThat() {
        CoreRig stocks = new CoreRig(TradingHoursTest.config(AssetClass.STOCK));
        stocks.bought("10", "100");
        stocks.reconcile("99000", "40", 1);
        Decision.OrderDecision stop = stocks.lastSubmit();
        stocks.input(new Input.OrderCancelled(stop.clientOrderId(), 0));
        for (int second = 0; second < 2 * PLACED_WITHIN_S; second++) {
            stocks.pass(CoreRig.SECOND_NS).tick();
        }
        assertEquals(stop, stocks.lastSubmit());
        assertEquals(AlertKind.RECONCILIATION, stocks.decisions(Decision.Alert.class).getLast().kind());
    }

    private static long triggers(CoreRig rig) {
        return rig.decisions(Decision.StopDecision.class).stream()
            .filter(stop -> stop.action() == StopAction.TRIGGER).count();
    }

    @Test
    void moneyThatMovedOrAnUnusualRatioIsNoSplit() {
        CoreRig stocks = new CoreRig(TradingHoursTest.config(AssetClass.STOCK));
        stocks.bought("10", "100");
        assertEquals(0, outcome(stocks.reconcile("96000", "40", 1)).differences().getLast().ratio());
        assertEquals(0, outcome(stocks.reconcile("99000", "17", 1)).differences().getLast().ratio());
    }

    private Journaled resume() {
        return rig.command(OperatorAction.RESUME, Release.RECONCILIATION.bit());
    }

    private static Decision.ReconcileOutcome outcome(Journaled record) {
        return CoreRig.in(record, Decision.ReconcileOutcome.class).getFirst();
    }
}
