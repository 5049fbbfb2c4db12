package org.gradus.engine.ingress;

import java.util.function.LongSupplier;
import org.gradus.engine.codec.BarFields;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.InputEncoder;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.domain.MarketSetup;
import org.gradus.engine.domain.Side;
import org.gradus.engine.message.Input;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;
import org.gradus.engine.tape.TapeEvent;
import org.jspecify.annotations.Nullable;

/// The only door in: stamps every input with a sequence and an engine time that never goes back, encodes it once into a
/// slot and hands it on. It also keeps the clock of the core: one `time` input before the first event of each new
/// second, then the bar closes due, one an instrument. Owned by the publishing thread.
public final class Ingress implements Stateful {
    private static final long SECOND_NS = 1_000_000_000L;

    private final InputEncoder encoder = new InputEncoder();
    private final RecordCodec codec = new RecordCodec();
    private final RecordedMarket recorded = new RecordedMarket();
    private final BarFields bar = new BarFields();
    private final BarClock bars;
    private final long graceNs;
    private @Nullable SlotSink sink;
    private LongSupplier arrivals = () -> 0;
    private int epoch;
    private long nextSequence = 1;
    private long nowNs;
    private long nextSecondNs;

    public Ingress(MarketSetup setup, long graceNs) {
        this.graceNs = graceNs;
        bars = BarClock.of(setup);
    }

    /// Opens the door: from here on inputs go to the sink.
    public void open(SlotSink to, int newEpoch) {
        sink = to;
        epoch = newEpoch;
    }

    /// Notes on each slot when its input reached the door, for latency figures; 0 means not measured.
    public void measureArrivals(LongSupplier monotonicNs) {
        arrivals = monotonicNs;
    }

    /// Passes a record written before this start, to know what the door knew then.
    public void relive(EventSlot slot) {
        nextSequence = slot.sequence() + 1;
        nowNs = slot.timeNs();
        if (recorded.isTick(slot)) {
            nextSecondNs = floorSecond(nowNs) + SECOND_NS;
        } else {
            recorded.replay(slot, bars);
        }
    }

    /// After the last record of an earlier epoch: enters the bar closes that it had no time for.
    public void finishSecond() {
        if (nextSecondNs != 0) {
            closeBars(nextSecondNs - SECOND_NS);
        }
    }

    /// Enters `time` and the bar closes due, if this is the first event of a new second. Call before any other input.
    public void clock(long timeNs) {
        if (timeNs >= nextSecondNs) {
            newSecond(timeNs);
        }
    }

    /// Whether an event at this time would be the first of a new second.
    public boolean tickDue(long timeNs) {
        return timeNs >= nextSecondNs;
    }

    /// The second an event belongs to.
    public static long second(long timeNs) {
        return floorSecond(timeNs);
    }

    private void newSecond(long timeNs) {
        long secondNs = Math.max(floorSecond(timeNs), nowNs);
        nextSecondNs = floorSecond(timeNs) + SECOND_NS;
        EventSlot slot = begin(secondNs, secondNs, Source.TIMER, 0);
        encoder.timeTick(slot);
        sink.publish(slot);
        closeBars(secondNs);
    }

    private void closeBars(long secondNs) {
        for (int due = bars.due(secondNs, graceNs); due >= 0; due = bars.due(secondNs, graceNs)) {
            long boundaryNs = secondNs - graceNs;
            EventSlot close = begin(secondNs, secondNs, Source.TIMER, 0);
            encoder.barClose(close, due, boundaryNs);
            sink.publish(close);
            bars.closed(due, boundaryNs);
        }
    }

    /// As [#clock(long)], but never waits: what of the tick and the bar closes finds no room is entered by a later
    /// call.
    ///
    /// @return true when all that was due has entered
    boolean tryClock(long timeNs) {
        if (timeNs >= nextSecondNs) {
            EventSlot slot = sink.tryClaim();
            if (slot == null) {
                return false;
            }
            long secondNs = Math.max(floorSecond(timeNs), nowNs);
            nextSecondNs = floorSecond(timeNs) + SECOND_NS;
            stamp(slot, secondNs, secondNs, Source.TIMER, 0);
            encoder.timeTick(slot);
            sink.publish(slot);
        }
        return tryCloseBars(nextSecondNs - SECOND_NS);
    }

    private boolean tryCloseBars(long secondNs) {
        long boundaryNs = secondNs - graceNs;
        for (int due = bars.due(secondNs, graceNs); due >= 0; due = bars.due(secondNs, graceNs)) {
            EventSlot slot = sink.tryClaim();
            if (slot == null) {
                return false;
            }
            stamp(slot, secondNs, secondNs, Source.TIMER, 0);
            encoder.barClose(slot, due, boundaryNs);
            sink.publish(slot);
            bars.closed(due, boundaryNs);
        }
        return true;
    }

    /// Starts a record without waiting: null while there is no room for it and for what the clock owes before it.
    @Nullable EventSlot tryOpen(long timeNs, long venueTimeNs, int source, long sourcePosition) {
        EventSlot slot = tryClock(timeNs) ? sink.tryClaim() : null;
        if (slot != null) {
            stamp(slot, timeNs, venueTimeNs, source, sourcePosition);
        }
        return slot;
    }

