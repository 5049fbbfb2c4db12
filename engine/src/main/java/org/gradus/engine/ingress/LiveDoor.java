package org.gradus.engine.ingress;

import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.VenueDownReason;
import org.gradus.engine.tape.TapeEvent;

/// The door as live feeds use it: it never waits. While the ring is full, the quotes of an instrument become the latest
/// one and its prints one aggregate, both with their count; order reports, feed bars and refused rows wait in bounded
/// queues. As soon as there is room, what waits enters first, in the order it came (conflated events stand where their
/// newest stood), so that nothing overtakes within a source. Order reports that find their queue full stay the
/// caller's; that it came so far is journaled as `venue-down`, since an account that runs behind must not be entered
/// on. Owned by the publishing thread.
public final class LiveDoor {
    private static final long NOTHING = Long.MAX_VALUE;

    private final Ingress ingress;
    private final WaitingTrades[] trades;
    private final WaitingQuote[] quotes;
    private final WaitingInputs reports;
    private final WaitingInputs bars;
    private final FeedGaps gaps;
    private long arrivals;
    private int waitingMarkets;
    private boolean reportsOverflowed;
    private boolean overflowToTell;
    private long lastNs;
    private long conflated;
    private long refusedReports;

    /// @param instruments how many there are
    /// @param reportRoom  order reports that may wait
    /// @param barRoom     feed bars and refused rows that may wait
    public LiveDoor(Ingress ingress, int instruments, int reportRoom, int barRoom) {
        this.ingress = ingress;
        trades = new WaitingTrades[instruments];
        quotes = new WaitingQuote[instruments];
        for (int i = 0; i < instruments; i++) {
            trades[i] = new WaitingTrades(i);
            quotes[i] = new WaitingQuote(i);
        }
        reports = new WaitingInputs(reportRoom);
        bars = new WaitingInputs(barRoom);
        gaps = new FeedGaps(instruments);
    }

    /// Enters an event of a feed, stamped with the time of its arrival.
    public Entry market(TapeEvent event) {
        arrivals++;
        lastNs = Math.max(lastNs, event.timeNs());
        if (flush() && enter(event)) {
            return Entry.ENTERED;
        }
        return switch (event.kind()) {
            case TRADE -> conflate(event, trades[event.instrumentId()]);
            case QUOTE -> conflate(event, quotes[event.instrumentId()]);
            case BAR -> keep(event, new Input.FeedBar(event.instrumentId(), event.timeframe(), event.startNs(),
                event.endNs(), event.open(), event.high(), event.low(), event.close(), event.volume()));
            case FAULT -> keep(event, new Input.FeedFault(event.instrumentId(), event.fault(), event.detail()));
        };
    }

    private boolean enter(TapeEvent event) {
        EventSlot slot = ingress.tryOpen(event.timeNs(), event.venueTimeNs(), event.source(), event.position());
        if (slot == null) {
            return false;
        }
        ingress.encode(event, slot);
        ingress.publish(slot);
        return true;
    }

    private Entry conflate(TapeEvent print, WaitingTrades waiting) {
        boolean first = waiting.count == 0;
        waiting.add(print, arrivals);
        return waits(first);
    }

    private Entry conflate(TapeEvent quote, WaitingQuote waiting) {
        boolean first = !waiting.waits;
        waiting.replace(quote, arrivals);
        return waits(first);
    }

    private Entry waits(boolean first) {
        if (first) {
            waitingMarkets++;
            return Entry.WAITS;
        }
        conflated++;
        return Entry.CONFLATED;
    }

    private Entry keep(TapeEvent event, Input input) {
        WaitingInputs.Entry place = bars.add();
        if (place == null) {
            if (event.instrumentId() >= 0) {
                gaps.lost(event.instrumentId(), event.timeNs());
            }
            return Entry.REFUSED;
        }
        fill(place, input, event.timeNs(), event.venueTimeNs(), event.source(), event.position());
        return Entry.WAITS;
    }

    /// Enters an order report, or anything else about account and venue that must not be lost.
    public Entry report(Input report, long timeNs, long venueTimeNs, int source, long position) {
        arrivals++;
        lastNs = Math.max(lastNs, timeNs);
        if (flush() && enter(report, timeNs, venueTimeNs, source, position)) {
            return Entry.ENTERED;
        }
        WaitingInputs.Entry place = reports.add();
        if (place == null) {
            refusedReports++;
            overflowToTell |= !reportsOverflowed;
            reportsOverflowed = true;
            return Entry.REFUSED;
        }
        fill(place, report, timeNs, venueTimeNs, source, position);
        return Entry.WAITS;
    }

    private void fill(WaitingInputs.Entry place, Input input, long timeNs, long venueTimeNs, int source,
            long position) {
        place.input = input;
        place.timeNs = timeNs;
        place.venueTimeNs = venueTimeNs;
        place.source = source;
        place.position = position;
        place.arrival = arrivals;
    }

