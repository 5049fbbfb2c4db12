package org.gradus.tools.log;

import java.util.ArrayList;
import java.util.List;
import org.gradus.engine.domain.Coded;
import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.Rule;
import org.gradus.engine.message.Comparison;
import org.gradus.engine.message.Decision.Checks;
import org.gradus.engine.message.Decision.Checks.Check;
import org.gradus.engine.message.Verdict;

/// What the guardrails said about an order, with the numbers they compared.
final class RuleWords {
    private RuleWords() {
    }

    static String words(Coded word) {
        return word.label().replace('-', ' ');
    }

    /// All passed, or the one that did not.
    static String of(Checks checks) {
        Check last = checks.rules().getLast();
        int passed = checks.rules().size() - (last.verdict() == Verdict.PASS ? 0 : 1);
        return switch (last.verdict()) {
            case PASS -> "all " + passed + " passed" + keyNumbers(checks);
            case DENY -> "**" + last.rule().label() + " denied it**" + reason(last) + colon(numbers(last)) + "; "
                    + before(passed);
            case WAIT -> "**" + last.rule().label() + "** lets it wait until " + Numbers.time(checks.expiresNs())
                    + colon(numbers(last)) + "; " + before(passed);
        };
    }

    private static String reason(Check denied) {
        return denied.reason().label().equals(denied.rule().label()) ? "" : " (" + words(denied.reason()) + ")";
    }

    private static String before(int passed) {
        return passed == 0 ? "it is the first of the rules" : passed == 1 ? "the rule before it passed"
                : "the " + passed + " rules before it passed";
    }

    private static String colon(String words) {
        return words.isEmpty() ? "" : ": " + words;
    }

    /// The limits a trader watches, as far as they were asked.
    private static String keyNumbers(Checks checks) {
        List<String> words = new ArrayList<>();
        for (Check check : checks.rules()) {
            String name = keyName(check.rule());
            if (!name.isEmpty()) {
                words.add(name + " " + amount(check, true) + " of " + amount(check, false));
            }
        }
        return words.isEmpty() ? "" : ": " + String.join(", ", words);
    }

    private static String keyName(Rule rule) {
        return switch (rule) {
            case STOP_LOSS -> "stop distance";
            case TRADE_SIZE -> "trade";
            case TOTAL_EXPOSURE -> "exposure";
            case ONE_ASSET -> "asset";
            case STRATEGY_BUDGET -> "budget";
            case CIRCUIT_BREAKER -> "drawdown";
            case EXTREME_MARKET -> "market move";
            case DAILY_ENTRIES -> "entries today";
            case DAILY_LOSS -> "loss today";
            case RATE_LIMIT -> "submissions in 60 s";
            default -> "";
        };
    }

    /// The share where the rule is about one, else the compared number itself.
    private static String amount(Check check, boolean left) {
        return switch (check.rule()) {
            case DAILY_ENTRIES, RATE_LIMIT -> Numbers.quantity(left ? check.left() : check.right());
            default -> Numbers.percent(left ? check.value() : check.limit());
        };
    }

    /// The comparison that decided.
    private static String numbers(Check check) {
        DenialReason reason = check.reason();
        return switch (check.rule()) {
            case VENUE -> "";
            case STALE_QUOTE -> reason == DenialReason.NO_MARKET ? ""
                    : compared("the last price is", Numbers.seconds(check.left()) + " old", check,
                    Numbers.seconds(check.right()));
            case PRICE_COLLAR -> ratio("the limit's distance from the last price is", Numbers.price(check.left()),
                    check, Numbers.price(check.right()));
            case CROSSED_BOOK -> compared("the bid is", Numbers.price(check.left()), check,
                    Numbers.price(check.right()));
            case TICK, LOT -> compared("off the step by", Numbers.quantity(check.left()), check, "0");
            case MINIMUM_NOTIONAL -> money("the notional is", check);
            case BUYING_POWER -> money("the cost with fees is", check);
            case QUANTITY_RANGE -> compared("the quantity is", Numbers.quantity(check.left()), check,
                    Numbers.quantity(check.right()));
            case STOP_LOSS -> stop(check);
            case TRADE_SIZE -> part("the trade would come to", check);
            case TOTAL_EXPOSURE -> part("all positions and entries would come to", check);
            case ONE_ASSET -> part("the asset would come to", check);
            case STRATEGY_BUDGET -> part("the strategy would hold", check);
            case CIRCUIT_BREAKER -> percent(reason == DenialReason.CIRCUIT_BREAKER_LATCHED
                    ? "not reviewed since the drawdown of" : "the drawdown is", check);
            case EXTREME_MARKET -> extremeMarket(check);
            case DAILY_ENTRIES -> compared("this would be entry", Numbers.quantity(check.left()) + " of the day", check,
                    Numbers.quantity(check.right()));
            case DAILY_LOSS -> percent("lost today", check);
            case RATE_LIMIT -> compared("this would be submission", Numbers.quantity(check.left()) + " in 60 s", check,
                    Numbers.quantity(check.right()));
            case CONFIRMATION, VETO -> money("the trade comes to", check);
        };
    }

    private static String stop(Check check) {
        return check.reason() == DenialReason.STOP_TOO_FAR
                ? ratio("the stop's distance from the price is", Numbers.price(check.left()), check,
                Numbers.price(check.right()))
                : compared("the stop is", Numbers.price(check.left()), check, Numbers.price(check.right()));
    }

    private static String extremeMarket(Check check) {
        return switch (check.reason()) {
            case REFERENCE_MISSING -> check.left() == Long.MAX_VALUE ? "the reference has no price yet"
                    : compared("the reference's price is", Numbers.seconds(check.left()) + " old", check,
                            Numbers.seconds(check.right()));
            case EXTREME_MARKET_LATCHED -> percent("not reviewed since the reference moved", check);
            default -> percent("the reference moved", check);
        };
    }

    private static String part(String subject, Check check) {
        return ratio(subject, money(check, check.left()), check, money(check, check.right()));
    }

    /// Exact where the two would look alike.
    private static String money(Check check, long amount) {
        boolean alike = Numbers.money(check.left()).equals(Numbers.money(check.right()));
        return alike ? Numbers.price(amount) : Numbers.money(amount);
    }

    private static String ratio(String subject, String left, Check check, String right) {
        return compared(subject, left + " (" + Numbers.percent(check.value()) + ")", check,
                right + " (" + Numbers.percent(check.limit()) + ")");
    }

    private static String money(String subject, Check check) {
        return compared(subject, money(check, check.left()), check, money(check, check.right()));
    }

    private static String percent(String subject, Check check) {
        return compared(subject, Numbers.percent(check.left()), check, Numbers.percent(check.right()));
    }

    private static String compared(String subject, String left, Check check, String right) {
        return check.op() == null ? "" : subject + " " + left + ", " + bound(check.op()) + " " + right;
    }

    private static String bound(Comparison op) {
        return switch (op) {
            case AT_MOST -> "allowed is at most";
            case BELOW -> "allowed is less than";
            case AT_LEAST -> "needed is at least";
            case ABOVE -> "needed is more than";
            case EQUAL -> "needed is exactly";
        };
    }
}
