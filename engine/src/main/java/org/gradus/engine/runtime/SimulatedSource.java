package org.gradus.engine.runtime;

import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.codec.RecordCursor;
import org.gradus.engine.codec.sbe.SealDecoder;
import org.gradus.engine.ingress.Ingress;
import org.gradus.engine.ingress.Source;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.sim.MarketReport;
import org.gradus.engine.sim.SimulatedMarket;
import org.gradus.engine.tape.MergedTape;
import org.gradus.engine.tape.TapeEvent;
import org.jspecify.annotations.Nullable;

/// The one time-ordered source of a simulated run: tape, market reports and timer, merged on the publishing thread.
/// Ties go report, time, tape. A command decided at t cannot be felt before t + the market's least latency, so the
/// source may publish that far ahead of the stages and no further: fused, staged and direct runs enter the same inputs
/// in the same order.
final class SimulatedSource {
    private static final long NOTHING = Long.MAX_VALUE;
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long DAY_NS = 24 * 60 * MINUTE_NS;

    private final Ingress ingress;
    private final MergedTape tape;
    private final SimulatedMarket market;
    private final GatewayQueue queue;
    private final SimulatedGateway gateway;
    private final Housekeeping housekeeping;
    private final int[] numbers;
    private final ReportEntry reports;
    private final MarketFeed feed;
    private final long leastLatencyNs;
    private final CoreWatch core;
    private final MarketReport report = new MarketReport();
    private final LastLook lastLook = new LastLook();
    private final RecordCursor cursor = new RecordCursor();
    private @Nullable Pipeline pipeline;
    private boolean onTape;
    private long unfeltNs = NOTHING;
    private long nextMinuteNs;
    private long nextDayNs;
    private long unsealedDayNs;

    SimulatedSource(Ingress ingress, MergedTape tape, SimulatedMarket market, int[] numbers, GatewayQueue queue,
            Housekeeping housekeeping, CoreWatch core) {
        this.core = core;
        this.ingress = ingress;
        this.tape = tape;
        this.market = market;
        this.queue = queue;
        this.housekeeping = housekeeping;
        this.numbers = numbers;
        reports = new ReportEntry(ingress, numbers.length);
        feed = new MarketFeed(market);
        leastLatencyNs = market.minimumLatencyNs();
        gateway = new SimulatedGateway(market, ingress, housekeeping);
    }

    /// Shows the market a record of an earlier epoch; its decisions have been handed to the queue.
    void relive(EventSlot slot) {
        long timeNs = slot.timeNs();
        noteDay(slot);
        gateway.applyRiskState(timeNs);
        if (!reports.relived(slot)) {
            if (reports.isReport(slot)) {
                takeBack(slot);
            } else {
                feed.relive(slot);
            }
        }
        NotSentReason stop = lastLook.stopsEntries(slot);
        if (stop != null) {
            gateway.withdrawEntries(stop, timeNs);
        }
        queue.drain(gateway);
    }

    /// A crash may come between the first tick of a day and the seal of the day before.
    private void noteDay(EventSlot slot) {
        if (nextDayNs != 0 && slot.timeNs() >= nextDayNs) {
            unsealedDayNs = nextDayNs;
        }
        nextDayNs = after(slot.timeNs(), DAY_NS);
        cursor.wrap(slot.buffer(), 0);
        if (cursor.advance() && cursor.templateId() == SealDecoder.TEMPLATE_ID) {
            unsealedDayNs = 0;
        }
    }

    /// The market, fed as before, must come to the very report that was recorded.
    private void takeBack(EventSlot slot) {
        if (!market.pollReport(report, slot.timeNs()) || report.clientOrderId != reports.orderOf(slot)) {
            throw new RecoveryFailed("record " + slot.sequence()
                    + " holds a report that the simulated market, fed with the same inputs, "
                    + "does not give: was the market's configuration changed?");
        }
        gateway.note(report);
    }

    /// Stands before the first tape event behind the last recorded position of each file; what a file that is new to
    /// the journal says of the time before is passed over.
    ///
    /// @return its engine time; 0 when there is none
    long prime(long[] lastPositions, long lastTimeNs) {
        tape.skipTo(lastPositions);
        advance();
        while (onTape && tape.event().timeNs() < lastTimeNs) {
            advance();
        }
        return onTape ? tape.event().timeNs() : 0;
    }

    private void advance() {
        onTape = tape.advance();
        if (onTape && tape.event().instrumentId() >= 0) {
            TapeEvent event = tape.event();
            event.from(event.source(), event.position(), numbers[event.instrumentId()]);
        }
    }

    /// Starts, or goes on where the records that were relived end.
    void begin(Pipeline stages) {
        pipeline = stages;
        nextMinuteNs = after(reports.minuteNs(), MINUTE_NS);
        nextDayNs = after(ingress.nowNs(), DAY_NS);
        reports.begin(market, ingress.nowNs());
        ingress.finishSecond();
        if (unsealedDayNs != 0) {
            housekeeping.newDay(unsealedDayNs);
        }
        felt();
    }

