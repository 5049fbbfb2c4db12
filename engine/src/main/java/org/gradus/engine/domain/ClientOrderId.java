package org.gradus.engine.domain;

/// The key we give an order before it is sent, which makes a retry safe: a 23-bit run id and a 40-bit order counter
/// in one long that is never negative. Its text, such as `k7-42`, is the run id in base 36 and the counter in
/// decimal.
public final class ClientOrderId {

    public static final int MAX_RUN_ID = (1 << 23) - 1;
    public static final long MAX_COUNTER = (1L << 40) - 1;

    private static final int COUNTER_BITS = 40;
    private static final int RUN_RADIX = 36;

    private ClientOrderId() {
    }

    public static long of(int runId, long counter) {
        if (runId < 0 || runId > MAX_RUN_ID) {
            throw new IllegalArgumentException("run id " + runId + " is not in 0.." + MAX_RUN_ID);
        }
        if (counter < 0 || counter > MAX_COUNTER) {
            throw new IllegalArgumentException("order counter " + counter + " is not in 0.." + MAX_COUNTER);
        }
        return (long) runId << COUNTER_BITS | counter;
    }

    public static int runId(long clientOrderId) {
        return (int) (clientOrderId >>> COUNTER_BITS);
    }

    public static long counter(long clientOrderId) {
        return clientOrderId & MAX_COUNTER;
    }

    public static String text(long clientOrderId) {
        return Integer.toString(runId(clientOrderId), RUN_RADIX) + '-' + counter(clientOrderId);
    }

    /// Reads only what `text` writes: an id that a venue sends back in any other spelling is not ours.
    public static long parse(String text) {
        int dash = text.indexOf('-');
        if (dash > 0) {
            long id = parse(text, dash);
            if (text(id).equals(text)) {
                return id;
            }
        }
        throw notOurs(text);
    }

    private static long parse(String text, int dash) {
        try {
            return of(Integer.parseInt(text, 0, dash, RUN_RADIX), Long.parseLong(text, dash + 1, text.length(), 10));
        } catch (IllegalArgumentException _) {
            throw notOurs(text);
        }
    }

    private static IllegalArgumentException notOurs(String text) {
        return new IllegalArgumentException("not a client order id: '" + text + "'");
    }
}
