package org.gradus.adapters.alpaca;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.gradus.adapters.alpaca.rest.Answer;
import org.gradus.adapters.alpaca.stream.OrderEvent;
import org.gradus.adapters.alpaca.trading.AlpacaOrder;
import org.gradus.adapters.alpaca.trading.FillActivity;
import org.gradus.adapters.alpaca.trading.OrderStatus;
import org.gradus.adapters.alpaca.trading.RejectWords;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.ingress.Arrivals;
import org.gradus.engine.message.Input;

/// Makes reports of the venue's order events: each fill once and in order, whatever the stream repeats, loses or turns
/// around. What an order had filled by an event says whether fills before it are missing; those are asked of the
/// account's history before anything behind them is passed on. Owned by the order stream's reader thread.
final class AlpacaOrderReports {
    private static final int ORDERS_KEPT = 10_000;

    /// What the venue remembers of orders when it is asked.
    @FunctionalInterface
    interface History {
        Answer<List<FillActivity>> fillsOf(AlpacaOrder order);

        /// Asks for legs of our entries that are not known by the venue's id yet.
        ///
        /// @return false when there was no answer
        default boolean nameLegs() {
            return true;
        }
    }

    /// What has been told of one order.
    private static final class Told {
        private long cumulative;
        private boolean accepted;
        private boolean ended;
    }

    private final Tradables tradables;
    private final FillReports fills;
    private final OrderIds ids;
    private final History history;
    private final Consumer<String> notes;
    private final Map<Long, Told> orders = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Told> eldest) {
            return size() > ORDERS_KEPT;
        }
    };

    AlpacaOrderReports(Tradables tradables, FillReports fills, OrderIds ids,
                       History history, Consumer<String> notes) {
        this.tradables = tradables;
        this.fills = fills;
        this.ids = ids;
        this.history = history;
        this.notes = notes;
    }

    /// Passes on what is new in an event.
    ///
    /// @param ofOthers told of an order that is not ours
    /// @return false when fills before it are missing, or whose order it is, and cannot be had now: nothing was passed
    ///         on then
    boolean pass(OrderEvent event, Arrivals arrivals, Runnable ofOthers) {
        AlpacaOrder order = event.order();
        Optional<Instrument> instrument = tradables.find(order.symbol());
        if (ids.ours(order) == 0 && instrument.isPresent() && !history.nameLegs()) {
            return false;
        }
        long id = ids.ours(order);
        if (id == 0 || instrument.isEmpty()) {
            notes.accept("an event of an order that is not ours: " + event.kind() + " " + order.symbol());
            ofOthers.run();
            return true;
        }
        ids.learn(order);
        Told told = orders.computeIfAbsent(id, _ -> new Told());
        if (event.rounded()) {
            notes.accept("a number with more digits than we keep, order " + order.clientOrderId());
        }
        if (!fillsUpTo(event, id, instrument.get(), told, arrivals)) {
            return false;
        }
        state(event, id, told, arrivals);
        return true;
    }

    private boolean fillsUpTo(OrderEvent event, long id, Instrument instrument, Told told, Arrivals arrivals) {
        AlpacaOrder order = event.order();
        if (order.filled() <= told.cumulative) {
            return true;
        }
        boolean next = event.execution().isPresent()
                && order.filled() - event.execution().get().quantity() == told.cumulative;
        if (next) {
            told.cumulative = order.filled();
            arrivals.report(fills.report(id, order, instrument, event.execution().get()), event.timeNs());
            return true;
        }
        Answer<List<FillActivity>> answer = history.fillsOf(order);
        if (!(answer instanceof Answer.Given<List<FillActivity>>(List<FillActivity> executions, var _))) {
            return false;
        }
        for (Input.OrderFilled fill : fills.reports(id, order, instrument, executions, told.cumulative)) {
            if (fill.cumulative() <= order.filled()) {
                told.cumulative = fill.cumulative();
                arrivals.report(fill, event.timeNs());
            }
        }
        return closesTheGap(event, id, instrument, told, arrivals);
    }

    /// The history may lag behind the stream by the very execution that the stream tells of.
    private boolean closesTheGap(OrderEvent event, long id, Instrument instrument, Told told, Arrivals arrivals) {
        AlpacaOrder order = event.order();
        long missing = order.filled() - told.cumulative;
        if (missing > 0 && event.execution().isPresent() && event.execution().get().quantity() == missing) {
            told.cumulative = order.filled();
            arrivals.report(fills.report(id, order, instrument, event.execution().get()), event.timeNs());
            return true;
        }
        return missing <= 0;
    }

    private void state(OrderEvent event, long id, Told told, Arrivals arrivals) {
        AlpacaOrder order = event.order();
        switch (event.kind()) {
            case NEW, ACCEPTED, HELD -> begun(event, id, told, arrivals);
            case CANCELED -> end(told, new Input.OrderCancelled(id, order.filled()), event.timeNs(), arrivals);
            case EXPIRED -> end(told, new Input.OrderExpired(id, order.filled()), event.timeNs(), arrivals);
            case REJECTED -> end(told, new Input.OrderRejected(id, RejectWords.later(event.words()), event.words()),
                    event.timeNs(), arrivals);
            case REPLACED -> replaced(order, id, told, event.timeNs(), arrivals);
            case FILL, PARTIAL_FILL, PENDING_NEW, PENDING_CANCEL, PENDING_REPLACE, CALCULATED -> {
                // The fills have said all, or nothing has happened yet.
            }
            case STOPPED, SUSPENDED, DONE_FOR_DAY, RESTATED, ORDER_REPLACE_REJECTED, ORDER_CANCEL_REJECTED,
                 TRADE_BUST, TRADE_CORRECT, OTHER ->
                notes.accept(event.kind() + " of order " + order.clientOrderId() + " " + event.words());
        }
    }

    /// A leg sleeps at first, whatever the event is called.
    private static void begun(OrderEvent event, long id, Told told, Arrivals arrivals) {
        if (event.kind() != OrderEvent.Kind.HELD && event.order().status() != OrderStatus.HELD) {
            accepted(event.order(), id, told, event.timeNs(), arrivals);
        } else if (!told.accepted && !told.ended) {
            arrivals.report(new Input.OrderHeld(id), event.timeNs());
        }
    }

    private static void accepted(AlpacaOrder order, long id, Told told, long timeNs, Arrivals arrivals) {
        if (!told.accepted && !told.ended) {
            told.accepted = true;
            arrivals.report(new Input.OrderAccepted(id, order.id().getMostSignificantBits(),
                    order.id().getLeastSignificantBits()), timeNs);
        }
    }

    private static void end(Told told, Input report, long timeNs, Arrivals arrivals) {
        if (!told.ended) {
            told.ended = true;
            arrivals.report(report, timeNs);
        }
    }

    /// The event may carry the order that was replaced or the one that took its place.
    private void replaced(AlpacaOrder order, long id, Told told, long timeNs, Arrivals arrivals) {
        boolean successor = order.replaces().isPresent() && order.replacedBy().isEmpty()
                && order.status() != OrderStatus.REPLACED;
        if (!successor) {
            end(told, new Input.OrderReplaced(id, ids.successor(id, order.replacedBy())), timeNs, arrivals);
            return;
        }
        UUID old = order.replaces().get();
        long replaced = ids.clientOrderId(old);
        if (replaced != 0) {
            end(orders.computeIfAbsent(replaced, _ -> new Told()), new Input.OrderReplaced(replaced, id), timeNs,
                    arrivals);
        }
    }
}
