package org.gradus.adapters.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gradus.engine.domain.ClientOrderId;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.TimeInForce;
import org.gradus.engine.egress.OrderCommand;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.OrderAction;

/// Plays a card on a gateway.
final class Player {
    static final int RUN_ID = 7;
    private static final long AMPLE = 100_000 * FixedPoint.ONE;
    private static final long SECOND_NS = 1_000_000_000L;

    private final GatewayUnderTest gateway;
    private final Map<String, OrderCommand> orders = new HashMap<>();
    private final Map<String, Long> holdings = new TreeMap<>();
    private long cash = 10_000 * FixedPoint.ONE;
    private boolean begun;
    private final Map<String, long[]> quotes = new TreeMap<>();
    private CoreUnderCards core;
    private Input.TradingStatus told;
    private String asked = "";

    Player(GatewayUnderTest gateway) {
        this.gateway = gateway;
    }

    void play(Card card) {
        for (String line : card.lines()) {
            play(line);
        }
        assertEquals(List.of(), gateway.settle(0), "told at the end, and not expected");
    }

    private void play(String line) {
        String[] words = line.split(" +");
        if (!words[0].equals("given") && !begun) {
            gateway.begin(cash, holdings);
            begun = true;
        }
        switch (words[0]) {
            case "given" -> given(words[1], number(words[2]));
            case "quote" -> {
                quotes.put(words[1], new long[] {number(words[2]), number(words[3])});
                gateway.quote(words[1], number(words[2]), number(words[3]),
                    words.length > 4 ? number(words[4].substring(1)) : AMPLE);
            }
            case "asks" -> asks(words[1], number(words[2]));
            case "flatten" -> core(() -> core.operator(OperatorAction.FLATTEN));
            case "accept" -> core(() -> core.operator(OperatorAction.RESUME));
            case "compare" -> core(() -> gateway.reconciliation().forEach(core::enter));
            case "trading" -> core(() -> core.enter(gateway.trading(words[1], words[2].equals("goes-on"))));
            case "receives" -> gateway.receives(words[1], number(words[2]));
            case "decided" -> decided(line);
            case "buy", "sell" -> submit(words);
            case "cancel" -> cancel(words[1]);
            case "replace" -> replace(words);
            case "at" -> {
                gateway.timePasses(time(words[1]));
                hear();
            }
            case "halt" -> gateway.riskState(RiskState.HALTED);
            case "reduce" -> gateway.riskState(RiskState.REDUCING);
            case "release" -> gateway.riskState(RiskState.ACTIVE);
            case "lose" -> gateway.loseNext(words[2].equals("answer") ? GatewayUnderTest.Loss.ANSWER
                : GatewayUnderTest.Loss.REQUEST);
            case "stream" -> gateway.streamDown(words[1].equals("drops"));
            case "restart" -> gateway.restart();
            case "expect" -> expect(line);
            case "books" -> books(line);
            default -> throw new IllegalArgumentException("unknown word in a card: " + line);
        }
    }

    /// The core has heard of time, hours, prices and reports, and what it decided has gone out.
    private void core(Runnable act) {
        if (core == null) {
            core = new CoreUnderCards();
        }
        core.time(gateway.nowNs());
        Input.TradingStatus hours = gateway.hours();
        if (!hours.equals(told)) {
            told = hours;
            core.enter(hours);
        }
        quotes.forEach((symbol, quote) -> core.quote(symbol, quote[0], quote[1]));
        gateway.takeReports().forEach(core::enter);
        act.run();
        for (OrderCommand command : core.takeCommands()) {
            name(command);
            gateway.send(command, 0);
        }
    }

    private void name(OrderCommand command) {
        if (command.action == OrderAction.SUBMIT) {
            String name = command.purpose == Purpose.ENTRY ? asked : command.purpose.label();
            for (int i = 2; orders.containsKey(name); i++) {
                name = command.purpose.label() + "-" + i;
            }
            orders.put(name, command);
        }
    }

    private void asks(String name, long quantity) {
        asked = name;
        core(() -> core.asks(quantity));
    }

    /// All that the core decided about orders, stops and differences since it was asked last.
    private void decided(String line) {
        String rest = line.substring("decided ".length());
        List<String> expected = rest.equals("nothing") ? List.of() : Arrays.asList(rest.split("; *"));
        assertEquals(expected, core.takeDecided(), line);
    }

    private void given(String what, long amount) {
        if (what.equals("cash")) {
            cash = amount;
        } else {
            holdings.put(what, amount);
        }
    }

