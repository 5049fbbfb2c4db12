package org.gradus.engine.message;

/// Why an epoch ended.
public enum StoppedReason {
    END_OF_TAPE("end-of-tape"),
    OPERATOR("operator"),
    RECORD_LIMIT("record-limit"),
    FAULT("fault"),
    DISK_LOW("disk-low");

    private static final StoppedReason[] BY_CODE = values();
    private final String label;

    StoppedReason(String label) {
        this.label = label;
    }

    /// The stable number in the journal; the order of the constants never changes.
    public byte code() {
        return (byte) ordinal();
    }

    public String label() {
        return label;
    }

    public static StoppedReason of(int code) {
        return BY_CODE[code];
    }
}
