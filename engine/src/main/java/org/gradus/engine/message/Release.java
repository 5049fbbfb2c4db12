package org.gradus.engine.message;

/// What an operator's resume lets go; several travel as the sum of their bits.
public enum Release {
    HALT("halt"),
    CIRCUIT_BREAKER("circuit-breaker"),
    EXTREME_MARKET("extreme-market"),
    RECONCILIATION("reconciliation"),
    JOURNAL_FAULT("journal-fault");

    private final String label;

    Release(String label) {
        this.label = label;
    }

    public int bit() {
        return 1 << ordinal();
    }

    public boolean in(int bits) {
        return (bits & bit()) != 0;
    }

    public String label() {
        return label;
    }
}
