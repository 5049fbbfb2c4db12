package org.gradus.adapters.venue.trading;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.gradus.adapters.venue.Call;
import org.gradus.adapters.venue.Reply;
import org.gradus.adapters.venue.exchange.Exchange;
import org.gradus.adapters.venue.exchange.NyseCalendar;
import org.gradus.adapters.venue.exchange.Refusal;
import org.gradus.adapters.venue.exchange.Sessions;
import org.gradus.adapters.venue.trading.StockMarket.Phase;
import org.gradus.adapters.venue.trading.StockMarket.Session;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// When markets are open: `/v2/clock` and `/v2/calendar` of New York, `/v3/clock` and `/v3/calendar/{market}` of
/// several markets. Clocks within a step of the exchange, calendars on any thread.
final class ClockEndpoints {
    private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2029, 12, 31);
    /// No day settles later than this after it was traded.
    private static final int SETTLED_DAYS = 14;
    private static final int WEEK_DAYS = 7;

    private final Exchange exchange;

    ClockEndpoints(Exchange exchange) {
        this.exchange = exchange;
    }

    Reply clock() {
        long nowNs = exchange.nowNs();
        Sessions sessions = exchange.sessions();
        ObjectNode node = Json.NODES.objectNode();
        node.put("timestamp", Times.newYorkExact(nowNs));
        node.put("is_open", sessions.core(nowNs));
        node.put("next_open", Times.seconds(sessions.nextOpen(nowNs)));
        node.put("next_close", Times.seconds(sessions.nextClose(nowNs)));
        return new Reply(200, node);
    }

    Reply calendar(Call call) {
        LocalDate start = day(call, "start", FIRST_DAY);
        LocalDate end = day(call, "end", LAST_DAY);
        boolean settlement = switch (Objects.requireNonNullElse(call.query("date_type"), "TRADING")) {
            case "TRADING" -> false;
            case "SETTLEMENT" -> true;
            default -> throw bad("invalid date_type");
        };
        NyseCalendar calendar = exchange.sessions().calendar();
        ArrayNode days = Json.NODES.arrayNode();
        LocalDate first = settlement ? start.minusDays(SETTLED_DAYS) : start;
        LocalDate last = end.isAfter(LAST_DAY) ? LAST_DAY : end;
        for (LocalDate day = first.isBefore(FIRST_DAY) ? FIRST_DAY : first; !day.isAfter(last); day = day.plusDays(1)) {
            LocalDate named = settlement ? calendar.next(day) : day;
            if (calendar.trades(day) && !named.isBefore(start) && !named.isAfter(end)) {
                days.addObject().put("date", day.toString()).put("open", NyseCalendar.OPEN.toString())
                    .put("close", calendar.close(day).toString()).put("session_open", digits(NyseCalendar.PRE_OPEN))
                    .put("session_close", digits(calendar.postClose(day)))
                    .put("settlement_date", calendar.next(day).toString());
            }
        }
        return new Reply(200, days);
    }

    /// Without `markets`, of New York.
    Reply clocks(Call call) {
        Long timeNs = or400(() -> Times.parse("time", call.query("time")));
        long nowNs = Objects.requireNonNullElse(timeNs, exchange.nowNs());
        Set<String> names = Query.words(call, "markets");
        ObjectNode node = Json.NODES.objectNode();
        ArrayNode clocks = node.putArray("clocks");
        for (String name : names.isEmpty() ? Set.of("NYSE") : names) {
            clocks.add(clock(market(name), nowNs));
        }
        return new Reply(200, node);
    }

    Reply calendar(String name, Call call) {
        StockMarket market = market(name);
        LocalDate start = day(call, "start", Sessions.at(exchange.nowNs()).withZoneSameInstant(market.zone())
            .toLocalDate());
        LocalDate end = day(call, "end", start.plusDays(WEEK_DAYS));
        String zone = call.query("timezone");
        if (zone != null && !zone.equals("UTC")) {
            throw bad("invalid timezone: " + zone);
        }
        ObjectNode node = Json.NODES.objectNode();
        node.set("market", json(market));
        ArrayNode days = node.putArray("calendar");
        LocalDate last = end.isAfter(LAST_DAY) ? LAST_DAY : end;
        for (LocalDate day = start.isBefore(FIRST_DAY) ? FIRST_DAY : start; !day.isAfter(last); day = day.plusDays(1)) {
            if (market.trades(day)) {
                days.add(json(market, day, zone != null));
            }
        }
        return new Reply(200, node);
    }

    private static ObjectNode json(StockMarket market, LocalDate day, boolean utc) {
        ObjectNode node = Json.NODES.objectNode();
        node.put("date", day.toString());
        for (Session session : market.sessions(day)) {
            node.put(session.phase().word() + "_start", text(session.from(), utc));
            node.put(session.phase().word() + "_end", text(session.until(), utc));
        }
        node.put("settlement_date", market.settlement(day).toString());
        return node;
    }

    private static ObjectNode clock(StockMarket market, long nowNs) {
        ZonedDateTime now = Sessions.at(nowNs).withZoneSameInstant(market.zone());
        List<Session> coming = new ArrayList<>();
        for (LocalDate day = now.toLocalDate(); coming.stream().filter(each -> each.phase() == Phase.CORE
                && each.from().isAfter(now)).findAny().isEmpty(); day = day.plusDays(1)) {
            coming.addAll(market.trades(day) ? market.sessions(day) : List.of());
        }
        coming.removeIf(session -> !session.until().isAfter(now));
        Session next = coming.getFirst();
        boolean under = !next.from().isAfter(now);
        ObjectNode node = Json.NODES.objectNode();
        node.set("market", json(market));
        node.put("timestamp", Times.exact(now));
        node.put("is_market_day", market.trades(now.toLocalDate()));
        node.put("next_market_open", Times.seconds(coming.stream().filter(each -> each.phase() == Phase.CORE)
            .map(Session::from).filter(now::isBefore).findFirst().orElseThrow()));
        node.put("next_market_close", Times.seconds(coming.stream().filter(each -> each.phase() == Phase.CORE)
            .findFirst().orElseThrow().until()));
        node.put("phase", under ? next.phase().word() : "closed");
        node.put("phase_until", Times.seconds(under ? next.until() : next.from()));
        return node;
    }

    private static ObjectNode json(StockMarket market) {
        return Json.NODES.objectNode().put("mic", market.mic()).put("name", market.name())
            .put("acronym", market.acronym()).put("timezone", market.zone().getId());
    }

    private static StockMarket market(String name) {
        return StockMarket.of(name).orElseThrow(() -> bad("market is not known: " + name));
    }

    private static LocalDate day(Call call, String name, LocalDate byDefault) {
        return Objects.requireNonNullElse(or400(() -> Times.parseDay(name, call.query(name))), byDefault);
    }

    /// Calendars and clocks are of another service than orders: it has no 422.
    private static <T> T or400(Supplier<T> parsed) {
        try {
            return parsed.get();
        } catch (Refusal refusal) {
            throw bad(refusal.getMessage());
        }
    }

    private static Refusal bad(String message) {
        return new Refusal(400, 40010000, message);
    }

    private static String text(ZonedDateTime time, boolean utc) {
        return utc ? Times.zulu(time.withZoneSameInstant(ZoneOffset.UTC)) : Times.seconds(time);
    }

    private static String digits(LocalTime time) {
        return time.toString().replace(":", "");
    }
}
