package org.gradus.tools.status;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an operator wants to know of an engine at one record of its journal. Decimals are text, as in the export.
///
/// @param record   the journal's record this is the state behind
/// @param time     engine time of that record, UTC
/// @param latched  why the engine is not trading freely; each waits for a resume, but for a low disk
/// @param equity   absent before the first mark
/// @param rate     submissions in the last 60 s of engine time
/// @param commands the last operator commands, oldest first
/// @param venue    absent where nothing was told of one, as in simulated runs
/// @param reconciliation by what the venue's books differ from ours; absent while they agree, or as accepted
/// @param written  when the engine wrote this down, UTC wall time; absent when it was folded from the journal just now
public record Status(long record, String time, String riskState, List<String> latched, int phase,
                     @Nullable Money equity, List<Holding> positions, List<WorkingOrder> orders, List<Parked> parked,
                     List<Disabled> disabled, Rate rate, List<Outcome> commands, @Nullable Venue venue,
                     @Nullable Reconciliation reconciliation, @Nullable String stopped, @Nullable String written) {

    /// Money in the account's currency.
    public record Money(String equity, String cash, String exposure, String drawdown, String realised, String open,
                        String fees) {
    }

    /// One position and what protects it.
    ///
    /// @param stop absent while nothing is armed
    public record Holding(String instrument, String quantity, String averagePrice, @Nullable String mark,
                          @Nullable Stop stop) {
    }

    /// @param held by the engine or at the venue
    public record Stop(String price, String quantity, String held) {
    }

    /// @param state submitted, sent, working, held, unknown or cancelling
    /// @param why   of an order whose outcome is unknown: how that came
    public record WorkingOrder(String id, String instrument, String purpose, String side, String type, String quantity,
                               String filled, @Nullable String limit, @Nullable String stop, String state,
                               @Nullable String why) {
    }

    /// An entry that waits for a person.
    ///
    /// @param rule    confirmation: silence ends it; veto: silence lets it go, if the announcement was delivered
    /// @param expires UTC
    public record Parked(String id, String instrument, String strategy, String quantity, @Nullable String limit,
                         @Nullable String stop, String rule, String expires) {
    }

    /// A strategy that is asked no more.
    ///
    /// @param thrown class and place of what it threw, if it did
    public record Disabled(String strategy, String reason, @Nullable String thrown) {
    }

    /// @param limit 0 when the journal does not say
    public record Rate(int used, int limit) {
    }

    /// @param refusal absent when it was carried out
    public record Outcome(String id, String action, String principal, @Nullable String refusal) {
    }

    /// Whether the engine may trade there, as told last.
    ///
    /// @param state   up or down
    /// @param reason  why it is down
    /// @param since   UTC
    /// @param trading what is not open for trading
    public record Venue(String state, @Nullable String reason, String since, List<Trading> trading) {
    }

    /// @param instrument `stocks` for all of them at once
    /// @param state      closed or halted
    /// @param reason     where that is known from
    /// @param detail     the exchange's words
    /// @param until      UTC; absent when nobody knows
    public record Trading(String instrument, String state, String reason, @Nullable String detail,
                          @Nullable String until) {
    }

    /// @param since     when the books began to differ, UTC
    /// @param unchanged since when they differ by just this, UTC
    public record Reconciliation(String since, String unchanged, List<Difference> differences) {
    }

    /// One thing of which the venue has more or less than we have.
    ///
    /// @param kind       cash, position, open-order or foreign-position
    /// @param order      our client order id, or the venue's id of an order that is not ours
    /// @param difference the venue's less ours
    /// @param split      such as `4:1`, where it looks like one
    public record Difference(String kind, @Nullable String instrument, @Nullable String order, String ours,
                             String venue, String difference, @Nullable String split) {
    }

    Status writtenAt(String when) {
        return new Status(record, time, riskState, latched, phase, equity, positions, orders, parked, disabled, rate,
            commands, venue, reconciliation, stopped, when);
    }
}
