package org.gradus.adapters.alpaca;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gradus.engine.ingress.Arrivals;
import org.gradus.engine.ingress.VenueFeed;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.VenueDownReason;
import org.gradus.engine.tape.TapeEvent;

/// Keeps what a feed tells, as it is and in order.
public final class Heard implements Arrivals, VenueFeed.State {
    private final BlockingQueue<Object> told = new LinkedBlockingQueue<>();

    @Override
    public void market(TapeEvent event) {
        told.add(event);
    }

    @Override
    public void report(Input report, long venueTimeNs) {
        told.add(report);
    }

    @Override
    public void up() {
        told.add("up");
    }

    @Override
    public void down(VenueDownReason reason) {
        told.add(reason);
    }

    void note(String words) {
        told.add(words);
    }

    /// The next thing told, for which it waits.
    public Object next() throws InterruptedException {
        Object next = told.poll(30, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing was told");
        }
        return next;
    }

    /// What is told up to now.
    List<Object> all() {
        List<Object> all = new ArrayList<>();
        told.drainTo(all);
        return all;
    }
}
