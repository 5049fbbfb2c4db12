package org.gradus.adapters.venue.market;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// What happened, in the order of time; beyond its bound the oldest tenth is forgotten. One thread appends, any reads.
final class TimeSeries<T> {
    private final ToLongFunction<T> timeNs;
    private final int bound;
    private final List<T> items = new ArrayList<>();

    TimeSeries(ToLongFunction<T> timeNs, int bound) {
        this.timeNs = timeNs;
        this.bound = bound;
    }

    /// Keeps it if it is not older than the last one.
    synchronized boolean add(T item) {
        if (!items.isEmpty() && timeNs.applyAsLong(item) < timeNs.applyAsLong(items.getLast())) {
            return false;
        }
        if (items.size() >= bound) {
            items.subList(0, Math.max(1, bound / 10)).clear();
        }
        return items.add(item);
    }

    synchronized @Nullable T last() {
        return items.isEmpty() ? null : items.getLast();
    }

    /// The last of those that are right.
    synchronized @Nullable T last(Predicate<T> right) {
        for (int i = items.size() - 1; i >= 0; i--) {
            if (right.test(items.get(i))) {
                return items.get(i);
            }
        }
        return null;
    }

    /// Puts something where its time belongs, behind all of that time.
    synchronized void insert(T item) {
        items.add(firstFrom(timeNs.applyAsLong(item) + 1), item);
    }

    /// Puts something in the place of another; nothing when that is forgotten already.
    synchronized void replace(T old, T changed) {
        int place = items.indexOf(old);
        if (place >= 0) {
            items.set(place, changed);
        }
    }

    /// Puts something in the place of what has its time, or where its time belongs.
    synchronized void put(T item) {
        int place = firstFrom(timeNs.applyAsLong(item));
        if (place < items.size() && timeNs.applyAsLong(items.get(place)) == timeNs.applyAsLong(item)) {
            items.set(place, item);
        } else {
            items.add(place, item);
        }
    }

    /// Everything from one time to another, both included.
    synchronized List<T> between(long fromNs, long toNs) {
        int from = firstFrom(fromNs);
        int to = toNs == Long.MAX_VALUE ? items.size() : firstFrom(toNs + 1);
        return from >= to ? List.of() : List.copyOf(items.subList(from, to));
    }

    private int firstFrom(long fromNs) {
        int low = 0;
        int high = items.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (timeNs.applyAsLong(items.get(middle)) < fromNs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
