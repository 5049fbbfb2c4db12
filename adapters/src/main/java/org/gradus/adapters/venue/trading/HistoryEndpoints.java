package org.gradus.adapters.venue.trading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gradus.adapters.venue.Call;
import org.gradus.adapters.venue.Reply;
import org.gradus.adapters.venue.exchange.Account;
import org.gradus.adapters.venue.exchange.Activity;
import org.gradus.adapters.venue.exchange.Decimals;
import org.gradus.adapters.venue.exchange.Exchange;
import org.gradus.adapters.venue.exchange.NyseCalendar;
import org.gradus.adapters.venue.exchange.Sessions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `/v2/account/portfolio/history`: numbers here are numbers. Within a step of the exchange.
final class HistoryEndpoints {
    private static final long SECOND_NS = 1_000_000_000L;

    private final Exchange exchange;

    HistoryEndpoints(Exchange exchange) {
        this.exchange = exchange;
    }

    Reply history(Account account, Call call) {
        HistoryQuery query = HistoryQuery.of(call, exchange.nowNs());
        ObjectNode node = Json.NODES.objectNode();
        @Nullable BigDecimal before = account.equityHistory().before(query.startS());
        putPoints(node, account, query, before);
        node.put("base_value", Objects.requireNonNullElse(before, exchange.rules().accounts().cash()));
        if (before != null) {
            node.put("base_value_asof", exchange.sessions().calendar().previous(Times.day(query.startS() * SECOND_NS))
                .toString());
        }
        node.put("timeframe", query.timeframe());
        putCashflow(node.putObject("cashflow"), account, query, Query.words(call, "cashflow_types"));
        return new Reply(200, node);
    }

    private void putPoints(ObjectNode node, Account account, HistoryQuery query, @Nullable BigDecimal before) {
        ArrayNode times = node.putArray("timestamp");
        ArrayNode equities = node.putArray("equity");
        ArrayNode profits = node.putArray("profit_loss");
        ArrayNode shares = node.putArray("profit_loss_pct");
        BigDecimal first = Objects.requireNonNullElse(before, exchange.rules().accounts().cash());
        @Nullable BigDecimal known = before;
        for (long s = query.firstS(); s < query.endS(); s += query.stepS()) {
            @Nullable BigDecimal now = account.equityHistory().within(s, s + query.stepS());
            known = now != null ? now : known;
            if (reported(s, query)) {
                BigDecimal base = query.intraday() && query.daily() ? closeBefore(account, s, first) : first;
                @Nullable BigDecimal profit = known == null ? null : known.subtract(base);
                // A day is named by its end in New York, which is midnight of the next one.
                times.add(query.intraday() ? s : s + HistoryQuery.DAY_S);
                add(equities, known == null ? null : known.setScale(2, RoundingMode.HALF_EVEN));
                add(profits, profit == null ? null : profit.setScale(2, RoundingMode.HALF_EVEN));
                add(shares, profit == null ? null : Decimals.ratio(profit, base));
            }
        }
    }

    /// Dollars that came in, or went out, within the stretch of each point, by type of activity.
    private void putCashflow(ObjectNode node, Account account, HistoryQuery query, Set<String> types) {
        for (String type : types.contains("ALL") ? Set.of("FEE") : types) {
            if (!type.equals("NONE")) {
                ArrayNode flows = node.putArray(type);
                Map<Long, BigDecimal> sums = cashflow(account, type, query);
                for (long s = query.firstS(); s < query.endS(); s += query.stepS()) {
                    if (reported(s, query)) {
                        flows.add(sums.getOrDefault(s, BigDecimal.ZERO).setScale(2, RoundingMode.HALF_EVEN));
                    }
                }
            }
        }
    }

    /// By the second that a point's stretch begins with.
    private static Map<Long, BigDecimal> cashflow(Account account, String type, HistoryQuery query) {
        Map<Long, BigDecimal> sums = new HashMap<>();
        for (Activity activity : account.activities()) {
            if (activity instanceof Activity.Fee fee && fee.type().equals(type)) {
                long afterS = Math.floorDiv(fee.timeNs(), SECOND_NS) - query.firstS();
                sums.merge(query.firstS() + afterS - Math.floorMod(afterS, query.stepS()), fee.money().negate(),
                    BigDecimal::add);
            }
        }
        return sums;
    }

    private static void add(ArrayNode array, @Nullable BigDecimal value) {
        if (value == null) {
            array.addNull();
        } else {
            array.add(value);
        }
    }

    /// What the account was worth when the last trading day before this instant's ended.
    private BigDecimal closeBefore(Account account, long timeS, BigDecimal first) {
        NyseCalendar calendar = exchange.sessions().calendar();
        LocalDate day = calendar.previous(Times.day(timeS * SECOND_NS));
        long closeS = ZonedDateTime.of(day, calendar.close(day), Sessions.NEW_YORK).toEpochSecond();
        return Objects.requireNonNullElse(account.equityHistory().before(closeS), first);
    }

    private boolean reported(long beginS, HistoryQuery query) {
        Sessions sessions = exchange.sessions();
        long timeNs = beginS * SECOND_NS;
        boolean continuous = query.reporting().equals("continuous");
        if (!query.intraday()) {
            return continuous || sessions.calendar().trades(LocalDate.ofEpochDay(
                Math.floorDiv(beginS, HistoryQuery.DAY_S)));
        }
        return continuous || (query.reporting().equals("market_hours") ? sessions.core(timeNs)
            : sessions.extended(timeNs));
    }
}
