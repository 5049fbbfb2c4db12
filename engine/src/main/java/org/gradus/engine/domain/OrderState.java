package org.gradus.engine.domain;

/// Where an order stands, and the only moves it may make. An order begins as `CREATED`, `PARKED` or `REFUSED`.
///
/// | from | may become |
/// |---|---|
/// | created | sent, not-sent, pending-cancel, unknown; any first venue report, for it may overtake `order-sent` |
/// | sent | accepted, partially-filled, pending-cancel, unknown, filled, cancelled, rejected, expired, replaced |
/// | accepted | partially-filled, pending-cancel, unknown, filled, cancelled, rejected, expired, replaced |
/// | partially-filled | itself, pending-cancel, unknown, filled, cancelled, expired, replaced |
/// | pending-cancel | accepted or partially-filled when the cancel came to nothing, unknown, each ending that left us |
/// | unknown | whatever the venue proves: sent again after a look-up, each working state, each ending that left us |
/// | parked | created when released, refused when denied, expired or vetoed |
/// | filled, cancelled, rejected, expired, replaced, not-sent, refused | nothing: terminal |
///
/// A fill may still arrive after a terminal state: the venue's fills are facts. It changes the position, never the
/// state.
public enum OrderState implements Coded {

    /// Decided and written down, not yet known to be sent.
    CREATED(0),
    SENT(1),
    ACCEPTED(2),
    PARTIALLY_FILLED(3),
    PENDING_CANCEL(4),
    /// The outcome of sending is not proven, so the order counts as in flight.
    UNKNOWN(5),
    /// Waits inside the engine for the operator or for the veto window.
    PARKED(6),
    FILLED(7),
    CANCELLED(8),
    REJECTED(9),
    EXPIRED(10),
    REPLACED(11),
    /// Proven never to have reached the venue.
    NOT_SENT(12),
    /// Denied by our own rules; it never left.
    REFUSED(13);

    private static final OrderState[] BY_CODE = Coded.byCode(values());

    /// One bit mask of next states for each state, by ordinal.
    private static final int[] MOVES = new int[BY_CODE.length];

    static {
        allow(CREATED, SENT, ACCEPTED, PARTIALLY_FILLED, PENDING_CANCEL, UNKNOWN,
              FILLED, CANCELLED, REJECTED, EXPIRED, NOT_SENT);
        allow(SENT, ACCEPTED, PARTIALLY_FILLED, PENDING_CANCEL, UNKNOWN,
              FILLED, CANCELLED, REJECTED, EXPIRED, REPLACED);
        allow(ACCEPTED, PARTIALLY_FILLED, PENDING_CANCEL, UNKNOWN,
              FILLED, CANCELLED, REJECTED, EXPIRED, REPLACED);
        allow(PARTIALLY_FILLED, PARTIALLY_FILLED, PENDING_CANCEL, UNKNOWN,
              FILLED, CANCELLED, EXPIRED, REPLACED);
        allow(PENDING_CANCEL, ACCEPTED, PARTIALLY_FILLED, UNKNOWN,
              FILLED, CANCELLED, REJECTED, EXPIRED, REPLACED, NOT_SENT);
        allow(UNKNOWN, SENT, ACCEPTED, PARTIALLY_FILLED, PENDING_CANCEL,
              FILLED, CANCELLED, REJECTED, EXPIRED, REPLACED, NOT_SENT);
        allow(PARKED, CREATED, REFUSED);
    }

    private final byte code;
    private final String label = Coded.dashed(name());

    OrderState(int code) {
        this.code = (byte) code;
    }

    public static OrderState of(int code) {
        return Coded.at(BY_CODE, code);
    }

    /// Whether the order has come to its end, which is to say that no move is left.
    public boolean terminal() {
        return MOVES[ordinal()] == 0;
    }

    public boolean mayBecome(OrderState next) {
        return (MOVES[ordinal()] & 1 << next.ordinal()) != 0;
    }

    /// Whether a fill that arrives after this terminal state is applied. Only an order that we refused ourselves
    /// cannot have one; an order believed unsent or rejected can, if that belief was wrong.
    public boolean acceptsLateFill() {
        return terminal() && this != REFUSED;
    }

    @Override
    public byte code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }

    private static void allow(OrderState from, OrderState... next) {
        for (OrderState state : next) {
            MOVES[from.ordinal()] |= 1 << state.ordinal();
        }
    }
}
