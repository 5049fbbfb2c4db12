package org.gradus.engine.core;

import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gradus.engine.codec.RecordHeader;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.message.Decision;
import org.gradus.engine.message.Derived;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.engine.message.StopAction;
import org.gradus.engine.runtime.EngineConfig.InstrumentConfig;
import org.gradus.engine.runtime.TestConfigs;
import org.junit.jupiter.api.Test;

/// A stop that the engine holds sees the lowest price of what comes as one, as far as that is to be believed.
class LowestPriceTest {
    private static final long MINUTE_NS = Timeframe.M1.nanos();

    private final CoreRig rig = new CoreRig();

    @Test
    void theLowOfConflatedPrintsReachesTheStop() {
        rig.bought("2", "1000");
        assertEquals(1, triggers(aggregate("1000", "1000", "960", "1000")));
    }

    @Test
    void aLowAboveTheStopDoesNot() {
        rig.bought("2", "1000");
        assertEquals(0, triggers(aggregate("1000", "1000", "995", "1000")));
    }

    @Test
    void aLowWhileTheQuoteIsFreshIsNoMark() {
        rig.bought("2", "1000");
        rig.input(new Input.Quote(CoreRig.BTC, parse("999"), 1, parse("1001"), 1, 0));
        assertEquals(0, triggers(aggregate("1000", "1000", "960", "1000")));
    }

    @Test
    void anAbsurdExtremeReachesNoStopAndEntersNoBar() {
        rig.bought("2", "1000");
        Journaled record = aggregate("1", "5000", "1", "1010");
        assertEquals(0, triggers(record));
        assertEquals(RecordHeader.HIGH_LEFT_OUT | RecordHeader.LOW_LEFT_OUT, record.header().flags());
        Derived.BarClosed bar = (Derived.BarClosed) rig.minute("1005").derived().getFirst();
        assertEquals(List.of(parse("1010"), parse("1010"), parse("1005"), parse("1005")),
            List.of(bar.open(), bar.high(), bar.low(), bar.close()));
    }

    @Test
    void aStopAtTheVenueIsTheVenuesToTrigger() {
        rig.bought("2", "1000");
        rig.accept(rig.lastSubmit());
        assertEquals(0, triggers(aggregate("1000", "1000", "960", "1000")));
    }

    @Test
    void theLowOfAFeedBarReachesAStopThatStoodWhenItBegan() {
        CoreRig fed = new CoreRig(TestConfigs.with(
            List.of(new InstrumentConfig(TestConfigs.crypto(0, "BTC/USD", "BTC", 8), List.of(Timeframe.M1))),
            CoreRig.config(1).strategies(), "fed"));
        fed.wanted = parse("2");
        bar(fed, "1000");
        fed.pass(CoreRig.SECOND_NS);
        fed.fill(fed.lastSubmit(), "1000");
        fed.pass(30 * CoreRig.SECOND_NS);
        assertEquals(1, triggers(bar(fed, "960")));
    }

    @Test
    void theLowOfAFeedBarFromBeforeThePositionDoesNot() {
        CoreRig fed = new CoreRig(TestConfigs.with(
            List.of(new InstrumentConfig(TestConfigs.crypto(0, "BTC/USD", "BTC", 8), List.of(Timeframe.M1))),
            CoreRig.config(1).strategies(), "fed"));
        fed.wanted = parse("2");
        bar(fed, "1000");
        fed.pass(30 * CoreRig.SECOND_NS);
        fed.fill(fed.lastSubmit(), "1000");
        assertEquals(0, triggers(bar(fed, "960")));
    }

    /// A bar until the end of the minute, which opens and closes at 1000.
    private static Journaled bar(CoreRig rig, String low) {
        long endNs = Timeframe.M1.endOf(rig.nowNs());
        rig.pass(endNs - rig.nowNs());
        rig.tick();
        return rig.input(new Input.FeedBar(CoreRig.BTC, Timeframe.M1, endNs - MINUTE_NS, endNs, parse("1000"),
            parse("1000"), parse(low), parse("1000"), 100_000_000));
    }

    private Journaled aggregate(String open, String high, String low, String last) {
        return rig.input(new Input.TradeAggregate(CoreRig.BTC, parse(last), 100_000_000, 4, parse(open), parse(high),
            parse(low)));
    }

    private static long triggers(Journaled record) {
        return CoreRig.in(record, Decision.StopDecision.class).stream()
            .filter(stop -> stop.action() == StopAction.TRIGGER).count();
    }
}
