package org.gradus.engine.order;

import java.util.Arrays;
import org.gradus.engine.domain.Invariant;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// The execution ids of fills that were applied, so that none is applied twice. Holds the last `capacity` of them; the
/// one marked longest ago makes room. Owned by the decision stage.
///
/// A ring holds the ids in the order they were marked; an open-addressed table of ring positions finds them.
public final class SeenExecutions implements Stateful {
    private final int capacity;
    private final long[] highs;
    private final long[] lows;
    private int oldest;
    private int size;
    /// Ring position + 1, 0 = empty; derived from the ring.
    private final int[] slots;
    private final int mask;

    public SeenExecutions(int capacity) {
        Invariant.hold(capacity > 0, "execution ids are remembered", capacity);
        this.capacity = capacity;
        this.highs = new long[capacity];
        this.lows = new long[capacity];
        this.slots = new int[Integer.highestOneBit(capacity) * 4];
        this.mask = slots.length - 1;
    }

    public boolean contains(long idHigh, long idLow) {
        return slots[slotOf(idHigh, idLow)] != 0;
    }

    /// Remembers an id that was not seen before; call it when its fill has been applied.
    public void mark(long idHigh, long idLow) {
        Invariant.hold(!contains(idHigh, idLow), "an execution is applied once", idHigh, idLow);
        if (size == capacity) {
            forgetOldest();
        }
        int position = oldest + size < capacity ? oldest + size : oldest + size - capacity;
        highs[position] = idHigh;
        lows[position] = idLow;
        size++;
        slots[slotOf(idHigh, idLow)] = position + 1;
    }

    public int size() {
        return size;
    }

    @Override
    public void visitState(StateVisitor visitor) {
        int stored = visitor.visit(size);
        boolean changed = stored != size;
        if (changed) {
            Invariant.hold(stored >= 0 && stored <= capacity, "stored execution ids fit", stored);
            oldest = 0;
            size = stored;
        }
        for (int i = 0; i < size; i++) {
            int position = oldest + i < capacity ? oldest + i : oldest + i - capacity;
            long high = visitor.visit(highs[position]);
            long low = visitor.visit(lows[position]);
            changed |= high != highs[position] || low != lows[position];
            highs[position] = high;
            lows[position] = low;
        }
        if (changed) {
            indexAnew();
        }
    }

    private void indexAnew() {
        Arrays.fill(slots, 0);
        for (int i = 0; i < size; i++) {
            int position = oldest + i < capacity ? oldest + i : oldest + i - capacity;
            slots[slotOf(highs[position], lows[position])] = position + 1;
        }
    }

    private void forgetOldest() {
        clear(slotOf(highs[oldest], lows[oldest]));
        oldest = oldest + 1 == capacity ? 0 : oldest + 1;
        size--;
    }

    /// Empties a slot and moves back what a probe would no longer reach.
    private void clear(int slot) {
        int gap = slot;
        for (int i = gap + 1 & mask; slots[i] != 0; i = i + 1 & mask) {
            int position = slots[i] - 1;
            int distanceFromHome = i - home(highs[position], lows[position]) & mask;
            if (distanceFromHome >= (i - gap & mask)) {
                slots[gap] = slots[i];
                gap = i;
            }
        }
        slots[gap] = 0;
    }

    /// The slot that holds the id, else the empty one where it would go.
    private int slotOf(long idHigh, long idLow) {
        int i = home(idHigh, idLow);
        while (slots[i] != 0 && (highs[slots[i] - 1] != idHigh || lows[slots[i] - 1] != idLow)) {
            i = i + 1 & mask;
        }
        return i;
    }

    private int home(long idHigh, long idLow) {
        long mixed = (idHigh * 31 + idLow) * 0x9E37_79B9_7F4A_7C15L;
        return (int) (mixed >>> 32) & mask;
    }
}
