package org.gradus.tools.journal;

import org.gradus.engine.domain.Coded;
import org.gradus.engine.domain.FixedPoint;

/// Where the exporter's named fields go, in the order of the contract: a record with its fields, then its decisions
/// with theirs. Lists and
/// maps hold what one field cannot. Used by one thread.
interface Fields {

    void beginRecord();

    void endRecord();

    void beginDecisions();

    void endDecisions();

    void beginDecision(String kind);

    void endDecision();

    void text(String name, String value);

    void number(String name, long value);

    void flag(String name, boolean value);

    void beginList(String name);

    void endList();

    /// A text in a list.
    void member(String text);

    /// An object in a list.
    void beginEntry();

    void endEntry();

    void beginMap(String name);

    void endMap();

    /// What was written so far goes out to the stream.
    void finish();

    default void word(String name, Coded value) {
        text(name, value.label());
    }

    /// Prices, quantities, money and ratios, scaled 1e-9.
    default void decimal(String name, long value) {
        text(name, FixedPoint.format(value));
    }

    default void nanos(String name, long value) {
        text(name, Long.toString(value));
    }
}
