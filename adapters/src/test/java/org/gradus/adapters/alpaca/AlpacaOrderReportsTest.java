package org.gradus.adapters.alpaca;

import static org.gradus.adapters.alpaca.Known.scaled;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gradus.adapters.alpaca.rest.Answer;
import org.gradus.adapters.alpaca.stream.OrderEvent;
import org.gradus.adapters.alpaca.stream.OrderEvent.Kind;
import org.gradus.adapters.alpaca.trading.AlpacaOrder;
import org.gradus.adapters.alpaca.trading.FillActivity;
import org.gradus.adapters.alpaca.trading.OrderStatus;
import org.gradus.engine.domain.ClientOrderId;
import org.gradus.engine.domain.Side;
import org.gradus.engine.message.UnknownReason;
import org.junit.jupiter.api.Test;

class AlpacaOrderReportsTest {
    private static final UUID ORDER = new UUID(1, 42);
    private static final UUID SUCCESSOR = new UUID(1, 43);
    private static final UUID ENTRY = new UUID(1, 44);
    private static final UUID LEG = new UUID(1, 45);

    private final Known.Diary diary = new Known.Diary();
    private final List<String> notes = new ArrayList<>();
    private final List<FillActivity> history = new ArrayList<>();
    private final OrderIds ids = new OrderIds();
    private boolean historyFails;
    private int asked;
    private int ofOthers;
    private final AlpacaOrderReports reports = new AlpacaOrderReports(
            new Tradables(List.of(Known.BITCOIN, Known.APPLE)), new FillReports(scaled("0.0025")), ids,
            new Remembered(), notes::add);

    private final class Remembered implements AlpacaOrderReports.History {
        @Override
        public Answer<List<FillActivity>> fillsOf(AlpacaOrder order) {
            asked++;
            return historyFails ? new Answer.Unknown<>(UnknownReason.TIMEOUT, "")
                    : new Answer.Given<>(List.copyOf(history), "");
        }

        @Override
        public boolean nameLegs() {
            if (historyFails) {
                return false;
            }
            ids.learn(share(ENTRY, "k7-8", OrderStatus.FILLED, List.of(leg(OrderStatus.NEW))));
            return true;
        }
    }

    private static AlpacaOrder share(UUID id, String clientOrderId, OrderStatus status, List<AlpacaOrder> legs) {
        return new AlpacaOrder(id, clientOrderId, "AAPL", status, legs.isEmpty() ? Side.SELL : Side.BUY, "limit", "gtc",
                scaled("10"), 0, 0, 0, 0, 1, 1, 0, Optional.empty(), Optional.empty(), legs);
    }

    private static AlpacaOrder leg(OrderStatus status) {
        return share(LEG, "an-id-of-the-venue", status, List.of());
    }

    private static AlpacaOrder order(String clientOrderId, OrderStatus status, String filled) {
        return new AlpacaOrder(ORDER, clientOrderId, "BTC/USD", status, Side.BUY, "limit", "gtc", scaled("1"),
                scaled(filled), 0, 0, 0, 1, 1, 0, Optional.empty(), Optional.empty(), List.of());
    }

    private static OrderEvent event(Kind kind, AlpacaOrder order) {
        return new OrderEvent(kind, order, Optional.empty(), 7, "", "too much", false);
    }

    private static OrderEvent fill(String quantity, String cumulative) {
        return fillOf(order("k7-42", OrderStatus.PARTIALLY_FILLED, cumulative), quantity);
    }

    private static OrderEvent fillOf(AlpacaOrder order, String quantity) {
        return new OrderEvent(Kind.PARTIAL_FILL, order, Optional.of(new OrderEvent.Execution(new UUID(9, 9),
                scaled("60000"), scaled(quantity), 0)), 7, "", "", false);
    }

    private void remembers(String quantity, String cumulative) {
        history.add(new FillActivity("x", ORDER, "BTC/USD", Side.BUY, scaled("60000"), scaled(quantity),
                scaled(cumulative), 7));
    }

    private boolean passed(OrderEvent event) {
        return reports.pass(event, diary, () -> ofOthers++);
    }

