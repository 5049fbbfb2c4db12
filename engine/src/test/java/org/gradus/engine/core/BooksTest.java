package org.gradus.engine.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.message.RiskReason;
import org.gradus.engine.runtime.TestConfigs;
import org.junit.jupiter.api.Test;

/// Who may enter, as the books know it.
class BooksTest {
    private static final long TENTH = FixedPoint.ONE / 10;

    private final Books books = new Books(new CoreSetup(42, 1, 100_000,
        List.of(TestConfigs.crypto(0, "BTC/USD", "BTC", 8)), 0, Timeframe.M1, List.of("steady", "broken"),
        TestConfigs.limits(List.of(TENTH, TENTH)), 1, 0, 16, 4, 10, Tolerance.NONE), 2);

    @Test
    void aDisabledStrategyMayNotEnterAndOthersMay() {
        books.disabled[1] = true;
        assertEquals(DenialReason.NONE, books.entryBlock(0));
        assertEquals(DenialReason.STRATEGY_DISABLED, books.entryBlock(1));
    }

    @Test
    void whatStopsEverybodyIsNamedBeforeWhatStopsOne() {
        books.disabled[1] = true;
        books.latches.latch(RiskReason.DISK_LOW, 1);
        assertEquals(DenialReason.DISK_LOW, books.entryBlock(1));
        books.venueUp(false);
        assertEquals(DenialReason.VENUE_DOWN, books.entryBlock(1));
    }
}
