package org.gradus.adapters.acceptance;

import static org.gradus.engine.domain.FixedPoint.format;
import static org.gradus.engine.domain.FixedPoint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.domain.OrderType;
import org.gradus.engine.domain.SplitRatio;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.egress.OrderCommand;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.Release;
import org.gradus.engine.message.StopAction;
import org.gradus.engine.runtime.Assembly;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.StrategyConfig;
import org.gradus.engine.runtime.TestConfigs;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.strategy.BarView;
import org.gradus.engine.strategy.Declaration;
import org.gradus.engine.strategy.Signal;
import org.gradus.engine.strategy.Strategy;

/// The engine's core behind a gateway, for cards about what is decided and not only about what is sent. It has
/// [TestConfigs]' 100,000 dollars and limits, and one strategy that buys when a card says so.
final class CoreUnderCards {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final String STOCK = "AAPL";
    private static final int REFERENCE = 0;

    private final Assembly assembly;
    private final RecordCodec codec = new RecordCodec();
    private final EventSlot slot = EventSlot.ofCapacity(1 << 13);
    private final List<OrderCommand> commands = new ArrayList<>();
    private final List<String> decided = new ArrayList<>();
    private long sequence;
    private long nowNs;
    private long commandIds;
    private long wanted;

    CoreUnderCards() {
        EngineConfig config = TestConfigs.with(Market.INSTRUMENTS.stream()
            .map(each -> new EngineConfig.InstrumentConfig(each, List.of())).toList(),
            List.of(new StrategyConfig("asked", "asked", "", List.of(STOCK), Timeframe.M1, parse("0.2"), Map.of())),
            "cards");
        assembly = new Assembly(config, (kind, jar, parameters) -> new Asked());
    }

    /// Buys when told to, whatever the bar.
    private final class Asked implements Strategy {
        @Override
        public void declare(Declaration declaration) {
            declaration.rationale("told to");
        }

        @Override
        public void evaluate(BarView bar, Signal signal) {
            if (wanted > 0) {
                signal.enter(1, 0.02, wanted);
            }
            wanted = 0;
        }

        @Override
        public void visitState(StateVisitor visitor) {
            // What it is told is the card's.
        }
    }

    void time(long timeNs) {
        long second = Math.max(nowNs, timeNs - SECOND_NS * 120);
        for (second += SECOND_NS - second % SECOND_NS; second <= timeNs; second += SECOND_NS) {
            enter(new Input.TimeTick(), second);
        }
        nowNs = Math.max(nowNs, timeNs);
    }

    void enter(Input input) {
        enter(input, nowNs);
    }

    private void enter(Input input, long timeNs) {
        nowNs = Math.max(nowNs, timeNs);
        slot.begin(++sequence, 1, nowNs, nowNs);
        codec.write(slot, input);
        assembly.market().onSlot(slot);
        assembly.decision().onSlot(slot);
        Journaled record = codec.read(slot.buffer(), 0);
        record.decisions().forEach(this::note);
    }

    void quote(String symbol, long bid, long ask) {
        int instrument = Market.instrument(symbol).id();
        enter(new Input.Quote(instrument, bid, parse("100"), ask, parse("100"), 0));
        enter(new Input.Trade(instrument, ask, parse("1"), null));
    }

    /// At the close of the minute under way. The reference that the guardrails watch has a price too.
    void asks(long quantity) {
        wanted = quantity;
        enter(new Input.Trade(REFERENCE, parse("50000"), parse("1"), null));
        time(Timeframe.M1.endOf(nowNs));
        enter(new Input.BarClose(REFERENCE, nowNs));
        enter(new Input.BarClose(Market.instrument(STOCK).id(), nowNs));
    }

    void operator(OperatorAction action) {
        enter(new Input.OperatorCommand(action, Release.RECONCILIATION.bit(), 0, 1, ++commandIds, "card"));
    }

    long nowNs() {
        return nowNs;
    }

    List<OrderCommand> takeCommands() {
        List<OrderCommand> taken = List.copyOf(commands);
        commands.clear();
        return taken;
    }

    List<String> takeDecided() {
        List<String> taken = List.copyOf(decided);
        decided.clear();
        return taken;
    }

    private void note(Decision decision) {
        switch (decision) {
            case Decision.OrderDecision order when order.action() == OrderAction.REFUSE ->
                decided.add(order.purpose().label() + " denied " + order.rule().label() + ' ' + order.reason().label());
            case Decision.OrderDecision order -> {
                decided.add(order.purpose().label() + ' ' + order.action().label());
                commands.add(command(order));
            }
            case Decision.ReconcileOutcome outcome when !outcome.clean() ->
                outcome.differences().forEach(each -> decided.add(words(each)));
            case Decision.StopDecision stop when stop.action() == StopAction.TRIGGER -> decided.add("stop triggered");
            default -> {
                // No card speaks of it.
            }
        }
    }

    private static String words(Decision.ReconcileOutcome.Difference in) {
        return "differs " + in.kind().label() + ' '
            + (in.instrument() < 0 ? in.name() : Market.INSTRUMENTS.get(in.instrument()).symbol()) + ' '
            + format(in.ours()) + ' ' + format(in.venue())
            + (in.ratio() == 0 ? "" : " split " + SplitRatio.words(in.ratio()));
    }

    private OrderCommand command(Decision.OrderDecision in) {
        OrderCommand out = new OrderCommand();
        out.action = in.action();
        out.clientOrderId = in.clientOrderId();
        out.instrumentId = in.instrument();
        out.purpose = in.purpose();
        out.side = in.side();
        out.orderType = in.orderType();
        out.timeInForce = in.timeInForce();
        out.quantity = in.quantity();
        out.limitPrice = in.limitPrice();
        out.triggerPrice = in.orderType() == OrderType.STOP || in.orderType() == OrderType.STOP_LIMIT
            ? in.stopPrice() : 0;
        return out;
    }
}