    private List<String> passes(OrderEvent... events) {
        for (OrderEvent event : events) {
            assertTrue(passed(event));
        }
        return diary.taken();
    }

    @Test
    void asksWhoseOrderItIsWhenALegIsToldOfBeforeTheAnswerNamesIt() {
        ids.grouped(ClientOrderId.parse("k7-8"), ClientOrderId.parse("k7-9"));
        historyFails = true;
        assertFalse(passed(event(Kind.NEW, leg(OrderStatus.NEW))));
        historyFails = false;
        assertEquals(List.of("accepted k7-9"), passes(event(Kind.NEW, leg(OrderStatus.NEW))));
    }

    @Test
    void aLegSleepsWhateverTheEventIsCalledUntilItIsNew() {
        ids.grouped(ClientOrderId.parse("k7-8"), ClientOrderId.parse("k7-9"));
        assertEquals(List.of("held k7-9", "accepted k7-9"), passes(event(Kind.ACCEPTED, leg(OrderStatus.HELD)),
                event(Kind.NEW, leg(OrderStatus.NEW)), event(Kind.HELD, leg(OrderStatus.HELD))));
    }

    @Test
    void tellsTheLifeOfAnOrderOnceHoweverOftenItIsRepeated() {
        OrderEvent accepted = event(Kind.NEW, order("k7-42", OrderStatus.NEW, "0"));
        OrderEvent ended = event(Kind.CANCELED, order("k7-42", OrderStatus.CANCELED, "0.5"));
        assertEquals(List.of("accepted k7-42", "filled k7-42 0.2 at 60000 in all 0.2 fee 0.0005 coin",
                "filled k7-42 0.3 at 60000 in all 0.5 fee 0.00075 coin", "cancelled k7-42 0.5"),
                passes(event(Kind.PENDING_NEW, order("k7-42", OrderStatus.PENDING_NEW, "0")), accepted, accepted,
                    fill("0.2", "0.2"), fill("0.2", "0.2"), fill("0.3", "0.5"), fill("0.2", "0.2"), ended, ended,
                    accepted));
        assertEquals(0, asked);
    }

    @Test
    void takesTheFeeOfASaleFromTheProceedsRoundedUp() {
        AlpacaOrder sale = new AlpacaOrder(ORDER, "k7-42", "BTC/USD", OrderStatus.FILLED, Side.SELL, "market", "gtc",
                1, scaled("0.000000001"), 0, 0, 0, 1, 1, 0, Optional.empty(), Optional.empty(), List.of());
        assertEquals(List.of("filled k7-42 0.000000001 at 60000 in all 0.000000001 fee 0.00000015"),
                passes(fillOf(sale, "0.000000001")));
    }

    @Test
    void takesNoFeeOnStocks() {
        AlpacaOrder stock = new AlpacaOrder(ORDER, "k7-42", "AAPL", OrderStatus.FILLED, Side.BUY, "market", "day",
                scaled("3"), scaled("3"), 0, 0, 0, 1, 1, 0, Optional.empty(), Optional.empty(), List.of());
        assertEquals(List.of("filled k7-42 3 at 60000 in all 3 fee 0"), passes(fillOf(stock, "3")));
    }

    @Test
    void fillsAGapFromTheHistoryBeforeItGoesOn() {
        remembers("0.1", "0.1");
        remembers("0.2", "0.3");
        remembers("0.4", "0.7");
        assertEquals(List.of("filled k7-42 0.1 at 60000 in all 0.1 fee 0.00025 coin",
                "filled k7-42 0.2 at 60000 in all 0.3 fee 0.0005 coin"), passes(fill("0.2", "0.3")));
        assertEquals(List.of("filled k7-42 0.4 at 60000 in all 0.7 fee 0.001 coin", "cancelled k7-42 0.7"),
                passes(event(Kind.CANCELED, order("k7-42", OrderStatus.CANCELED, "0.7")), fill("0.4", "0.7")));
        assertEquals(2, asked);
    }

