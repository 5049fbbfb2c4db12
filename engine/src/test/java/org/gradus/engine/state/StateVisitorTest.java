package org.gradus.engine.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/// Hashing, writing and reading a state through one and the same walk.
class StateVisitorTest {
    /// What another machine must get for the same values.
    private static final long GOLDEN_HASH = 6_296_492_890_324_452_281L;
    private static final int BYTES = 9 + 9 + 5 + 2 + (5 + 24) + (5 + 24) + (5 + 12);

    /// One field of every kind a walk can meet.
    private static final class Sample implements Stateful {
        private long count;
        private double ratio;
        private int index;
        private boolean open;
        private final double[] doubles = new double[3];
        private final long[] longs = new long[3];
        private final int[] ints = new int[3];

        static Sample random(long seed) {
            Random random = new Random(seed);
            Sample sample = new Sample();
            sample.count = random.nextLong();
            sample.ratio = Double.longBitsToDouble(random.nextLong());
            sample.index = random.nextInt();
            sample.open = random.nextBoolean();
            for (int i = 0; i < 3; i++) {
                sample.doubles[i] = Double.longBitsToDouble(random.nextLong());
                sample.longs[i] = random.nextLong();
                sample.ints[i] = random.nextInt();
            }
            return sample;
        }

        @Override
        public void visitState(StateVisitor visitor) {
            count = visitor.visit(count);
            ratio = visitor.visit(ratio);
            index = visitor.visit(index);
            open = visitor.visit(open);
            visitor.visit(doubles);
            visitor.visit(longs);
            visitor.visit(ints);
        }
    }

    private static long hash(Stateful stateful) {
        StateHasher hasher = new StateHasher();
        stateful.visitState(hasher);
        return hasher.hash();
    }

    private static byte[] write(Stateful stateful) {
        StateWriter writer = new StateWriter(new ExpandableArrayBuffer(1));
        stateful.visitState(writer);
        MutableDirectBuffer buffer = new ExpandableArrayBuffer();
        StateWriter again = new StateWriter(buffer, 7);
        stateful.visitState(again);
        assertEquals(writer.length(), again.length());
        byte[] bytes = new byte[again.length()];
        buffer.getBytes(7, bytes);
        return bytes;
    }

    private static StateReader reader(byte[] bytes, int length) {
        return new StateReader(new UnsafeBuffer(bytes), 0, length);
    }

    @Test
    void readingGivesBackWhatWasWrittenBitForBit() {
        for (long seed = 0; seed < 200; seed++) {
            Sample written = Sample.random(seed);
            byte[] bytes = write(written);
            Sample read = new Sample();
            StateReader reader = reader(bytes, bytes.length);
            read.visitState(reader);
            reader.finish();
            assertEquals(BYTES, bytes.length, "seed " + seed);
            assertEquals(hash(written), hash(read), "seed " + seed);
            assertArrayEquals(bytes, write(read), "seed " + seed);
        }
    }

    @Test
    void hashingAndWritingLeaveTheStateAlone() {
        Sample sample = Sample.random(1);
        long before = hash(sample);
        write(sample);
        assertEquals(before, hash(sample));
    }

