package org.gradus.adapters.venue.exchange;

/// What the owner of an account may set about it. Immutable.
public record Configurations(boolean fractionalTrading, int maxMarginMultiplier, boolean noShorting,
                             boolean suspendTrade, String tradeConfirmEmail, boolean ptpNoExceptionEntry,
                             boolean disableOvernightTrading, int maxOptionsTradingLevel) {
    static final Configurations DEFAULT = new Configurations(true, 4, false, false, "all", false, false, 3);

    public boolean isDefault() {
        return equals(DEFAULT);
    }
}
