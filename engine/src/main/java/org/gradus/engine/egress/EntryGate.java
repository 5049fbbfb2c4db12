package org.gradus.engine.egress;

import java.util.concurrent.atomic.AtomicLong;

/// Where entries leave, in one step that is before or behind each record that lets none through any more: a stage shuts
/// the gate before such a record is written, the router opens it when the desk knows of the record, and an entry leaves
/// by a compare-and-set on the word that both change. No side ever waits for the other.
final class EntryGate {
    /// The low bits of the word count the entries that have left, those from here on the records that shut it and are
    /// not known to the desk yet.
    private static final long SHUT = 1L << 40;
    static final long STAYS = -1;

    private final AtomicLong word = new AtomicLong();
    private final AtomicLong passed = new AtomicLong();

    /// This record goes on to be written. Stage's thread.
    void pass(long sequence) {
        passed.setRelease(sequence);
    }

    /// No entry leaves any more, from now on. Stage's thread.
    void shut() {
        word.getAndAdd(SHUT);
    }

    /// The desk knows of one record that shut the gate.
    void told() {
        word.getAndUpdate(now -> now >= SHUT ? now - SHUT : now);
    }

    /// The newest record that has gone on to be written.
    long passed() {
        return passed.getAcquire();
    }

    /// @return the newest record that had gone on to be written when an entry left; [#STAYS] when the gate is shut
    long leave() {
        long after = passed();
        long now = word.get();
        while (now < SHUT) {
            if (word.compareAndSet(now, now + 1)) {
                return after;
            }
            now = word.get();
        }
        return STAYS;
    }

    /// How many entries have left.
    long left() {
        return word.get() & SHUT - 1;
    }
}
