package org.gradus.engine.ingress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.MarketSetup;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.market.IndicatorBank;
import org.gradus.engine.market.MarketStage;
import org.gradus.engine.message.Derived;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.runtime.TestConfigs;
import org.gradus.engine.tape.TapeEvent;
import org.gradus.engine.testdata.RealBar;
import org.gradus.engine.testdata.RealBars;
import org.junit.jupiter.api.Test;

/// Feed bars that do not start on their grid still make each larger bar once, at the door and in the market stage
/// alike.
class OffGridBarsTest {
    private static final int SLOT_BYTES = 4_096;
    private static final long SEED = 20260809;
    private static final int RUNS = 200;
    private static final long MS = 1_000_000L;
    private static final long START_NS = 1_518_048_000_000L * MS;
    private static final long HOUR_NS = Timeframe.H1.nanos();

    /// Bars of instrument 0 come from its feed; prints of instrument 1 let time pass in between.
    private final MarketSetup setup = new MarketSetup(
        List.of(TestConfigs.crypto(0, "BTC/USD", "BTC", 8), TestConfigs.crypto(1, "ETH/USD", "ETH", 8)), Timeframe.M1,
        List.of(Timeframe.M1, Timeframe.H1, Timeframe.H4, Timeframe.D1), List.of(List.of(Timeframe.H1), List.of()),
        TestConfigs.HOUR_NS, FixedPoint.ONE / 10, FixedPoint.ONE / 50, 5 * TestConfigs.SECOND_NS);
    private final List<Journaled> records = new ArrayList<>();
    private final Ingress door = open();
    private final TapeEvent event = new TapeEvent();

    private Ingress open() {
        Ingress ingress = new Ingress(setup, 0);
        ingress.open(new Kept(), 1);
        return ingress;
    }

    /// Shows each record to the market stage and keeps it.
    private final class Kept implements SlotSink {
        private final MarketStage market = new MarketStage(setup, new IndicatorBank(2));
        private final RecordCodec codec = new RecordCodec();
        private final EventSlot slot = EventSlot.ofCapacity(SLOT_BYTES);

        @Override
        public EventSlot claim() {
            return slot;
        }

        @Override
        public EventSlot tryClaim() {
            return slot;
        }

        @Override
        public void publish(EventSlot published) {
            market.onSlot(published);
            records.add(codec.read(published.buffer(), 0));
        }
    }

    @Test
    void theBarsOfAVenueThatCameBackOffItsGridCloseOnce() {
        assumeTrue(RealBars.available(), RealBars.MISSING);
        List<RealBar> bars = RealBars.load("BTC-USDT_1h_2017-08-17_2022-12-31.csv.gz").stream()
            .filter(bar -> bar.startMs() >= 1_518_048_000_000L && bar.startMs() < 1_518_480_000_000L).toList();
        assertEquals(43, bars.stream().filter(bar -> bar.startMs() % 3_600_000 != 0).count());
        for (RealBar bar : bars) {
            feed(bar.startMs() * MS, FixedPoint.fromDouble(bar.close()));
        }
        assertEachOnce("real bars");
        assertEquals(bars.size(), closes(Timeframe.H1).size());
    }

    @Test
    void aBarThatEndsBehindTheCloseOfItsLargerBarComesTooLateForIt() {
        feed(START_NS + HOUR_NS, 100);
        feed(START_NS + 3 * HOUR_NS + HOUR_NS / 2, 200);
        feed(START_NS + 4 * HOUR_NS + HOUR_NS / 2, 300);
        feed(START_NS + 7 * HOUR_NS, 400);
        List<Derived.BarClosed> fourHours = closes(Timeframe.H4);
        assertEquals(List.of(100L, 400L), fourHours.stream().map(Derived.BarClosed::close).toList());
        assertEachOnce("three and a half hours");
    }

    @Test
    void anyBarsMakeEachLargerBarOnce() {
        for (int run = 0; run < RUNS; run++) {
            OffGridBarsTest fresh = new OffGridBarsTest();
            fresh.feedAnything(new Random(SEED + run));
            fresh.assertEachOnce("seed " + (SEED + run));
        }
    }

    private void feedAnything(Random random) {
        long startNs = START_NS;
        for (int i = 0; i < 60; i++) {
            startNs += random.nextBoolean() ? 0 : random.nextLong(3 * HOUR_NS);
            feed(startNs, 100 + i);
            startNs += HOUR_NS;
            if (random.nextBoolean()) {
                long between = startNs + random.nextLong(HOUR_NS / 2);
                door.tape(event.from(1, between, 1).at(between, between).trade(50, 1, TapeEvent.AGGRESSOR_UNKNOWN));
                startNs = Math.max(startNs, between - HOUR_NS + 1);
            }
        }
        door.clock(startNs + 30 * HOUR_NS);
    }

    private void feed(long startNs, long close) {
        long endNs = startNs + HOUR_NS;
        door.tape(event.from(0, startNs, 0).at(endNs, endNs).bar(Timeframe.H1, startNs, endNs)
            .prices(close, close, close, close).volume(1));
    }

    private List<Derived.BarClosed> closes(Timeframe timeframe) {
        return records.stream().flatMap(record -> record.derived().stream())
            .filter(Derived.BarClosed.class::isInstance).map(Derived.BarClosed.class::cast)
            .filter(bar -> bar.instrument() == 0 && bar.timeframe() == timeframe).toList();
    }

    private void assertEachOnce(String of) {
        assertFalse(closes(Timeframe.H4).isEmpty(), of);
        for (Timeframe timeframe : List.of(Timeframe.H1, Timeframe.H4, Timeframe.D1)) {
            Set<Long> starts = new HashSet<>();
            List<Derived.BarClosed> closes = closes(timeframe);
            for (int i = 0; i < closes.size(); i++) {
                assertEquals(i + 1, closes.get(i).barsSeen(), of);
                assertTrue(starts.add(closes.get(i).startNs()), of + ": " + timeframe + " closed twice");
            }
            assertTrue(starts.containsAll(inTime(timeframe)), of + ": a bar is missing");
        }
        assertNothingIsDue(of);
    }

    /// Windows that have closed and hold a bar that ended within them.
    private List<Long> inTime(Timeframe timeframe) {
        long untilNs = records.getLast().timeNs();
        return closes(Timeframe.H1).stream()
            .filter(bar -> timeframe != Timeframe.H1 && bar.endNs() <= timeframe.endOf(bar.startNs()))
            .map(bar -> timeframe.startOf(bar.startNs())).filter(start -> start + timeframe.nanos() <= untilNs)
            .toList();
    }

    private void assertNothingIsDue(String of) {
        BarClock clock = BarClock.of(setup);
        RecordedMarket recorded = new RecordedMarket();
        EventSlot slot = EventSlot.ofCapacity(SLOT_BYTES);
        for (Journaled record : records) {
            new RecordCodec().write(slot, record);
            recorded.replay(slot, clock);
        }
        assertEquals(-1, clock.due(records.getLast().timeNs() + 1, 0), of + ": the door has a close left");
    }
}
