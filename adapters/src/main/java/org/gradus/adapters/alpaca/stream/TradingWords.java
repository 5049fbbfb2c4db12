package org.gradus.adapters.alpaca.stream;

import org.gradus.adapters.wire.WireObject;

/// What an exchange says of the trading in a stock, for people: its own words, with its codes behind them. Where it
/// gives codes alone, the ones that halt and resume are told in ours.
final class TradingWords {
    private TradingWords() {
    }

    /// Such as `Trading Halt (H), Halt News Pending (T1)`.
    static String of(WireObject status) {
        String code = status.textOr("sc", "?");
        String words = status.textOr("sm", "");
        String reason = with(status.textOr("rm", ""), status.textOr("rc", ""), "reason");
        return with(words.isEmpty() ? meaning(code) : words, code, "") + (reason.isEmpty() ? "" : ", " + reason);
    }

    private static String with(String words, String code, String otherwise) {
        return code.isEmpty() ? words : words.isEmpty() ? otherwise + " " + code : words + " (" + code + ")";
    }

    private static String meaning(String code) {
        return switch (code) {
            case "2", "H" -> "trading halt";
            case "P" -> "volatility trading pause";
            case "Q" -> "quotes resume";
            case "3", "T" -> "trading resumes";
            default -> "trading status";
        };
    }
}
