package org.gradus.adapters.alpaca.trading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gradus.adapters.alpaca.rest.Answer;
import org.gradus.adapters.alpaca.rest.RestTransport;
import org.gradus.adapters.alpaca.rest.Target;
import org.gradus.adapters.alpaca.rest.Urgency;
import org.gradus.adapters.wire.Unreadable;
import org.gradus.adapters.wire.WireObject;
import org.gradus.adapters.wire.WireTimes;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.message.UnknownReason;
import tools.jackson.databind.JsonNode;

/// Every trading call we make, one method each. Any thread, blocking; never an exception for what the venue does.
public final class TradingRest {
    private static final int ORDERS_A_PAGE = 500;
    private static final int ACTIVITIES_A_PAGE = 100;
    private static final long SECOND_NS = 1_000_000_000L;
    /// More than any day of ours has.
    private static final int PAGES_MAX = 1_000;

    private final RestTransport transport;

    public TradingRest(RestTransport transport) {
        this.transport = transport;
    }

    public Answer<AccountState> account() {
        return get(Target.of("v2", "account"), Urgency.ROUTINE, one(AccountState::of));
    }

    /// @param assetClass `crypto` or `us_equity`
    public Answer<List<Asset>> assets(String assetClass) {
        return get(Target.of("v2", "assets").with("status", "active").with("asset_class", assetClass),
                Urgency.ROUTINE, node -> WireObject.each(node).stream().flatMap(TradingRest::readable).toList());
    }

    /// Of thousands of assets we trade a few: one of a new kind must not hide the others.
    private static Stream<Asset> readable(WireObject asset) {
        try {
            return Stream.of(Asset.of(asset));
        } catch (Unreadable e) {
            return Stream.empty();
        }
    }

    /// @param asset symbol in any spelling, or id
    public Answer<Asset> asset(String asset) {
        return get(Target.of("v2", "assets", asset), Urgency.ROUTINE, one(Asset::of));
    }

    public Answer<MarketClock> clock() {
        return get(Target.of("v2", "clock"), Urgency.ROUTINE, one(MarketClock::of));
    }

    public Answer<List<TradingDay>> calendar(LocalDate first, LocalDate last) {
        return get(Target.of("v2", "calendar").with("start", first.toString()).with("end", last.toString()),
                Urgency.ROUTINE, each(TradingDay::of));
    }

    public Answer<List<AlpacaPosition>> positions() {
        return get(Target.of("v2", "positions"), Urgency.ROUTINE, each(AlpacaPosition::of));
    }

    /// @param asset best its id: that has one spelling
    public Answer<AlpacaPosition> position(String asset) {
        return get(Target.of("v2", "positions", asset), Urgency.ROUTINE, one(AlpacaPosition::of));
    }

    public Answer<AlpacaOrder> submit(OrderRequest order, Urgency urgency) {
        return transport.send("POST", Target.of("v2", "orders"), order.body(), urgency).map(one(AlpacaOrder::of));
    }

    public Answer<AlpacaOrder> order(UUID id) {
        return get(Target.of("v2", "orders", id.toString()), Urgency.URGENT, one(AlpacaOrder::of));
    }

    /// The order with the legs of its group.
    public Answer<AlpacaOrder> nested(UUID id) {
        return get(Target.of("v2", "orders", id.toString()).with("nested", "true"), Urgency.URGENT,
                one(AlpacaOrder::of));
    }

    /// A miss is no proof that the order did not get in: it may be on its way.
    public Answer<AlpacaOrder> orderByClientId(String clientOrderId) {
        return get(Target.of("v2", "orders:by_client_order_id").with("client_order_id", clientOrderId),
                Urgency.URGENT, one(AlpacaOrder::of));
    }

    /// All of them, oldest first, page by page.
    ///
    /// @param status `open`, `closed` or `all`
    public Answer<List<AlpacaOrder>> orders(String status) {
        return paged(last -> Target.of("v2", "orders").with("status", status).with("direction", "asc")
                .with("limit", String.valueOf(ORDERS_A_PAGE)).with("after_order_id", last),
                ORDERS_A_PAGE, Urgency.ROUTINE, each(AlpacaOrder::of), order -> order.id().toString());
    }

