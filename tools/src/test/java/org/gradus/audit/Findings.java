package org.gradus.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// What the auditors found so far, with the record they stand at. Bounded: the first findings tell the most.
final class Findings {
    private static final int MOST = 1_000;

    private final List<Finding> found = new ArrayList<>();
    private long seq;

    void at(long sequence) {
        seq = sequence;
    }

    void hold(boolean holds, String rule, Supplier<String> detail) {
        if (!holds && found.size() < MOST) {
            found.add(new Finding(seq, rule, detail.get()));
        }
    }

    /// The same number, whatever zeros it ends with.
    void same(BigDecimal stated, BigDecimal computed, String rule, String what) {
        hold(stated.compareTo(computed) == 0, rule, () -> what + " says " + stated.toPlainString() + ", is "
                + computed.toPlainString());
    }

    List<Finding> list() {
        return List.copyOf(found);
    }
}
