package org.gradus.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gradus.engine.domain.RiskState;
import org.gradus.engine.ingress.Ingress;
import org.gradus.engine.runtime.EngineConfig.OperatorScript;
import org.gradus.engine.strategy.StrategyFactory;
import org.junit.jupiter.api.Test;

/// The script reviews no latch before that latch has had its time.
class ScriptedOperatorTest {
    private static final long NEVER = Long.MAX_VALUE;

    private final ScriptedOperator operator = new ScriptedOperator(new OperatorScript(100),
        new Ingress(new Assembly(TestConfigs.demo(), StrategyFactory.builtIns()).marketSetup(), 0));

    @Test
    void aLaterLatchStartsTheWaitAnew() {
        operator.riskState(RiskState.REDUCING, 10);
        operator.riskState(RiskState.HALTED, 60);
        assertEquals(160, operator.nextNs());
        operator.riskState(RiskState.HALTED, 70);
        assertEquals(170, operator.nextNs());
    }

    @Test
    void aReleaseThatLeavesACauseChangesNothing() {
        operator.riskState(RiskState.HALTED, 10);
        operator.riskState(RiskState.REDUCING, 60);
        assertEquals(110, operator.nextNs());
    }

    @Test
    void theLastReleaseEndsTheWait() {
        operator.riskState(RiskState.HALTED, 10);
        operator.riskState(RiskState.ACTIVE, 60);
        assertEquals(NEVER, operator.nextNs());
    }
}
