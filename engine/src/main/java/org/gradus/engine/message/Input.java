package org.gradus.engine.message;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Mode;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.Timeframe;
import org.jspecify.annotations.Nullable;

/// All that can happen to us, as immutable values for the rim, tools and tests; on the ring and in the journal the same
/// messages are
/// bytes. Field by field the journal schema says what scales and codes mean: prices, quantities and money are scaled by
/// 1e-9, sizes and
/// volumes by the instrument's `sizeDecimals`, times are nanoseconds since 1970.
public sealed interface Input {

    /// Time passes: before the first event of each new second.
    record TimeTick() implements Input {
    }

    /// A print.
    ///
    /// @param aggressor who crossed the spread; null when the feed does not say
    record Trade(int instrument, long price, long size, @Nullable Side aggressor) implements Input {
    }

    /// Prints conflated while the ring was full; `price` is the last.
    record TradeAggregate(int instrument, long price, long size, int count, long open, long high,
                          long low) implements Input {
    }

    /// @param conflated quotes this one replaced while the ring was full
    record Quote(int instrument, long bid, long bidSize, long ask, long askSize, int conflated) implements Input {
    }

    /// A bar built by the feed; it enters at its end.
    record FeedBar(int instrument, Timeframe timeframe, long startNs, long endNs, long open, long high, long low,
                   long close,
                   long volume) implements Input {
    }

    /// The timer: closes the instrument's bars that end at or before the boundary.
    record BarClose(int instrument, long boundaryNs) implements Input {
    }

    /// A print of a bar that has closed.
    record LateTrade(int instrument, long price, long size, @Nullable Side aggressor) implements Input {
    }

    /// A market input that was refused and never becomes a price.
    ///
    /// @param instrument negative when not even that could be told
    /// @param detail     the original fields
    record FeedFault(int instrument, org.gradus.engine.domain.FeedFault fault, String detail) implements Input {
        public FeedFault {
            Objects.requireNonNull(detail);
        }
    }

    /// Events of the feed that never came.
    record FeedGap(int instrument, int count, long fromNs, long toNs) implements Input {
    }

    /// The gateway handed the order to the venue.
    ///
    /// @param leftAfter sequence of the newest record that had gone on to be written when the order left; 0 where the
    ///                  market is simulated, and in old journals
    record OrderSent(long clientOrderId, long leftAfter) implements Input {
        public OrderSent(long clientOrderId) {
            this(clientOrderId, 0);
        }
    }

    /// The gateway did not, and never will.
    record OrderNotSent(long clientOrderId, NotSentReason reason) implements Input {
    }

    /// The two halves are the venue's own 128-bit id.
    record OrderAccepted(long clientOrderId, long venueOrderIdHigh, long venueOrderIdLow) implements Input {
    }

    /// @param detail the venue's words
    record OrderRejected(long clientOrderId, RejectReason reason, String detail) implements Input {
        public OrderRejected {
            Objects.requireNonNull(detail);
        }
    }

    /// @param fee       never negative
    /// @param feeInBase true when the fee was taken in the bought asset, else it is money
    record OrderFilled(long clientOrderId, long executionIdHigh, long executionIdLow, int instrument, Side side,
                       long price,
                       long quantity, long cumulative, long fee, boolean feeInBase) implements Input {
    }

    record OrderCancelled(long clientOrderId, long cumulative) implements Input {
    }

    record OrderExpired(long clientOrderId, long cumulative) implements Input {
    }

    record OrderReplaced(long clientOrderId, long replacedBy) implements Input {
    }

    /// The order may or may not be at the venue: in flight until proven.
    record OrderUnknown(long clientOrderId, UnknownReason reason) implements Input {
    }

    /// The order is at the venue and not at work there: held, or suspended. It protects nothing until it is accepted
    /// (again).
    record OrderHeld(long clientOrderId) implements Input {
    }

    /// The venue's view of the account.
    record Account(long cash, long buyingPower) implements Input {
    }

    /// The venue's view of one position.
    record VenuePosition(int instrument, long quantity) implements Input {
    }

