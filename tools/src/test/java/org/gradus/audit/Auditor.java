package org.gradus.audit;

/// Holds an export to one concern of the contract. It sees each record in four moments, with the world as it is then;
/// it changes nothing.
interface Auditor {

    /// The record has come; the world does not know it yet.
    default void before(Line line, World world, Findings findings) {
    }

    /// The world knows the record's input, none of its decisions.
    default void applied(Line line, World world, Findings findings) {
    }

    /// The world knows every decision before this one.
    default void decision(Line line, Fact decision, World world, Findings findings) {
    }

    /// The world knows the whole record.
    default void after(Line line, World world, Findings findings) {
    }
}
