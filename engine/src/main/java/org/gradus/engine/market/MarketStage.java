package org.gradus.engine.market;

import org.agrona.DirectBuffer;
import org.gradus.engine.codec.BarFields;
import org.gradus.engine.codec.DerivedEncoder;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordCursor;
import org.gradus.engine.codec.RecordHeader;
import org.gradus.engine.codec.Stage;
import org.gradus.engine.codec.sbe.BarCloseDecoder;
import org.gradus.engine.codec.sbe.CorporateActionDecoder;
import org.gradus.engine.codec.sbe.FeedBarDecoder;
import org.gradus.engine.codec.sbe.QuoteDecoder;
import org.gradus.engine.codec.sbe.SealDecoder;
import org.gradus.engine.codec.sbe.TimeTickDecoder;
import org.gradus.engine.codec.sbe.TradeAggregateDecoder;
import org.gradus.engine.codec.sbe.TradeDecoder;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.MarketSetup;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.indicator.Indicator;
import org.gradus.engine.state.StateHasher;
import org.gradus.engine.state.StateVisitor;

/// First stage: turns prints and feed bars into closed bars and indicator values, and writes them into the slot. It
/// also judges each print, so that later stages know whether to believe it.
public final class MarketStage implements Stage {
    private final MarketSetup setup;
    private final Marks marks;
    private final PrintFilter filter;
    private final IndicatorBank bank;
    private final BarBuilder[] builders;
    private final int[][] barsSeen;
    private final boolean[] fromPrints;
    private final DerivedEncoder encoder = new DerivedEncoder();
    private final BarFields closing = new BarFields();
    private final StateHasher hasher = new StateHasher();
    private final OpenBar fedBar = new OpenBar();

    private final RecordCursor cursor = new RecordCursor();
    private final TradeDecoder trade = new TradeDecoder();
    private final TradeAggregateDecoder aggregate = new TradeAggregateDecoder();
    private final QuoteDecoder quote = new QuoteDecoder();
    private final FeedBarDecoder feedBar = new FeedBarDecoder();
    private final BarCloseDecoder barClose = new BarCloseDecoder();
    private final CorporateActionDecoder action = new CorporateActionDecoder();

    private final BarBuilder.BarSink sink = this::closed;
    private EventSlot slot;
    private int instrumentId;

    public MarketStage(MarketSetup setup, IndicatorBank bank) {
        this.setup = setup;
        this.bank = bank;
        int count = setup.instruments().size();
        marks = new Marks(count, setup.quoteFreshNs());
        filter = new PrintFilter(count, setup.printCollar(), setup.printAgreement(), setup.printWaitNs());
        builders = new BarBuilder[count];
        for (int i = 0; i < count; i++) {
            builders[i] = new BarBuilder(setup.baseOf(i), setup.aggregatedFor(i));
        }
        barsSeen = new int[count][Timeframe.values().length];
        fromPrints = new boolean[count];
        for (int i = 0; i < count; i++) {
            fromPrints[i] = setup.barsFromFeed().get(i).isEmpty();
        }
    }

    @Override
    public void onSlot(EventSlot event) {
        slot = event;
        cursor.wrap(event.buffer(), 0);
        cursor.advance();
        DirectBuffer buffer = cursor.buffer();
        switch (cursor.templateId()) {
            case TradeDecoder.TEMPLATE_ID -> {
                trade.wrap(buffer, cursor.body(), cursor.blockLength(), cursor.version());
                print(trade.instrument(), trade.price(), trade.size());
            }
            case TradeAggregateDecoder.TEMPLATE_ID -> onAggregate(buffer);
            case QuoteDecoder.TEMPLATE_ID -> {
                quote.wrap(buffer, cursor.body(), cursor.blockLength(), cursor.version());
                marks.quote(quote.instrument(), quote.bid(), quote.ask(), event.timeNs());
            }
            case BarCloseDecoder.TEMPLATE_ID -> {
                barClose.wrap(buffer, cursor.body(), cursor.blockLength(), cursor.version());
                instrumentId = barClose.instrument();
                builders[instrumentId].close(barClose.boundaryNs(), sink);
            }
            case FeedBarDecoder.TEMPLATE_ID -> onFeedBar(buffer);
            case TimeTickDecoder.TEMPLATE_ID -> onTime();
            case CorporateActionDecoder.TEMPLATE_ID -> {
                action.wrap(buffer, cursor.body(), cursor.blockLength(), cursor.version());
                split(action.instrument(), action.ratio());
            }
            case SealDecoder.TEMPLATE_ID -> writeHash();
            default -> {
                // Order reports, commands and the rest do not concern the market.
            }
        }
    }

    private void print(int instrument, long price, long size) {
        long mark = marks.mark(instrument, slot.timeNs());
        switch (filter.judge(instrument, price, mark)) {
            case ACCEPT -> accept(instrument, price, size);
            case ACCEPT_BOTH -> {
                confirmPending(instrument);
                accept(instrument, price, size);
            }
            case ACCEPT_AND_REFUSE_PENDING -> {
                refusePending(instrument, mark);
                accept(instrument, price, size);
            }
            case HOLD -> hold(instrument, price, size);
            case HOLD_AND_REFUSE_PENDING -> {
                refusePending(instrument, mark);
                hold(instrument, price, size);
            }
        }
    }

    private void accept(int instrument, long price, long size) {
        marks.trade(instrument, price, slot.timeNs());
        if (buildsFromPrints(instrument)) {
            builders[instrument].print(price, size, slot.venueTimeNs());
        }
    }

