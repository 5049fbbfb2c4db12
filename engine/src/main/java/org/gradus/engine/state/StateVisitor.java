package org.gradus.engine.state;

/// Walks the whole state of an object, value by value, in one fixed order. One walk serves three ends: hashing and
/// writing give each value back unchanged, reading gives back the stored one. The visited object assigns what comes
/// back (`bars = visitor.visit(bars)`); arrays are visited, and filled, in place.
///
/// Used by the thread that owns the visited object.
public interface StateVisitor {
    long visit(long value);

    double visit(double value);

    int visit(int value);

    boolean visit(boolean value);

    void visit(double[] values);

    void visit(long[] values);

    void visit(int[] values);
}
