package org.gradus.adapters.alpaca.trading;

import org.gradus.adapters.wire.WireObject;

/// The venue's view of the account. Money is scaled by 1e-9.
///
/// @param cash              for crypto without what open orders hold
/// @param positionValue     of all positions, in money
/// @param freeForCrypto     what crypto is checked against
/// @param active            whether stocks may be traded
/// @param cryptoActive      whether crypto may be traded
/// @param blocked           by the venue or by the user, in whatever way
public record AccountState(String status, long cash, long equity, long positionValue, long buyingPower,
                           long freeForCrypto, boolean active, boolean cryptoActive, boolean shortingEnabled,
                           boolean blocked) {
    /// Whether anything may be traded at all.
    public boolean open(boolean crypto) {
        return !blocked && (crypto ? cryptoActive : active);
    }

    static AccountState of(WireObject account) {
        String status = account.textOr("status", "");
        boolean blocked = account.flagOr("trading_blocked", false) || account.flagOr("account_blocked", false)
                || account.flagOr("trade_suspended_by_user", false) || account.flagOr("transfers_blocked", false);
        long cash = account.nearest("cash");
        long positionValue = account.nearestOr("position_market_value",
                account.nearestOr("long_market_value", 0) + account.nearestOr("short_market_value", 0));
        long buyingPower = account.nearestOr("buying_power", cash);
        return new AccountState(status, cash, account.nearestOr("equity", cash), positionValue, buyingPower,
                account.nearestOr("non_marginable_buying_power", buyingPower), status.equals("ACTIVE"),
                account.textOr("crypto_status", status).equals("ACTIVE"), account.flagOr("shorting_enabled", false),
                blocked);
    }
}
