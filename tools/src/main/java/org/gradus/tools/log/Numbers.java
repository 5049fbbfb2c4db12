package org.gradus.tools.log;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.gradus.engine.domain.FixedPoint;

/// Numbers as a trader reads them, in the log, the summary and the status alike; the exact ones are in the journal.
public final class Numbers {
    private static final DateTimeFormatter SECONDS = formatter("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter MILLIS = formatter("uuuu-MM-dd HH:mm:ss.SSS");
    private static final MathContext SIX_DIGITS = new MathContext(6);

    private Numbers() {
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    public static String time(long timeNs) {
        Instant instant = Instant.ofEpochSecond(0, timeNs);
        return (timeNs % 1_000_000_000L == 0 ? SECONDS : MILLIS).format(instant) + " UTC";
    }

    public static String money(long scaled) {
        return grouped(BigDecimal.valueOf(scaled, FixedPoint.DECIMALS).setScale(2, RoundingMode.HALF_EVEN));
    }

    static String gain(long scaled) {
        return (scaled > 0 ? "+" : "") + money(scaled);
    }

    /// Two decimals at least, and all that there are.
    public static String price(long scaled) {
        BigDecimal exact = BigDecimal.valueOf(scaled, FixedPoint.DECIMALS).stripTrailingZeros();
        return grouped(exact.setScale(Math.max(2, exact.scale()), RoundingMode.UNNECESSARY));
    }

    static String quantity(long scaled) {
        return FixedPoint.format(scaled);
    }

    /// Money per unit, in as many digits as make sense.
    public static String average(long money, long quantity) {
        if (quantity == 0) {
            return "0";
        }
        BigDecimal average = BigDecimal.valueOf(money).divide(BigDecimal.valueOf(quantity), MathContext.DECIMAL64);
        int decimals = average.abs().compareTo(BigDecimal.ONE) >= 0 ? 2 : 8;
        return grouped(average.setScale(decimals, RoundingMode.HALF_EVEN));
    }

    public static String percent(long ratio) {
        return plain(BigDecimal.valueOf(ratio, FixedPoint.DECIMALS - 2).setScale(3, RoundingMode.HALF_EVEN)) + " %";
    }

    static String percent(long part, long whole) {
        return whole == 0 ? "0 %" : plain(BigDecimal.valueOf(100.0 * part / whole)
                .setScale(2, RoundingMode.HALF_EVEN)) + " %";
    }

    static String seconds(long nanos) {
        return plain(BigDecimal.valueOf(nanos, FixedPoint.DECIMALS).setScale(1, RoundingMode.HALF_EVEN)) + " s";
    }

    static String real(double value) {
        return Double.isFinite(value) ? plain(new BigDecimal(value).round(SIX_DIGITS)) : Double.toString(value);
    }

    static String duration(long nanos) {
        Duration duration = Duration.ofNanos(nanos);
        if (duration.toDays() > 0) {
            return duration.toDays() + " d " + duration.toHoursPart() + " h";
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        return duration.toMinutes() > 0 ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : seconds(nanos);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String grouped(BigDecimal value) {
        return String.format(Locale.ROOT, "%,." + value.scale() + "f", value);
    }
}
