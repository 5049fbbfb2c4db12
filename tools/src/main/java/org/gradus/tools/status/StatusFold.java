package org.gradus.tools.status;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.agrona.DirectBuffer;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.codec.RecordCursor;
import org.gradus.engine.codec.RecordHeader;
import org.gradus.engine.codec.RecordSource;
import org.gradus.engine.codec.sbe.BarCloseDecoder;
import org.gradus.engine.codec.sbe.QuoteDecoder;
import org.gradus.engine.codec.sbe.TimeTickDecoder;
import org.gradus.engine.codec.sbe.TradeDecoder;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.message.CommandRefusal;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.Release;
import org.gradus.engine.message.RiskReason;
import org.jspecify.annotations.Nullable;

/// Folds a journal into the state an operator asks for. Reads on where it stopped, so that following a running engine
/// costs little. Owned by one thread.
public final class StatusFold {
    private static final int KEPT_COMMANDS = 16;

    private final RecordCursor cursor = new RecordCursor();
    private final RecordCodec codec = new RecordCodec();
    private final JournalNames names = new JournalNames();
    private final OrderTable orders = new OrderTable();
    private final PositionTable positions = new PositionTable();
    private final VenueTable venue = new VenueTable();
    private final Set<RiskReason> latched = EnumSet.noneOf(RiskReason.class);
    private final Deque<Status.Outcome> commands = new ArrayDeque<>();
    private final Map<Integer, Decision.StrategyDisabled> disabled = new TreeMap<>();
    private RiskState riskState = RiskState.ACTIVE;
    private int phase;
    private Decision.@Nullable Equity equity;
    private @Nullable String stopped;
    private long sequence;
    private long timeNs;

    /// Takes in what the source has beyond what was read before.
    public void read(RecordSource source) {
        while (source.next()) {
            add(source.buffer(), source.offset());
        }
    }

    private void add(DirectBuffer buffer, int offset) {
        sequence = RecordHeader.sequence(buffer, offset);
        timeNs = RecordHeader.timeNs(buffer, offset);
        boolean failed = (RecordHeader.flags(buffer, offset) & RecordHeader.FAILED) != 0;
        if (!failed && speaks(buffer, offset)) {
            add(codec.read(buffer, offset));
        }
    }

    /// Most records are prints, quotes and ticks on which nothing was decided.
    private boolean speaks(DirectBuffer buffer, int offset) {
        cursor.wrap(buffer, offset);
        cursor.advance();
        return switch (cursor.templateId()) {
            case TradeDecoder.TEMPLATE_ID, QuoteDecoder.TEMPLATE_ID, TimeTickDecoder.TEMPLATE_ID,
                 BarCloseDecoder.TEMPLATE_ID -> cursor.advance();
            default -> true;
        };
    }

    private void add(Journaled record) {
        stopped = record.input() instanceof Input.Seal ? stopped : null;
        venue.apply(record.input(), timeNs);
        switch (record.input()) {
            case Input.Started in -> {
                names.learn(in);
                phase = phase == 0 ? in.phase() : phase;
            }
            case Input.Stopped in -> stopped = in.reason().label();
            case Input.OperatorCommand in -> command(in, record.decisions());
            case Input.CorporateAction in -> positions.apply(in);
            case Input.OrderFilled in -> {
                if (applied(record.decisions())) {
                    positions.apply(in);
                }
                orders.apply(in);
            }
            default -> orders.apply(record.input());
        }
        record.decisions().forEach(this::add);
        if (record.input() instanceof Input.JournalHealth in && in.over()) {
            latched.remove(RiskReason.DISK_LOW);
        }
    }

    private static boolean applied(List<Decision> decisions) {
        return decisions.stream()
            .anyMatch(decision -> decision instanceof Decision.FillOutcome outcome && outcome.applied());
    }

