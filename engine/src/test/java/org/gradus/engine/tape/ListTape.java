package org.gradus.engine.tape;

/// A tape of trades made up by a test: times and lines in parallel arrays, the price is the line number.
final class ListTape implements Tape {
    private final int source;
    private final long[] timesNs;
    private final RuntimeException closingFailure;
    private final TapeEvent event = new TapeEvent();
    private int next;
    boolean closed;

    ListTape(int source, long... timesNs) {
        this(null, source, timesNs);
    }

    ListTape(RuntimeException closingFailure, int source, long... timesNs) {
        this.closingFailure = closingFailure;
        this.source = source;
        this.timesNs = timesNs;
    }

    @Override
    public boolean advance() {
        if (next == timesNs.length) {
            return false;
        }
        long line = next + 2;
        event.from(source, line, 7).at(timesNs[next], timesNs[next]).trade(line, 1, TapeEvent.AGGRESSOR_UNKNOWN);
        next++;
        return true;
    }

    @Override
    public TapeEvent event() {
        return event;
    }

    @Override
    public void close() {
        closed = true;
        if (closingFailure != null) {
            throw closingFailure;
        }
    }
}