    private void submit(String[] words) {
        OrderCommand order = new OrderCommand();
        order.action = OrderAction.SUBMIT;
        order.clientOrderId = ClientOrderId.of(RUN_ID, orders.size() + 1);
        order.side = words[0].equals("buy") ? Side.BUY : Side.SELL;
        order.quantity = number(words[2]);
        order.instrumentId = Market.instrument(words[3]).id();
        int next = type(order, words);
        order.timeInForce = TimeInForce.valueOf(words[next].toUpperCase(Locale.ROOT));
        order.purpose = purpose(order);
        orders.put(words[1], order);
        attach(order, words, next + 1);
        gateway.send(order, ago(words, next + 1));
    }

    /// `with-stop NAME T`
    private void attach(OrderCommand order, String[] words, int from) {
        if (words.length > from && words[from].equals("with-stop")) {
            OrderCommand leg = new OrderCommand();
            order.legId = ClientOrderId.of(RUN_ID, orders.size() + 1);
            order.legTrigger = number(words[from + 2]);
            leg.legOf(order);
            orders.put(words[from + 1], leg);
        }
    }

    private static int type(OrderCommand order, String[] words) {
        int next = 5;
        switch (words[4]) {
            case "market" -> order.orderType = OrderType.MARKET;
            case "limit" -> {
                order.orderType = OrderType.LIMIT;
                order.limitPrice = number(words[next++]);
            }
            case "stop" -> {
                order.orderType = OrderType.STOP;
                order.triggerPrice = number(words[next++]);
            }
            case "stop-limit" -> {
                order.orderType = OrderType.STOP_LIMIT;
                order.triggerPrice = number(words[next++]);
                order.limitPrice = number(words[next++]);
            }
            default -> throw new IllegalArgumentException("unknown order type " + words[4]);
        }
        return next;
    }

    private static Purpose purpose(OrderCommand order) {
        if (order.side == Side.BUY) {
            return Purpose.ENTRY;
        }
        return order.orderType.triggered() ? Purpose.PROTECTIVE_STOP : Purpose.EXIT;
    }

    private static long ago(String[] words, int from) {
        return words.length > from && words[from].equals("decided") ? duration(words[from + 1]).toNanos() : 0;
    }

    private void cancel(String name) {
        OrderCommand cancel = new OrderCommand();
        cancel.copyFrom(orders.get(name));
        cancel.action = OrderAction.CANCEL;
        gateway.send(cancel, 0);
    }

    /// `replace A by B QUANTITY limit P`
    private void replace(String[] words) {
        OrderCommand order = new OrderCommand();
        order.copyFrom(orders.get(words[1]));
        order.action = OrderAction.REPLACE;
        order.replaces = order.clientOrderId;
        order.clientOrderId = ClientOrderId.of(RUN_ID, orders.size() + 1);
        order.quantity = number(words[4]);
        order.limitPrice = number(words[6]);
        orders.put(words[3], order);
        gateway.send(order, 0);
    }

    /// Between orders nothing is promised about who is heard of first.
    private void expect(String line) {
        String rest = line.substring("expect ".length());
        List<String> expected = rest.equals("nothing") ? List.of() : Arrays.asList(rest.split("; *"));
        List<String> told = gateway.settle(expected.size()).stream().map(this::named).toList();
        assertEquals(byOrder(expected), byOrder(told), line);
        hear();
    }

    /// What has come, to the core if the card has one.
    private void hear() {
        if (core != null) {
            core(() -> { });
        }
    }


    private static Map<String, List<String>> byOrder(List<String> events) {
        Map<String, List<String>> lists = new TreeMap<>();
        events.forEach(each -> lists.computeIfAbsent(each.substring(0, each.indexOf(' ')), _ -> new ArrayList<>())
            .add(each.substring(each.indexOf(' ') + 1)));
        return lists;
    }

    /// The venue's words name orders by their client order id.
    private String named(String event) {
        String text = event;
        for (Map.Entry<String, OrderCommand> each : orders.entrySet()) {
            String id = ClientOrderId.text(each.getValue().clientOrderId);
            text = text.replaceAll("(^| )" + id + "( |$)", "$1" + each.getKey() + "$2");
        }
        return text;
    }

    private void books(String line) {
        assertEquals(line.substring("books ".length()), gateway.books(), line);
    }

    private long time(String word) {
        return word.startsWith("+") ? gateway.nowNs() + duration(word.substring(1)).toNanos() : nanos(word);
    }

    private static long nanos(String word) {
        Instant instant = Instant.parse(word);
        return instant.getEpochSecond() * SECOND_NS + instant.getNano();
    }

    private static Duration duration(String word) {
        return Duration.parse(word.endsWith("d") ? "P" + word : "PT" + word);
    }

    private static long number(String word) {
        return FixedPoint.parse(word);
    }
}
