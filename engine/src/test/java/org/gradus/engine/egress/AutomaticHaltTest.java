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
import org.gradus.engine.codec.DecidedOrder;
import org.gradus.engine.codec.DecisionEncoder;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.InputEncoder;
import org.gradus.engine.codec.Stage;
import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.TimeInForce;
import org.gradus.engine.journal.Journal;
import org.gradus.engine.journal.JournalStage;
import org.gradus.engine.journal.RecordChain;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.RiskReason;
import org.junit.jupiter.api.Test;

/// Halts and reductions that the core decides by itself, amid a spam of entries and a thread that sends them: none
/// leaves once the record is written.
class AutomaticHaltTest {
    private static final int SEEDS = 80;
    private static final int ROUNDS = 3;
    private static final int MOST_SLOTS = 30;
    private static final int AT_ONCE = 4;
    private static final int MOST_ENTRIES = ROUNDS * MOST_SLOTS * AT_ONCE;

    /// One desk between a core's stages and a sending thread; the journal looks at the desk at every record.
    private static final class Run implements Journal {
        private final SplittableRandom random;
        private final List<Input> told = Collections.synchronizedList(new ArrayList<>());
        private final SendingDesk desk = new SendingDesk(new OutgoingOrders(MOST_ENTRIES),
            SendingRules.of(MOST_ENTRIES, 0, Long.MAX_VALUE), () -> 1, told::add);
        private final List<Stage> stages;
        private final EventSlot slot = EventSlot.ofCapacity(8192);
        private final InputEncoder inputs = new InputEncoder();
        private final DecisionEncoder decisions = new DecisionEncoder();
        private final DecidedOrder order = new DecidedOrder();
        private long sequence;
        private long handedOver;
        private RiskState state = RiskState.ACTIVE;
        /// Of each record that restricts: its sequence, and how many entries had left when it was written.
        private final List<Long> restricting = new ArrayList<>();
        private long leftBefore;

        private Run(int seed) {
            random = new SplittableRandom(seed);
            stages = List.of(desk.gate(), new JournalStage(this, new RecordChain(0), false), new RouterStage(desk));
            desk.venueUp(true);
        }

        @Override
        public void append(EventSlot record) {
            if (state != RiskState.ACTIVE && restricting.getLast() == record.sequence()) {
                leftBefore = desk.entriesLeft();
                dawdle();
            } else if (!restricting.isEmpty() && leftBefore >= 0 && record.sequence() > restricting.getLast()) {
                assertEquals(leftBefore, desk.entriesLeft(), "none leaves before the next record");
                leftBefore = -1;
            }
        }

        /// A sending thread has time to do wrong.
        private void dawdle() {
            for (int i = random.nextInt(2_000); i > 0; i--) {
                Thread.onSpinWait();
            }
        }

        @Override
        public void force() {
            // Nothing is asked of a disk here.
        }

        @Override
        public void close() {
            // Holds nothing.
        }

        private void core() {
            entries(1);
            // The sending thread is at work from here on, however busy the machine is.
            while (desk.entriesLeft() == 0) {
                Thread.onSpinWait();
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = random.nextInt(1, MOST_SLOTS); i > 0; i--) {
                    entries(random.nextInt(1, AT_ONCE));
                }
                change(random.nextBoolean() ? RiskState.HALTED : RiskState.REDUCING);
                change(RiskState.ACTIVE);
            }
            entries(1);
            change(RiskState.HALTED);
        }

        private void entries(int count) {
            begin();
            for (int i = 0; i < count; i++) {
                order.reset();
                order.clientOrderId = ++handedOver;
                order.action = OrderAction.SUBMIT;
                order.purpose = Purpose.ENTRY;
                order.side = Side.BUY;
                order.orderType = OrderType.LIMIT;
                order.timeInForce = TimeInForce.IOC;
                order.riskState = RiskState.ACTIVE;
                order.instrument = 0;
                decisions.order(slot, order);
            }
            drive();
        }

        private void change(RiskState to) {
            begin();
            decisions.riskState(slot, state, to, to == RiskState.ACTIVE ? RiskReason.OPERATOR_RESUME
                : RiskReason.EXTREME_MARKET);
            state = to;
            if (to != RiskState.ACTIVE) {
                restricting.add(sequence);
            }
            drive();
        }

        private void begin() {
            slot.begin(++sequence, 1, sequence, sequence);
            inputs.timeTick(slot);
        }

        private void drive() {
            stages.forEach(stage -> stage.onSlot(slot));
        }
    }

    @Test
    void noEntryLeavesOnceTheRecordIsWrittenAndTheQueueBehindIsReported() throws InterruptedException {
        long left = 0;
        long stayed = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Run run = new Run(seed);
            spam(run);
            long sent = run.told.stream().filter(Input.OrderSent.class::isInstance).count();
            List<Input.OrderNotSent> notSent = run.told.stream().filter(Input.OrderNotSent.class::isInstance)
                .map(Input.OrderNotSent.class::cast).toList();
            assertEquals(run.handedOver, sent + notSent.size(), "seed " + seed);
            assertTrue(notSent.stream().allMatch(each -> each.reason() == NotSentReason.HALTED
                || each.reason() == NotSentReason.REDUCING), "seed " + seed + ": " + notSent);
            left += sent;
            stayed += notSent.size();
        }
        assertTrue(left >= SEEDS && stayed > SEEDS, left + " left, " + stayed + " stayed");
    }

    private static void spam(Run run) throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        CountDownLatch started = new CountDownLatch(1);
        SendingLane sends = new SendingLane(run.desk, SendingDesk.Lane.ENTRIES, new TakingVenue(new ArrayList<>()));
        Thread sender = Thread.ofPlatform().start(() -> {
            started.countDown();
            while (sends.work() || !done.get()) {
                Thread.onSpinWait();
            }
        });
        try {
            assertTrue(started.await(60, TimeUnit.SECONDS));
            run.core();
        } finally {
            done.set(true);
            sender.join();
        }
        assertFalse(sends.work());
        assertEquals(run.leftBefore, run.desk.entriesLeft());
    }

    /// What an auditor goes by: the report may stand behind the record, and says that the entry left before it.
    @Test
    void anEntryThatLeftJustBeforeSaysSo() {
        Run run = new Run(0);
        run.entries(1);
        run.entries(1);
        SendingLane sends = new SendingLane(run.desk, SendingDesk.Lane.ENTRIES, new TakingVenue(new ArrayList<>()));
        assertTrue(sends.work());
        run.change(RiskState.HALTED);
        assertFalse(sends.work());
        assertEquals(List.of(new Input.OrderSent(1, 2), new Input.OrderAccepted(1, 1, 1),
            new Input.OrderNotSent(2, NotSentReason.HALTED)), run.told);
    }
}
