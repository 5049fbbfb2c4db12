package org.gradus.tools.run;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.codec.RecordSource;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.domain.Rule;
import org.gradus.engine.domain.Side;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.Verdict;

/// What a trader wants to know of a run, folded from its journal alone. Money and quantities are scaled 1e-9.
final class JournalFigures {
    long records;
    long startingCash;
    long firstTimeNs;
    long lastTimeNs;
    Decision.Equity equity;
    RiskState riskState = RiskState.ACTIVE;
    long lowestDrawdownE9;
    long mostExposure;
    int trades;
    int wins;
    long bestTrade;
    long worstTrade;
    int entries;
    int exits;
    int stops;
    int rejected;
    int parked;
    int halts;
    int reductions;
    int feedFaults;
    int evaluations;
    final Map<Rule, Integer> denials = new EnumMap<>(Rule.class);
    private final Map<String, Holding> holdings = new TreeMap<>();

    /// One strategy's position in one instrument, as its fills make it.
    private static final class Holding {
        private long quantity;
        private long settled;
    }

    static JournalFigures of(RecordSource source) {
        JournalFigures figures = new JournalFigures();
        RecordCodec codec = new RecordCodec();
        while (source.next()) {
            figures.add(codec.read(source.buffer(), source.offset()));
        }
        return figures;
    }

    private void add(Journaled record) {
        records++;
        lastTimeNs = record.timeNs();
        if (record.input() instanceof Input.Started started && startingCash == 0) {
            startingCash = started.cash();
            firstTimeNs = record.timeNs();
        } else if (record.input() instanceof Input.OrderRejected) {
            rejected++;
        } else if (record.input() instanceof Input.FeedFault) {
            feedFaults++;
        }
        record.decisions().forEach(decision -> add(decision, record.input()));
    }

    private void add(Decision decision, Input input) {
        switch (decision) {
            case Decision.Equity reading -> add(reading);
            case Decision.OrderDecision order -> add(order);
            case Decision.Checks checks -> checks.rules().stream().filter(check -> check.verdict() == Verdict.DENY)
                    .forEach(check -> denials.merge(check.rule(), 1, Integer::sum));
            case Decision.Allocation share -> add(share, input);
            case Decision.RiskStateChange change -> {
                riskState = change.toState();
                halts += change.fromState() != RiskState.HALTED && change.toState() == RiskState.HALTED ? 1 : 0;
                reductions += change.fromState() == RiskState.ACTIVE && change.toState() == RiskState.REDUCING ? 1 : 0;
            }
            case Decision.Evaluation _ -> evaluations++;
            default -> {
                // Not summed up.
            }
        }
    }

    private void add(Decision.Equity reading) {
        equity = reading;
        long drawdown = Math.round(1e9 * reading.low() / reading.truePeak()) - 1_000_000_000L;
        lowestDrawdownE9 = Math.min(lowestDrawdownE9, drawdown);
        mostExposure = Math.max(mostExposure, reading.exposure());
    }

    private void add(Decision.OrderDecision order) {
        if (order.action() == OrderAction.PARK) {
            parked++;
        } else if (order.action() == OrderAction.SUBMIT) {
            entries += order.purpose() == Purpose.ENTRY ? 1 : 0;
            stops += order.purpose() == Purpose.PROTECTIVE_STOP ? 1 : 0;
            exits += order.purpose() != Purpose.ENTRY && order.purpose() != Purpose.PROTECTIVE_STOP ? 1 : 0;
        }
    }

    /// A trade ends when a sell brings the strategy's position back to nothing.
    private void add(Decision.Allocation share, Input input) {
        Holding holding = holdings.computeIfAbsent(share.strategy() + " " + share.instrument(), key -> new Holding());
        boolean buy = share.side() == Side.BUY;
        long feeInAsset = buy && input instanceof Input.OrderFilled fill && fill.feeInBase() ? fill.fee() : 0;
        holding.quantity += buy ? share.quantity() - feeInAsset : -share.quantity();
        if (!buy && holding.quantity == 0) {
            long net = share.realised() - share.fees() - holding.settled;
            holding.settled = share.realised() - share.fees();
            trades++;
            wins += net > 0 ? 1 : 0;
            bestTrade = Math.max(bestTrade, net);
            worstTrade = Math.min(worstTrade, net);
        }
    }
}
