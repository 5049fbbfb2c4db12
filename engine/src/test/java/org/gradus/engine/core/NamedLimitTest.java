package org.gradus.engine.core;

import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.Rule;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.OrderAction;
import org.junit.jupiter.api.Test;

/// A refusal names the limit that was used up, and an exit goes in parts that the venue takes.
class NamedLimitTest {
    @Test
    void aTradeThatIsFullIsRefusedForItsSize() {
        CoreRig rig = new CoreRig();
        rig.wanted = -1;
        rig.minute("1000");
        rig.fill(rig.lastSubmit(), "1000");
        assertEquals(DenialReason.TRADE_TOO_LARGE, refusal(rig, "1100").reason());
    }

    @Test
    void aUsedUpBudgetIsRefusedAsSuch() {
        CoreRig rig = new CoreRig(CoreRig.config("0.02"));
        rig.wanted = -1;
        rig.minute("1000");
        rig.fill(rig.lastSubmit(), "1000");
        Decision.OrderDecision refused = refusal(rig, "1100");
        assertEquals(Rule.STRATEGY_BUDGET, refused.rule());
        assertEquals(DenialReason.BUDGET_EXCEEDED, refused.reason());
        assertTrue(refused.quantity() > 0, "the least order was asked for");
    }

    @Test
    void anExitGoesInPartsOfTheLargestNotional() {
        CoreRig rig = new CoreRig();
        rig.trade("1000");
        rig.reconcile("100000", "500", 0);
        rig.command(OperatorAction.RESUME, 15);
        rig.tick();
        rig.trade("1001");
        rig.tick();
        Decision.OrderDecision stop = submits(rig).getFirst();
        assertEquals(parse("206.185567010"), stop.quantity());
        assertEquals(1, submits(rig).size(), "the stop stays while the mark moves");
        rig.accept(stop);
        rig.command(OperatorAction.FLATTEN, 0);
        rig.input(new Input.OrderCancelled(stop.clientOrderId(), 0));
        Decision.OrderDecision part = submits(rig).getLast();
        assertEquals(Purpose.FLATTEN, part.purpose());
        assertEquals(parse("199.800199800"), part.quantity());
        rig.fill(part, "1001");
        assertEquals(parse("199.800199800"), submits(rig).getLast().quantity(), "the next part follows");
        assertTrue(rig.decisions(Decision.OrderDecision.class).stream().allMatch(o -> o.notional() <= parse("200000")));
    }

    private static List<Decision.OrderDecision> submits(CoreRig rig) {
        return rig.decisions(Decision.OrderDecision.class).stream().filter(o -> o.action() == OrderAction.SUBMIT)
            .toList();
    }

    private static Decision.OrderDecision refusal(CoreRig rig, String price) {
        rig.wanted = -1;
        rig.minute(price);
        return rig.decisions(Decision.OrderDecision.class).stream().filter(o -> o.action() == OrderAction.REFUSE)
            .toList().getLast();
    }
}
