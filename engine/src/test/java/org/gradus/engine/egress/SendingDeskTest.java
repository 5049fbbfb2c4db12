package org.gradus.engine.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.TimeInForce;
import org.gradus.engine.egress.SendingDesk.Lane;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.message.OrderAction;
import org.junit.jupiter.api.Test;

/// What leaves the sending side, what does not, and what is said of either.
class SendingDeskTest {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final int MANY = 3_000;

    private final AtomicLong nowNs = new AtomicLong(SECOND_NS);
    private final List<Input> told = Collections.synchronizedList(new ArrayList<>());
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private SendingDesk desk = desk(9, 4);

    private SendingDesk desk(int perMinute, int reserved) {
        SendingDesk made = new SendingDesk(new OutgoingOrders(2 * MANY), SendingRules.of(perMinute, reserved,
            10 * SECOND_NS), nowNs::get, told::add);
        made.venueUp(true);
        return made;
    }

    private OrderCommand command(OrderAction action, long id, Purpose purpose) {
        OrderCommand command = new OrderCommand();
        command.action = action;
        command.clientOrderId = id;
        command.purpose = purpose;
        command.side = purpose == Purpose.ENTRY ? Side.BUY : Side.SELL;
        command.orderType = OrderType.MARKET;
        command.timeInForce = TimeInForce.IOC;
        command.quantity = 1;
        command.decidedNs = nowNs.get();
        return command;
    }

    private void handOver(long id, Purpose purpose) {
        desk.send(command(OrderAction.SUBMIT, id, purpose));
    }

    private void cancel(long id, Purpose purpose) {
        desk.send(command(OrderAction.CANCEL, id, purpose));
    }

    private SendingLane lane(Lane lane) {
        return new SendingLane(desk, lane, new TakingVenue(requests));
    }

    private void work(Lane lane) {
        SendingLane sends = lane(lane);
        while (sends.work()) {
            // Until it has nothing left.
        }
    }

    private List<Input.OrderNotSent> notSent() {
        return told.stream().filter(Input.OrderNotSent.class::isInstance).map(Input.OrderNotSent.class::cast).toList();
    }

    @Test
    void tellsOfASendingBeforeItsResult() {
        handOver(1, Purpose.ENTRY);
        work(Lane.ENTRIES);
        assertEquals(List.of(new Input.OrderSent(1), new Input.OrderAccepted(1, 1, 1)), told);
    }

    @Test
    void exitsOvertakeEntries() {
        handOver(1, Purpose.ENTRY);
        handOver(2, Purpose.EXIT);
        work(Lane.EXITS);
        assertEquals(List.of("submit 2"), requests);
    }

    @Test
    void anEntryThatIsTooOldStays() {
        handOver(1, Purpose.ENTRY);
        nowNs.addAndGet(11 * SECOND_NS);
        work(Lane.ENTRIES);
        assertEquals(List.of(new Input.OrderNotSent(1, NotSentReason.TOO_OLD)), told);
    }

    @Test
    void anExitOverTheLimitWaitsAndAnEntryIsNotSent() {
        for (int i = 1; i <= 6; i++) {
            handOver(i, Purpose.ENTRY);
        }
        for (int i = 11; i <= 16; i++) {
            handOver(i, Purpose.EXIT);
        }
        work(Lane.ENTRIES);
        work(Lane.EXITS);
        assertEquals(9, requests.size(), requests::toString);
        assertEquals(List.of(new Input.OrderNotSent(6, NotSentReason.RATE_LIMIT)), notSent());
        desk.sendingsEntered(9, nowNs.get());
        nowNs.addAndGet(60 * SECOND_NS);
        work(Lane.EXITS);
        assertEquals(11, requests.size());
    }

    @Test
    void aSendingCountsForAMinuteFromTheTimeItIsJournaledUnder() {
        desk = desk(2, 1);
        for (int i = 1; i <= 4; i++) {
            handOver(i, Purpose.EXIT);
        }
        work(Lane.EXITS);
        nowNs.addAndGet(SECOND_NS);
        desk.sendingsEntered(1, nowNs.get());
        nowNs.addAndGet(60 * SECOND_NS - 1);
        work(Lane.EXITS);
        assertEquals(2, requests.size());
        nowNs.addAndGet(1);
        work(Lane.EXITS);
        assertEquals(3, requests.size());
        nowNs.addAndGet(600 * SECOND_NS);
        work(Lane.EXITS);
        assertEquals(3, requests.size(), "two of whose times nothing is known yet");
    }

    @Test
    void anOrderThatIsCancelledBeforeItLeavesNeverDoes() {
        handOver(1, Purpose.ENTRY);
        cancel(1, Purpose.ENTRY);
        work(Lane.CANCELS);
        work(Lane.ENTRIES);
        assertEquals(List.of(), requests);
        assertEquals(List.of(new Input.OrderNotSent(1, NotSentReason.CANCELLED)), told);
    }