    /// Encodes prints that were conflated while there was no room; late when their last one is.
    void encode(WaitingTrades trades, EventSlot slot) {
        if (bars.late(trades.instrumentId, trades.venueTimeNs)) {
            encoder.lateTrade(slot, trades.instrumentId, trades.last, trades.volume, aggressor(trades.aggressor));
        } else if (trades.count == 1) {
            encoder.trade(slot, trades.instrumentId, trades.last, trades.volume, aggressor(trades.aggressor));
        } else {
            encoder.tradeAggregate(slot, trades.instrumentId, trades.last, trades.volume, trades.count, trades.open,
                trades.high, trades.low);
        }
    }

    /// Encodes an input that an adapter made as a value.
    void encode(Input input, EventSlot slot) {
        if (input instanceof Input.FeedBar fed) {
            bars.fed(fed.instrument(), fed.timeframe(), fed.startNs(), fed.endNs());
        }
        codec.write(slot, input);
    }

    /// Enters one event of a tape at its own time.
    public void tape(TapeEvent event) {
        clock(event.timeNs());
        EventSlot slot = begin(event.timeNs(), event.venueTimeNs(), event.source(), event.position());
        encode(event, slot);
        sink.publish(slot);
    }

    void encode(TapeEvent event, EventSlot slot) {
        int instrumentId = event.instrumentId();
        switch (event.kind()) {
            case TRADE -> {
                Side aggressor = aggressor(event.aggressor());
                if (bars.late(instrumentId, event.venueTimeNs())) {
                    encoder.lateTrade(slot, instrumentId, event.price(), event.size(), aggressor);
                } else {
                    encoder.trade(slot, instrumentId, event.price(), event.size(), aggressor);
                }
            }
            case QUOTE -> encoder.quote(slot, instrumentId, event.bid(), event.bidSize(), event.ask(), event.askSize(),
                0);
            case BAR -> {
                bars.fed(instrumentId, event.timeframe(), event.startNs(), event.endNs());
                encoder.feedBar(slot, fields(event));
            }
            case FAULT -> encoder.feedFault(slot, instrumentId, event.fault(), event.detail());
        }
    }

    private static @Nullable Side aggressor(byte code) {
        if (code == TapeEvent.AGGRESSOR_BUY) {
            return Side.BUY;
        }
        return code == TapeEvent.AGGRESSOR_SELL ? Side.SELL : null;
    }

    private BarFields fields(TapeEvent event) {
        bar.instrument = event.instrumentId();
        bar.timeframe = event.timeframe();
        bar.startNs = event.startNs();
        bar.endNs = event.endNs();
        bar.open = event.open();
        bar.high = event.high();
        bar.low = event.low();
        bar.close = event.close();
        bar.volume = event.volume();
        return bar;
    }

    /// Starts a record for a report of the venue. One that falls on the second itself comes before that second's tick.
    public EventSlot openReport(long timeNs, int source, long sourcePosition) {
        if (timeNs != floorSecond(timeNs)) {
            clock(timeNs);
        }
        return begin(timeNs, timeNs, source, sourcePosition);
    }

    /// Lets the core go on with what found no room, at the time of the last input.
    public void goOn() {
        EventSlot slot = begin(nowNs, nowNs, Source.ENGINE, 0);
        encoder.continued(slot);
        sink.publish(slot);
    }

    /// Starts the first record of an epoch, which comes before any tick.
    public EventSlot openEpoch(long timeNs) {
        return begin(timeNs, timeNs, Source.ENGINE, 0);
    }

    /// Starts a record for an input that another class encodes; finish with [#publish(EventSlot)]. Enters `time` first
    /// when due.
    public EventSlot open(long timeNs, int source, long sourcePosition) {
        clock(timeNs);
        return begin(timeNs, timeNs, source, sourcePosition);
    }

    public void publish(EventSlot slot) {
        sink.publish(slot);
    }

    private EventSlot begin(long timeNs, long venueTimeNs, int source, long sourcePosition) {
        EventSlot slot = sink.claim();
        stamp(slot, timeNs, venueTimeNs, source, sourcePosition);
        return slot;
    }

    private void stamp(EventSlot slot, long timeNs, long venueTimeNs, int source, long sourcePosition) {
        nowNs = Math.max(nowNs, timeNs);
        slot.begin(nextSequence++, epoch, nowNs, venueTimeNs);
        slot.from(source, sourcePosition);
        slot.arrivedNs(arrivals.getAsLong());
    }

    private static long floorSecond(long timeNs) {
        return timeNs - Math.floorMod(timeNs, SECOND_NS);
    }

    public InputEncoder encoder() {
        return encoder;
    }

    public long nextSequence() {
        return nextSequence;
    }

    /// Time has passed without an input, as when an order travels: what enters next enters no earlier.
    public void elapsed(long timeNs) {
        nowNs = Math.max(nowNs, timeNs);
    }

    public long nowNs() {
        return nowNs;
    }

    /// What [#relive(EventSlot)] would find out from the records so far.
    @Override
    public void visitState(StateVisitor visitor) {
        bars.visitState(visitor);
        nextSequence = visitor.visit(nextSequence);
        nowNs = visitor.visit(nowNs);
        nextSecondNs = visitor.visit(nextSecondNs);
    }
}
