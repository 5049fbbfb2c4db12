package org.gradus.engine.ingress;

import java.util.stream.IntStream;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.InputEncoder;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.market.MarketSetup;
import org.gradus.engine.tape.TapeEvent;

/// The only door in: stamps every input with a sequence and an engine time that never goes back, encodes it once into a slot and hands it
/// on. It also keeps the clock of the core: one `time` input before the first event of each new second, then the bar closes due, one an
/// instrument. Owned by the publishing thread.
public final class Ingress {
    private static final long SECOND_NS = 1_000_000_000L;

    private final SlotSink sink;
    private final InputEncoder encoder = new InputEncoder();
    private final BarClock bars;
    private final long graceNs;
    private final int epoch;
    private long nextSequence;
    private long nowNs;
    private long nextSecondNs;

    /// @param nextSequence  of the first record through this door
    /// @param nowNs         engine time of the last record before it, 0 for a new journal
    public Ingress(SlotSink sink, MarketSetup setup, long graceNs, int epoch, long nextSequence, long nowNs) {
        this.sink = sink;
        this.graceNs = graceNs;
        this.epoch = epoch;
        this.nextSequence = nextSequence;
        this.nowNs = nowNs;
        nextSecondNs = nowNs == 0 ? 0 : floorSecond(nowNs) + SECOND_NS;
        int count = setup.instruments().size();
        bars = new BarClock(
                IntStream.range(0, count).mapToObj(setup::baseOf).toList(),
                IntStream.range(0, count).mapToObj(setup::aggregatedFor).toList(),
                setup.barsFromFeed().stream().map(feed -> !feed.isEmpty()).toList());
    }

    /// Enters `time` and the bar closes due, if this is the first event of a new second. Call before any other input.
    public void clock(long timeNs) {
        if (timeNs >= nextSecondNs) {
            newSecond(timeNs);
        }
    }

    private void newSecond(long timeNs) {
        long secondNs = Math.max(floorSecond(timeNs), nowNs);
        nextSecondNs = floorSecond(timeNs) + SECOND_NS;
        EventSlot slot = begin(secondNs, secondNs, Source.TIMER, 0);
        encoder.timeTick(slot);
        sink.publish(slot);
        for (int due = bars.due(secondNs, graceNs); due >= 0; due = bars.due(secondNs, graceNs)) {
            long boundaryNs = secondNs - graceNs;
            EventSlot close = begin(secondNs, secondNs, Source.TIMER, 0);
            encoder.barClose(close, due, boundaryNs);
            sink.publish(close);
            bars.closed(due, boundaryNs);
        }
    }

    /// Enters one event of a tape at its own time.
    public void tape(TapeEvent event) {
        clock(event.timeNs());
        EventSlot slot = begin(event.timeNs(), event.venueTimeNs(), event.source(), event.position());
        encode(event, slot);
        sink.publish(slot);
    }

    private void encode(TapeEvent event, EventSlot slot) {
        switch (event.kind()) {
            case TRADE -> {
                if (bars.late(event.instrumentId(), event.venueTimeNs())) {
                    encoder.lateTrade(slot, event.instrumentId(), event.price(), event.size(), event.aggressor());
                } else {
                    encoder.trade(slot, event.instrumentId(), event.price(), event.size(), event.aggressor());
                }
            }
            case QUOTE -> encoder.quote(slot, event.instrumentId(), event.bid(), event.bidSize(), event.ask(), event.askSize(), 0);
            case BAR -> {
                Timeframe timeframe = event.timeframe();
                bars.fed(event.instrumentId(), timeframe, event.startNs(), event.endNs());
                encoder.feedBar(slot, event.instrumentId(), timeframe, event.startNs(), event.endNs(), event.open(), event.high(),
                        event.low(), event.close(), event.volume());
            }
            case FAULT -> encoder.feedFault(slot, event.instrumentId(), event.fault(), event.detail());
        }
    }

    /// Starts a record for an input that another class encodes; finish with [#publish(EventSlot)]. Enters `time` first when due.
    public EventSlot open(long timeNs, int source, long sourcePosition) {
        clock(timeNs);
        return begin(timeNs, timeNs, source, sourcePosition);
    }

    public void publish(EventSlot slot) {
        sink.publish(slot);
    }

    private EventSlot begin(long timeNs, long venueTimeNs, int source, long sourcePosition) {
        nowNs = Math.max(nowNs, timeNs);
        EventSlot slot = sink.claim();
        slot.begin(nextSequence++, epoch, nowNs, venueTimeNs);
        slot.from(source, sourcePosition);
        return slot;
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

    public long nowNs() {
        return nowNs;
    }
}
