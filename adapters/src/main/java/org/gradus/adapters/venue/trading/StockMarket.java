package org.gradus.adapters.venue.trading;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gradus.adapters.venue.exchange.EuropeanCalendar;
import org.gradus.adapters.venue.exchange.MarketDays;
import org.gradus.adapters.venue.exchange.NyseCalendar;

/// A market that the multi-market clock knows: those of New York, and of Europe those whose days follow from a rule.
///
/// @param extended  whether it trades before and after its core session, as New York does
record StockMarket(String acronym, String mic, String name, MarketDays days, boolean extended) {
    private static final NyseCalendar NEW_YORK = new NyseCalendar();
    private static final StockMarket NYSE = american("NYSE", "XNYS", "New York Stock Exchange");
    private static final StockMarket NASDAQ = american("NASDAQ", "XNAS", "NASDAQ");
    private static final StockMarket IEX = american("IEX", "IEXG", "Investors Exchange");
    private static final StockMarket OTC = american("OTC", "OTCM", "OTC Markets");
    private static final StockMarket OPRA = new StockMarket("OPRA", "OPRA", "Options Price Reporting Authority",
        NEW_YORK, false);
    private static final StockMarket LSE = european("LSE", "XLON", "London Stock Exchange", EuropeanCalendar.LONDON);
    private static final StockMarket XETRA = european("XETRA", "XETR", "Frankfurt Stock Exchange",
        EuropeanCalendar.FRANKFURT);
    private static final StockMarket XPAR = european("XPAR", "XPAR", "Euronext Paris", EuropeanCalendar.PARIS);
    private static final StockMarket XAMS = european("XAMS", "XAMS", "Euronext Amsterdam", EuropeanCalendar.AMSTERDAM);
    private static final StockMarket XBRU = european("XBRU", "XBRU", "Euronext Brussels", EuropeanCalendar.BRUSSELS);
    private static final Map<String, StockMarket> BY_NAME = Map.ofEntries(Map.entry("NYSE", NYSE),
        Map.entry("XNYS", NYSE), Map.entry("NASDAQ", NASDAQ), Map.entry("XNAS", NASDAQ), Map.entry("IEX", IEX),
        Map.entry("IEXG", IEX), Map.entry("OTC", OTC), Map.entry("OTCM", OTC), Map.entry("OPRA", OPRA),
        Map.entry("LSE", LSE), Map.entry("XLON", LSE), Map.entry("XETRA", XETRA), Map.entry("XETR", XETRA),
        Map.entry("XPAR", XPAR), Map.entry("XAMS", XAMS), Map.entry("XBRU", XBRU));

    /// What a market does at an instant, when it is not closed.
    enum Phase {
        PRE, CORE, POST;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Session(Phase phase, ZonedDateTime from, ZonedDateTime until) {
    }

    static Optional<StockMarket> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toUpperCase(Locale.ROOT)));
    }

    private static StockMarket american(String acronym, String mic, String name) {
        return new StockMarket(acronym, mic, name, NEW_YORK, true);
    }

    private static StockMarket european(String acronym, String mic, String name, EuropeanCalendar calendar) {
        return new StockMarket(acronym, mic, name, calendar, false);
    }

    ZoneId zone() {
        return days.zone();
    }

    boolean trades(LocalDate day) {
        return days.trades(day);
    }

    /// Of a trading day, in their order.
    List<Session> sessions(LocalDate day) {
        Session core = session(Phase.CORE, day, days.open(), days.close(day));
        return !extended ? List.of(core) : List.of(session(Phase.PRE, day, NyseCalendar.PRE_OPEN, days.open()), core,
            session(Phase.POST, day, days.close(day), NEW_YORK.postClose(day)));
    }

    LocalDate settlement(LocalDate day) {
        LocalDate settled = day;
        for (int left = days.settlesAfter(); left > 0; left -= days.trades(settled) ? 1 : 0) {
            settled = settled.plusDays(1);
        }
        return settled;
    }

    private Session session(Phase phase, LocalDate day, LocalTime from, LocalTime until) {
        return new Session(phase, ZonedDateTime.of(day, from, zone()), ZonedDateTime.of(day, until, zone()));
    }
}