    @Test
    void eachSingleBitChangesTheHash() {
        Sample sample = Sample.random(2);
        byte[] bytes = write(sample);
        Set<Long> hashes = new HashSet<>();
        int variants = 0;
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Sample other = new Sample();
            try {
                other.visitState(reader(flipped, flipped.length));
            } catch (CorruptStateException layoutBit) {
                continue;
            }
            variants++;
            hashes.add(hash(other));
        }
        int valueBits = (8 + 8 + 4 + 24 + 24 + 12) * 8 + 1;
        assertEquals(valueBits, variants);
        assertEquals(valueBits, hashes.size());
        assertEquals(false, hashes.contains(hash(sample)));
    }

    @Test
    void orderTypeAndGroupingCountInTheHash() {
        Set<Long> hashes = new HashSet<>();
        hashes.add(hash(v -> { v.visit(1L); v.visit(2L); }));
        hashes.add(hash(v -> { v.visit(2L); v.visit(1L); }));
        hashes.add(hash(v -> { v.visit(1); v.visit(2); }));
        hashes.add(hash(v -> { v.visit(1L); v.visit(2); }));
        hashes.add(hash(v -> { v.visit(1L); v.visit(2L); v.visit(0L); }));
        hashes.add(hash(v -> v.visit(new long[]{1, 2})));
        hashes.add(hash(v -> v.visit(new int[]{1, 2})));
        hashes.add(hash(v -> { v.visit(new long[]{1}); v.visit(new long[]{2}); }));
        hashes.add(hash(v -> { v.visit(new long[0]); v.visit(new long[]{1, 2}); }));
        hashes.add(hash(v -> { v.visit(new long[]{1, 2}); v.visit(new long[0]); }));
        hashes.add(hash(v -> { v.visit(true); v.visit(2L); }));
        hashes.add(hash(v -> v.visit(0.0)));
        hashes.add(hash(v -> v.visit(-0.0)));
        hashes.add(hash(v -> v.visit(false)));
        hashes.add(hash(v -> v.visit(0)));
        hashes.add(hash(v -> { }));
        assertEquals(16, hashes.size());
    }

    @Test
    void theHashIsTheSameEverywhere() {
        assertEquals(GOLDEN_HASH, hash(Sample.random(3)));
    }

    @Test
    void resetForgetsWhatWasHashed() {
        StateHasher hasher = new StateHasher();
        long empty = hasher.hash();
        hasher.visit(5);
        assertNotEquals(empty, hasher.hash());
        hasher.reset();
        assertEquals(empty, hasher.hash());
    }

    @Test
    void aStateCutOffAnywhereIsRefused() {
        byte[] bytes = write(Sample.random(4));
        for (int length = 0; length < bytes.length; length++) {
            StateReader reader = reader(bytes, length);
            assertThrows(CorruptStateException.class, () -> new Sample().visitState(reader), "length " + length);
        }
        String message = assertThrows(CorruptStateException.class,
            () -> new Sample().visitState(reader(bytes, 15))).getMessage();
        assertEquals("cut off: 8 bytes needed after byte 10, 5 left", message);
    }

    @Test
    void bytesLeftOverAreRefused() {
        byte[] bytes = write(Sample.random(5));
        StateReader reader = reader(Arrays.copyOf(bytes, bytes.length + 3), bytes.length + 3);
        new Sample().visitState(reader);
        CorruptStateException refused = assertThrows(CorruptStateException.class, reader::finish);
        assertEquals("3 bytes left over after byte " + BYTES, refused.getMessage());
    }

    @Test
    void aStateOfAnotherLayoutIsRefused() {
        assertEquals("int expected before byte 1, long found", refusal(v -> v.visit(1L), v -> v.visit(1)));
        assertEquals("double[] of 3 values expected before byte 5, of 2 found",
            refusal(v -> v.visit(new double[2]), v -> v.visit(new double[3])));
        assertEquals("boolean expected before byte 1, double found", refusal(v -> v.visit(1.0), v -> v.visit(true)));
    }

    private static String refusal(Stateful written, Stateful read) {
        byte[] bytes = write(written);
        return assertThrows(CorruptStateException.class,
            () -> read.visitState(reader(bytes, bytes.length))).getMessage();
    }

    @Test
    void aFixedBufferThatIsTooSmallIsNamed() {
        StateWriter writer = new StateWriter(new UnsafeBuffer(new byte[20]), 4);
        writer.visit(1L);
        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> writer.visit(2L));
        assertEquals("the state needs at least 18 bytes, the buffer has room for 16", refused.getMessage());
        writer.reset();
        writer.visit(new int[2]);
        assertEquals(13, writer.length());
    }
}
