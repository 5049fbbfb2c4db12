package org.gradus.engine.ingress;

import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gradus.engine.domain.FeedFault;
import org.gradus.engine.domain.MarketSetup;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.VenueDownReason;
import org.gradus.engine.runtime.TestConfigs;
import org.gradus.engine.tape.TapeEvent;
import org.junit.jupiter.api.Test;

/// The live door before a ring that is full, then is not.
class LiveDoorTest {
    private static final long NOON_NS = 1_700_049_600L * 1_000_000_000L;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long PLENTY = 1_000;

    private final NarrowSink ring = new NarrowSink();
    private final LiveDoor door = new LiveDoor(opened(ring), 2, 3, 2);
    private final TapeEvent event = new TapeEvent();
    private long nowNs = NOON_NS;

    static Ingress opened(SlotSink sink) {
        Ingress ingress = new Ingress(setup(), 0);
        ingress.open(sink, 1);
        return ingress;
    }

    private static MarketSetup setup() {
        return new MarketSetup(
            List.of(TestConfigs.crypto(0, "BTC/USD", "BTC", 8), TestConfigs.crypto(1, "ETH/USD", "ETH", 8)),
            Timeframe.M1, List.of(Timeframe.M1), List.of(List.of(), List.of()), SECOND_NS, parse("0.1"), parse("0.02"),
            SECOND_NS);
    }

    private Entry trade(int instrument, long price, long size) {
        nowNs += 1_000;
        return door.market(event.from(0, nowNs, instrument).at(nowNs, nowNs)
            .trade(price, size, TapeEvent.AGGRESSOR_BUY));
    }

    private Entry quote(int instrument, long bid) {
        nowNs += 1_000;
        return door.market(event.from(0, nowNs, instrument).at(nowNs, nowNs).quote(bid, 1, bid + 1, 2));
    }

    private Entry bar(int instrument) {
        nowNs += 1_000;
        return door.market(event.from(0, nowNs, instrument).at(nowNs, nowNs)
            .bar(Timeframe.H1, NOON_NS, NOON_NS + TestConfigs.HOUR_NS).prices(1, 2, 1, 2).volume(3));
    }

    private Entry report(long order) {
        nowNs += 1_000;
        return door.report(new Input.OrderSent(order), nowNs, nowNs, Source.VENUE, order);
    }

    private void makeRoom() {
        ring.room = PLENTY;
        assertTrue(door.time(nowNs), "everything has entered");
    }

    @Test
    void withRoomEveryEventEntersAsItIs() {
        ring.room = PLENTY;
        assertEquals(Entry.ENTERED, trade(0, 100, 5));
        assertEquals(Entry.ENTERED, quote(1, 99));
        assertEquals(List.of(new Input.Trade(0, 100, 5, Side.BUY), new Input.Quote(1, 99, 1, 100, 2, 0)),
            ring.inputs());
    }

    @Test
    void printsBecomeOneAggregateOfTheirInstrument() {
        assertEquals(Entry.WAITS, trade(0, 100, 5));
        assertEquals(Entry.CONFLATED, trade(0, 120, 1));
        assertEquals(Entry.CONFLATED, trade(0, 90, 2));
        assertEquals(Entry.WAITS, trade(1, 7, 1));
        assertEquals(Entry.CONFLATED, trade(0, 110, 4));
        makeRoom();
        assertEquals(List.of(new Input.Trade(1, 7, 1, Side.BUY), new Input.TradeAggregate(0, 110, 12, 4, 100, 120, 90)),
            ring.inputs());
        assertEquals(3, door.conflated());
    }

    @Test
    void quotesBecomeTheLatestWithTheCountOfThoseItReplaced() {
        quote(0, 10);
        quote(0, 11);
        assertEquals(Entry.CONFLATED, quote(0, 12));
        makeRoom();
        assertEquals(List.of(new Input.Quote(0, 12, 1, 13, 2, 2)), ring.inputs());
        quote(0, 13);
        assertEquals(new Input.Quote(0, 13, 1, 14, 2, 0), ring.inputs().getLast());
    }

    @Test
    void whatWaitsEntersBeforeWhatComesLaterAndInTimeOrder() {
        quote(0, 10);
        report(1);
        trade(0, 100, 1);
        trade(1, 200, 1);
        quote(0, 11);
        ring.room = PLENTY;
        trade(1, 201, 1);
        assertEquals(List.of(new Input.OrderSent(1), new Input.Trade(0, 100, 1, Side.BUY),
            new Input.Trade(1, 200, 1, Side.BUY), new Input.Quote(0, 11, 1, 12, 2, 1),
            new Input.Trade(1, 201, 1, Side.BUY)), ring.inputs());
    }

    @Test
    void aFullReportQueueGivesTheReportBackAndPausesEntries() {
        assertEquals(Entry.WAITS, report(1));
        report(2);
        report(3);
        assertEquals(Entry.REFUSED, report(4));
        assertEquals(Entry.REFUSED, report(4));
        makeRoom();
        assertEquals(Entry.ENTERED, report(4));
        assertEquals(List.of(new Input.VenueDown(VenueDownReason.REPORTS_WAITING), new Input.OrderSent(1),
            new Input.OrderSent(2), new Input.OrderSent(3), new Input.OrderSent(4)), ring.inputs());
        assertEquals(2, door.refusedReports());
    }

    @Test
    void feedBarsWaitInTheirTurnAndOneTooManyIsAGap() {
        assertEquals(Entry.WAITS, bar(0));
        assertEquals(Entry.WAITS, door.market(event.from(0, 1, 0).at(nowNs, nowNs).fault(FeedFault.values()[0], "x")));
        assertEquals(Entry.REFUSED, bar(1));
        long lostNs = nowNs;
        makeRoom();
        assertEquals(3, ring.inputs().size());
        assertEquals(new Input.FeedGap(1, 1, lostNs, lostNs), ring.inputs().getLast());
    }

    @Test
    void theClockGoesOnWhereTheRingWasFull() {
        ring.room = 1;
        assertEquals(Entry.WAITS, trade(0, 100, 1));
        assertEquals(1, ring.published.size());
        ring.room = PLENTY;
        nowNs += 61 * SECOND_NS;
        assertTrue(door.time(nowNs));
        List<Input> all = ring.published.stream().map(record -> record.input()).toList();
        assertEquals(List.of(new Input.TimeTick(), new Input.Trade(0, 100, 1, Side.BUY), new Input.TimeTick(),
            new Input.BarClose(0, nowNs - nowNs % SECOND_NS)), all);
    }

    @Test
    void aTickThatFindsNoRoomEntersLater() {
        ring.room = 0;
        assertFalse(door.time(nowNs));
        ring.room = 1;
        assertTrue(door.time(nowNs));
        assertEquals(1, ring.published.size());
    }
}