    @Test
    void anEntryWaitsUntilTheStopOnTheOtherSideIsGone() {
        OutgoingOrders orders = new OutgoingOrders(16);
        desk = new SendingDesk(orders, SendingRules.of(9, 4, 10 * SECOND_NS), nowNs::get, told::add);
        desk.venueUp(true);
        Settlement settlement = new Settlement(orders, desk, SendingRules.of(9, 4, SECOND_NS), nowNs::get, told::add);
        handOver(1, Purpose.PROTECTIVE_STOP);
        work(Lane.EXITS);
        cancel(1, Purpose.PROTECTIVE_STOP);
        handOver(2, Purpose.ENTRY);
        work(Lane.ENTRIES);
        work(Lane.CANCELS);
        work(Lane.ENTRIES);
        assertEquals(List.of("submit 1", "cancel 1"), requests);
        assertTrue(settlement.note(new Input.OrderCancelled(1, 0)));
        work(Lane.ENTRIES);
        assertEquals(List.of("submit 1", "cancel 1", "submit 2"), requests);
    }

    @Test
    void aRecordThatWasNotForcedKeepsItsEntriesHere() {
        desk.journalFault(nowNs.get());
        handOver(1, Purpose.ENTRY);
        handOver(2, Purpose.EXIT);
        work(Lane.ENTRIES);
        work(Lane.EXITS);
        assertEquals(List.of("submit 2"), requests);
        assertEquals(List.of(new Input.OrderNotSent(1, NotSentReason.OUR_FAULT)), notSent());
        assertTrue(desk.takeJournalFault());
        assertFalse(desk.takeJournalFault());
    }

    @Test
    void aFaultOfOurOwnCancelsEntriesFromItsOwnList() {
        handOver(1, Purpose.ENTRY);
        work(Lane.ENTRIES);
        handOver(2, Purpose.ENTRY);
        handOver(3, Purpose.PROTECTIVE_STOP);
        work(Lane.EXITS);
        desk.ourFault(nowNs.get());
        work(Lane.CANCELS);
        work(Lane.ENTRIES);
        assertEquals(List.of("submit 1", "submit 3", "cancel 1"), requests);
        assertEquals(List.of(new Input.OrderNotSent(2, NotSentReason.OUR_FAULT)), notSent());
    }

    /// Entries are spammed, sent and halted in an order drawn from a seed: none is sent behind the halt's record.
    @Test
    void noEntryLeavesBehindAHalt() {
        for (int seed = 0; seed < 200; seed++) {
            told.clear();
            requests.clear();
            desk = desk(2 * MANY, 0);
            spam(new SplittableRandom(seed), seed);
        }
    }

    private void spam(SplittableRandom random, int seed) {
        SendingLane sends = lane(Lane.ENTRIES);
        int haltAt = random.nextInt(50);
        int handedOver = 0;
        int sentBefore = -1;
        for (int i = 0; i < 100; i++) {
            if (i == haltAt) {
                desk.holdEntries(true);
                sentBefore = requests.size();
            }
            if (random.nextBoolean()) {
                handOver(++handedOver, Purpose.ENTRY);
            } else {
                sends.work();
            }
            if (i == haltAt + 20) {
                desk.riskState(RiskState.HALTED, nowNs.get());
                desk.holdEntries(false);
            }
        }
        work(Lane.ENTRIES);
        assertEquals(sentBefore, requests.size(), "seed " + seed);
        assertEquals(handedOver - sentBefore, notSent().size(), "seed " + seed);
    }

    /// The same with threads of their own: what was sent has been told when the hold begins, and nothing follows.
    @Test
    void aHaltAmongThousandsOfEntriesLetsNoneOutBehindIt() throws InterruptedException {
        desk = desk(2 * MANY, 0);
        AtomicBoolean done = new AtomicBoolean();
        CountDownLatch some = new CountDownLatch(1);
        Thread router = Thread.ofPlatform().start(() -> {
            for (int i = 1; i <= MANY; i++) {
                handOver(i, Purpose.ENTRY);
                if (i == MANY / 10) {
                    some.countDown();
                }
            }
        });
        SendingLane sends = lane(Lane.ENTRIES);
        Thread sender = Thread.ofPlatform().start(() -> {
            while (sends.work() || !done.get()) {
                Thread.onSpinWait();
            }
        });
        assertTrue(some.await(60, TimeUnit.SECONDS));
        desk.holdEntries(true);
        // Only the result of the last one may still be told meanwhile.
        long reported = List.copyOf(told).stream().filter(Input.OrderSent.class::isInstance).count();
        desk.riskState(RiskState.HALTED, nowNs.get());
        desk.holdEntries(false);
        router.join();
        done.set(true);
        sender.join();
        work(Lane.ENTRIES);
        assertEquals(reported, requests.size());
        assertEquals(MANY - reported, notSent().size());
    }

    @Test
    void aRequestThatHangsIsInNobodysWay() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        VenueConnection hanging = new TakingVenue(requests) {
            @Override
            public SendOutcome submit(OrderCommand command) {
                asked.countDown();
                await(answer);
                return super.submit(command);
            }
        };
        handOver(1, Purpose.PROTECTIVE_STOP);
        work(Lane.EXITS);
        handOver(2, Purpose.ENTRY);
        Thread entries = Thread.ofPlatform().start(() -> new SendingLane(desk, Lane.ENTRIES, hanging).work());
        await(asked);
        cancel(1, Purpose.PROTECTIVE_STOP);
        cancel(2, Purpose.ENTRY);
        handOver(3, Purpose.EXIT);
        work(Lane.CANCELS);
        work(Lane.EXITS);
        assertEquals(List.of("submit 1", "cancel 1", "submit 3"), requests);
        answer.countDown();
        entries.join();
        work(Lane.CANCELS);
        assertEquals(List.of("submit 1", "cancel 1", "submit 3", "submit 2", "cancel 2"), requests);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(60, TimeUnit.SECONDS));
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
