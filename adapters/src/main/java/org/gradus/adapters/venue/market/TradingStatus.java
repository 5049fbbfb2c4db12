package org.gradus.adapters.venue.market;

/// Whether a stock is traded, in the codes of the tape of Nasdaq's stocks.
public record TradingStatus(String code, String message, String reasonCode, String reason, long timeNs) {
    static TradingStatus halted(long timeNs) {
        return new TradingStatus("H", "Trading Halt", "T1", "Halt News Pending", timeNs);
    }

    static TradingStatus paused(long timeNs) {
        return new TradingStatus("P", "Volatility Trading Pause", "LUDP", "Volatility Trading Pause", timeNs);
    }

    /// Quotes come again before trades do.
    static TradingStatus quoted(long timeNs) {
        return new TradingStatus("Q", "Quotation Resumption", "T3", "News and Resumption Times", timeNs);
    }

    static TradingStatus resumed(long timeNs) {
        return new TradingStatus("T", "Trading Resumption", "T3", "News and Resumption Times", timeNs);
    }
}
