package org.gradus.engine.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordSource;

/// A journal in memory that can crash its writer: what was appended stays, as on a disk that outlives the process.
public final class MemoryJournal implements JournalStore {
    private static final long NEVER = Long.MAX_VALUE;

    private final List<byte[]> records = Collections.synchronizedList(new ArrayList<>());
    private long crashAfter = NEVER;

    /// The end of a process behind the record it had just written.
    public static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Crash() {
            super("crash", null, false, false);
        }
    }

    /// Whoever writes this record is gone before anything can leave. 0 = nobody.
    public void crashAfter(long sequence) {
        crashAfter = sequence == 0 ? NEVER : sequence;
    }

    public List<byte[]> records() {
        return records;
    }

    @Override
    public boolean exists() {
        return !records.isEmpty();
    }

    @Override
    public RecordSource read() {
        return new Reader(0, Integer.MAX_VALUE);
    }

    /// The records behind the first `from`, up to and with the `to`-th.
    public RecordSource read(int from, int to) {
        return new Reader(from, to);
    }

    @Override
    public Journal write() {
        return new Writer();
    }

    @Override
    public void keepSeal(String line) {
        // Nobody cuts the tail of a list.
    }

    private final class Writer implements Journal {
        private boolean dead;

        @Override
        public void append(EventSlot slot) {
            if (dead) {
                return;
            }
            byte[] bytes = new byte[slot.length()];
            slot.buffer().getBytes(0, bytes);
            records.add(bytes);
            if (records.size() >= crashAfter) {
                crashAfter = NEVER;
                dead = true;
                throw new Crash();
            }
        }

        @Override
        public void force() {
            // Memory is as good as disk here.
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    private final class Reader implements RecordSource {
        private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
        private final int end;
        private int next;

        private Reader(int from, int to) {
            next = from;
            end = to;
        }

        @Override
        public boolean next() {
            if (next >= Math.min(end, records.size())) {
                return false;
            }
            buffer.wrap(records.get(next++));
            return true;
        }

        @Override
        public DirectBuffer buffer() {
            return buffer;
        }

        @Override
        public int offset() {
            return 0;
        }

        @Override
        public void close() {
            next = Integer.MAX_VALUE;
        }
    }
}