    private static long after(long nowNs, long stepNs) {
        return nowNs == 0 ? 0 : nowNs - Math.floorMod(nowNs, stepNs) + stepNs;
    }

    /// Engine time of the next event; Long.MAX_VALUE at the end of the tape.
    long nextNs() {
        long next = nextKnownNs();
        if (unfeltNs != NOTHING && next >= unfeltNs + leastLatencyNs) {
            synchronise();
            next = nextKnownNs();
        }
        return next;
    }

    private long nextKnownNs() {
        return onTape ? Math.min(Math.min(market.nextReportNs(), tape.event().timeNs()), housekeeping.nextNs())
                : NOTHING;
    }

    /// An input entered from outside the tape may have caused something: it is looked for before the next event.
    void felt() {
        unfeltNs = Math.min(unfeltNs, ingress.nowNs());
    }

    /// Waits for the stages and takes over what they decided.
    void synchronise() {
        pipeline.awaitIdle();
        queue.drain(gateway);
        unfeltNs = NOTHING;
        core.look();
    }

    /// Enters the next event; false at the end of the tape.
    boolean step() {
        long next = nextNs();
        if (ingress.tickDue(next)) {
            if (goesOn()) {
                return true;
            }
            next = nextNs();
        }
        if (next == NOTHING) {
            return false;
        }
        if (entersTimer(next)) {
            return true;
        }
        gateway.applyRiskState(next);
        boolean causesNothing = false;
        if (market.nextReportNs() <= next) {
            enterReport(next);
        } else if (housekeeping.nextNs() <= next) {
            synchronise();
            housekeeping.due(next);
        } else {
            causesNothing = core.quietAt(tape.event());
            enterTape();
        }
        if (!causesNothing) {
            unfeltNs = Math.min(unfeltNs, next);
        }
        return true;
    }

    /// Decisions of this second that found no room are made in it, and not a bar later where the tape has nothing until
    /// then.
    private boolean goesOn() {
        if (unfeltNs != NOTHING) {
            synchronise();
        }
        if (core.cutShort()) {
            ingress.goOn();
            unfeltNs = ingress.nowNs();
            return true;
        }
        return false;
    }

    /// What the clock brings before the event at this time: a seal at the daily roll, the tick of a new second, a
    /// reconciliation each minute. Each is a step of its own, since it may cause commands that the event must already
    /// find on their way.
    private boolean entersTimer(long nextNs) {
        if (nextNs >= nextDayNs) {
            enterDay(nextNs);
        } else if (ingress.tickDue(nextNs) && !(reportOnTheSecond(nextNs))) {
            enterTick(nextNs);
        } else if (nextNs >= nextMinuteNs) {
            nextMinuteNs = after(nextNs, MINUTE_NS);
            reports.reconcile(market, nextNs);
            unfeltNs = Math.min(unfeltNs, nextNs);
        } else {
            return false;
        }
        return true;
    }

    /// A tick that closes no bar causes nothing while the core is quiet.
    private void enterTick(long nextNs) {
        housekeeping.newSecond();
        long tick = ingress.nextSequence();
        ingress.clock(nextNs);
        boolean closedBars = ingress.nextSequence() > tick + 1;
        if (closedBars || !core.quiet()) {
            unfeltNs = Math.min(unfeltNs, Ingress.second(nextNs));
        }
    }

    private void enterDay(long nextNs) {
        long dayNs = nextDayNs;
        nextDayNs = after(nextNs, DAY_NS);
        if (dayNs != 0) {
            housekeeping.newDay(dayNs);
            unfeltNs = Math.min(unfeltNs, dayNs);
        }
    }

    /// Ties go report, time, tape.
    private boolean reportOnTheSecond(long nextNs) {
        return nextNs == Ingress.second(nextNs) && market.nextReportNs() <= nextNs;
    }

    /// The market may only have come a step further, with its next report due later. An operator's command that enters
    /// now must not reach it before that step.
    private void enterReport(long untilNs) {
        if (market.pollReport(report, untilNs)) {
            gateway.note(report);
            reports.enter(report);
        } else {
            ingress.elapsed(market.nowNs());
        }
    }

    private void enterTape() {
        TapeEvent event = tape.event();
        feed.feed(event);
        ingress.tape(event);
        advance();
    }

    /// Enters what neither tape nor market brings, at the time of the last event: a deposit, a split, the venue's
    /// state, an alert that was delivered. The market knows of it at the same moment.
    void enter(Input input) {
        synchronise();
        gateway.applyRiskState(ingress.nowNs());
        EventSlot slot = ingress.open(ingress.nowNs(), Source.ENGINE, 0);
        new RecordCodec().write(slot, input);
        feed.relive(slot);
        ingress.publish(slot);
        felt();
    }

    /// What was handed over until now and is not sent yet does not leave, if it is an entry. Everything decided until
    /// now must have been taken over.
    void withdrawEntries(NotSentReason reason) {
        gateway.withdrawEntries(reason, ingress.nowNs());
    }
}