    /// The venue's view of one open order.
    ///
    /// @param clientOrderId 0 for an order that is not ours
    /// @param instrument    negative for one that we do not trade
    record VenueOrder(long clientOrderId, long venueOrderIdHigh, long venueOrderIdLow, int instrument, long quantity,
                      long filled) implements Input {
    }

    /// Ends a reconciliation: the account, position and order inputs before it are the venue's view.
    record Reconciled(int openOrders) implements Input {
    }

    /// The venue's view of a position in what this run does not trade.
    ///
    /// @param symbol in the venue's spelling
    record ForeignPosition(String symbol, long quantity) implements Input {
        public ForeignPosition {
            Objects.requireNonNull(symbol);
        }
    }

    /// Whether something can be traded from now on. What nobody has spoken of can be.
    ///
    /// @param instrument     negative for every stock at once
    /// @param untilNs        when the state is to end; 0 when nobody knows. An open market is closed from then on
    /// @param entriesUntilNs from when on no entry starts any more; 0 for never
    /// @param detail         the venue's words
    record TradingStatus(int instrument, TradingState state, TradingReason reason, long untilNs, long entriesUntilNs,
                         String detail) implements Input {
        public TradingStatus {
            Objects.requireNonNull(detail);
        }
    }

    record CashFlow(long amount, CashFlowReason reason) implements Input {
    }

    /// A split (`ratio`, scaled 1e-9) or a payment (`cash`).
    record CorporateAction(int instrument, long ratio, long cash) implements Input {
    }

    record VenueUp() implements Input {
    }

    record VenueDown(VenueDownReason reason) implements Input {
    }

    /// @param releases      what a resume lets go: the sum of [Release#bit()]
    /// @param clientOrderId the parked order that approve and veto speak of; else 0
    /// @param seen          of a resume, the record whose state the operator looked at: what latched or changed behind
    ///                      it stays. 0 for whatever is latched, as in journals older than this field
    record OperatorCommand(OperatorAction action, int releases, long clientOrderId, long commandIdHigh,
                           long commandIdLow, String principal, long seen) implements Input {
        public OperatorCommand {
            Objects.requireNonNull(principal);
        }

        public OperatorCommand(OperatorAction action, int releases, long clientOrderId, long commandIdHigh,
                               long commandIdLow, String principal) {
            this(action, releases, clientOrderId, commandIdHigh, commandIdLow, principal, 0);
        }
    }

    /// A person, proven present, moves the run to another phase.
    record PhaseApproved(int fromPhase, int toPhase, long commandIdHigh, long commandIdLow, Hash256 evidence,
                         String principal)
            implements Input {
        public PhaseApproved {
            Objects.requireNonNull(evidence);
            Objects.requireNonNull(principal);
        }
    }

    /// Closes a segment of the journal.
    ///
    /// @param sha256   of the segment's records
    /// @param previous `sha256` of the seal before; zero at the first
    record Seal(int segment, long fromSequence, long toSequence, Hash256 sha256, Hash256 previous) implements Input {
        public Seal {
            Objects.requireNonNull(sha256);
            Objects.requireNonNull(previous);
        }
    }

    /// The epoch's last input.
    record Stopped(StoppedReason reason) implements Input {
    }

    /// The operator's alert about a parked order has arrived somewhere.
    record AlertDelivered(long clientOrderId) implements Input {
    }

    /// A fault of the journal's disk began, or is over.
    ///
    /// @param freeBytes what is free on the disk; -1 where that is not the question
    record JournalHealth(JournalTrouble trouble, boolean over, long freeBytes) implements Input {
    }

    /// Nothing new: the core goes on with decisions that found no room in the record before, while engine time stands.
    record Continued() implements Input {
    }

