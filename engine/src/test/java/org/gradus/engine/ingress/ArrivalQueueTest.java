package org.gradus.engine.ingress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.gradus.engine.message.Input;
import org.gradus.engine.tape.TapeEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ArrivalQueueTest {
    private final AtomicLong nowNs = new AtomicLong(5);
    private final ArrivalQueue queue = new ArrivalQueue(nowNs::get, 2, 2);
    private final TapeEvent event = new TapeEvent();

    private TapeEvent print(long price) {
        return event.from(0, price, 0).at(0, 3).trade(price, 1, TapeEvent.AGGRESSOR_UNKNOWN);
    }

    @Test
    void stampsTheTimeOfArrival() {
        queue.report(new Input.OrderSent(1), 4);
        queue.market(print(7));
        assertEquals(new ArrivalQueue.Report(new Input.OrderSent(1), 5, 4), queue.firstReport());
        TapeEvent taken = new TapeEvent();
        assertTrue(queue.takeMarket(taken));
        assertEquals(print(7).at(5, 3).toString(), taken.toString());
        assertFalse(queue.takeMarket(taken));
    }

    @Test
    void aFeedWaitsWhileThereIsNoRoom() throws InterruptedException {
        queue.report(new Input.OrderSent(1), 0);
        queue.report(new Input.OrderSent(2), 0);
        Thread feed = Thread.ofPlatform().start(() -> queue.report(new Input.OrderSent(3), 0));
        while (feed.getState() != Thread.State.WAITING) {
            LockSupport.parkNanos(1_000);
        }
        queue.own(new Input.OrderSent(9));
        assertEquals(3, queue.reportsArrived(), "our own reports do not wait");
        queue.removeReport();
        queue.removeReport();
        feed.join();
        assertEquals(4, queue.reportsArrived());
    }

    @Test
    void nobodyWaitsForAQueueThatIsClosed() throws InterruptedException {
        queue.market(print(1));
        queue.market(print(2));
        Thread feed = Thread.ofPlatform().start(() -> queue.market(new TapeEvent()));
        while (feed.getState() != Thread.State.WAITING) {
            LockSupport.parkNanos(1_000);
        }
        queue.close();
        feed.join();
        queue.report(new Input.OrderSent(1), 0);
        assertNull(queue.firstReport());
    }
}
