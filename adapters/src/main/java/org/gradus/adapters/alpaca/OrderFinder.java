package org.gradus.adapters.alpaca;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gradus.adapters.alpaca.rest.Answer;
import org.gradus.adapters.alpaca.rest.Refusal;
import org.gradus.adapters.alpaca.trading.AlpacaOrder;
import org.gradus.adapters.alpaca.trading.FillActivity;
import org.gradus.adapters.alpaca.trading.TradingRest;
import org.gradus.engine.domain.ClientOrderId;

/// Finds our orders at the venue. The stops that went along with our entries have ids of the venue's own, and it tells
/// of them with their entry only. Any thread; blocking.
final class OrderFinder implements AlpacaOrderReports.History {
    private static final int NOT_FOUND = 404;

    private final TradingRest trading;
    private final OrderIds ids;

    OrderFinder(TradingRest trading, OrderIds ids) {
        this.trading = trading;
        this.ids = ids;
    }

    OrderIds ids() {
        return ids;
    }

    /// The order as last seen, asked for when it never was.
    Answer<AlpacaOrder> known(long clientOrderId) {
        return seen(clientOrderId).orElseGet(() -> trading.orderByClientId(ClientOrderId.text(clientOrderId)));
    }

    /// The same for a leg.
    Answer<AlpacaOrder> knownLeg(long legId, long entryId) {
        return seen(legId).orElseGet(() -> named(legId, entryId));
    }

    private Optional<Answer<AlpacaOrder>> seen(long clientOrderId) {
        return ids.find(clientOrderId).map(order -> new Answer.Given<>(order, ""));
    }

    /// The leg as it is now.
    Answer<AlpacaOrder> legNow(long legId, long entryId) {
        Optional<UUID> known = ids.find(legId).map(AlpacaOrder::id);
        return known.isPresent() ? trading.order(known.get()) : named(legId, entryId);
    }

    @Override
    public Answer<List<FillActivity>> fillsOf(AlpacaOrder order) {
        return trading.fillsOf(order);
    }

    @Override
    public boolean nameLegs() {
        boolean answered = true;
        for (long entry : ids.entriesWithoutLegs()) {
            Answer<AlpacaOrder> answer = named(ids.legOf(entry), entry);
            answered &= answer instanceof Answer.Given || answer instanceof Answer.Refused;
        }
        return answered;
    }

    private Answer<AlpacaOrder> named(long legId, long entryId) {
        ids.grouped(entryId, legId);
        Answer<AlpacaOrder> answer = trading.orderByClientId(ClientOrderId.text(entryId));
        if (answer instanceof Answer.Given<AlpacaOrder>(AlpacaOrder entry, String _) && entry.legs().isEmpty()) {
            answer = trading.nested(entry.id());
        }
        if (!(answer instanceof Answer.Given<AlpacaOrder>(AlpacaOrder entry, String requestId))) {
            return answer;
        }
        ids.learn(entry);
        if (entry.legs().isEmpty()) {
            return new Answer.Refused<>(new Refusal(NOT_FOUND, 0, "the entry has no leg", Set.of(), requestId));
        }
        // What the stream has told of the leg meanwhile may be older than the answer.
        return new Answer.Given<>(entry.legs().getFirst(), requestId);
    }
}
