package org.gradus.adapters.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.gradus.adapters.checks.BarQuestion;
import org.gradus.adapters.checks.IndicatorCheck;
import org.gradus.adapters.checks.IndicatorComparison;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.indicator.IndicatorSpec;
import org.gradus.engine.message.Input;
import org.gradus.engine.runtime.TestConfigs;
import org.junit.jupiter.api.Test;

class IndicatorWatchTest {
    private static final long MINUTE_NS = Timeframe.M1.nanos();
    private static final long START_NS = 1_700_006_400_000_000_000L;
    private static final int MINUTES = 80;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<BarQuestion> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch answered = new CountDownLatch(1);
    private final AtomicLong nowNs = new AtomicLong(START_NS);

    /// Somebody who says 50 to everything.
    private final IndicatorCheck fifty = new IndicatorCheck() {
        @Override
        public String name() {
            return "Fifty";
        }

        @Override
        public boolean answers(BarQuestion question) {
            return true;
        }

        @Override
        public List<Double> values(BarQuestion question) {
            asked.add(question);
            answered.countDown();
            return List.of(50.0);
        }
    };

    @Test
    void comparesTheLatestBarOfARunningEnginesJournal() throws InterruptedException {
        StillVenue venue = new StillVenue(nowNs::get);
        try (StillRun run = new StillRun(venue.maker(), nowNs::get)) {
            run.until(inputs -> inputs.contains(new Input.VenueUp()));
            for (int i = 1; i <= MINUTES; i++) {
                venue.trade(50_000 + 20 * Math.sin(i), nowNs.get());
                nowNs.addAndGet(MINUTE_NS);
                long bars = i;
                run.until(inputs -> inputs.stream().filter(Input.BarClose.class::isInstance).count() >= bars);
            }
            IndicatorComparison comparison = new IndicatorComparison(List.of(TestConfigs.bitcoin(0).instrument()),
                    List.of(IndicatorSpec.rsi(14)), fifty, new IndicatorComparison.Bounds(100, 1, MINUTE_NS / 2),
                    told::add);
            IndicatorWatch watch = new IndicatorWatch(run::journal, comparison, List.of(Timeframe.M1), nowNs::get,
                    told::add);
            watch.start();
            assertTrue(answered.await(30, TimeUnit.SECONDS), "the check is asked");
            watch.close();
        }
        assertEquals(1, asked.size());
        assertEquals(START_NS + (MINUTES - 1) * MINUTE_NS, asked.getFirst().startNs());
        assertEquals(2, told.size(), told.toString());
        assertTrue(told.getLast().startsWith("rsi(14) of BTC/USD, 1m against Fifty: 1 compared, 0 beyond"));
    }
}
