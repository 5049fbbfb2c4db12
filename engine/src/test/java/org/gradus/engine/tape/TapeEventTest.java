package org.gradus.engine.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gradus.engine.domain.FeedFault;
import org.gradus.engine.domain.Timeframe;
import org.junit.jupiter.api.Test;

class TapeEventTest {
    @Test
    void saysTheFieldsOfItsKind() {
        TapeEvent event = new TapeEvent().from(2, 17, 5).at(100, 90);

        assertEquals("TRADE 2:17 instrument=5 time=100 venueTime=90 price=1 size=2 aggressor=1",
                event.trade(1, 2, TapeEvent.AGGRESSOR_BUY).toString());
        assertEquals("QUOTE 2:17 instrument=5 time=100 venueTime=90 bid=1 bidSize=2 ask=3 askSize=4",
                event.quote(1, 2, 3, 4).toString());
        assertEquals("BAR 2:17 instrument=5 time=100 venueTime=90 "
                        + Timeframe.H1 + " start=6 end=7 open=1 high=4 low=0 close=2 volume=9",
                event.bar(Timeframe.H1, 6, 7).prices(1, 4, 0, 2).volume(9).toString());
        assertEquals("FAULT 2:17 instrument=5 time=100 venueTime=90 " + FeedFault.MALFORMED + " detail=a,b",
                event.fault(FeedFault.MALFORMED, "a,b").toString());
    }

    @Test
    void boundsTheTextOfAFaultWithoutCuttingACharacterInHalf() {
        assertEquals("x".repeat(200), new TapeEvent().fault(FeedFault.MALFORMED, "x".repeat(300)).detail());
        assertEquals("x".repeat(199),
                new TapeEvent().fault(FeedFault.MALFORMED, "x".repeat(199) + "\uD83D\uDE00").detail());
    }
}
