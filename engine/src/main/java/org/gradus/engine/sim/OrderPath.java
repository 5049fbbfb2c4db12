package org.gradus.engine.sim;

import org.gradus.engine.domain.Invariant;
import org.gradus.engine.egress.OrderCommand;
import org.gradus.engine.message.NotSentReason;
import org.gradus.engine.message.OrderAction;
import org.jspecify.annotations.Nullable;

/// Commands on their way out, in one line: first they wait for their sending, then they travel. There is one connection
/// to the venue, so none overtakes another. Owned by [SendingSide].
final class OrderPath {
    private static final int CAPACITY = 1_024;
    private static final int MASK = CAPACITY - 1;

    private final OrderCommand[] commands = new OrderCommand[CAPACITY];
    private final long[] sendNs = new long[CAPACITY];
    private final long[] arriveNs = new long[CAPACITY];
    private final boolean[] dropped = new boolean[CAPACITY];
    private final @Nullable NotSentReason[] withdrawn = new NotSentReason[CAPACITY];
    /// The next to arrive, the next to be sent, and the place of the next command; a ring.
    private long arriving;
    private long sending;
    private long end;
    private long lastSendNs = Long.MIN_VALUE;
    private long lastArriveNs = Long.MIN_VALUE;

    OrderPath() {
        for (int i = 0; i < CAPACITY; i++) {
            commands[i] = new OrderCommand();
        }
    }

    void add(OrderCommand command, long atNs) {
        Invariant.hold(end - arriving < CAPACITY, "commands on their way have a limit", CAPACITY);
        int place = (int) end++ & MASK;
        lastSendNs = Math.max(lastSendNs, atNs);
        commands[place].copyFrom(command);
        sendNs[place] = lastSendNs;
        withdrawn[place] = null;
    }

    /// Entries that wait for their sending will not be sent.
    void withdrawEntries(NotSentReason reason) {
        for (long at = sending; at < end; at++) {
            int place = (int) at & MASK;
            if (commands[place].action != OrderAction.CANCEL && !commands[place].purpose.reduces()) {
                withdrawn[place] = reason;
            }
        }
    }

    /// Why the command whose sending is due must not be sent; null when it may.
    @Nullable NotSentReason withdrawn() {
        return withdrawn[(int) sending & MASK];
    }

    long nextSendNs() {
        return sending < end ? sendNs[(int) sending & MASK] : Long.MAX_VALUE;
    }

    long nextArriveNs() {
        return arriving < sending ? arriveNs[(int) arriving & MASK] : Long.MAX_VALUE;
    }

    /// The command whose sending is due.
    OrderCommand sending() {
        return commands[(int) sending & MASK];
    }

    /// It is sent, and arrives then, or when the one before it has.
    void sent(long atNs) {
        lastArriveNs = Math.max(lastArriveNs, atNs);
        int place = (int) sending++ & MASK;
        arriveNs[place] = lastArriveNs;
        dropped[place] = false;
    }

    /// It is not sent, or lost on the way.
    void drop() {
        dropped[(int) sending++ & MASK] = true;
        skipDropped();
    }

    OrderCommand arriving() {
        return commands[(int) arriving & MASK];
    }

    void arrived() {
        arriving++;
        skipDropped();
    }

    private void skipDropped() {
        while (arriving < sending && dropped[(int) arriving & MASK]) {
            arriving++;
        }
    }
}
