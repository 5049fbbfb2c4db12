package org.gradus.engine.runtime;

import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Purpose;
import org.gradus.engine.domain.Rounding;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.OrderAction;
import org.gradus.engine.message.SignalKind;
import org.gradus.engine.message.StoppedReason;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.strategy.BarView;
import org.gradus.engine.strategy.Declaration;
import org.gradus.engine.strategy.Signal;
import org.gradus.engine.strategy.Strategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A position always finds its way out: however large, however coarse the lot, and whatever was under way.
class WayOutTest {
    @TempDir
    private Path home;

    @Test
    void aPositionLargerThanOneOrderLeavesInSeveral() {
        EngineRig rig = rig("0.02", "0.000000001");
        rig.minutes = 20;
        rig.factory = (kind, jar, parameters) -> new Scripted(6, 6, 1_000, parse("0.015"));
        rig.runToEnd();
        assertEquals(0, sellable(rig, "0.000000001"));
        assertEquals(0, count(rig, order -> order.action() == OrderAction.REFUSE && order.purpose() != Purpose.ENTRY));
        assertTrue(count(rig, order -> order.action() == OrderAction.SUBMIT && order.purpose() == Purpose.EXIT) > 1);
    }

    @Test
    void dustBelowTheLotLeavesNothingOfATradeToTheNext() {
        EngineRig rig = rig("1000", "0.0001");
        rig.minutes = 30;
        rig.factory = (kind, jar, parameters) -> new Scripted(2, 4, 5, Signal.SIZED_BY_LIMITS);
        rig.runToEnd();
        long exits = count(rig, order -> order.action() == OrderAction.SUBMIT && order.purpose() == Purpose.EXIT);
        long asked = rig.records().stream().flatMap(record -> record.decisions().stream())
            .filter(decision -> decision instanceof Decision.Evaluation evaluation
                && evaluation.signal() == SignalKind.EXIT).count();
        assertTrue(exits > 2, () -> "only " + exits + " exits");
        assertTrue(exits <= asked, () -> exits + " exits, asked for " + asked);
    }

    @Test
    void flattenAlsoSellsWhatAnEntryOnItsWayStillBrings() {
        EngineRig rig = rig("1000", "0.000000001");
        rig.factory = (kind, jar, parameters) -> new Scripted(1, 1_000, 1_000, Signal.SIZED_BY_LIMITS);
        long filledNs = rig.records(home.resolve("undisturbed")).stream()
            .filter(record -> record.input() instanceof Input.OrderFilled).findFirst().orElseThrow().timeNs();
        try (SimulatedEngine engine = rig.open()) {
            EngineRig.runUntil(engine, each -> each.nextNs() >= filledNs);
            engine.command(new Input.OperatorCommand(OperatorAction.FLATTEN, 0, 0, 7, 8, "ada"));
            EngineRig.runUntil(engine, each -> false);
            rig.stop(engine, StoppedReason.END_OF_TAPE);
        }
        assertTrue(rig.records().stream().anyMatch(record -> record.input() instanceof Input.OrderFilled),
            "the entry was filled behind the command");
        assertEquals(0, sellable(rig, "0.000000001"));
    }

    private EngineRig rig(String maximumQuantity, String lot) {
        EngineRig rig = new EngineRig(home.resolve("run"));
        EngineConfig config = rig.config;
        Instrument old = config.instruments().getFirst().instrument();
        Instrument changed = new Instrument(0, old.symbol(), old.assetClass(), old.baseCurrency(), old.quoteCurrency(),
            old.tick(), parse(lot), old.minimumNotional(), parse(maximumQuantity), old.sizeDecimals());
        rig.config = config.renumbered(List.of(new EngineConfig.InstrumentConfig(changed, List.of())), 0,
            config.strategies());
        return rig;
    }

    private static long sellable(EngineRig rig, String lot) {
        long held = 0;
        for (Journaled record : rig.records()) {
            if (record.input() instanceof Input.OrderFilled fill) {
                held += fill.side().sign() * fill.quantity() - (fill.feeInBase() ? fill.fee() : 0);
            }
        }
        return Rounding.quantityDown(held, parse(lot));
    }

    private static long count(EngineRig rig, Predicate<Decision.OrderDecision> wanted) {
        return rig.records().stream().flatMap(record -> record.decisions().stream())
            .filter(decision -> decision instanceof Decision.OrderDecision order && wanted.test(order)).count();
    }

    /// Enters at the first bars of each round, exits at the last ones.
    private static final class Scripted implements Strategy {
        private final int entries;
        private final int exitFrom;
        private final int round;
        private final long quantity;
        private int bars;

        Scripted(int entries, int exitFrom, int round, long quantity) {
            this.entries = entries;
            this.exitFrom = exitFrom;
            this.round = round;
            this.quantity = quantity;
        }

        @Override
        public void declare(Declaration declaration) {
            declaration.rationale("as scripted");
        }

        @Override
        public void evaluate(BarView bar, Signal signal) {
            int at = bars++ % round;
            if (at < entries) {
                signal.enter(1, 0.02, quantity);
            } else if (at >= exitFrom) {
                signal.exit(1);
            }
        }

        @Override
        public void visitState(StateVisitor visitor) {
            bars = visitor.visit(bars);
        }
    }
}