    /// The input that opens an epoch and holds everything a reader needs to understand the rest of it: a journal
    /// explains itself.
    ///
    /// @param contract            version of the exported journal's contract
    /// @param referenceInstrument whose move the extreme-market guard watches; -1 for none
    /// @param cash                before the first event, as are `peak` and `positions`
    /// @param stateSeed           seed of the state hash
    /// @param build               version and commit in words
    /// @param config              the whole resolved configuration, no secrets
    record Started(int contract, int epoch, int runId, Mode mode, int phase, Gateway gateway, Timeframe baseTimeframe,
                   int referenceInstrument, long cash, long peak, long seed, long stateSeed, Hash256 buildHash,
                   Hash256 configHash, Hash256 dataHash, List<Holding> positions, List<Instrument> instruments,
                   List<StrategyEntry> strategies, List<SourceName> sources, List<Limit> limits, String currency,
                   String build, String config) implements Input {

        public Started {
            positions = List.copyOf(positions);
            instruments = List.copyOf(instruments);
            strategies = List.copyOf(strategies);
            sources = List.copyOf(sources);
            limits = List.copyOf(limits);
        }

        /// A position before the first event.
        public record Holding(int instrument, long quantity, long averagePrice) {
        }

        /// A strategy with everything that explains its decisions. Texts are single lines.
        ///
        /// @param strategy   its number in this epoch
        /// @param budget     largest notional ÷ equity, scaled 1e-9
        /// @param codeHash   of the jar or of the build, as hex
        /// @param parameters by name, as text, in the order of names
        /// @param valueNames by the index that evaluations give to each value
        /// @param rationales in order of registration: code 1 is the first, code 0 means that no reason was given
        /// @param instruments symbols it trades; none in journals of the first version, which did not say
        public record StrategyEntry(int strategy, Timeframe timeframe, int warmUpBars, long budget, String name,
                                    String className, String codeHash, Map<String, String> parameters,
                                    List<String> valueNames, List<String> rationales,
                                    List<String> instruments) {
            public StrategyEntry {
                instruments = List.copyOf(instruments);
                parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
                valueNames = List.copyOf(valueNames);
                rationales = List.copyOf(rationales);
                parameters.forEach((key, value) -> {
                    singleLine(key);
                    singleLine(value);
                    if (key.isEmpty() || key.contains("=")) {
                        throw new IllegalArgumentException("parameter name '" + key + "'");
                    }
                });
                valueNames.forEach(StrategyEntry::filledLine);
                rationales.forEach(StrategyEntry::filledLine);
            }

            private static void filledLine(String text) {
                singleLine(text);
                if (text.isEmpty()) {
                    throw new IllegalArgumentException("an empty value name or rationale");
                }
            }

            private static void singleLine(String text) {
                if (text.indexOf('\n') >= 0) {
                    throw new IllegalArgumentException("more than one line: '" + text + "'");
                }
            }
        }

        /// The name of a number that record headers give as their source.
        public record SourceName(int source, String name) {
            public SourceName {
                Objects.requireNonNull(name);
            }
        }

        /// One threshold in force. Its name is the contract's, such as `trade_size`.
        ///
        /// @param value in the unit of `kind`: scaled 1e-9 for ratios and money, plain for counts and nanoseconds, 0
        ///              for words
        public record Limit(LimitKind kind, long value, String name) {
            public Limit {
                Objects.requireNonNull(name);
            }

            public static Limit ratio(String name, long scaled) {
                return new Limit(LimitKind.RATIO, scaled, name);
            }

            public static Limit money(String name, long scaled) {
                return new Limit(LimitKind.MONEY, scaled, name);
            }

            public static Limit count(String name, long count) {
                return new Limit(LimitKind.COUNT, count, name);
            }

            public static Limit nanos(String name, long nanos) {
                return new Limit(LimitKind.NANOS, nanos, name);
            }

            public static Limit choice(String name, String word) {
                return new Limit(LimitKind.CHOICE, 0, name + '=' + word);
            }

            /// One call for each member; for an empty list one call with an empty word.
            public static Limit member(String name, String word) {
                return new Limit(LimitKind.MEMBER, 0, name + '=' + word);
            }
        }
    }

    /// An input of a newer build, which only readers make: it cannot be written.
    record Unrecognised(int templateId) implements Input {
    }
}
