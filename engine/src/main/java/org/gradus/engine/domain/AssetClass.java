package org.gradus.engine.domain;

/// What kind of thing an instrument is; it decides trading hours and the venue's order rules.
public enum AssetClass implements Coded {

    CRYPTO(0),
    STOCK(1);

    private static final AssetClass[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final String label = Coded.dashed(name());

    AssetClass(int code) {
        this.code = (byte) code;
    }

    public static AssetClass of(int code) {
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
