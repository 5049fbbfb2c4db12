package org.gradus.engine.egress;

/// What the sending side goes by. Immutable; times are engine time.
///
/// @param perMinute        submits and replaces in any rolling 60 s
/// @param reserved         of these, kept for orders that reduce
/// @param maximumAgeNs     an entry decided longer ago than this is not sent
/// @param lookUpNs         pause before an order is looked up again; doubles with every answer that proves nothing
/// @param longestLookUpNs  and no longer than this
/// @param graceNs          an order that the venue does not know so long after it was sent can no longer appear
/// @param cancelWaitNs     a cancel that was taken and has not ended its order after this is looked into
public record SendingRules(int perMinute, int reserved, long maximumAgeNs, long lookUpNs, long longestLookUpNs,
                           long graceNs, long cancelWaitNs) {
    private static final long SECOND_NS = 1_000_000_000L;

    /// With these limits, and pauses that suit a venue on the internet.
    public static SendingRules of(int perMinute, int reserved, long maximumAgeNs) {
        return new SendingRules(perMinute, reserved, maximumAgeNs, SECOND_NS / 4, 10 * SECOND_NS, 30 * SECOND_NS,
            10 * SECOND_NS);
    }

    /// The same where engine time runs so many times as fast as the network's.
    public SendingRules at(double speed) {
        return new SendingRules(perMinute, reserved, maximumAgeNs, (long) (lookUpNs * speed),
            (long) (longestLookUpNs * speed), (long) (graceNs * speed), (long) (cancelWaitNs * speed));
    }

    /// The pause before the attempt behind so many.
    long pauseNs(int attempts) {
        long pause = lookUpNs;
        for (int i = 1; i < attempts && pause < longestLookUpNs; i++) {
            pause *= 2;
        }
        return Math.min(pause, longestLookUpNs);
    }
}
