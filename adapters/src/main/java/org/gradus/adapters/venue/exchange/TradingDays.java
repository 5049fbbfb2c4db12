package org.gradus.adapters.venue.exchange;

import java.math.BigDecimal;
import java.util.Collection;

/// Ends each day of trading in the books: what accounts and positions are worth at four in New York is what the next
/// day is measured against. Keeps the history of equity. Guarded by the lock of [Exchange].
final class TradingDays {
    private static final long SECOND_NS = 1_000_000_000L;

    private final Funds funds;
    private final Tickers tickers;
    private final Sessions sessions;
    private final Changes changes;
    private final Collection<Account> accounts;
    private long closeNs = Long.MIN_VALUE;

    TradingDays(Exchange.Parts parts, Collection<Account> accounts) {
        this.funds = parts.funds();
        this.tickers = parts.market().tickers();
        this.sessions = parts.sessions();
        this.changes = parts.changes();
        this.accounts = accounts;
    }

    void time(long nowNs) {
        if (closeNs != Long.MIN_VALUE && nowNs >= closeNs) {
            accounts.forEach(this::closeDay);
            tickers.closeDay();
        }
        if (nowNs >= closeNs) {
            closeNs = Sessions.ns(sessions.nextClose(nowNs));
        }
        for (Account account : accounts) {
            BigDecimal equity = funds.balances(account).equity();
            account.equityHistory.note(Math.floorDiv(nowNs, SECOND_NS), equity);
        }
    }

    private void closeDay(Account account) {
        Balances balances = funds.balances(account);
        changes.of(account);
        account.lastEquity = balances.equity();
        account.lastMaintenance = balances.maintenanceMargin();
        account.positions().forEach(position -> position.dayCost = funds.value(position));
    }
}