    private void command(Input.OperatorCommand command, List<Decision> decisions) {
        for (Decision decision : decisions) {
            if (decision instanceof Decision.CommandOutcome outcome) {
                remember(command, outcome);
                if (command.action() == OperatorAction.RESUME && outcome.accepted()) {
                    release(outcome.released() == 0 ? command.releases() : outcome.released());
                }
            }
        }
    }

    /// A journal of the first version tells only what was asked.
    private void release(int releases) {
        for (Release release : Release.values()) {
            if (release.in(releases)) {
                latched.remove(causeOf(release));
            }
        }
        if (Release.RECONCILIATION.in(releases)) {
            venue.accepted();
        }
    }

    private static RiskReason causeOf(Release release) {
        return switch (release) {
            case HALT -> RiskReason.OPERATOR_HALT;
            case CIRCUIT_BREAKER -> RiskReason.CIRCUIT_BREAKER;
            case EXTREME_MARKET -> RiskReason.EXTREME_MARKET;
            case RECONCILIATION -> RiskReason.RECONCILIATION;
            case JOURNAL_FAULT -> RiskReason.JOURNAL_FAULT;
        };
    }

    private void remember(Input.OperatorCommand command, Decision.CommandOutcome outcome) {
        if (commands.size() == KEPT_COMMANDS) {
            commands.remove();
        }
        String id = String.format("%016x%016x", command.commandIdHigh(), command.commandIdLow());
        commands.add(new Status.Outcome(id, command.action().label(), command.principal(),
            outcome.reason() == CommandRefusal.NONE ? null : outcome.reason().label()));
    }

    private void add(Decision decision) {
        switch (decision) {
            case Decision.OrderDecision order -> orders.apply(order, timeNs);
            case Decision.StopDecision stop -> positions.apply(stop);
            case Decision.Adjustment adopted -> positions.apply(adopted);
            case Decision.Equity reading -> equity = reading;
            case Decision.PhaseChange change -> phase = change.toPhase();
            case Decision.RiskStateChange change -> changed(change);
            case Decision.ReconcileOutcome outcome -> venue.apply(outcome, timeNs);
            case Decision.StrategyDisabled off -> disabled.put(off.strategy(), off);
            default -> {
                // Not part of the state.
            }
        }
    }

    private void changed(Decision.RiskStateChange change) {
        riskState = change.toState();
        if (change.reason() == RiskReason.RECONCILED) {
            latched.remove(RiskReason.RECONCILIATION);
        } else if (change.reason() != RiskReason.OPERATOR_RESUME) {
            latched.add(change.reason());
        }
        if (riskState == RiskState.ACTIVE) {
            latched.clear();
        }
    }

    /// The journal's last record that was taken in; 0 before the first.
    public long sequence() {
        return sequence;
    }

    /// @return the state behind the last record
    public Status status() {
        orders.passTime(timeNs);
        return new Status(sequence, Instant.ofEpochSecond(0, timeNs).toString(), riskState.label(),
            latched.stream().map(RiskReason::label).toList(), phase, money(), positions.holdings(names, equity),
            orders.working(names), orders.parked(names), disabled(),
            new Status.Rate(orders.submittedInLastMinute(), names.rateLimit()), List.copyOf(commands),
            venue.venue(names, timeNs), venue.reconciliation(names), stopped, null);
    }

    private List<Status.Disabled> disabled() {
        return disabled.values().stream().map(off -> new Status.Disabled(names.strategy(off.strategy()),
            off.reason().label(), off.thrown().isEmpty() ? null : off.thrown())).toList();
    }

    private Status.@Nullable Money money() {
        return equity == null ? null : new Status.Money(FixedPoint.format(equity.equity()),
            FixedPoint.format(equity.cash()), FixedPoint.format(equity.exposure()),
            FixedPoint.format(equity.drawdown()), FixedPoint.format(equity.realised()),
            FixedPoint.format(equity.open()), FixedPoint.format(equity.fees()));
    }
}