    @Test
    void takesTheLastFillFromTheStreamWhenTheHistoryLagsBehindIt() {
        remembers("0.1", "0.1");
        assertEquals(List.of("filled k7-42 0.1 at 60000 in all 0.1 fee 0.00025 coin",
                "filled k7-42 0.2 at 60000 in all 0.3 fee 0.0005 coin"), passes(fill("0.2", "0.3")));
    }

    @Test
    void passesNothingOnBehindAGapThatCannotBeFilled() {
        historyFails = true;
        assertFalse(passed(fill("0.2", "0.3")));
        historyFails = false;
        remembers("0.1", "0.2");
        assertFalse(passed(event(Kind.CANCELED, order("k7-42", OrderStatus.CANCELED, "0.3"))));
        assertEquals(List.of(), diary.taken());
        history.clear();
        remembers("0.1", "0.1");
        assertEquals(3, passes(fill("0.2", "0.3"), event(Kind.CANCELED, order("k7-42", OrderStatus.CANCELED, "0.3")))
                .size());
    }

    @Test
    void tellsAFillThatComesBehindTheEnd() {
        assertEquals(List.of("cancelled k7-42 0", "filled k7-42 0.2 at 60000 in all 0.2 fee 0.0005 coin"),
                passes(event(Kind.CANCELED, order("k7-42", OrderStatus.CANCELED, "0")), fill("0.2", "0.2")));
    }

    @Test
    void tellsRejectionAndExpiry() {
        assertEquals(List.of("OrderRejected[clientOrderId=" + Known.ID + ", reason=VENUE_CHOICE, detail=too much]"),
                passes(event(Kind.REJECTED, order("k7-42", OrderStatus.REJECTED, "0"))));
        assertEquals(List.of("OrderExpired[clientOrderId=" + (Known.ID + 1) + ", cumulative=0]"),
                passes(event(Kind.EXPIRED, order("k7-43", OrderStatus.EXPIRED, "0"))));
    }

    @Test
    void understandsAReplacementWhicheverOrderItCarries() {
        AlpacaOrder successor = new AlpacaOrder(SUCCESSOR, "k7-43", "BTC/USD", OrderStatus.NEW, Side.BUY, "limit",
                "gtc", scaled("1"), 0, 0, 0, 0, 1, 1, 0, Optional.of(ORDER), Optional.empty(), List.of());
        AlpacaOrder old = new AlpacaOrder(ORDER, "k7-42", "BTC/USD", OrderStatus.REPLACED, Side.BUY, "limit", "gtc",
                scaled("1"), 0, 0, 0, 0, 1, 1, 0, Optional.empty(), Optional.of(SUCCESSOR), List.of());
        ids.learn(successor);
        assertEquals(List.of("replaced k7-42 by k7-43"), passes(event(Kind.REPLACED, old)));
        assertEquals(List.of(), passes(event(Kind.REPLACED, successor)));
        assertEquals(List.of("accepted k7-43"), passes(event(Kind.NEW, successor)));
    }

    @Test
    void understandsAReplacementThatCarriesTheNewOrder() {
        passes(event(Kind.NEW, order("k7-42", OrderStatus.NEW, "0")));
        AlpacaOrder successor = new AlpacaOrder(SUCCESSOR, "k7-43", "BTC/USD", OrderStatus.NEW, Side.BUY, "limit",
                "gtc", scaled("1"), 0, 0, 0, 0, 1, 1, 0, Optional.of(ORDER), Optional.empty(), List.of());
        assertEquals(List.of("replaced k7-42 by k7-43"), passes(event(Kind.REPLACED, successor)));
    }

    @Test
    void notesOrdersOfOthersAndWordsItDoesNotKnow() {
        assertEquals(List.of(), passes(event(Kind.NEW, order("by-hand", OrderStatus.NEW, "0")),
                event(Kind.OTHER, order("k7-42", OrderStatus.OTHER, "0")),
                event(Kind.TRADE_BUST, order("k7-42", OrderStatus.NEW, "0"))));
        assertEquals(List.of("an event of an order that is not ours: NEW BTC/USD", "OTHER of order k7-42 too much",
                "TRADE_BUST of order k7-42 too much"), notes);
        assertEquals(1, ofOthers);
    }
}
