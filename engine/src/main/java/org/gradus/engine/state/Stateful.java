package org.gradus.engine.state;

/// An object whose behaviour from now on is decided by what it shows to a [StateVisitor]: two instances built alike
/// that show the same values continue alike, bit for bit. Derived values need no visit only if they are derived anew
/// from visited ones.
public interface Stateful {
    /// Visits every mutable field, always in the same order, and assigns what the visitor gives back.
    void visitState(StateVisitor visitor);
}
