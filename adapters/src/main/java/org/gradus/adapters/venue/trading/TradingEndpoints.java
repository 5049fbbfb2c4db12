package org.gradus.adapters.venue.trading;

import java.util.Objects;
import java.util.function.Supplier;
import org.gradus.adapters.venue.Call;
import org.gradus.adapters.venue.Reply;
import org.gradus.adapters.venue.TradingApi;
import org.gradus.adapters.venue.exchange.Account;
import org.gradus.adapters.venue.exchange.Exchange;
import org.gradus.adapters.venue.exchange.Refusal;
import tools.jackson.databind.node.ObjectNode;

/// Alpaca's trading REST without a server: finds who answers a call. Each call is one step of the exchange, but those
/// for a calendar: sixty years of days are long to write, and the market would wait. Usable from any thread.
public final class TradingEndpoints implements TradingApi {
    private static final String ORDERS = "/v2/orders";
    private static final String ASSETS = "/v2/assets";
    private static final String POSITIONS = "/v2/positions";
    private static final String CALENDAR = "/v2/calendar";
    private static final String CALENDARS = "/v3/calendar/";
    private static final String ACTIVITIES = "/v2/account/activities";

    private final Exchange exchange;
    private final AccountEndpoints accounts;
    private final AssetEndpoints assets;
    private final ClockEndpoints clocks;
    private final WatchlistEndpoints watchlists;
    private final OrderEndpoints orders;
    private final PositionEndpoints positions;
    private final ActivityEndpoints activities;
    private final HistoryEndpoints history;
    private final EmptyEndpoints empty = new EmptyEndpoints();

    public TradingEndpoints(Exchange exchange) {
        this.exchange = exchange;
        this.accounts = new AccountEndpoints(exchange);
        this.assets = new AssetEndpoints(exchange);
        this.clocks = new ClockEndpoints(exchange);
        this.watchlists = new WatchlistEndpoints(exchange, assets);
        this.orders = new OrderEndpoints(exchange);
        this.positions = new PositionEndpoints(exchange);
        this.activities = new ActivityEndpoints(exchange);
        this.history = new HistoryEndpoints(exchange);
    }

    @Override
    public Reply handle(Call call) {
        String path = call.path().length() > 1 && call.path().endsWith("/")
            ? call.path().substring(0, call.path().length() - 1) : call.path();
        boolean calendar = path.equals(CALENDAR) || path.startsWith(CALENDARS);
        if (calendar && call.method().equals("GET")) {
            return answered(() -> path.equals(CALENDAR) ? clocks.calendar(call)
                : clocks.calendar(path.substring(CALENDARS.length()), call));
        }
        return exchange.step(() -> answered(() -> answer(exchange.account(call.account()), call, path)));
    }

    private static Reply answered(Supplier<Reply> answer) {
        try {
            return answer.get();
        } catch (Refusal refusal) {
            return Errors.reply(refusal);
        }
    }

    private Reply answer(Account account, Call call, String path) {
        if (path.startsWith(ORDERS)) {
            return ofOrders(account, call, path);
        }
        if (path.startsWith(POSITIONS)) {
            return ofPositions(account, call, path);
        }
        if (path.startsWith("/v2/account")) {
            return ofAccount(account, call, path);
        }
        if (path.startsWith(WatchlistEndpoints.PATH)) {
            return Objects.requireNonNullElseGet(watchlists.handle(account, call,
                path.substring(WatchlistEndpoints.PATH.length())), TradingEndpoints::unknown);
        }
        if (!call.method().equals("GET")) {
            return unknown();
        }
        if (path.startsWith(ASSETS + "/")) {
            return assets.asset(path.substring(ASSETS.length() + 1));
        }
        return switch (path) {
            case ASSETS -> assets.assets(call);
            case "/v2/clock" -> clocks.clock();
            case "/v3/clock" -> clocks.clocks(call);
            default -> Objects.requireNonNullElseGet(empty.get(call, path), TradingEndpoints::unknown);
        };
    }

    private Reply ofOrders(Account account, Call call, String path) {
        if (path.equals(ORDERS + ":by_client_order_id")) {
            return call.method().equals("GET") ? orders.orderByClientId(account, call) : unknown();
        }
        if (path.equals(ORDERS)) {
            return switch (call.method()) {
                case "POST" -> orders.submit(account, call);
                case "GET" -> orders.list(account, call);
                case "DELETE" -> orders.cancelAll(account);
                default -> unknown();
            };
        }
        if (!path.startsWith(ORDERS + "/")) {
            return unknown();
        }
        String id = path.substring(ORDERS.length() + 1);
        return switch (call.method()) {
            case "GET" -> orders.order(account, id, call);
            case "PATCH" -> orders.replace(account, id, call);
            case "DELETE" -> orders.cancel(account, id);
            default -> unknown();
        };
    }

    private Reply ofPositions(Account account, Call call, String path) {
        boolean all = path.equals(POSITIONS);
        if (!all && !path.startsWith(POSITIONS + "/")) {
            return unknown();
        }
        String spelling = all ? "" : path.substring(POSITIONS.length() + 1);
        return switch (call.method()) {
            case "GET" -> all ? positions.list(account) : positions.position(account, spelling);
            case "DELETE" -> all ? positions.closeAll(account, call) : positions.close(account, spelling, call);
            default -> unknown();
        };
    }

    private Reply ofAccount(Account account, Call call, String path) {
        if (path.equals("/v2/account/configurations") && call.method().equals("PATCH")) {
            return accounts.configure(account, call);
        }
        if (!call.method().equals("GET")) {
            return unknown();
        }
        if (path.startsWith(ACTIVITIES + "/")) {
            return activities.list(account, call, path.substring(ACTIVITIES.length() + 1));
        }
        return switch (path) {
            case "/v2/account" -> accounts.account(account);
            case "/v2/account/configurations" -> accounts.configurations(account);
            case ACTIVITIES -> activities.list(account, call, null);
            case "/v2/account/portfolio/history" -> history.history(account, call);
            default -> unknown();
        };
    }

    private static Reply unknown() {
        ObjectNode body = Json.NODES.objectNode().put("code", 40410000).put("message", "endpoint not found");
        return new Reply(404, body);
    }
}
