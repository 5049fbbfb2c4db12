package org.gradus.engine.simulation;

import static org.gradus.engine.domain.FixedPoint.parse;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.agrona.concurrent.UnsafeBuffer;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.codec.RecordHeader;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.journal.MemoryJournal;
import org.gradus.engine.message.Input;
import org.gradus.engine.runtime.EngineConfig;
import org.gradus.engine.runtime.EngineConfig.InstrumentConfig;
import org.gradus.engine.runtime.EngineConfig.Topology;
import org.gradus.engine.runtime.Replays;
import org.gradus.engine.runtime.SimulatedEngine;
import org.gradus.engine.runtime.SimulatedRun;
import org.gradus.engine.runtime.StrategyConfig;
import org.gradus.engine.runtime.Telemetry;
import org.gradus.engine.runtime.TestConfigs;
import org.gradus.engine.sim.FaultPlan;
import org.gradus.engine.tape.MergedTape;
import org.gradus.engine.tape.Tape;
import org.junit.jupiter.api.Test;

/// Nobody, the simulated market least of all, knows the next row of a tape: rows are taken away or changed one by one,
/// most of them right behind a fill, and all records before them stay as they are.
class LookAheadTest {
    private static final long FIRST_SEED = 4_400;
    private static final int SCENARIOS = 12;
    private static final long START_NS = 1_704_067_200L * TestConfigs.SECOND_NS;
    private static final int MOST_ROWS = 16;

    /// One run and what it is made of; every tape is made anew for each.
    private record Play(EngineConfig config, FaultPlan faults, Supplier<List<Tape>> tapes) {
    }

    /// A row of a tape and the first record that may know of it.
    private record Row(int source, long position, int record) {
    }

    @Test
    void aTradeOrQuoteIsNotFeltBeforeItsRow() {
        int rows = 0;
        Set<String> kinds = new TreeSet<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SCENARIOS; seed++) {
            Scenario scenario = Scenario.of(seed);
            rows += holds(new Play(scenario.config(), scenario.faults(), scenario::tapes), kinds);
        }
        assertTrue(rows > 80 && kinds.equals(Set.of("Trade", "Quote")), rows + " rows of " + kinds);
    }

    @Test
    void aBarIsNotFeltBeforeItsClose() {
        InstrumentConfig fed = new InstrumentConfig(TestConfigs.crypto(0, "BTC/USD", "BTC", 8), List.of(Timeframe.M1));
        StrategyConfig eager = new StrategyConfig("eager", "eager", "", List.of("BTC/USD"), Timeframe.M1,
                parse("0.05"), Map.of("entering", "0.5", "leaving", "0.4"));
        EngineConfig config = TestConfigs.with(List.of(fed), List.of(eager), "bars");
        Set<String> kinds = new TreeSet<>();
        int rows = holds(new Play(config, FaultPlan.NONE, () -> List.of(new MinuteBars(0, 5, START_NS, 400))), kinds);
        assertTrue(rows >= MOST_ROWS && kinds.equals(Set.of("FeedBar")), rows + " rows of " + kinds);
    }

    /// @return how many rows were tried
    private static int holds(Play play, Set<String> kinds) {
        List<byte[]> whole = whole(play);
        List<Row> rows = rows(whole);
        for (Row row : rows) {
            kinds.add(input(whole.get(row.record())).getClass().getSimpleName());
            String which = play.config().resolvedText() + ", " + row;
            List<byte[]> changed = records(play, altered(play, row, false), row.record() + 1);
            assertPrefix(whole, changed.subList(0, row.record()), which + " changed");
            assertFalse(Arrays.equals(whole.get(row.record()), changed.get(row.record())), which);
            List<byte[]> cut = records(play, altered(play, row, true), row.record());
            assertPrefix(whole, cut.subList(0, Math.min(cut.size(), lastBefore(whole, row) + 1)), which + " cut");
        }
        return rows.size();
    }

    private static void assertPrefix(List<byte[]> whole, List<byte[]> part, String which) {
        for (int i = 1; i < part.size(); i++) {
            int at = i;
            assertArrayEquals(whole.get(i), part.get(i), () -> which + ": record " + (at + 1));
        }
    }

    /// Where the tape ends, nothing is waited for: with the last row before it the records end.
    private static int lastBefore(List<byte[]> whole, Row row) {
        return IntStream.range(0, row.record()).filter(i -> source(whole.get(i)) >= 0).max().orElse(0);
    }

    private static List<Tape> altered(Play play, Row row, boolean ends) {
        List<Tape> tapes = new ArrayList<>(play.tapes().get());
        tapes.set(row.source(), new AlteredTape(tapes.get(row.source()), row.position(), ends));
        return tapes;
    }

    /// The rows right behind fills, and some that lie anywhere.
    private static List<Row> rows(List<byte[]> records) {
        List<Row> rows = new ArrayList<>();
        boolean filled = false;
        for (int i = 1; i < records.size() && rows.size() < MOST_ROWS; i++) {
            filled |= input(records.get(i)) instanceof Input.OrderFilled;
            boolean priced = switch (input(records.get(i))) {
                case Input.Trade _, Input.Quote _, Input.FeedBar _ -> true;
                default -> false;
            };
            if (priced && (filled || i % 211 == 0)) {
                rows.add(new Row(source(records.get(i)), position(records.get(i)), i));
                filled = false;
            }
        }
        return rows;
    }

    private static int source(byte[] record) {
        return RecordHeader.source(new UnsafeBuffer(record), 0);
    }

    private static long position(byte[] record) {
        return RecordHeader.sourcePosition(new UnsafeBuffer(record), 0);
    }

    private static Input input(byte[] record) {
        return new RecordCodec().readInput(new UnsafeBuffer(record), 0);
    }

    private static List<byte[]> whole(Play play) {
        MemoryJournal journal = journal(play, play.tapes().get(), Integer.MAX_VALUE);
        Replays.agree(journal::read, play.config(), Scenario.strategies());
        return journal.records();
    }

    private static List<byte[]> records(Play play, List<Tape> tapes, int most) {
        return journal(play, tapes, most).records();
    }

    private static MemoryJournal journal(Play play, List<Tape> tapes, int most) {
        MemoryJournal journal = new MemoryJournal();
        List<String> sources = play.config().instruments().stream().map(each -> each.instrument().symbol()).toList();
        SimulatedRun run = new SimulatedRun(play.config(), TestConfigs.origin(play.config(), sources), journal,
                Topology.DIRECT, play.faults());
        try (SimulatedEngine engine = new SimulatedEngine(run, Scenario.strategies(), new MergedTape(tapes),
                new Telemetry(() -> 0))) {
            while (journal.records().size() < most && engine.step()) {
                // Runs on.
            }
        }
        return journal;
    }
}
