package org.gradus.adapters.service;

import java.util.List;

/// How often a service may be asked: in each of its rolling windows so many times, and after *too many requests* not
/// before a pause that doubles with each refusal. Any thread; a pure function of its calls and the times they give.
public final class RequestLimits {
    private static final int LONGEST_DOUBLINGS = 5;

    private final List<Window> windows;
    private final long firstPauseNs;
    private final long[] sentNs;
    private int sent;
    private int refusals;
    private long refusedUntilNs;

    /// @param requests at most, in any stretch of time that is `ns` long
    public record Window(int requests, long ns) {
        public Window {
            if (requests < 1 || ns < 1) {
                throw new IllegalArgumentException("a window of " + requests + " requests in " + ns + " ns");
            }
        }
    }

    /// @param firstPauseNs after the first refusal that names no time
    public RequestLimits(long firstPauseNs, Window... windows) {
        this.windows = List.of(windows);
        this.firstPauseNs = firstPauseNs;
        sentNs = new long[this.windows.stream().mapToInt(Window::requests).max().orElseThrow()];
    }

    /// Takes a place for one request if there is one.
    ///
    /// @return 0 when it was taken, else how long to wait before asking again
    public synchronized long takeNs(long nowNs) {
        long waitNs = refusals > 0 ? Math.max(0, refusedUntilNs - nowNs) : 0;
        for (Window window : windows) {
            if (sent >= window.requests()) {
                long freeNs = sentNs[(sent - window.requests()) % sentNs.length] + window.ns();
                waitNs = Math.max(waitNs, freeNs - nowNs);
            }
        }
        if (waitNs == 0) {
            sentNs[sent % sentNs.length] = nowNs;
            // Kept small without losing which places are filled.
            sent = sent + 1 < 2 * sentNs.length ? sent + 1 : sentNs.length;
        }
        return waitNs;
    }

    /// An answer came: the service may have counted its request as late as this.
    public synchronized void answered(long nowNs) {
        sentNs[Math.floorMod(sent - 1, sentNs.length)] = nowNs;
    }

    /// The service did what it was asked.
    public synchronized void granted() {
        refusals = 0;
    }

    /// The service said *too many requests*.
    ///
    /// @param askedNs the pause it asked for; 0 when it did not
    public synchronized void refused(long askedNs, long nowNs) {
        long pauseNs = firstPauseNs << Math.min(refusals, LONGEST_DOUBLINGS);
        refusals++;
        refusedUntilNs = nowNs + Math.max(pauseNs, askedNs);
    }
}
