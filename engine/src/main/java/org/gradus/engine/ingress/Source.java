package org.gradus.engine.ingress;

/// Sources of our own in a record's header; feeds and tapes are numbered from 0 in the epoch's `started` record.
public final class Source {
    public static final int TIMER = -1;
    public static final int VENUE = -2;
    public static final int OPERATOR = -3;
    public static final int ENGINE = -4;

    private Source() {
    }
}
