package org.gradus.engine.core;

import java.util.Arrays;
import java.util.List;
import org.gradus.engine.codec.sbe.BarClosedDecoder;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.message.AlertKind;
import org.gradus.engine.message.DisabledReason;
import org.gradus.engine.message.SignalKind;
import org.gradus.engine.state.StateHasher;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;
import org.gradus.engine.strategy.Signal;
import org.jspecify.annotations.Nullable;

/// Asks each strategy at the close of its bars and acts on the answer. A strategy that throws is disabled; its position
/// stays under its stop. Owned by the decision stage.
final class StrategyDesk implements Stateful {
    private static final int TIMEFRAMES = Timeframe.values().length;

    private final Books books;
    private final OrderDesk desk;
    private final PositionKeeper keeper;
    private final DecisionLog log;
    private final Binding[] bindings;
    private final int[][] boundTo;
    private final BarSeries[] series;
    private final int[] signalsGiven;
    /// What each strategy threw, whole, for people: no decision hangs on it, and the journal has only what repeats.
    private volatile Throwable[] thrown = new Throwable[CoreSetup.MAXIMUM_STRATEGIES];
    private final Signal signal = new Signal();
    private final StrategyView view;

    /// @param series by instrument × timeframe; null where no strategy looks
    StrategyDesk(Books books, OrderDesk desk, PositionKeeper keeper, DecisionLog log, List<Binding> bindings) {
        this.books = books;
        this.desk = desk;
        this.keeper = keeper;
        this.log = log;
        this.bindings = bindings.toArray(Binding[]::new);
        series = new BarSeries[books.instruments() * TIMEFRAMES];
        boundTo = new int[series.length][0];
        signalsGiven = new int[this.bindings.length];
        view = new StrategyView(books);
        for (int i = 0; i < this.bindings.length; i++) {
            Binding binding = this.bindings[i];
            int at = binding.instrumentId() * TIMEFRAMES + binding.timeframe().ordinal();
            series[at] = binding.series();
            boundTo[at] = Arrays.copyOf(boundTo[at], boundTo[at].length + 1);
            boundTo[at][boundTo[at].length - 1] = i;
        }
    }

    /// A bar has closed: those who look at it have an evaluation due.
    void barClosed(BarClosedDecoder bar) {
        int at = bar.instrument() * TIMEFRAMES + bar.timeframe();
        if (series[at] == null) {
            return;
        }
        series[at].take(bar);
        for (int binding : boundTo[at]) {
            if (!books.disabled[bindings[binding].strategyId()]) {
                books.work.addEvaluation(binding);
                signalsGiven[binding] = 0;
            }
        }
    }

    /// Evaluates what is due, as far as the slot has room, each in its turn.
    void evaluateDue() {
        int index = books.work.nextInTurn();
        while (index >= 0) {
            if (!log.hasRoomForEvaluation(bindings[index].outputs().length)) {
                return;
            }
            if (!evaluate(bindings[index], index)) {
                books.work.evaluated(index);
            }
            books.work.tookTurn(index);
            index = books.work.nextInTurn();
        }
    }

    /// @return true when the strategy wants to be asked again
    private boolean evaluate(Binding binding, int index) {
        view.look(binding);
        if (binding.series().barsSeen() < binding.warmUpBars()) {
            if (show(binding)) {
                log.evaluation(binding, SignalKind.WARMING_UP, 0);
            } else {
                disableThrown(binding.strategyId(), index);
            }
            return false;
        }
        signal.reset();
        if (!ask(binding)) {
            disableThrown(binding.strategyId(), index);
            return false;
        }
        log.evaluation(binding, signal.kind(), signal.rationale());
        switch (signal.kind()) {
            case ENTER -> desk.enter(binding, signal, keeper);
            case EXIT -> keeper.out.want(binding.strategyId(), binding.instrumentId(), Purpose.EXIT);
            case HOLD, WARMING_UP -> {
                // Nothing to do.
            }
        }
        return signal.wantsAgain() && again(binding, index);
    }

    private boolean ask(Binding binding) {
        try {
            binding.strategy().evaluate(view, signal);
            return true;
        } catch (Exception | StackOverflowError | AssertionError | LinkageError fault) {
            remember(binding.strategyId(), fault);
            return false;
        }
    }

    private boolean show(Binding binding) {
        try {
            binding.strategy().observe(view);
            return true;
        } catch (Exception | StackOverflowError | AssertionError | LinkageError fault) {
            remember(binding.strategyId(), fault);
            return false;
        }
    }

    private boolean again(Binding binding, int index) {
        if (++signalsGiven[index] < books.setup.maximumSignals()) {
            return true;
        }
        disable(binding.strategyId(), DisabledReason.TOO_MANY_SIGNALS, "", index);
        return false;
    }

    /// A new array each time: other threads see either.
    private void remember(int strategyId, Throwable fault) {
        Throwable[] known = thrown.clone();
        known[strategyId] = fault;
        thrown = known;
    }

    private void disableThrown(int strategyId, int asked) {
        disable(strategyId, DisabledReason.THREW, Thrown.words(thrown[strategyId]), asked);
    }

    /// What the strategy has thrown, or null. From any thread.
    @Nullable Throwable thrown(int strategyId) {
        return thrown[strategyId];
    }

    /// @param asked the binding being evaluated, whose caller takes it from the list
    private void disable(int strategyId, DisabledReason reason, String words, int asked) {
        books.disabled[strategyId] = true;
        log.disabled(strategyId, reason, words);
        log.alert(AlertKind.STRATEGY_DISABLED, 0);
        for (int i = 0; i < bindings.length; i++) {
            if (bindings[i].strategyId() == strategyId && i != asked && books.work.due(i)) {
                books.work.evaluated(i);
            }
        }
    }

    /// Lets strategies see a recorded bar without acting on what they say, to warm them up again.
    void rewarm() {
        for (int index = books.work.nextEvaluation(0); index >= 0; index = books.work.nextEvaluation(index + 1)) {
            Binding binding = bindings[index];
            books.work.evaluated(index);
            view.look(binding);
            if (binding.series().barsSeen() < binding.warmUpBars()) {
                show(binding);
            } else {
                signal.reset();
                ask(binding);
            }
        }
    }

    @Override
    public void visitState(StateVisitor visitor) {
        for (BarSeries bars : series) {
            if (bars != null) {
                bars.visitState(visitor);
            }
        }
        for (Binding binding : bindings) {
            binding.strategy().visitState(visitor);
        }
        visitor.visit(signalsGiven);
    }

    /// Hash of the strategy's own state, over all its instruments.
    long stateHash(int strategyId) {
        StateHasher hasher = new StateHasher();
        for (Binding binding : bindings) {
            if (binding.strategyId() == strategyId) {
                binding.strategy().visitState(hasher);
            }
        }
        return hasher.hash();
    }
}
