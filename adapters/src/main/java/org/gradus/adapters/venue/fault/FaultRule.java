package org.gradus.adapters.venue.fault;

import java.util.regex.Pattern;

/// One line of a script.
///
/// @param argument  a duration in nanoseconds or an HTTP status, by the kind; 0 where it has none
/// @param where     what it is about, such as `POST /v2/orders`
public record FaultRule(FaultKind kind, long argument, Pattern where, When when) {
    /// When a rule strikes, of all the times it could: every n-th, the first n, with a chance, from one time to
    /// another. All must hold.
    ///
    /// @param every   1 for each
    /// @param first   of the times it could strike; `Long.MAX_VALUE` for all
    /// @param chance  from 0 to 1
    /// @param fromNs  real time since the venue's start
    record When(long every, long first, double chance, long fromNs, long toNs) {
        static final When ALWAYS = new When(1, Long.MAX_VALUE, 1, 0, Long.MAX_VALUE);

        When withEvery(long changed) {
            return new When(changed, first, chance, fromNs, toNs);
        }

        When withFirst(long changed) {
            return new When(every, changed, chance, fromNs, toNs);
        }

        When withChance(double changed) {
            return new When(every, first, changed, fromNs, toNs);
        }

        When withFromNs(long changed) {
            return new When(every, first, chance, changed, toNs);
        }

        When withToNs(long changed) {
            return new When(every, first, chance, fromNs, changed);
        }

        /// @param n     which time this is, from 1
        /// @param draw  from 0 to below 1
        boolean strikes(long n, double draw, long sinceStartNs) {
            return n % every == 0 && n <= first && draw < chance && sinceStartNs >= fromNs && sinceStartNs < toNs;
        }
    }

    boolean isAbout(String subject) {
        return where.matcher(subject).matches();
    }
}
