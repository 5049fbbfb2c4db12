package org.gradus.engine.domain;

/// The guardrails in the order they are checked; the first that refuses ends the list. Names and order are part of the
/// exported journal's contract.
public enum Rule implements Coded {

    VENUE(0, false),
    STALE_QUOTE(1, true),
    PRICE_COLLAR(2, true),
    CROSSED_BOOK(3, true),
    TICK(4, false),
    LOT(5, false),
    MINIMUM_NOTIONAL(6, true),
    BUYING_POWER(7, true),
    QUANTITY_RANGE(8, false),
    STOP_LOSS(9, true),
    TRADE_SIZE(10, true),
    TOTAL_EXPOSURE(11, true),
    ONE_ASSET(12, true),
    STRATEGY_BUDGET(13, true),
    CIRCUIT_BREAKER(14, true),
    EXTREME_MARKET(15, true),
    DAILY_ENTRIES(16, true),
    DAILY_LOSS(17, true),
    RATE_LIMIT(18, false),
    CONFIRMATION(19, true),
    VETO(20, true);

    private static final Rule[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final boolean entryOnly;
    private final String label = Coded.dashed(name());

    Rule(int code, boolean entryOnly) {
        this.code = (byte) code;
        this.entryOnly = entryOnly;
    }

    public static Rule of(int code) {
        return Coded.at(BY_CODE, code);
    }

    /// Whether the rule never looks at an order that reduces. Such an order meets only `venue` and `rate-limit`, and
    /// the rules of an order's shape, `tick`, `lot` and `quantity-range`, which the venue would refuse in any case.
    /// The minimum notional is for entries: a small remainder must be allowed to try to leave.
    public boolean entryOnly() {
        return entryOnly;
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
