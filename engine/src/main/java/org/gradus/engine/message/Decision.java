package org.gradus.engine.message;

import java.util.List;
import java.util.Objects;
import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.domain.Rule;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.TimeInForce;
import org.gradus.engine.domain.Timeframe;
import org.jspecify.annotations.Nullable;

/// All that we decide, and why, in the order it was decided; immutable values for the rim. Prices, quantities, money
/// and ratios are scaled
/// by 1e-9. Null, or 0 for an id, a price or a time, means not applicable.
public sealed interface Decision {

    /// Stands for a number that a check does not have.
    long ABSENT = Long.MIN_VALUE;

    /// A strategy's look at a bar that has just closed.
    ///
    /// @param rationale 1 for the first reason the strategy registered; 0 for none
    record Evaluation(int strategy, int instrument, Timeframe timeframe, SignalKind signal, int barsSeen, int rationale,
                      List<Value> values) implements Decision {
        public Evaluation {
            values = List.copyOf(values);
        }

        /// @param index into the strategy's names of values
        public record Value(int index, double value) {
        }
    }

    /// The rules asked about one order, in order; the last is the first that did not pass.
    ///
    /// @param expiresNs when a wait lapses; else 0
    record Checks(long clientOrderId, long expiresNs, List<Check> rules) implements Decision {
        public Checks {
            rules = List.copyOf(rules);
        }

        /// `left op right` are the numbers compared, `value` and `limit` the same as a ratio; each may be [#ABSENT].
        public record Check(Rule rule, @Nullable Comparison op, Verdict verdict, DenialReason reason, long left,
                            long right,
                            long value, long limit) {
        }
    }

    /// What becomes of an order.
    ///
    /// @param rule      that refused or parked it
    /// @param strategy  negative when no single strategy asked
    /// @param stopPrice of an entry the promised protection, of stop types the trigger
    /// @param price     of an order without a limit, what its notional was measured at
    /// @param expiresNs when a parked order lapses
    record OrderDecision(long clientOrderId, OrderAction action, @Nullable Purpose purpose, @Nullable Side side,
                         @Nullable OrderType orderType, @Nullable TimeInForce timeInForce, boolean reduces,
                         @Nullable RiskState riskState, int phase, @Nullable Rule rule, DenialReason reason,
                         int strategy,
                         int instrument, long quantity, long limitPrice, long stopPrice, long price, long notional,
                         long equity,
                         long exposureAfter, long replaces, long parent, long expiresNs) implements Decision {
    }

    /// @param quantity      all that is protected now
    /// @param clientOrderId of the venue's stop order; 0 when the engine holds it
    /// @param protects      client order ids of the entries
    record StopDecision(StopAction action, Side side, StopHolder held, int instrument, long quantity, long stopPrice,
                        long clientOrderId, List<Long> protects) implements Decision {
        public StopDecision {
            protects = List.copyOf(protects);
        }
    }

    record RiskStateChange(RiskState fromState, RiskState toState, RiskReason reason) implements Decision {
    }

    record PhaseChange(int fromPhase, int toPhase, PhaseReason reason) implements Decision {
    }

    /// The books at one moment.
    ///
    /// @param exposure Σ |quantity| × mark, working entries excluded
    /// @param peak     what the drawdown is measured from; a review rebases it
    /// @param low      lowest equity since the last of these
    /// @param truePeak never rebased
    /// @param marks    of every open position
    record Equity(long equity, long cash, long exposure, long peak, long drawdown, long low, long realised, long open,
                  long fees,
                  long truePeak, List<Mark> marks) implements Decision {
        public Equity {
            marks = List.copyOf(marks);
        }

        public record Mark(int instrument, long price) {
        }
    }

    /// Whether the record's fill was applied.
    ///
    /// @param outOfOrder true when it came after its order's end, or before an earlier one
    record FillOutcome(long clientOrderId, boolean applied, FillRefusal reason,
                       boolean outOfOrder) implements Decision {
    }

    /// The share of a fill that one strategy takes.
    record Allocation(long clientOrderId, int strategy, int instrument, Side side, long quantity, long price,
                      long realised,
                      long fees) implements Decision {
    }

    record ReconcileOutcome(boolean clean, List<Difference> differences) implements Decision {
        public ReconcileOutcome {
            differences = List.copyOf(differences);
        }

        /// @param instrument    negative for cash, for a count of open orders, and for an order in what we do not trade
        /// @param ours          scaled 1e-9, a count of orders too; of one order what is left of it, 0 where it is not
        /// @param clientOrderId of one order of ours; 0 for others
        /// @param ratio         new units for one old, scaled 1e-9, of a position that looks split; 0 for others
        /// @param venueOrderIdHigh of one order that is not ours, as is the other half; 0 for others
        /// @param name          of a position in what we do not trade, in the venue's spelling; empty for others
        public record Difference(DifferenceKind kind, int instrument, long ours, long venue, long clientOrderId,
                                 long ratio, long venueOrderIdHigh, long venueOrderIdLow, String name) {
            public Difference {
                Objects.requireNonNull(name);
            }

            public Difference(DifferenceKind kind, int instrument, long ours, long venue, long clientOrderId) {
                this(kind, instrument, ours, venue, clientOrderId, 0, 0, 0, "");
            }

            public Difference(DifferenceKind kind, int instrument, long ours, long venue) {
                this(kind, instrument, ours, venue, 0);
            }

            /// A position that looks split.
            public static Difference split(int instrument, long ours, long venue, long ratio) {
                return new Difference(DifferenceKind.POSITION, instrument, ours, venue, 0, ratio, 0, 0, "");
            }

            /// A position in what we do not trade.
            public static Difference foreign(String name, long venue) {
                return new Difference(DifferenceKind.FOREIGN_POSITION, -1, 0, venue, 0, 0, 0, 0, name);
            }
        }
    }

    /// @param thrown class and place of what it threw, the same in each replay; empty when it threw nothing
    record StrategyDisabled(int strategy, DisabledReason reason, String thrown) implements Decision {
        public StrategyDisabled {
            Objects.requireNonNull(thrown);
        }
    }

    /// What came of the record's operator command.
    ///
    /// @param released what a resume truly let go: the sum of [Release#bit()]; 0 for nothing, and where the journal is
    ///                 older than this field
    record CommandOutcome(boolean accepted, CommandRefusal reason, int released) implements Decision {
        /// Of a command that releases nothing.
        public CommandOutcome(boolean accepted, CommandRefusal reason) {
            this(accepted, reason, 0);
        }
    }

    /// What the books took over from the venue when the operator accepted a difference: cash, or the whole position of
    /// an instrument, by what one strategy's part of it changed.
    ///
    /// @param instrument negative for cash, as is `strategy` then
    /// @param price      the mark at which the change counts as a cash flow; 0 for cash and for a split
    /// @param ratio      new units for one old, scaled 1e-9, where it was taken for a split: no cash flow, and no one
    ///                   strategy's; else 0
    record Adjustment(int strategy, int instrument, long from, long to, long price, long ratio) implements Decision {
        public Adjustment(int strategy, int instrument, long from, long to, long price) {
            this(strategy, instrument, from, to, price, 0);
        }
    }

    /// @param clientOrderId of the parked order it is about; else 0
    record Alert(AlertKind kind, long clientOrderId) implements Decision {
    }
}
