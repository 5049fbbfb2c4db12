package org.gradus.tools.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.codec.RecordSource;
import org.gradus.engine.domain.DenialReason;
import org.gradus.engine.domain.Mode;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.domain.Rule;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.DisabledReason;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.StoppedReason;
import org.gradus.engine.message.Verdict;
import org.gradus.tools.journal.EpochTables;
import org.gradus.tools.log.ThrownMessages;

/// What a trader wants to know of a run, folded from its journal alone. Money and quantities are scaled by 1e-9.
final class JournalFigures implements Consumer<Journaled> {
    long records;
    Mode mode = Mode.DEMO;
    long startingCash;
    long firstTimeNs;
    long lastTimeNs;
    Decision.Equity equity;
    RiskState riskState = RiskState.ACTIVE;
    double drawdown;
    long mostExposure;
    double mostExposureRatio;
    int entries;
    int exits;
    int stops;
    int rejected;
    int parked;
    final FeedFigures feed = new FeedFigures();
    final VenueFigures venue = new VenueFigures();
    final PrintFigures prints = new PrintFigures();
    final List<Disabled> disabled = new ArrayList<>();
    final TradeFigures trades = new TradeFigures();
    final StopFigures stopFigures = new StopFigures();
    final Map<Rule, Integer> denials = new EnumMap<>(Rule.class);
    /// The rule `venue` stands for many reasons.
    final Map<DenialReason, Integer> venueDenials = new EnumMap<>(DenialReason.class);
    final List<RiskChange> riskChanges = new ArrayList<>();
    private final EpochTables tables = new EpochTables();
    /// Tapes by number that no record has come from yet.
    private final Map<Integer, String> silentTapes = new TreeMap<>();
    private boolean atEndOfTape;

    /// A strategy that is asked no more.
    record Disabled(int number, String strategy, DisabledReason reason, String thrown) {
        String words(ThrownMessages messages) {
            return reason == DisabledReason.THREW ? ThrownMessages.words(thrown, messages.of(number))
                    : reason.label().replace('-', ' ');
        }
    }

    static JournalFigures of(RecordSource source) {
        JournalFigures figures = new JournalFigures();
        fold(source, figures);
        return figures;
    }

    /// Gives each record to a reader of figures.
    static void fold(RecordSource source, Consumer<Journaled> reader) {
        RecordCodec codec = new RecordCodec();
        while (source.next()) {
            reader.accept(codec.read(source.buffer(), source.offset()));
        }
    }

    @Override
    public void accept(Journaled record) {
        records++;
        lastTimeNs = record.timeNs();
        prints.add(record);
        venue.add(record);
        silentTapes.remove(record.header().source());
        switch (record.input()) {
            case Input.Started started -> add(started, record.timeNs());
            case Input.OrderRejected _ -> rejected++;
            case Input.FeedFault fault -> feed.add(fault, new FeedFigures.Place(
                    tables.source(record.header().source()), record.header().sourcePosition()));
            case Input.OrderFilled fill -> stopFigures.add(fill);
            case Input.CorporateAction action -> trades.split(action.instrument(), action.ratio());
            case Input.Stopped stopped -> atEndOfTape = stopped.reason() == StoppedReason.END_OF_TAPE;
            default -> {
                // Counted as a record only.
            }
        }
        record.decisions().forEach(decision -> add(decision, record));
    }

    private void add(Input.Started started, long timeNs) {
        tables.add(started);
        mode = started.mode();
        if (startingCash == 0) {
            startingCash = started.cash();
            firstTimeNs = timeNs;
            started.sources().forEach(source -> silentTapes.put(source.source(), source.name()));
        }
    }

    /// Tapes that ended before they began; while a run is not at the end of its tapes nobody can tell.
    List<String> emptyTapes() {
        return atEndOfTape ? List.copyOf(silentTapes.values()) : List.of();
    }

    /// How often the state has become this one.
    long times(RiskState state) {
        return riskChanges.stream().filter(change -> change.state() == state).count();
    }

    private void add(Decision decision, Journaled record) {
        switch (decision) {
            case Decision.Equity reading -> add(reading);
            case Decision.OrderDecision order -> add(order);
            case Decision.StopDecision stop -> stopFigures.add(stop);
            case Decision.Allocation share -> trades.add(share, record.input());
            case Decision.Adjustment adopted -> trades.add(adopted);
            case Decision.RiskStateChange change -> add(change, record);
            case Decision.StrategyDisabled off -> disabled.add(new Disabled(off.strategy(),
                    tables.strategy(off.strategy()), off.reason(), off.thrown()));
            case Decision.Checks checks -> checks.rules().stream().filter(check -> check.verdict() == Verdict.DENY)
                    .forEach(this::addDenial);
            default -> {
                // Not summed up.
            }
        }
    }

    private void addDenial(Decision.Checks.Check denied) {
        denials.merge(denied.rule(), 1, Integer::sum);
        if (denied.rule() == Rule.VENUE) {
            venueDenials.merge(denied.reason(), 1, Integer::sum);
        }
    }

    private void add(Decision.Equity reading) {
        equity = reading;
        drawdown = Math.max(drawdown, 1 - (double) reading.low() / reading.truePeak());
        mostExposure = Math.max(mostExposure, reading.exposure());
        mostExposureRatio = Math.max(mostExposureRatio, (double) reading.exposure() / reading.equity());
    }

    private void add(Decision.OrderDecision order) {
        stopFigures.add(order);
        if (order.action() == OrderAction.PARK) {
            parked++;
        } else if (order.action() == OrderAction.SUBMIT) {
            entries += order.purpose() == Purpose.ENTRY ? 1 : 0;
            stops += order.purpose() == Purpose.PROTECTIVE_STOP ? 1 : 0;
            exits += order.purpose() != Purpose.ENTRY && order.purpose() != Purpose.PROTECTIVE_STOP ? 1 : 0;
        }
    }

    /// Each latch has a decision of its own; only those that change what is let through count.
    private void add(Decision.RiskStateChange change, Journaled record) {
        if (change.fromState() == change.toState()) {
            return;
        }
        riskState = change.toState();
        String cause = record.input() instanceof Input.OperatorCommand command
                ? command.action().label() + " by " + command.principal() : change.reason().label();
        riskChanges.add(new RiskChange(record.timeNs(), change.toState(), cause));
    }
}
