package org.gradus.adapters.venue.trading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.gradus.adapters.venue.Call;
import org.gradus.adapters.venue.Reply;
import org.gradus.adapters.venue.exchange.Account;
import org.gradus.adapters.venue.exchange.Decimals;
import org.gradus.adapters.venue.exchange.Exchange;
import org.gradus.adapters.venue.exchange.Refusal;
import org.gradus.adapters.venue.exchange.Sessions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `/v2/account/portfolio/history`: numbers here are numbers. Within a step of the exchange.
final class HistoryEndpoints {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long MINUTE_S = 60;
    private static final long DAY_S = 86_400;
    private static final long INTRADAY_DAYS = 30;
    private static final int MOST_PERIODS = 100;

    private final Exchange exchange;

    HistoryEndpoints(Exchange exchange) {
        this.exchange = exchange;
    }

    Reply history(Account account, Call call) {
        long endS = seconds(Objects.requireNonNullElse(Times.parse("end", call.query("end")), exchange.nowNs()));
        long startS = start(call, endS);
        String timeframe = timeframe(call, endS - startS);
        long stepS = step(timeframe);
        if (stepS < DAY_S && endS - startS > INTRADAY_DAYS * DAY_S + DAY_S) {
            throw Refusal.unprocessable("intraday history is limited to 30 days");
        }
        return new Reply(200, render(account, call, timeframe, new Stretch(startS, endS, stepS)));
    }

    private record Stretch(long startS, long endS, long stepS) {
    }

    private ObjectNode render(Account account, Call call, String timeframe, Stretch stretch) {
        ObjectNode node = Json.NODES.objectNode();
        ArrayNode times = node.putArray("timestamp");
        ArrayNode equities = node.putArray("equity");
        ArrayNode profits = node.putArray("profit_loss");
        ArrayNode shares = node.putArray("profit_loss_pct");
        @Nullable BigDecimal known = account.equityHistory().before(stretch.startS);
        BigDecimal base = Objects.requireNonNullElse(known, exchange.rules().accounts().cash());
        String reporting = Objects.requireNonNullElse(call.query("intraday_reporting"), "market_hours");
        for (long s = stretch.startS - Math.floorMod(stretch.startS, stretch.stepS); s < stretch.endS;
                s += stretch.stepS) {
            @Nullable BigDecimal now = account.equityHistory().within(s, s + stretch.stepS);
            known = now != null ? now : known;
            if (reported(s, stretch.stepS, reporting)) {
                times.add(s);
                add(equities, known == null ? null : known.setScale(2, RoundingMode.HALF_EVEN));
                @Nullable BigDecimal profit = known == null ? null : known.subtract(base);
                add(profits, profit == null ? null : profit.setScale(2, RoundingMode.HALF_EVEN));
                add(shares, profit == null ? null : Decimals.ratio(profit, base));
            }
        }
        node.put("base_value", base);
        node.put("base_value_asof", Times.day(stretch.startS * SECOND_NS).toString());
        node.put("timeframe", timeframe);
        node.putObject("cashflow");
        return node;
    }

    private static void add(ArrayNode array, @Nullable BigDecimal value) {
        if (value == null) {
            array.addNull();
        } else {
            array.add(value);
        }
    }

    private boolean reported(long beginS, long stepS, String reporting) {
        Sessions sessions = exchange.sessions();
        long timeNs = beginS * SECOND_NS;
        return switch (reporting) {
            case "continuous" -> true;
            case "extended_hours" -> stepS >= DAY_S ? tradingDay(beginS) : sessions.extended(timeNs);
            case "market_hours" -> stepS >= DAY_S ? tradingDay(beginS) : sessions.core(timeNs);
            default -> throw Form.invalid("intraday_reporting");
        };
    }

    /// Daily points begin at midnight UTC and are named by that day.
    private boolean tradingDay(long beginS) {
        return exchange.sessions().calendar().trades(LocalDate.ofEpochDay(Math.floorDiv(beginS, DAY_S)));
    }

    private static long start(Call call, long endS) {
        @Nullable Long startNs = Times.parse("start", call.query("start"));
        if (startNs != null) {
            return Math.min(seconds(startNs), endS);
        }
        String period = Objects.requireNonNullElse(call.query("period"), "1M");
        try {
            int count = Integer.parseInt(period.substring(0, period.length() - 1));
            if (count < 1 || count > MOST_PERIODS) {
                throw Form.invalid("period");
            }
            return endS - count * days(period.charAt(period.length() - 1)) * DAY_S;
        } catch (NumberFormatException e) {
            throw Form.invalid("period");
        }
    }

    private static long days(char unit) {
        return switch (unit) {
            case 'D' -> 1;
            case 'W' -> 7;
            case 'M' -> 30;
            case 'A', 'Y' -> 365;
            default -> throw Form.invalid("period");
        };
    }

    /// Finer for shorter periods when not asked for.
    private static String timeframe(Call call, long lengthS) {
        String asked = call.query("timeframe");
        if (asked != null) {
            return asked;
        }
        return lengthS < 7 * DAY_S ? "1Min" : lengthS < INTRADAY_DAYS * DAY_S ? "15Min" : "1D";
    }

    private static long step(String timeframe) {
        return switch (timeframe.toLowerCase(Locale.ROOT)) {
            case "1min" -> MINUTE_S;
            case "5min" -> 5 * MINUTE_S;
            case "15min" -> 15 * MINUTE_S;
            case "1h" -> 60 * MINUTE_S;
            case "1d" -> DAY_S;
            default -> throw Form.invalid("timeframe");
        };
    }

    private static long seconds(long timeNs) {
        return Math.floorDiv(timeNs, SECOND_NS);
    }
}
