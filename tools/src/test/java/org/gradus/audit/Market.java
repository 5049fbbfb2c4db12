package org.gradus.audit;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Prices as the design reads them: the mark is the bid when its quote is fresh, else the last accepted print; a print
/// too far from the mark waits for a second one that agrees, or for time without contradiction.
final class Market {

    /// One instrument's prices; null means never seen.
    static final class Prices {
        @Nullable BigDecimal last;
        long lastNs;
        @Nullable BigDecimal bid;
        @Nullable BigDecimal ask;
        long quoteNs;
        @Nullable BigDecimal pending;
        long pendingNs;
    }

    /// Hears of every price that moves a mark or enters a bar.
    interface Listener {
        void accepted(String instrument, BigDecimal price, long venueTimeNs);
    }

    private final Map<String, Prices> prices = new HashMap<>();
    private final Listener listener;
    private Terms terms;

    Market(Terms terms, Listener listener) {
        this.terms = terms;
        this.listener = listener;
    }

    void terms(Terms newTerms) {
        terms = newTerms;
    }

    Prices of(String instrument) {
        return prices.computeIfAbsent(instrument, key -> new Prices());
    }

    /// Takes in a record.
    ///
    /// @return the instrument whose mark was named anew; empty when none was
    String take(Line line) {
        String instrument = line.input().text("instrument");
        switch (line.type()) {
            case "trade" -> {
                return print(instrument, line) ? instrument : "";
            }
            case "feed-fault" -> {
                return line.input().is("reason", "unconfirmed-print") && print(instrument, line) ? instrument : "";
            }
            case "quote" -> {
                Prices at = of(instrument);
                at.bid = positive(line.input().decimal("bid"));
                at.ask = positive(line.input().decimal("ask"));
                at.quoteNs = line.timeNs();
                return instrument;
            }
            case "bar" -> {
                Prices at = of(instrument);
                at.last = line.input().decimal("close");
                at.lastNs = line.timeNs();
                return instrument;
            }
            default -> {
                return "";
            }
        }
    }

    private static @Nullable BigDecimal positive(BigDecimal price) {
        return price.signum() > 0 ? price : null;
    }

    @Nullable BigDecimal mark(String instrument, long nowNs) {
        Prices at = of(instrument);
        return at.bid != null && nowNs - at.quoteNs <= terms.nanos("quote_fresh_ns") ? at.bid : at.last;
    }

    /// The lowest mark that the record tells of: its low, where that was believed and no fresh quote says otherwise.
    BigDecimal lowest(Line line, BigDecimal mark) {
        Prices at = of(line.input().text("instrument"));
        boolean quoted = at.bid != null && line.timeNs() - at.quoteNs <= terms.nanos("quote_fresh_ns");
        boolean told = line.input().has("low") && !line.input().flag("low_left_out");
        return told && !quoted ? mark.min(line.input().decimal("low")) : mark;
    }

    private boolean print(String instrument, Line line) {
        Prices at = of(instrument);
        BigDecimal price = line.input().decimal("price");
        if (at.pending != null && within(price, at.pending, "print_agreement")) {
            accept(instrument, at.pending, line);
            at.pending = null;
            accept(instrument, price, line);
            return true;
        }
        at.pending = null;
        BigDecimal mark = mark(instrument, line.timeNs());
        if (mark == null || within(price, mark, "print_collar")) {
            accept(instrument, price, line);
            return true;
        }
        at.pending = price;
        at.pendingNs = line.timeNs();
        return false;
    }

    private void accept(String instrument, BigDecimal price, Line line) {
        Prices at = of(instrument);
        at.last = price;
        at.lastNs = line.timeNs();
        long venueNs = line.input().has("venue_time_ns") ? line.input().nanos("venue_time_ns") : line.timeNs();
        listener.accepted(instrument, price, venueNs);
    }

    private boolean within(BigDecimal price, BigDecimal around, String limit) {
        return price.subtract(around).abs().compareTo(around.multiply(terms.limit(limit))) <= 0;
    }

    /// A print that nobody contradicted for long enough is believed at the next `time`.
    ///
    /// @return whether this instrument had one
    boolean lapse(String instrument, Line line) {
        Prices at = of(instrument);
        if (at.pending == null || line.timeNs() - at.pendingNs < terms.nanos("print_wait_ns")) {
            return false;
        }
        accept(instrument, at.pending, line);
        at.pending = null;
        return true;
    }

    /// Age of the quote, or of the last print where no quote was ever seen; -1 when there is neither.
    long ageNs(String instrument, long nowNs) {
        Prices at = of(instrument);
        if (at.quoteNs != 0) {
            return nowNs - at.quoteNs;
        }
        return at.last == null ? -1 : nowNs - at.lastNs;
    }
}
