package org.gradus.engine.message;

/// Why the venue counts as down.
public enum VenueDownReason {
    STREAM_SILENT("stream-silent"),
    STREAM_DROPPED("stream-dropped"),
    REST_FAILING("rest-failing"),
    CLOCK_SKEW("clock-skew"),
    OPERATOR("operator");

    private static final VenueDownReason[] BY_CODE = values();
    private final String label;

    VenueDownReason(String label) {
        this.label = label;
    }

    /// The stable number in the journal; the order of the constants never changes.
    public byte code() {
        return (byte) ordinal();
    }

    public String label() {
        return label;
    }

    public static VenueDownReason of(int code) {
        return BY_CODE[code];
    }
}
