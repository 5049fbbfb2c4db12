package org.gradus.engine.risk;

import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.Rule;
import org.gradus.engine.message.Verdict;

/// The answer of the gate to one order: a line for each rule asked, in order, ending with the first that denied or
/// waits. Room for every rule is made once; reused by the decision stage.
public final class CheckList {
    /// The longest list: one line of each rule.
    public static final int CAPACITY = Rule.values().length;

    private final Check[] lines = new Check[CAPACITY];
    private int size;
    private long clientOrderId;
    private long expiresNs;

    public CheckList() {
        for (int i = 0; i < CAPACITY; i++) {
            lines[i] = new Check();
        }
    }

    void begin(long id) {
        clientOrderId = id;
        expiresNs = 0;
        size = 0;
    }

    Check next(Rule rule) {
        return lines[size++].about(rule);
    }

    void expireAt(long timeNs) {
        expiresNs = timeNs;
    }

    public long clientOrderId() {
        return clientOrderId;
    }

    /// When a waiting order lapses; 0 unless the verdict is to wait.
    public long expiresNs() {
        return expiresNs;
    }

    public int size() {
        return size;
    }

    public Check check(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return lines[index];
    }

    /// The line that decided: the last one.
    public Check last() {
        return check(size - 1);
    }

    public Verdict verdict() {
        return last().verdict();
    }

    public DenialReason reason() {
        return last().reason();
    }
}
