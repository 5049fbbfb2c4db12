package org.gradus.engine.state;

import java.nio.ByteOrder;

/// How [StateWriter] lays values down for [StateReader]: one tag byte, for arrays the length as an int, then the
/// values, all little-endian. The tag lets a reader name a state of another layout instead of misreading it.
final class StateLayout {
    static final ByteOrder BYTE_ORDER = ByteOrder.LITTLE_ENDIAN;

    static final byte LONG = 1;
    static final byte DOUBLE = 2;
    static final byte INT = 3;
    static final byte BOOLEAN = 4;
    static final byte DOUBLES = 5;
    static final byte LONGS = 6;
    static final byte INTS = 7;

    private static final String[] NAMES =
        {"nothing", "long", "double", "int", "boolean", "double[]", "long[]", "int[]"};

    private StateLayout() {
    }

    static String nameOf(byte tag) {
        return tag > 0 && tag < NAMES.length ? NAMES[tag] : "unknown tag " + tag;
    }
}
