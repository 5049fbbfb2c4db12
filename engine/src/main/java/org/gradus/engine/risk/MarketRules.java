package org.gradus.engine.risk;

import static org.gradus.engine.message.Comparison.AT_MOST;
import static org.gradus.engine.message.Comparison.EQUAL;

import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Rounding;
import org.gradus.engine.message.Verdict;

/// Rules that ask whether the venue and the market are fit to trade in. Stateless; used by [RiskGate].
final class MarketRules {
    private static final int MICRO_TRADES = 3;
    /// An entry takes a slot for itself and leaves one for its protective stop.
    private static final int SLOTS_OF_AN_ENTRY = 2;

    private final RiskLimits limits;

    MarketRules(RiskLimits limits) {
        this.limits = limits;
    }

    Verdict venue(Check check, Subject order) {
        DenialReason block = order.draft.reduces() ? exitBlock(order.view) : entryBlock(order);
        return check.that(block == DenialReason.NONE ? FixedPoint.ONE : 0, EQUAL, FixedPoint.ONE).orDeny(block);
    }

    Verdict staleQuote(Check check, Subject order) {
        long ageNs = order.view.quoteAgeNs(order.draft.instrumentId);
        check.that(ageNs, AT_MOST, limits.quoteFreshNs());
        return ageNs == Long.MAX_VALUE ? check.notEvaluable().orDeny(DenialReason.NO_MARKET)
            : check.orDeny(DenialReason.STALE_QUOTE);
    }

    Verdict priceCollar(Check check, Subject order) {
        long last = order.view.lastPrice(order.draft.instrumentId);
        long price = order.draft.limitPrice == 0 ? order.draft.price : order.draft.limitPrice;
        long distance = Capped.distance(price, last);
        if (last <= 0) {
            // Without a trade there is nothing to be near to; no distance at all is below zero.
            return check.that(distance, AT_MOST, -1).notEvaluable().orDeny(DenialReason.PRICE_COLLAR);
        }
        return check.that(distance, AT_MOST, Rounding.fraction(last, limits.priceCollar()))
            .shownAs(Rounding.ratioUp(distance, last), limits.priceCollar())
            .orDeny(DenialReason.PRICE_COLLAR);
    }

    /// A locked book is tradeable; a book with one side has nothing to cross.
    Verdict crossedBook(Check check, Subject order) {
        long bid = order.view.bid(order.draft.instrumentId);
        long ask = order.view.ask(order.draft.instrumentId);
        return bid == 0 || ask == 0 ? check.passesUnasked(ask)
            : check.that(bid, AT_MOST, ask).orDeny(DenialReason.CROSSED_BOOK);
    }

    private static DenialReason exitBlock(RiskView view) {
        if (!view.venueUp()) {
            return DenialReason.VENUE_DOWN;
        }
        return view.freeOrders() > 0 ? DenialReason.NONE : DenialReason.TOO_MANY_ORDERS;
    }

    private DenialReason entryBlock(Subject order) {
        DenialReason block = order.view.entryBlock(order.draft.strategyId);
        if (block != DenialReason.NONE) {
            return block;
        }
        if (!order.view.venueUp()) {
            return DenialReason.VENUE_DOWN;
        }
        DenialReason hours = order.view.hoursBlock(order.draft.instrumentId);
        if (hours != DenialReason.NONE) {
            return hours;
        }
        if (order.view.phase() == MICRO_TRADES && !limits.phase3Instruments().contains(order.instrument.symbol())) {
            return DenialReason.PHASE_FORBIDS;
        }
        if (order.view.exitWorking(order.draft.instrumentId)) {
            return DenialReason.EXIT_WORKING;
        }
        if (order.view.foreignOrder(order.draft.instrumentId)) {
            return DenialReason.FOREIGN_ORDER;
        }
        return order.view.freeOrders() >= SLOTS_OF_AN_ENTRY ? DenialReason.NONE : DenialReason.TOO_MANY_ORDERS;
    }
}
