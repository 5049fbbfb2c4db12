package org.gradus.engine.ingress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.tape.TapeEvent;
import org.junit.jupiter.api.Test;

/// Whatever comes and however little room there is: no volume is lost or made, the last price is the last price, no
/// report is lost, and time does not go back.
class LiveDoorPropertyTest {
    private static final long SEED = 20260731;
    private static final int RUNS = 300;
    private static final int EVENTS = 400;
    private static final long NOON_NS = 1_700_049_600L * 1_000_000_000L;

    private final long[] volume = new long[2];
    private final long[] count = new long[2];
    private final long[] lastPrice = new long[2];
    private final long[] lastBid = new long[2];
    private final long[] quotes = new long[2];
    private final List<Long> reports = new ArrayList<>();

    @Test
    void nothingIsLostWhateverTheRoom() {
        for (int run = 0; run < RUNS; run++) {
            LiveDoorPropertyTest fresh = new LiveDoorPropertyTest();
            fresh.check(new Random(SEED + run), "seed " + (SEED + run));
        }
    }

    private void check(Random random, String seed) {
        NarrowSink ring = new NarrowSink();
        LiveDoor door = new LiveDoor(LiveDoorTest.opened(ring), 2, 4, 4);
        long nowNs = NOON_NS;
        for (int i = 0; i < EVENTS; i++) {
            nowNs += random.nextLong(200_000_000);
            ring.room = random.nextInt(4) == 0 ? random.nextInt(6) : ring.room;
            event(door, random, nowNs);
        }
        ring.room = Long.MAX_VALUE;
        assertTrue(door.time(nowNs), seed);
        conserved(ring, seed);
        ordered(ring.published, seed);
    }

    private void event(LiveDoor door, Random random, long nowNs) {
        int instrument = random.nextInt(2);
        TapeEvent event = new TapeEvent().from(0, nowNs, instrument).at(nowNs, nowNs);
        switch (random.nextInt(5)) {
            case 0 -> {
                long order = reports.size() + 1;
                if (door.report(new Input.OrderSent(order), nowNs, nowNs, Source.VENUE, order) != Entry.REFUSED) {
                    reports.add(order);
                }
            }
            case 1, 2 -> {
                lastBid[instrument] = 1 + random.nextInt(1_000);
                quotes[instrument]++;
                door.market(event.quote(lastBid[instrument], 1, lastBid[instrument] + 1, 1));
            }
            default -> {
                lastPrice[instrument] = 1 + random.nextInt(1_000);
                long size = random.nextInt(1_000);
                volume[instrument] += size;
                count[instrument]++;
                door.market(event.trade(lastPrice[instrument], size, TapeEvent.AGGRESSOR_UNKNOWN));
            }
        }
    }

    private void conserved(NarrowSink ring, String seed) {
        for (int i = 0; i < 2; i++) {
            Prints prints = new Prints(i);
            ring.inputs().forEach(prints::add);
            assertEquals(volume[i], prints.volume, seed);
            assertEquals(count[i], prints.count, seed);
            assertEquals(lastPrice[i], prints.last, seed);
            int instrument = i;
            List<Input.Quote> told = ring.inputs(Input.Quote.class).stream()
                .filter(quote -> quote.instrument() == instrument).toList();
            assertEquals(quotes[i], told.stream().mapToLong(q -> 1 + q.conflated()).sum(), seed);
            assertEquals(lastBid[i], told.getLast().bid(), seed);
        }
        assertEquals(reports,
            ring.inputs(Input.OrderSent.class).stream().map(Input.OrderSent::clientOrderId).toList(), seed);
    }

    /// What a reader of the journal adds up.
    private static final class Prints {
        private final int instrument;
        private long volume;
        private long count;
        private long last;

        private Prints(int instrument) {
            this.instrument = instrument;
        }

        private void add(Input input) {
            if (input instanceof Input.Trade in && in.instrument() == instrument) {
                add(in.size(), 1, in.price());
            } else if (input instanceof Input.TradeAggregate in && in.instrument() == instrument) {
                assertTrue(in.low() <= Math.min(in.open(), in.price()) && in.high() >= Math.max(in.open(), in.price()));
                add(in.size(), in.count(), in.price());
            }
        }

        private void add(long size, long prints, long price) {
            volume += size;
            count += prints;
            last = price;
        }
    }

    private static void ordered(List<Journaled> published, String seed) {
        for (int i = 1; i < published.size(); i++) {
            assertTrue(published.get(i).timeNs() >= published.get(i - 1).timeNs(), seed);
            assertEquals(published.get(i - 1).sequence() + 1, published.get(i).sequence(), seed);
        }
    }
}