    private void hold(int instrument, long price, long size) {
        slot.flag(RecordHeader.PRINT_PENDING);
        filter.hold(instrument, price, size, slot.timeNs());
    }

    private void confirmPending(int instrument) {
        encoder.printConfirmed(slot, instrument, filter.price(instrument), filter.size(instrument),
                slot.timeNs() - filter.heldSinceNs(instrument));
        accept(instrument, filter.price(instrument), filter.size(instrument));
        filter.clear(instrument);
    }

    private void refusePending(int instrument, long mark) {
        encoder.printRefused(slot, instrument, filter.price(instrument), mark);
        filter.clear(instrument);
    }

    /// Conflated prints are judged by their last price; what of the others is too far from the mark is left out.
    private void onAggregate(DirectBuffer buffer) {
        aggregate.wrap(buffer, cursor.body(), cursor.blockLength(), cursor.version());
        int instrument = aggregate.instrument();
        long mark = marks.mark(instrument, slot.timeNs());
        PrintFilter.Answer answer = filter.judge(instrument, aggregate.price(), mark);
        if (answer == PrintFilter.Answer.ACCEPT && buildsFromPrints(instrument)) {
            marks.trade(instrument, aggregate.price(), slot.timeNs());
            long last = aggregate.price();
            long open = filter.near(aggregate.open(), mark) ? aggregate.open() : last;
            long high = believed(aggregate.high(), Math.max(open, last), mark, RecordHeader.HIGH_LEFT_OUT);
            long low = believed(aggregate.low(), Math.min(open, last), mark, RecordHeader.LOW_LEFT_OUT);
            builders[instrument].prints(open, high, low, last, aggregate.size(), aggregate.count(),
                    slot.venueTimeNs());
        } else {
            print(instrument, aggregate.price(), aggregate.size());
        }
    }

    private long believed(long extreme, long otherwise, long mark, int flag) {
        if (filter.near(extreme, mark)) {
            return extreme;
        }
        slot.flag(flag);
        return otherwise;
    }

    private void onFeedBar(DirectBuffer buffer) {
        feedBar.wrap(buffer, cursor.body(), cursor.blockLength(), cursor.version());
        instrumentId = feedBar.instrument();
        Timeframe timeframe = Timeframe.of(feedBar.timeframe());
        fedBar.clear();
        fedBar.begin(feedBar.startNs(), feedBar.endNs());
        fedBar.add(feedBar.open(), feedBar.high(), feedBar.low(), feedBar.close(), feedBar.volume(), 1);
        marks.trade(instrumentId, feedBar.close(), slot.timeNs());
        if (timeframe == setup.baseOf(instrumentId)) {
            builders[instrumentId].baseBar(fedBar, sink);
        } else {
            closed(timeframe, fedBar);
        }
    }

    /// Bars and indicators keep the old prices: history is not rewritten.
    private void split(int instrument, long ratio) {
        if (ratio > 0) {
            marks.split(instrument, ratio);
            filter.split(instrument, ratio);
        }
    }

    /// Whether a print waits for one that agrees. To be asked between events only.
    public boolean printsPending() {
        return filter.anyPending();
    }

    private void onTime() {
        if (!filter.anyPending()) {
            return;
        }
        for (int i = 0; i < builders.length; i++) {
            if (filter.lapsed(i, slot.timeNs())) {
                confirmPending(i);
            }
        }
    }

    private boolean buildsFromPrints(int instrument) {
        return fromPrints[instrument];
    }

    private void closed(Timeframe timeframe, OpenBar bar) {
        fill(timeframe, bar);
        encoder.beginBarClosed(slot, closing, bank.outputs(instrumentId, timeframe));
        int decimals = setup.instruments().get(instrumentId).sizeDecimals();
        for (Indicator indicator : bank.at(instrumentId, timeframe)) {
            update(indicator, bar, decimals);
            for (int output = 0; output < indicator.outputs(); output++) {
                encoder.value(indicator.value(output));
            }
        }
        encoder.endBarClosed();
    }

    private void fill(Timeframe timeframe, OpenBar bar) {
        closing.instrument = instrumentId;
        closing.timeframe = timeframe;
        closing.startNs = bar.startNs;
        closing.endNs = bar.endNs;
        closing.open = bar.open;
        closing.high = bar.high;
        closing.low = bar.low;
        closing.close = bar.close;
        closing.volume = bar.volume;
        closing.trades = bar.trades;
        closing.barsSeen = ++barsSeen[instrumentId][timeframe.ordinal()];
    }

    private static void update(Indicator indicator, OpenBar bar, int sizeDecimals) {
        indicator.update(FixedPoint.toDouble(bar.open), FixedPoint.toDouble(bar.high), FixedPoint.toDouble(bar.low),
                FixedPoint.toDouble(bar.close), FixedPoint.toDouble(bar.volume, sizeDecimals), bar.endNs);
    }

    private void writeHash() {
        hasher.reset();
        visitState(hasher);
        encoder.stageHash(slot, org.gradus.engine.message.Stage.MARKET, hasher.hash());
    }

    @Override
    public void visitState(StateVisitor visitor) {
        marks.visitState(visitor);
        filter.visitState(visitor);
        for (BarBuilder builder : builders) {
            builder.visitState(visitor);
        }
        for (int[] seen : barsSeen) {
            visitor.visit(seen);
        }
        bank.visitState(visitor);
    }
}
