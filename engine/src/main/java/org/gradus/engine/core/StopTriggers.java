package org.gradus.engine.core;

import org.gradus.engine.message.AlertKind;
import org.gradus.engine.message.StopAction;
import org.gradus.engine.message.StopHolder;
import org.gradus.engine.order.Order;

/// Sees when the market reaches a stop, and turns one that nobody sells at into a market exit. Its state is the stop
/// book's. Owned by the position keeper.
final class StopTriggers {
    private static final int EARLY_PARTS = 20;
    private static final long SECOND_NS = 1_000_000_000L;

    private final Books books;
    private final DecisionLog log;
    private final StopBook stops;
    private final ExitBook exits;
    private final ExitDesk out;

    StopTriggers(Books books, DecisionLog log, StopBook stops, ExitBook exits, ExitDesk out) {
        this.books = books;
        this.log = log;
        this.stops = stops;
        this.exits = exits;
        this.out = out;
    }

    /// Compares a new mark with the stop. While the market is closed nobody sells, and no stop at the venue triggers.
    void onMark(int instrumentId, long mark) {
        long stopPrice = stops.reachedAt(instrumentId);
        if (stopPrice == 0 || mark > stopPrice || mark == 0 || stops.triggeredNs[instrumentId] != 0
                || books.closed(instrumentId)) {
            return;
        }
        trigger(instrumentId);
    }

    /// Compares the lowest mark since the last with a stop that we hold; the venue looks after its own.
    void onLow(int instrumentId, long low) {
        if (stops.holder(instrumentId) == StopHolder.ENGINE) {
            onMark(instrumentId, low);
        }
    }

    /// Whether the stop stood when the bar began: one armed in its first twentieth counts as having seen all of it.
    boolean heldFromStart(int instrumentId, long startNs, long endNs) {
        long since = stops.armedNs[instrumentId] - startNs;
        return stops.price[instrumentId] != 0 && (since <= 0 || since <= (endNs - startNs) / EARLY_PARTS);
    }

    /// The venue's books look split by this ratio, or no longer: 0.
    void looksSplit(int instrumentId, long ratio) {
        stops.unacceptedSplit[instrumentId] = ratio;
    }

    private void trigger(int instrumentId) {
        stops.triggeredNs[instrumentId] = books.nowNs;
        log.stop(StopAction.TRIGGER, instrumentId, stops, exits);
        if (stops.holder(instrumentId) == StopHolder.ENGINE) {
            exits.hurry(instrumentId);
            out.wantAll(instrumentId);
        }
    }

    /// Each second: a stop that the mark has passed and that nobody sells at becomes a market exit, and so does one
    /// that the venue does not work for too long, for whatever reason: nobody would watch it should the engine end.
    ///
    /// @param restoring what was given up then was recorded; what was not is looked at when it is now
    void onTime(int instrumentId, boolean restoring) {
        if (books.closed(instrumentId)) {
            return;
        }
        if (stops.triggeredNs[instrumentId] != 0) {
            escalate(instrumentId);
        } else if (alone(instrumentId)) {
            stops.aloneNs[instrumentId] += SECOND_NS;
            if (!restoring) {
                giveUp(instrumentId);
            }
        }
    }

    private boolean alone(int instrumentId) {
        return stops.armedQuantity[instrumentId] != 0 && stops.holder(instrumentId) == StopHolder.ENGINE
            && stops.unacceptedSplit[instrumentId] == 0 && books.venueUp()
            && books.deliverable(instrumentId, stops.price[instrumentId]) != 0 && !worksPart(instrumentId);
    }

    /// Of a position that is more than one order may be the venue works as much as one is; the engine watches it all.
    private boolean worksPart(int instrumentId) {
        Order stop = books.orders.find(stops.orderId[instrumentId]);
        return stop != null && stop.acknowledged() && stop.cancelRequestedNs() == 0
            && stop.remaining() == books.deliverable(instrumentId, stops.price[instrumentId])
            && stop.remaining() < books.sellable(instrumentId);
    }

    private void giveUp(int instrumentId) {
        if (stops.aloneNs[instrumentId] > books.limits.stopPlaceNs()) {
            stops.aloneNs[instrumentId] = 0;
            log.alert(AlertKind.STOP_UNPLACED, stops.lastOrderId[instrumentId]);
            exits.hurry(instrumentId);
            out.wantAll(instrumentId);
        }
    }

    /// The venue has a little time to fill its stop; the engine may hold one again that the venue filled in part.
    private void escalate(int instrumentId) {
        if (stops.holder(instrumentId) == StopHolder.VENUE) {
            long sinceNs = Math.max(stops.triggeredNs[instrumentId], books.hours.tradedSinceNs(instrumentId));
            if (books.nowNs - sinceNs < books.limits.stopFillNs()) {
                return;
            }
            log.alert(AlertKind.STOP_ESCALATION, stops.orderId[instrumentId]);
            stops.triggeredNs[instrumentId] = books.nowNs;
        }
        out.wantAll(instrumentId);
    }
}
