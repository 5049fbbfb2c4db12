package org.gradus.adapters.venue.trading;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.gradus.adapters.venue.Call;
import org.gradus.adapters.venue.exchange.Refusal;
import org.gradus.adapters.venue.exchange.Sessions;
import org.jspecify.annotations.Nullable;

/// Which points of an account's history are asked for.
///
/// @param reporting  `market_hours`, `extended_hours` or `continuous`
/// @param daily      whether profits begin anew each trading day
record HistoryQuery(long startS, long endS, long stepS, String timeframe, String reporting, boolean daily) {
    static final long DAY_S = 86_400;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long MINUTE_S = 60;
    private static final long HOUR_S = 3_600;
    private static final long HALF_S = 1_800;
    private static final long INTRADAY_DAYS = 30;
    private static final int MOST_PERIODS = 100;

    static HistoryQuery of(Call call, long nowNs) {
        Long asked = end(call);
        Long begun = Times.parse("start", first(call, "start", "date_start"));
        String period = call.query("period");
        if (begun != null && asked != null && period != null) {
            throw Refusal.malformed("only two of start, end and period are accepted");
        }
        long nowS = seconds(nowNs);
        long lengthS = periodS(Objects.requireNonNullElse(period, "1M"));
        boolean forward = begun != null && asked == null && period != null;
        long endS = forward ? seconds(begun) + lengthS : asked == null ? nowS : seconds(asked);
        long startS = begun == null ? Math.min(endS, nowS) - lengthS : seconds(begun);
        return new HistoryQuery(startS, Math.min(endS, nowS), call);
    }

    private HistoryQuery(long startS, long endS, Call call) {
        this(Math.min(startS, endS), endS, timeframe(call, endS - startS), call);
    }

    private HistoryQuery(long startS, long endS, String timeframe, Call call) {
        this(startS, endS, step(timeframe), timeframe, reporting(call), daily(call));
        if (stepS < DAY_S && endS - startS > INTRADAY_DAYS * DAY_S + DAY_S) {
            throw Refusal.unprocessable("intraday history is limited to 30 days");
        }
    }

    boolean intraday() {
        return stepS < DAY_S;
    }

    /// The first point: hours of the market begin at half past nine.
    long firstS() {
        long shiftS = stepS == HOUR_S && reporting.equals("market_hours") ? HALF_S : 0;
        return startS - Math.floorMod(startS - shiftS, stepS);
    }

    /// A day is a whole one, as an older parameter means it.
    private static @Nullable Long end(Call call) {
        LocalDate day = call.query("end") == null ? Times.parseDay("date_end", call.query("date_end")) : null;
        return day == null ? Times.parse("end", call.query("end"))
            : Long.valueOf(day.plusDays(1).atStartOfDay(Sessions.NEW_YORK).toEpochSecond() * SECOND_NS);
    }

    private static @Nullable String first(Call call, String name, String older) {
        return call.query(name) == null ? call.query(older) : call.query(name);
    }

    private static String reporting(Call call) {
        String byDefault = "true".equals(call.query("extended_hours")) ? "extended_hours" : "market_hours";
        String word = Objects.requireNonNullElse(call.query("intraday_reporting"), byDefault);
        return switch (word) {
            case "market_hours", "extended_hours", "continuous" -> word;
            default -> throw Form.invalid("intraday_reporting");
        };
    }

    private static boolean daily(Call call) {
        return switch (Objects.requireNonNullElse(call.query("pnl_reset"), "per_day")) {
            case "per_day" -> true;
            case "no_reset" -> false;
            default -> throw Form.invalid("pnl_reset");
        };
    }

    private static long periodS(String period) {
        try {
            int count = Integer.parseInt(period.substring(0, period.length() - 1));
            if (count < 1 || count > MOST_PERIODS) {
                throw Form.invalid("period");
            }
            return count * days(period.charAt(period.length() - 1)) * DAY_S;
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
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
            case "1h" -> HOUR_S;
            case "1d" -> DAY_S;
            default -> throw Form.invalid("timeframe");
        };
    }

    private static long seconds(long timeNs) {
        return Math.floorDiv(timeNs, SECOND_NS);
    }
}
