package org.gradus.adapters.alpaca;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gradus.adapters.alpaca.rest.Answer;
import org.gradus.adapters.alpaca.rest.Refusal;
import org.gradus.adapters.alpaca.trading.AlpacaOrder;
import org.gradus.adapters.alpaca.trading.TradingRest;
import org.gradus.engine.domain.ClientOrderId;

/// Finds the stops that went along with our entries: the venue gives them ids of its own, and tells of them with their
/// entry only. Any thread; blocking.
final class Legs {
    private static final int NOT_FOUND = 404;

    private final TradingRest trading;
    private final OrderIds ids;

    Legs(TradingRest trading, OrderIds ids) {
        this.trading = trading;
        this.ids = ids;
    }

    /// The leg as it is now.
    Answer<AlpacaOrder> now(long legId, long entryId) {
        Optional<UUID> known = ids.find(legId).map(AlpacaOrder::id);
        return known.isPresent() ? trading.order(known.get()) : named(legId, entryId);
    }

    /// The leg as last seen, asked for when it never was.
    Answer<AlpacaOrder> known(long legId, long entryId) {
        return ids.find(legId).<Answer<AlpacaOrder>>map(leg -> new Answer.Given<>(leg, ""))
                .orElseGet(() -> named(legId, entryId));
    }

    /// Asks for the legs of all entries whose legs are not known.
    ///
    /// @return false when the venue did not answer
    boolean nameAll() {
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
