package org.gradus.engine.risk;

import static org.gradus.engine.domain.FixedPoint.parse;
import static org.gradus.engine.domain.Rule.CONFIRMATION;
import static org.gradus.engine.domain.Rule.VETO;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PhaseRulesTest {
    private final RiskDesk desk = new RiskDesk();

    @Test
    void letsATradeWaitForConfirmationInPhaseThree() {
        desk.phase = 3;
        assertEquals("500 <= 500, 500 of 500, pass", desk.entry("0.5", "1000", "970").line(CONFIRMATION));
        assertEquals("confirmation: 500.1 <= 500, 500.1 of 500, wait", desk.entry("0.5001", "1000", "970").decision());
        assertEquals(RiskDesk.NOON_NS + parse("900"), desk.checks.expiresNs());
    }

    @Test
    void measuresTheWholeTradeWhenItAsksForConfirmation() {
        desk.phase = 3;
        desk.holds("400");
        assertEquals("confirmation: 500.1 <= 500, 500.1 of 500, wait", desk.entry("0.1001", "1000", "970").decision());
    }

    @Test
    void announcesATradeInPhaseFourAndHoldsItForTheVetoWindow() {
        desk.phase = 4;
        assertEquals("1000 <= 1000, 1000 of 1000, pass", desk.entry("1", "1000", "970").line(VETO));
        assertEquals("veto: 1000.1 <= 1000, 1000.1 of 1000, wait", desk.entry("1.0001", "1000", "970").decision());
        assertEquals(RiskDesk.NOON_NS + parse("600"), desk.checks.expiresNs());
    }

    @Test
    void doesNotAskAgainForAReleasedOrder() {
        desk.entry("2", "1000", "970").draft.released = true;
        desk.phase = 3;
        assertEquals("0 <= 500, 0 of 500, pass", desk.line(CONFIRMATION));
        desk.phase = 4;
        assertEquals("0 <= 1000, 0 of 1000, pass", desk.line(VETO));
        assertEquals(0, desk.checks.expiresNs());
    }

    @Test
    void asksNobodyInTheOtherPhases() {
        desk.entry("5", "1000", "970");
        desk.phase = 2;
        assertEquals("0 <= 500, 0 of 500, pass", desk.line(CONFIRMATION));
        assertEquals("0 <= 1000, 0 of 1000, pass", desk.line(VETO));
    }

    @Test
    void refusesWhatWouldWaitWhenNoPlaceIsLeft() {
        desk.freeParked = 0;
        desk.phase = 3;
        assertEquals("500 <= 500, 500 of 500, pass", desk.entry("0.5", "1000", "970").line(CONFIRMATION));
        assertEquals("confirmation: 500.1 <= 500, 500.1 of 500, deny too-many-parked",
            desk.entry("0.5001", "1000", "970").decision());
    }
}
