package org.gradus.adapters.checks;

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

/// Notes in words what a feed tells, in order.
public final class Recorded implements Arrivals, VenueFeed.State {
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    @Override
    public void market(TapeEvent event) {
        told.add(event.instrumentId() + " at " + event.venueTimeNs() + ": " + event);
    }

    @Override
    public void report(Input report, long venueTimeNs) {
        told.add(report.toString());
    }

    @Override
    public void up() {
        told.add("up");
    }

    @Override
    public void down(VenueDownReason reason) {
        told.add("down " + reason.label());
    }

    /// The next thing told, for which it waits.
    public String next() throws InterruptedException {
        String next = told.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing was told");
        }
        return next;
    }

    /// What is told up to now.
    public List<String> all() {
        List<String> all = new ArrayList<>();
        told.drainTo(all);
        return all;
    }
}