    /// The answer is a new order.
    public Answer<AlpacaOrder> replace(UUID id, OrderChange change, Urgency urgency) {
        return transport.send("PATCH", Target.of("v2", "orders", id.toString()), change.body(), urgency)
                .map(one(AlpacaOrder::of));
    }

    /// Given means asked for, not done: the stream tells the result.
    public Answer<JsonNode> cancel(UUID id) {
        return transport.send("DELETE", Target.of("v2", "orders", id.toString()), null, Urgency.URGENT);
    }

    /// @return ids of the orders that are now being cancelled
    public Answer<List<UUID>> cancelAll() {
        return transport.send("DELETE", Target.of("v2", "orders"), null, Urgency.URGENT)
                .map(node -> WireObject.each(node).stream().map(order -> order.id("id")).toList());
    }

    /// @param quantity scaled by 1e-9; 0 for all of it
    public Answer<AlpacaOrder> closePosition(String asset, long quantity) {
        return transport.send("DELETE", Target.of("v2", "positions", asset)
                .with("qty", quantity == 0 ? "" : FixedPoint.format(quantity)), null, Urgency.URGENT)
                .map(one(AlpacaOrder::of));
    }

    /// One for each position, with the status that its own closing got.
    public Answer<List<ClosedPosition>> closeAllPositions(boolean cancelOrders) {
        return transport.send("DELETE", Target.of("v2", "positions")
                .with("cancel_orders", String.valueOf(cancelOrders)), null, Urgency.URGENT)
                .map(each(ClosedPosition::of));
    }

    /// How one position of many fared.
    public record ClosedPosition(String symbol, int status) {
        static ClosedPosition of(WireObject closed) {
            return new ClosedPosition(closed.text("symbol"), (int) closed.whole("status"));
        }
    }

    /// The executions of one order, by what they add up to. The venue lists them a moment after it tells of them.
    public Answer<List<FillActivity>> fillsOf(AlpacaOrder order) {
        return fillsAfter(Math.max(0, order.createdNs() - SECOND_NS), order.id().toString(), Urgency.URGENT)
                .map(fills -> fills.stream().filter(fill -> fill.orderId().equals(order.id()))
                        .sorted(FillActivity.IN_ORDER).toList());
    }

    /// Executions since a time, which is not included, oldest first.
    ///
    /// @param orderId empty for those of all orders; a venue may tell more than was asked
    public Answer<List<FillActivity>> fillsAfter(long timeNs, String orderId, Urgency urgency) {
        return paged(last -> Target.of("v2", "account", "activities", "FILL").with("order_id", orderId)
                .with("after", WireTimes.text(timeNs)).with("direction", "asc")
                .with("page_size", String.valueOf(ACTIVITIES_A_PAGE)).with("page_token", last),
                ACTIVITIES_A_PAGE, urgency, each(FillActivity::of), FillActivity::id);
    }

    private <T> Answer<T> get(Target target, Urgency urgency, Function<JsonNode, T> reader) {
        return transport.get(target, urgency).map(reader);
    }

    private <T> Answer<List<T>> paged(Function<String, Target> page, int pageSize, Urgency urgency,
                                      Function<JsonNode, List<T>> reader, Function<T, String> cursor) {
        List<T> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String last = "";
        for (int i = 0; i < PAGES_MAX; i++) {
            Answer<List<T>> answer = get(page.apply(last), urgency, reader);
            if (!(answer instanceof Answer.Given<List<T>>(List<T> items, String requestId))) {
                return answer;
            }
            items.stream().filter(item -> seen.add(cursor.apply(item))).forEach(all::add);
            String reached = items.isEmpty() ? last : cursor.apply(items.getLast());
            if (items.size() < pageSize || reached.equals(last)) {
                return new Answer.Given<>(List.copyOf(all), requestId);
            }
            last = reached;
        }
        return new Answer.Unknown<>(UnknownReason.UNPARSABLE, "a list without an end");
    }

    private static <T> Function<JsonNode, T> one(Function<WireObject, T> reader) {
        return node -> reader.apply(WireObject.of(node));
    }

    private static <T> Function<JsonNode, List<T>> each(Function<WireObject, T> reader) {
        return node -> WireObject.each(node).stream().map(reader).toList();
    }
}
