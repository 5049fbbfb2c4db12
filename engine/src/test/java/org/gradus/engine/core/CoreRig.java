package org.gradus.engine.core;

import static org.gradus.engine.domain.FixedPoint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.codec.RecordList;
import org.gradus.engine.domain.ClientOrderId;
import org.gradus.engine.domain.Side;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.runtime.Assembly;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.Recovery;
import org.gradus.engine.runtime.StrategyConfig;
import org.gradus.engine.runtime.TestConfigs;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.strategy.BarView;
import org.gradus.engine.strategy.Declaration;
import org.gradus.engine.strategy.Signal;
import org.gradus.engine.strategy.Strategy;

/// The two stages of the core, driven input by input: a test says what happens and reads what was decided. The one
/// strategy enters at the close of a minute when it was told to.
final class CoreRig {
    static final int BTC = 0;
    static final long SECOND_NS = TestConfigs.SECOND_NS;
    private static final long START_NS = 1_700_006_400L * SECOND_NS;
    private static final int SLOT_BYTES = 4_096;

    private final Assembly assembly;
    private final RecordCodec codec = new RecordCodec();
    private final EventSlot slot = EventSlot.ofCapacity(SLOT_BYTES);
    private final List<Journaled> records = new ArrayList<>();
    private long nowNs = START_NS;
    private long executions;
    private long commands;
    /// What the strategy asks for at the next bar's close; 0 = nothing, -1 = as much as the limits allow.
    long wanted;

    CoreRig() {
        this(config(1));
    }

    CoreRig(EngineConfig config) {
        assembly = new Assembly(config, (kind, jar, parameters) -> new Asked());
    }

    static EngineConfig config(int strategies) {
        List<StrategyConfig> configs = new ArrayList<>();
        for (int i = 0; i < strategies; i++) {
            configs.add(new StrategyConfig("asked-" + i, "asked", "", List.of("BTC/USD"), Timeframe.M1,
                parse("0.2"), Map.of()));
        }
        return TestConfigs.with(List.of(TestConfigs.bitcoin(BTC)), configs, "core");
    }

    static EngineConfig config(String budget) {
        return TestConfigs.with(List.of(TestConfigs.bitcoin(BTC)), List.of(new StrategyConfig("asked-0", "asked", "",
            List.of("BTC/USD"), Timeframe.M1, parse(budget), Map.of())), "core");
    }

    /// Enters when told to, whatever the bar.
    private final class Asked implements Strategy {
        @Override
        public void declare(Declaration declaration) {
            declaration.rationale("told to");
        }

        @Override
        public void evaluate(BarView bar, Signal signal) {
            if (wanted > 0) {
                signal.enter(1, 0.02, wanted);
            } else if (wanted < 0) {
                signal.enter(1, 0.02);
            }
            wanted = 0;
        }

        @Override
        public void visitState(StateVisitor visitor) {
            // What it is told is the test's.
        }
    }

    DecisionStage core() {
        return assembly.decision();
    }

    long nowNs() {
        return nowNs;
    }

    CoreRig pass(long ns) {
        nowNs += ns;
        return this;
    }

    Journaled input(Input input) {
        slot.begin(records.size() + 1, 1, nowNs, nowNs);
        codec.write(slot, input);
        assembly.market().onSlot(slot);
        assembly.decision().onSlot(slot);
        Journaled record = codec.read(slot.buffer(), 0);
        records.add(record);
        return record;
    }

    /// Takes back what another build has recorded.
    void restore(List<Journaled> recorded) {
        new Recovery(assembly.market(), assembly.decision(), SLOT_BYTES).run(RecordList.of(recorded), epoch -> false,
            record -> nowNs = record.timeNs());
    }

    Journaled tick() {
        return input(new Input.TimeTick());
    }

    Journaled trade(String price) {
        return input(new Input.Trade(BTC, parse(price), 100_000_000, null));
    }

    /// A print, a minute, and its bar's close.
    Journaled minute(String price) {
        trade(price);
        nowNs = Timeframe.M1.endOf(nowNs);
        tick();
        return input(new Input.BarClose(BTC, nowNs));
    }

    /// Has the strategy buy so much at about this price, and the venue fill it there.
    ///
    /// @return the record of the fill
    Journaled bought(String quantity, String price) {
        wanted = parse(quantity);
        minute(price);
        return fill(lastSubmit(), price);
    }

    Decision.OrderDecision lastSubmit() {
        return decisions(Decision.OrderDecision.class).stream().filter(o -> o.action() == OrderAction.SUBMIT).toList()
            .getLast();
    }

    Journaled accept(Decision.OrderDecision order) {
        input(new Input.OrderSent(order.clientOrderId()));
        return input(new Input.OrderAccepted(order.clientOrderId(), 1, ClientOrderId.counter(order.clientOrderId())));
    }

    Journaled fill(Decision.OrderDecision order, String price) {
        accept(order);
        return input(new Input.OrderFilled(order.clientOrderId(), 9, ++executions, BTC, order.side(), parse(price),
            order.quantity(), order.quantity(), 0, order.side() == Side.BUY));
    }

    Journaled reconcile(String cash, String quantity, int openOrders) {
        input(new Input.Account(parse(cash), parse(cash)));
        if (!quantity.equals("0")) {
            input(new Input.VenuePosition(BTC, parse(quantity)));
        }
        return input(new Input.Reconciled(openOrders));
    }

    Journaled command(OperatorAction action, int releases) {
        return input(new Input.OperatorCommand(action, releases, 0, 5, ++commands, "ada"));
    }

    /// By an operator who has looked at the state behind that record.
    Journaled resume(int releases, long seen) {
        return input(new Input.OperatorCommand(OperatorAction.RESUME, releases, 0, 5, ++commands, "ada", seen));
    }

    List<Journaled> records() {
        return records;
    }

    <T extends Decision> List<T> decisions(Class<T> kind) {
        return records.stream().flatMap(record -> in(record, kind).stream()).toList();
    }

    static <T extends Decision> List<T> in(Journaled record, Class<T> kind) {
        return record.decisions().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
