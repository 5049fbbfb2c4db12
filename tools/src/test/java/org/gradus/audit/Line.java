package org.gradus.audit;

import java.util.List;

/// One record of the export: its place in the sequence, when it was, what came in and what was decided on it.
///
/// @param decisions in the order they were made
record Line(Fact input, long seq, long timeNs, String type, List<Fact> decisions) {

    static Line of(Fact record) {
        return new Line(record, record.number("seq"), record.nanos("time_ns"), record.text("type"),
                record.list("decisions"));
    }

    boolean is(String wanted) {
        return type.equals(wanted);
    }

    /// The decisions of one kind.
    List<Fact> decisions(String kind) {
        return decisions.stream().filter(decision -> decision.is("kind", kind)).toList();
    }
}
