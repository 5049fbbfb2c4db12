package org.gradus.engine.domain;

import org.jspecify.annotations.Nullable;

/// Every reason we say no, and the rule that says it. A denial is ours; a rejection is the venue's.
///
/// `NONE` comes first, so that a check answers with a value on the hot path, never with null or an exception.
public enum DenialReason implements Coded {

    /// Nothing speaks against the order.
    NONE(0, null),
    VENUE_DOWN(1, Rule.VENUE),
    RECONCILIATION_PENDING(2, Rule.VENUE),
    OPERATOR_HALTED(3, Rule.VENUE),
    /// The risk state is halted for another cause than the operator's own halt.
    HALTED(4, Rule.VENUE),
    REDUCING(5, Rule.VENUE),
    /// The graduation phase does not allow this order.
    PHASE_FORBIDS(6, Rule.VENUE),
    STRATEGY_DISABLED(7, Rule.VENUE),
    FEED_DOWN(8, Rule.VENUE),
    JOURNAL_FAULT(9, Rule.VENUE),
    DISK_LOW(10, Rule.VENUE),
    /// No price is known for the instrument.
    NO_MARKET(11, Rule.STALE_QUOTE),
    STALE_QUOTE(12, Rule.STALE_QUOTE),
    PRICE_COLLAR(13, Rule.PRICE_COLLAR),
    CROSSED_BOOK(14, Rule.CROSSED_BOOK),
    OFF_TICK(15, Rule.TICK),
    OFF_LOT(16, Rule.LOT),
    BELOW_MINIMUM_NOTIONAL(17, Rule.MINIMUM_NOTIONAL),
    INSUFFICIENT_BUYING_POWER(18, Rule.BUYING_POWER),
    QUANTITY_NOT_POSITIVE(19, Rule.QUANTITY_RANGE),
    QUANTITY_TOO_LARGE(20, Rule.QUANTITY_RANGE),
    /// Price times quantity is more than money can hold.
    NOTIONAL_OVERFLOW(21, Rule.QUANTITY_RANGE),
    STOP_MISSING(22, Rule.STOP_LOSS),
    STOP_TOO_FAR(23, Rule.STOP_LOSS),
    STOP_WRONG_SIDE(24, Rule.STOP_LOSS),
    TRADE_TOO_LARGE(25, Rule.TRADE_SIZE),
    EXPOSURE_TOO_LARGE(26, Rule.TOTAL_EXPOSURE),
    ASSET_TOO_LARGE(27, Rule.ONE_ASSET),
    BUDGET_EXCEEDED(28, Rule.STRATEGY_BUDGET),
    /// The drawdown is at or past the limit right now.
    CIRCUIT_BREAKER(29, Rule.CIRCUIT_BREAKER),
    /// The drawdown has recovered, but nobody has reviewed the trip yet.
    CIRCUIT_BREAKER_LATCHED(30, Rule.CIRCUIT_BREAKER),
    EXTREME_MARKET(31, Rule.EXTREME_MARKET),
    /// The reference has calmed down, but nobody has reviewed the trip yet.
    EXTREME_MARKET_LATCHED(32, Rule.EXTREME_MARKET),
    /// The reference instrument has no price, or a stale one, to measure the market by.
    REFERENCE_MISSING(33, Rule.EXTREME_MARKET),
    DAILY_ENTRIES(34, Rule.DAILY_ENTRIES),
    DAILY_LOSS(35, Rule.DAILY_LOSS),
    RATE_LIMIT(36, Rule.RATE_LIMIT),
    /// What is left of the rate limit is kept for exits and stops.
    RATE_LIMIT_RESERVED(37, Rule.RATE_LIMIT),
    CONFIRMATION_EXPIRED(38, Rule.CONFIRMATION),
    CONFIRMATION_VETOED(39, Rule.CONFIRMATION),
    VETOED(40, Rule.VETO),
    /// The announcement reached nobody, so silence is not consent.
    VETO_ALERT_UNDELIVERED(41, Rule.VETO),
    /// The engine's own table of open orders is full.
    TOO_MANY_ORDERS(42, Rule.VENUE),
    /// The engine's own table of waiting orders is full.
    TOO_MANY_PARKED(43, Rule.CONFIRMATION),
    /// An exit of ours in the same instrument is at the venue or on its way: an entry beside it would be a wash trade.
    EXIT_WORKING(44, Rule.VENUE),
    /// Outside of the instrument's trading hours.
    MARKET_CLOSED(45, Rule.VENUE),
    /// So near the end of the trading hours that no entry starts.
    MARKET_CLOSING(46, Rule.VENUE),
    /// The exchange has halted the instrument.
    TRADING_HALTED(47, Rule.VENUE),
    /// An order that is not ours rests in it, by the venue's books or by its refusal of an entry since they were read:
    /// it would call the entry a wash trade, or the stop and the exit of what was bought.
    FOREIGN_ORDER(48, Rule.VENUE);

    private static final DenialReason[] BY_CODE = Coded.byCode(values());

    private final byte code;
    private final @Nullable Rule rule;
    private final String label = Coded.dashed(name());

    DenialReason(int code, @Nullable Rule rule) {
        this.code = (byte) code;
        this.rule = rule;
    }

    public static DenialReason of(int code) {
        return Coded.at(BY_CODE, code);
    }

    /// The rule this reason belongs to; only `NONE` belongs to none.
    public @Nullable Rule rule() {
        return rule;
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
