package org.gradus.adapters.alpaca;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.gradus.adapters.alpaca.rest.Answer;
import org.gradus.adapters.alpaca.trading.MarketClock;
import org.gradus.adapters.alpaca.trading.TradingDay;
import org.gradus.engine.ingress.Arrivals;
import org.gradus.engine.ingress.EngineClock;
import org.gradus.engine.ingress.VenueFeed;
import org.jspecify.annotations.Nullable;

/// Tells the engine when stocks are traded: at its start, and whenever that changes. The days are the venue's calendar,
/// read at the start and once a day; its clock, which is read all the time anyway, goes before it where the two
/// disagree. The feed is up once the first word is out: without it nothing is entered. Looks at the clock on a thread
/// of its own.
final class StockHours implements VenueFeed {
    private static final long LOOK_MS = 50;
    private static final int DAYS_AHEAD = 10;
    /// How near to a change the venue's clock may still, or already, say the other.
    private static final long NEAR_NS = 5_000_000_000L;
    /// Real time between two attempts to read the calendar.
    private static final long RETRY_NS = 5_000_000_000L;

    private final BiFunction<LocalDate, LocalDate, Answer<List<TradingDay>>> calendar;
    private final EngineClock clock;
    private final long entryMarginNs;
    private final Consumer<String> notes;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("stock hours").factory());
    private List<TradingDay> days = List.of();
    private @Nullable LocalDate readOn;
    private long notBeforeNs;
    private @Nullable StockSession told;
    /// What the venue's clock says as long as it contradicts the calendar; else null.
    private @Nullable StockSession instead;
    private String failure = "";

    /// @param calendar the venue's trading days from one date to another
    StockHours(BiFunction<LocalDate, LocalDate, Answer<List<TradingDay>>> calendar, EngineClock clock,
               long entryMarginNs, Consumer<String> notes) {
        this.calendar = calendar;
        this.clock = clock;
        this.entryMarginNs = entryMarginNs;
        this.notes = notes;
        notBeforeNs = System.nanoTime();
    }

    @Override
    public void start(Arrivals arrivals, State state) {
        timer.scheduleWithFixedDelay(() -> lookAgain(arrivals, state), 0, LOOK_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            timer.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A timer whose task throws is silent from then on: the next look must come whatever this one meets.
    private void lookAgain(Arrivals arrivals, State state) {
        try {
            look(arrivals, state);
        } catch (RuntimeException failed) {
            tell("the hours of stocks are not known: " + failed);
        }
    }

    private void look(Arrivals arrivals, State state) {
        readDays(StockSession.day(clock.nowNs()));
        StockSession session = session(clock.nowNs());
        if (session != null && !session.equals(told)) {
            boolean first = told == null;
            told = session;
            arrivals.report(session.status(entryMarginNs), clock.nowNs());
            if (first) {
                state.up();
            }
        }
    }

    private synchronized @Nullable StockSession session(long nowNs) {
        if (days.isEmpty()) {
            return null;
        }
        return instead == null ? StockSession.at(nowNs, days) : instead;
    }

    /// Asked for off the lock, for an answer may take its time.
    private void readDays(LocalDate today) {
        if (today.equals(readOn) || System.nanoTime() - notBeforeNs < 0) {
            return;
        }
        Answer<List<TradingDay>> answer = calendar.apply(today, today.plusDays(DAYS_AHEAD));
        if (answer instanceof Answer.Given<List<TradingDay>>(List<TradingDay> read, String _) && !read.isEmpty()) {
            readOn = today;
            failure = "";
            synchronized (this) {
                days = List.copyOf(read);
            }
            return;
        }
        notBeforeNs = System.nanoTime() + RETRY_NS;
        tell("the venue's calendar cannot be read: " + answer.failure());
    }

    private void tell(String what) {
        if (!what.equals(failure)) {
            failure = what;
            notes.accept(what);
        }
    }

    /// The venue's clock has been read; from any thread.
    synchronized void heard(MarketClock venue) {
        if (days.isEmpty()) {
            return;
        }
        StockSession planned = StockSession.at(venue.timeNs(), days);
        boolean near = StockSession.at(venue.timeNs() - NEAR_NS, days).open() != planned.open()
                || StockSession.at(venue.timeNs() + NEAR_NS, days).open() != planned.open();
        boolean differs = venue.open() != planned.open();
        if (!differs) {
            instead = null;
        } else if (!near) {
            if (instead == null) {
                notes.accept("the venue's clock says that stocks are " + (venue.open() ? "" : "not ")
                        + "traded now, against its calendar");
            }
            instead = StockSession.of(venue);
        }
    }
}
