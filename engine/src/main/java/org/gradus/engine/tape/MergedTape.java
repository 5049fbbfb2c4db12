package org.gradus.engine.tape;

import java.util.List;

/// Several tapes as one, ordered by engine time. Events of the same time come in the order of the sources, and within
/// a source in the order of its rows, so a merge of the same files is always the same sequence.
/// Owned by the publisher thread, and owner of the tapes it merges. A linear scan finds the next source: runs have
/// a handful of sources, for which it beats a heap.
public final class MergedTape implements Tape {
    private final Tape[] sources;
    private final long[] headTimesNs;
    private final boolean[] open;
    private boolean primed;
    private int current = -1;

    /// The index of a tape in the list is the `source` its events must carry.
    public MergedTape(List<? extends Tape> sources) {
        this.sources = sources.toArray(Tape[]::new);
        headTimesNs = new long[this.sources.length];
        open = new boolean[this.sources.length];
    }

    @Override
    public boolean advance() {
        if (!primed) {
            prime();
        } else if (current >= 0) {
            pull(current);
        }
        current = earliest();
        return current >= 0;
    }

    @Override
    public TapeEvent event() {
        if (current < 0) {
            throw new IllegalStateException("no event: advance() first");
        }
        return sources[current].event();
    }

    /// Consumes the events of each source at or before its last position without delivering them: a resumed run
    /// continues with the first event its journal has not seen. A position of 0 consumes nothing.
    public void skipTo(long[] lastPositionPerSource) {
        if (primed || lastPositionPerSource.length != sources.length) {
            throw new IllegalArgumentException("skipTo needs an unread tape and one position for each of its "
                    + sources.length + " sources; got " + lastPositionPerSource.length
                    + (primed ? " on a tape already read" : ""));
        }
        prime();
        for (int source = 0; source < sources.length; source++) {
            while (open[source] && sources[source].event().position() <= lastPositionPerSource[source]) {
                pull(source);
            }
        }
    }

    /// Closes every source, also when one of them fails to close.
    @Override
    public void close() {
        closeAll(List.of(sources));
    }

    /// Closes all of them; the first failure is thrown at the end and carries the others.
    public static void closeAll(List<? extends Tape> tapes) {
        RuntimeException failure = null;
        for (Tape tape : tapes) {
            try {
                tape.close();
            } catch (RuntimeException e) {
                failure = joined(failure, e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static RuntimeException joined(RuntimeException first, RuntimeException next) {
        if (first == null) {
            return next;
        }
        first.addSuppressed(next);
        return first;
    }

    private void prime() {
        primed = true;
        for (int source = 0; source < sources.length; source++) {
            pull(source);
        }
    }

    private void pull(int source) {
        Tape tape = sources[source];
        open[source] = tape.advance();
        if (!open[source]) {
            return;
        }
        if (tape.event().source() != source) {
            throw new IllegalStateException("tape " + source + " of the merge calls itself source "
                    + tape.event().source());
        }
        headTimesNs[source] = tape.event().timeNs();
    }

    private int earliest() {
        int first = -1;
        for (int source = 0; source < sources.length; source++) {
            if (open[source] && (first < 0 || headTimesNs[source] < headTimesNs[first])) {
                first = source;
            }
        }
        return first;
    }
}
