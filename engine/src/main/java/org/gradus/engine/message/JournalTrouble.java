package org.gradus.engine.message;

import org.gradus.engine.domain.Coded;

/// What can be wrong with the disk under the journal while records can still be written.
public enum JournalTrouble implements Coded {

    /// A record that had to be on disk before its orders leave could not be forced there.
    FORCE_FAILED(0),
    /// Less space is free than the mark in the configuration.
    DISK_LOW(1);

    private static final JournalTrouble[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label = Coded.dashed(name());

    JournalTrouble(int code) {
        this.code = (byte) code;
    }

    public static JournalTrouble of(int code) {
        return Coded.at(BY_CODE, code);
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