    private boolean enter(Input input, long timeNs, long venueTimeNs, int source, long position) {
        EventSlot slot = ingress.tryOpen(timeNs, venueTimeNs, source, position);
        if (slot == null) {
            return false;
        }
        ingress.encode(input, slot);
        ingress.publish(slot);
        return true;
    }

    /// Time passes: enters what waits, then the tick of a new second. Call at least once a second.
    ///
    /// @return true when nothing is left waiting
    public boolean time(long nowNs) {
        lastNs = Math.max(lastNs, nowNs);
        return flush() && ingress.tryClock(nowNs);
    }

    /// @return true when nothing is left waiting
    private boolean flush() {
        while (somethingWaits()) {
            if (!enterOldest()) {
                return false;
            }
        }
        return true;
    }

    private boolean somethingWaits() {
        return waitingMarkets > 0 || reports.size() > 0 || bars.size() > 0 || overflowToTell || gaps.next() >= 0;
    }

    /// An overflow is told before the reports that wait, so that nothing is entered on an account that runs behind;
    /// gaps when everything that came before them has entered.
    private boolean enterOldest() {
        if (overflowToTell) {
            return tellOverflow();
        }
        WaitingInputs.Entry report = reports.head();
        WaitingInputs.Entry bar = bars.head();
        WaitingTrades trade = oldestTrades();
        WaitingQuote quote = oldestQuote();
        long reportAt = report == null ? NOTHING : report.arrival;
        long barAt = bar == null ? NOTHING : bar.arrival;
        long tradeAt = trade == null ? NOTHING : trade.arrival;
        long quoteAt = quote == null ? NOTHING : quote.arrival;
        long oldest = Math.min(Math.min(reportAt, barAt), Math.min(tradeAt, quoteAt));
        if (oldest == NOTHING) {
            return tellGap(gaps.next());
        }
        if (oldest == reportAt) {
            return enterHead(reports) && endOverflow();
        }
        if (oldest == barAt) {
            return enterHead(bars);
        }
        return oldest == tradeAt ? enter(trade) : enter(quote);
    }

    private boolean enterHead(WaitingInputs queue) {
        WaitingInputs.Entry head = queue.head();
        if (!enter(head.input, head.timeNs, head.venueTimeNs, head.source, head.position)) {
            return false;
        }
        queue.removeHead();
        return true;
    }

    private boolean endOverflow() {
        reportsOverflowed &= reports.size() > 0;
        return true;
    }

    private boolean tellOverflow() {
        overflowToTell = !enter(new Input.VenueDown(VenueDownReason.REPORTS_WAITING), ingress.nowNs(), ingress.nowNs(),
            Source.ENGINE, 0);
        return !overflowToTell;
    }

    private boolean tellGap(int instrumentId) {
        Input.FeedGap gap = new Input.FeedGap(instrumentId, gaps.count(instrumentId), gaps.fromNs(instrumentId),
            gaps.toNs(instrumentId));
        if (!enter(gap, lastNs, lastNs, Source.ENGINE, 0)) {
            return false;
        }
        gaps.told(instrumentId);
        return true;
    }

    private boolean enter(WaitingTrades waiting) {
        EventSlot slot = ingress.tryOpen(waiting.timeNs, waiting.venueTimeNs, waiting.source, waiting.position);
        if (slot == null) {
            return false;
        }
        ingress.encode(waiting, slot);
        ingress.publish(slot);
        waiting.count = 0;
        waitingMarkets--;
        return true;
    }

    private boolean enter(WaitingQuote waiting) {
        EventSlot slot = ingress.tryOpen(waiting.timeNs, waiting.venueTimeNs, waiting.source, waiting.position);
        if (slot == null) {
            return false;
        }
        ingress.encoder().quote(slot, waiting.instrumentId, waiting.bid, waiting.bidSize, waiting.ask, waiting.askSize,
            waiting.replaced);
        ingress.publish(slot);
        waiting.waits = false;
        waitingMarkets--;
        return true;
    }

    private WaitingTrades oldestTrades() {
        WaitingTrades oldest = null;
        for (WaitingTrades each : trades) {
            oldest = each.count > 0 && (oldest == null || each.arrival < oldest.arrival) ? each : oldest;
        }
        return oldest;
    }

    private WaitingQuote oldestQuote() {
        WaitingQuote oldest = null;
        for (WaitingQuote each : quotes) {
            oldest = each.waits && (oldest == null || each.arrival < oldest.arrival) ? each : oldest;
        }
        return oldest;
    }

    /// Quotes and prints that were merged into others.
    public long conflated() {
        return conflated;
    }

    /// Reports that were given back to the caller.
    public long refusedReports() {
        return refusedReports;
    }

    /// Order reports that wait.
    public int waitingReports() {
        return reports.size();
    }
}
