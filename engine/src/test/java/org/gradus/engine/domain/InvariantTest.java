package org.gradus.engine.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/// A broken invariant says what was to hold, and with which numbers it did not.
class InvariantTest {

    @Test
    void saysNothingWhileItHolds() {
        Invariant.hold(true, "position equals net fills");
        Invariant.hold(true, "position equals net fills", 1);
        Invariant.hold(true, "position equals net fills", 1, 1);
    }

    @Test
    void stopsWithTheSentenceAndTheNumbers() {
        assertEquals("position equals net fills", broken(() -> Invariant.hold(false, "position equals net fills")));
        assertEquals("filled is positive: -1", broken(() -> Invariant.hold(false, "filled is positive", -1)));
        assertEquals("position equals net fills: 2, 3",
                     broken(() -> Invariant.hold(false, "position equals net fills", 2, 3)));
    }

    private static String broken(Runnable check) {
        return assertThrows(BrokenInvariant.class, check::run).getMessage();
    }
}
