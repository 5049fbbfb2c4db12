package org.gradus.engine.strategy;

/// A configured strategy that cannot be made, and the key of its configuration that says so.
public final class UnusableStrategy extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String key;

    /// @param key `kind` or `jar`
    public UnusableStrategy(String key, String message) {
        super(message);
        this.key = key;
    }

    public UnusableStrategy(String key, String message, Throwable cause) {
        super(message, cause);
        this.key = key;
    }

    public String key() {
        return key;
    }
}
