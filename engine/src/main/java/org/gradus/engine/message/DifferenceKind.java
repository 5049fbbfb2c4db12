package org.gradus.engine.message;

import org.gradus.engine.domain.Coded;

/// What differs between our books and the venue's.
public enum DifferenceKind implements Coded {

    CASH(0),
    POSITION(1),
    /// More or fewer orders at the venue than we know of.
    OPEN_ORDER(2),
    /// What the account holds and this run does not trade.
    FOREIGN_POSITION(3);

    private static final DifferenceKind[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label = Coded.dashed(name());

    DifferenceKind(int code) {
        this.code = (byte) code;
    }

    public static DifferenceKind of(int code) {
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
