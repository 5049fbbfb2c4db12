package org.gradus.tools.venue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.journal.ChronicleReader;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.OrderAction;

/// Reads the journal behind the engine's back, to know when all is quiet. Owned by one thread.
final class MixFollow implements AutoCloseable {
    private final ChronicleReader reader;
    private final RecordCodec codec = new RecordCodec();
    private boolean up;
    private boolean flattening;
    private int orders;
    /// By the venue's books, as told last.
    private boolean flat;
    private long cleanNs;
    private long orderNs;
    /// Orders whose fate is open.
    private final Set<Long> unknown = new HashSet<>();

    MixFollow(Path home) {
        reader = new ChronicleReader(home.resolve("journal"));
    }

    /// Whether the venue is up, and behind this time and whatever became of orders its books were found to be ours.
    boolean cleanSince(long timeNs) {
        while (reader.next()) {
            take(codec.read(reader.buffer(), reader.offset()));
        }
        return up && unknown.isEmpty() && cleanNs > timeNs && cleanNs > orderNs;
    }

    /// When the venue's books were found to be ours last.
    long cleanNs() {
        return cleanNs;
    }

    /// Whether an operator has had all sold, nothing works any more, and the books were found to be ours behind that.
    boolean flattenedAndClean() {
        boolean clean = cleanSince(0);
        return flattening && clean && flat;
    }

    /// Whether the venue is up.
    boolean up() {
        cleanSince(0);
        return up;
    }

    /// How many orders it has decided to send.
    int orders() {
        cleanSince(0);
        return orders;
    }

    private void take(Journaled record) {
        switch (record.input()) {
            case Input.VenueUp _ -> up = true;
            case Input.VenueDown _, Input.Started _ -> up = false;
            case Input.OperatorCommand command -> flattening |= command.action() == OperatorAction.FLATTEN;
            case Input.Account _ -> flat = true;
            case Input.VenuePosition _, Input.VenueOrder _ -> flat = false;
            case Input.OrderSent(long id, long _) -> unknown(id, record);
            case Input.OrderUnknown(long id, var _) -> unknown(id, record);
            case Input.OrderAccepted(long id, long _, long _) -> known(id, record);
            case Input.OrderFilled fill -> known(fill.clientOrderId(), record);
            case Input.OrderCancelled(long id, long _) -> known(id, record);
            case Input.OrderExpired(long id, long _) -> known(id, record);
            case Input.OrderRejected(long id, var _, String _) -> known(id, record);
            case Input.OrderNotSent(long id, var _) -> known(id, record);
            default -> {
                // Says nothing of the venue or of orders.
            }
        }
        for (Decision decision : record.decisions()) {
            if (decision instanceof Decision.ReconcileOutcome outcome) {
                cleanNs = outcome.clean() ? record.timeNs() : 0;
            } else if (decision instanceof Decision.OrderDecision order) {
                orderNs = record.timeNs();
                orders += order.action() == OrderAction.SUBMIT ? 1 : 0;
            }
        }
    }

    private void unknown(long id, Journaled record) {
        unknown.add(id);
        orderNs = record.timeNs();
    }

    private void known(long id, Journaled record) {
        unknown.remove(id);
        orderNs = record.timeNs();
    }

    @Override
    public void close() {
        reader.close();
    }
}
