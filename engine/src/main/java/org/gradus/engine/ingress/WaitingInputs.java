package org.gradus.engine.ingress;

import org.gradus.engine.message.Input;
import org.jspecify.annotations.Nullable;

/// Inputs that must not be conflated, in the order they came: a bounded queue. Owned by [LiveDoor].
final class WaitingInputs {
    private final Entry[] entries;
    private int first;
    private int size;

    /// One input with its stamps.
    static final class Entry {
        @Nullable Input input;
        long timeNs;
        long venueTimeNs;
        int source;
        long position;
        long arrival;
    }

    WaitingInputs(int capacity) {
        entries = new Entry[capacity];
        for (int i = 0; i < capacity; i++) {
            entries[i] = new Entry();
        }
    }

    /// The place for another one, to be filled; null when the queue is full.
    @Nullable Entry add() {
        return size == entries.length ? null : entries[(first + size++) % entries.length];
    }

    /// The oldest; null when none waits.
    @Nullable Entry head() {
        return size == 0 ? null : entries[first];
    }

    void removeHead() {
        entries[first].input = null;
        first = (first + 1) % entries.length;
        size--;
    }

    int size() {
        return size;
    }
}
