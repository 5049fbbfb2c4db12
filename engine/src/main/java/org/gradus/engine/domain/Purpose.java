package org.gradus.engine.domain;

/// Why an order exists. Guardrails ask it whether the order can only make the book smaller.
public enum Purpose implements Coded {

    ENTRY(0),
    EXIT(1),
    PROTECTIVE_STOP(2),
    /// The market exit that follows a triggered stop which did not fill in time.
    STOP_ESCALATION(3),
    FLATTEN(4),
    /// May go either way, so the rules for entries apply to it.
    REBALANCE(5);

    private static final Purpose[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label = Coded.dashed(name());

    Purpose(int code) {
        this.code = (byte) code;
    }

    public static Purpose of(int code) {
        return Coded.at(BY_CODE, code);
    }

    /// Whether an order of this purpose only ever reduces a position; rules for entries never block such an order.
    public boolean reduces() {
        return this != ENTRY && this != REBALANCE;
    }

    @Override
    public byte code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }
}
